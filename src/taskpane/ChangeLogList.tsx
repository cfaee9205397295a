import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useState, type ReactElement } from "react";
import type { ChangeLog, LogEntry } from "../app/change-log";
import type { Template } from "../core/model/template";
import { changeLog as words } from "../messages/change-log";
import { cellName } from "../messages/finding";
import { pane } from "../messages/pane";
import { Disclosure } from "./Disclosure";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "8px 0 0", padding: 0 },
  entry: {
    padding: "8px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: "20px",
    overflowWrap: "anywhere",
  },
  head: { display: "flex", flexWrap: "wrap", columnGap: "10px", color: tokens.colorNeutralForeground3 },
  change: { margin: "2px 0 0", fontVariantNumeric: "tabular-nums" },
  more: { margin: "4px 0 0 -8px" },
});

const entriesAtFirst = 20;
const cellsAtFirst = 3;

type ChangeLogListProps = {
  readonly template: Template;
  readonly log: ChangeLog;
  readonly busy: boolean;
  readonly onSave: () => void;
};

/** 变更记录, newest first: when, which cell, what stood there and what stands there now, by hand or by which command. */
export function ChangeLogList({ template, log, busy, onSave }: ChangeLogListProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const [all, setAll] = useState(false);
  const newest = log.map((entry, index) => ({ entry, index })).reverse();
  const shown = all ? newest : newest.slice(0, entriesAtFirst);
  return (
    <Disclosure title={pane.log.title} note={pane.log.count(log.length)}>
      {log.length === 0 ? (
        <p className={surface.quiet}>{pane.log.none}</p>
      ) : (
        <>
          <Button
            size="small"
            icon={<ArrowDownload16Regular />}
            aria-label={pane.log.exportLong}
            disabledFocusable={busy}
            onClick={onSave}
          >
            {pane.log.export}
          </Button>
          <ol className={styles.list}>
            {shown.map(({ entry, index }) => (
              <Entry key={index} template={template} entry={entry} />
            ))}
          </ol>
          {shown.length < newest.length && (
            <Button
              size="small"
              onClick={() => {
                setAll(true);
              }}
            >
              {pane.log.more(newest.length - shown.length)}
            </Button>
          )}
        </>
      )}
    </Disclosure>
  );
}

function Entry({ template, entry }: { readonly template: Template; readonly entry: LogEntry }): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { at, cause, changes } = entry;
  const shown = all ? changes : changes.slice(0, cellsAtFirst);
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <span>{pane.log.time(at)}</span>
        <span>{words.cause[cause]}</span>
      </div>
      {shown.map(({ cell, from, to }) => (
        <p key={cell} className={styles.change}>
          {pane.last.changed(cellName(template, cell), from, to)}
        </p>
      ))}
      {shown.length < changes.length && (
        <Button
          className={styles.more}
          size="small"
          appearance="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {pane.log.moreCells(changes.length - shown.length)}
        </Button>
      )}
    </li>
  );
}
