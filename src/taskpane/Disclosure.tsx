import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactElement, type ReactNode } from "react";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  row: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    width: "calc(100% + 16px)",
    minHeight: "36px",
    boxSizing: "border-box",
    margin: "0 -8px",
    padding: "4px 8px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: "inherit",
    font: "inherit",
    lineHeight: "20px",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  title: { fontWeight: tokens.fontWeightSemibold, flex: "none" },
  note: {
    flex: 1,
    minWidth: 0,
    textAlign: "right",
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  chevron: { display: "flex", flex: "none", color: tokens.colorNeutralForeground3 },
  turned: { transform: "rotate(90deg)" },
  body: { padding: "4px 0 8px" },
});

type DisclosureProps = {
  readonly title: string;
  /** A few words that say what is inside while it is closed. */
  readonly note: string;
  /** Of its heading. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
};

/** Something that is seldom needed, under its heading. What is inside is made when it is opened. */
export function Disclosure({ title, note, level = 2, children }: DisclosureProps): ReactElement {
  const styles = useStyles();
  const Heading = level === 2 ? "h2" : "h3";
  const body = useId();
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={styles.row}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <span className={styles.title}>{title}</span>
          <span className={styles.note}>{note}</span>
          <span className={mergeClasses(styles.chevron, open && styles.turned)}>
            <ChevronRight16Regular />
          </span>
        </button>
      </Heading>
      <div id={body} hidden={!open} className={styles.body}>
        {open && children}
      </div>
    </div>
  );
}
