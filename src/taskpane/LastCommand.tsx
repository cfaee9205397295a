import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { useRef, type ReactElement } from "react";
import type { LogEntry, Undoable } from "../app/change-log";
import type { OpenForm } from "../app/session-state";
import type { Template } from "../core/model/template";
import { cellName } from "../messages/finding";
import { pane } from "../messages/pane";
import { useLostFocus } from "./use-lost-focus";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    borderRadius: tokens.borderRadiusXLarge,
    ":empty": { display: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    ":focus:not(:focus-visible)": { outline: "none" },
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "12px",
    rowGap: "4px",
    padding: "6px 6px 6px 14px",
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  text: { flex: "1 1 180px", minWidth: 0, margin: 0, lineHeight: "24px", overflowWrap: "anywhere" },
});

/** More cells than this are said as a number. */
const namedCells = 2;

type LastCommandProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  readonly onUndo: () => void;
};

/**
 * What the last command of ours changed, and 撤销. When the button that was pressed has gone with its card, the focus
 * comes here instead of being lost; a person who works elsewhere is left alone.
 */
export function LastCommand({ form, busy, onUndo }: LastCommandProps): ReactElement {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const { log, undoable, template } = form;
  const last = log.at(-1);
  const undone = last?.cause === "undo" ? last : null;
  useLostFocus(log.filter(({ cause }) => cause !== "hand").at(-1), place);

  return (
    <div ref={place} className={styles.root} tabIndex={-1} role="status" aria-label={pane.last.label}>
      {undone !== null && <p className={mergeClasses(styles.line, styles.text)}>{undoneText(template, undone)}</p>}
      {undoable !== null && (
        <div className={styles.line}>
          <p className={styles.text}>{doneText(template, undoable)}</p>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUndo16Regular />}
            disabledFocusable={busy}
            onClick={onUndo}
          >
            {pane.last.undo}
          </Button>
        </div>
      )}
    </div>
  );
}

function doneText(template: Template, { entry, back }: Undoable): string {
  const cells = entry.changes.length;
  const kept = cells - back.length;
  return said(template, entry) + (kept > 0 ? pane.last.kept(kept) : "");
}

function said(template: Template, { cause, changes }: LogEntry): string {
  const cells = changes.length;
  switch (cause) {
    case "zeros":
      return pane.last.zeros(cells);
    case "totals":
      return pane.last.totals(cells);
    case "suggestion":
    case "hand":
    case "undo": {
      const named = cells > namedCells ? [] : changes;
      return pane.last.suggestion(
        named.map(({ cell, from, to }) => pane.last.changed(cellName(template, cell), from, to)),
        cells,
      );
    }
  }
}

function undoneText(template: Template, { changes }: LogEntry): string {
  const named = changes.length > namedCells ? [] : changes;
  return pane.last.undone(
    named.map(({ cell, to }) => pane.last.wentBack(cellName(template, cell), to)),
    changes.length,
  );
}
