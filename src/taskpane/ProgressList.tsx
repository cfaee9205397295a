import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Filled } from "@fluentui/react-icons/svg/checkmark";
import type { ReactElement } from "react";
import type { Progress } from "../app/session-state";
import { pane } from "../messages/pane";
import { useSurface } from "./surface";
import type { TextProgress } from "./text-progress";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "6px -8px -8px", padding: 0 },
  row: {
    display: "block",
    width: "100%",
    padding: "8px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  words: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: "12px" },
  count: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  full: { color: tokens.colorBrandForeground1 },
  track: {
    display: "block",
    height: "4px",
    marginTop: "6px",
    borderRadius: "2px",
    backgroundColor: tokens.colorNeutralBackground5,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  bar: {
    display: "block",
    height: "100%",
    borderRadius: "2px",
    backgroundColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

type ProgressListProps = {
  readonly progress: readonly Progress[];
  /** Leads to where filling goes on in this sheet. */
  readonly onGo: (sheet: string) => void;
  /** What the text waits for; null where that is not known. */
  readonly text: TextProgress | null;
  readonly onWrite: () => void;
};

/** How far each sheet is, in numbers; a row leads to its first blank cell, the last one to what the text lacks. */
export function ProgressList({ progress, onGo, text, onWrite }: ProgressListProps): ReactElement {
  const surface = useSurface();
  const styles = useStyles();
  const { title, count, full, label, text: name, given, missing, textLabel } = pane.progress;
  return (
    <section className={surface.card}>
      <h2 className={surface.heading}>{title}</h2>
      <ul className={styles.list}>
        {progress.map(({ sheet, filled, total }) => (
          <Row
            key={sheet}
            name={sheet}
            label={label(sheet, filled, total)}
            count={filled === total ? full : count(filled, total)}
            share={filled / total}
            onGo={() => {
              onGo(sheet);
            }}
          />
        ))}
        {text !== null && (
          <Row
            name={name}
            label={textLabel(text.missing)}
            count={text.missing === 0 ? given(text.given) : missing(text.missing)}
            share={text.missing === 0 ? 1 : text.given / (text.given + text.missing)}
            onGo={onWrite}
          />
        )}
      </ul>
    </section>
  );
}

type RowProps = {
  readonly name: string;
  readonly label: string;
  readonly count: string;
  /** 1 when nothing is missing. */
  readonly share: number;
  readonly onGo: () => void;
};

function Row({ name, label, count, share, onGo }: RowProps): ReactElement {
  const styles = useStyles();
  const isFull = share === 1;
  return (
    <li>
      <button type="button" className={styles.row} aria-label={label} onClick={onGo}>
        <span className={styles.words}>
          <span>{name}</span>
          <span className={mergeClasses(styles.count, isFull && styles.full)}>
            {isFull && <Checkmark16Filled />}
            {count}
          </span>
        </span>
        <span className={styles.track}>
          <span className={styles.bar} style={{ width: `${String(share * 100)}%` }} />
        </span>
      </button>
    </li>
  );
}
