import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { useState, type ReactElement } from "react";
import type { Obstacle } from "../app/seal-checklist";
import { submitPane } from "../messages/submit-pane";
import { useSurface } from "./surface";

const words = submitPane.checklist;

/** In the order in which to do them. */
const kinds = ["damage", "blank", "error", "reason", "placeholder", "text"] as const;

/** So many lines of a kind are shown at first. */
const shownAtFirst = 4;

const useStyles = makeStyles({
  list: { margin: "8px 0 0", padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "2px" },
  item: { display: "flex", gap: "8px", alignItems: "flex-start", padding: "3px 0", lineHeight: "22px" },
  done: { display: "flex", flex: "none", paddingTop: "1px", color: tokens.colorBrandForeground1 },
  open: { display: "flex", flex: "none", paddingTop: "1px", color: tokens.colorStatusDangerForeground1 },
  body: { flex: 1, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground3, marginLeft: "8px" },
  lines: { margin: "2px 0 4px", padding: 0, listStyleType: "none" },
  line: {
    display: "block",
    width: "calc(100% + 12px)",
    margin: "0 -6px",
    padding: "3px 6px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorBrandForegroundLink,
    font: "inherit",
    lineHeight: "20px",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

type SubmitChecklistProps = {
  readonly obstacles: readonly Obstacle[];
  readonly onGo: (obstacle: Obstacle) => void;
};

/** What has been done and what still stands in the way; each line leads to its place. */
export function SubmitChecklist({ obstacles, onGo }: SubmitChecklistProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <section className={surface.card} data-checklist>
      <h2 className={surface.heading}>{words.title}</h2>
      <p className={surface.quiet}>{obstacles.length === 0 ? words.ready : words.open(obstacles.length)}</p>
      <ul className={styles.list}>
        {kinds.map((kind) => {
          const open = obstacles.filter((obstacle) => obstacle.kind === kind);
          return (
            <li key={kind} className={styles.item} data-item={kind}>
              <span className={open.length === 0 ? styles.done : styles.open}>
                {open.length === 0 ? <CheckmarkCircle20Regular /> : <ErrorCircle20Filled />}
              </span>
              <div className={styles.body}>
                <span className={mergeClasses(open.length > 0 && styles.name)}>
                  {open.length === 0 ? words.done[kind] : words.todo[kind]}
                </span>
                <span className={styles.hidden}>{open.length === 0 ? words.isDone : words.isOpen}</span>
                {open.length > 0 && <span className={styles.count}>{words.count(open.length)}</span>}
                {open.length > 0 && <Lines obstacles={open} onGo={onGo} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Lines({ obstacles, onGo }: SubmitChecklistProps): ReactElement {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? obstacles : obstacles.slice(0, shownAtFirst);
  return (
    <>
      <ul className={styles.lines}>
        {shown.map((obstacle, index) => (
          <li key={`${obstacle.rule ?? obstacle.message}${String(index)}`}>
            <button
              type="button"
              className={styles.line}
              onClick={() => {
                onGo(obstacle);
              }}
            >
              {obstacle.message}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < obstacles.length && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setAll(true);
          }}
        >
          {words.more(obstacles.length - shown.length)}
        </Button>
      )}
    </>
  );
}
