import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Filled } from "@fluentui/react-icons/svg/checkmark";
import type { ReactElement } from "react";
import type { Progress } from "../app/session-state";
import { pane } from "../messages/pane";
import { useSurface } from "./surface";

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
};

/** How far each sheet is, in numbers; a row leads to its first blank cell. */
export function ProgressList({ progress, onGo }: ProgressListProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <section className={surface.card}>
      <h2 className={surface.heading}>{pane.progress.title}</h2>
      <ul className={styles.list}>
        {progress.map(({ sheet, filled, total }) => (
          <li key={sheet}>
            <button
              type="button"
              className={styles.row}
              aria-label={pane.progress.label(sheet, filled, total)}
              onClick={() => {
                onGo(sheet);
              }}
            >
              <span className={styles.words}>
                <span>{sheet}</span>
                <span className={mergeClasses(styles.count, filled === total && styles.full)}>
                  {filled === total && <Checkmark16Filled />}
                  {filled === total ? pane.progress.full : pane.progress.count(filled, total)}
                </span>
              </span>
              <span className={styles.track}>
                <span className={styles.bar} style={{ width: `${String((filled / total) * 100)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
