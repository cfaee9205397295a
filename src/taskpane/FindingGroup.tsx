import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info20Regular } from "@fluentui/react-icons/svg/info";
import { Warning20Filled } from "@fluentui/react-icons/svg/warning";
import { useId, useRef, useState, type ReactElement, type ReactNode } from "react";
import type { Severity } from "../core/rules/rule";
import { severityName } from "../messages/finding";
import { pane } from "../messages/pane";
import { useLostFocus } from "./use-lost-focus";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  row: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    width: "100%",
    minHeight: "40px",
    boxSizing: "border-box",
    padding: "6px 8px",
    border: "none",
    background: "none",
    color: "inherit",
    font: "inherit",
    lineHeight: "20px",
    textAlign: "left",
  },
  button: {
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  words: { flex: 1, display: "flex", flexWrap: "wrap", columnGap: "8px", minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold },
  count: { fontVariantNumeric: "tabular-nums" },
  quiet: { color: tokens.colorNeutralForeground3 },
  icon: { display: "flex", flex: "none" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  hint: { color: tokens.colorNeutralForeground3 },
  none: { color: tokens.colorNeutralForeground3 },
  chevron: { display: "flex", flex: "none", color: tokens.colorNeutralForeground3 },
  turned: { transform: "rotate(90deg)" },
  meaning: { margin: "0 8px 8px 36px", color: tokens.colorNeutralForeground3, lineHeight: "20px" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
  more: { marginTop: "8px" },
});

const icons: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircle20Filled />,
  warning: <Warning20Filled />,
  hint: <Info20Regular />,
};

/** Cards shown at once; a pasted column of texts can bring two hundred. */
const shownAtFirst = 30;

type FindingGroupProps = {
  readonly severity: Severity;
  readonly count: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** What comes before the list of cards, and after it. */
  readonly lead?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: readonly ReactNode[];
};

/** The findings of one severity under a heading that opens and closes. */
export function FindingGroup({
  severity,
  count,
  open,
  onToggle,
  lead = null,
  foot = null,
  children,
}: FindingGroupProps): ReactElement {
  const styles = useStyles();
  const body = useId();
  const head = useRef<HTMLButtonElement>(null);
  useLostFocus(children.length, head);
  const [all, setAll] = useState(false);
  const rest = all ? 0 : children.length - shownAtFirst;

  if (children.length === 0 && lead === null && foot === null)
    return (
      <h2 className={mergeClasses(styles.heading, styles.row)}>
        <span className={mergeClasses(styles.icon, styles.none)}>
          <CheckmarkCircle20Regular />
        </span>
        <span className={styles.words}>
          <span className={styles.name}>{severityName[severity]}</span>
          <span className={styles.quiet}>{pane.check.count(0)}</span>
        </span>
      </h2>
    );

  return (
    <section>
      <h2 className={styles.heading}>
        <button
          ref={head}
          type="button"
          className={mergeClasses(styles.row, styles.button)}
          aria-expanded={open}
          aria-controls={body}
          onClick={onToggle}
        >
          <span className={mergeClasses(styles.icon, styles[severity])}>{icons[severity]}</span>
          <span className={styles.words}>
            <span className={styles.name}>{severityName[severity]}</span>
            <span className={styles.count}>{count}</span>
          </span>
          <span className={mergeClasses(styles.chevron, open && styles.turned)}>
            <ChevronRight16Regular />
          </span>
        </button>
      </h2>
      <div id={body} hidden={!open}>
        {open && (
          <>
            <p className={styles.meaning}>{pane.check.meaning[severity]}</p>
            {lead}
            {children.length > 0 && (
              <ul className={styles.list}>{rest > 0 ? children.slice(0, shownAtFirst) : children}</ul>
            )}
            {rest > 0 && (
              <Button
                className={styles.more}
                onClick={() => {
                  setAll(true);
                }}
              >
                {pane.check.more(rest)}
              </Button>
            )}
            {foot}
          </>
        )}
      </div>
    </section>
  );
}
