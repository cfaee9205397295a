import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Lightbulb20Regular } from "@fluentui/react-icons/svg/lightbulb";
import { useId, useState, type ReactElement, type ReactNode } from "react";
import type { CellId } from "../core/model/cell";
import type { RuleBook } from "../core/rules/expand";
import type { Finding } from "../core/rules/finding";
import { pane } from "../messages/pane";
import { resolvedCounts, type SlipCase } from "./slip-cases";
import { SlipOption } from "./SlipOption";
import type { Suggestion } from "../core/locate/suggest";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: {
    padding: "12px 12px 4px",
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px", rowGap: "4px" },
  icon: { display: "flex", flex: "none", color: tokens.colorBrandForeground1 },
  title: { flex: "0 1 auto", minWidth: 0 },
  certain: {
    padding: "0 8px",
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground1,
    lineHeight: "20px",
    whiteSpace: "nowrap",
  },
  options: { display: "flex", flexDirection: "column", marginTop: "8px" },
  option: {
    padding: "8px 0 10px",
    ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    ":first-child": { paddingTop: 0 },
  },
  optionName: { color: tokens.colorNeutralForeground3, lineHeight: "20px" },
  more: { alignSelf: "flex-start", marginBottom: "8px" },
  resolves: {
    padding: "8px 0 4px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

/** Among more alternatives than these a person first wants to see the likeliest. */
const shownAtFirst = 3;

type SlipCardProps = {
  readonly book: RuleBook;
  readonly slip: SlipCase;
  /** All findings, to tell what a change would resolve. */
  readonly findings: readonly Finding[];
  readonly busy: boolean;
  readonly onApply: (suggestion: Suggestion) => void;
  readonly onGoTo: (cell: CellId) => void;
  /** The findings of this slip, as cards. */
  readonly children: readonly ReactNode[];
};

/** One thing that probably went wrong, framed: the cell, what should stand there, and the findings it would resolve. */
export function SlipCard({ book, slip, findings, busy, onApply, onGoTo, children }: SlipCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const heading = useId();
  const [all, setAll] = useState(false);
  const { options } = slip;
  const [first] = options;
  const isOne = options.length === 1;
  const shown = all ? options : options.slice(0, shownAtFirst);
  const counts = options.map((option) => pane.slip.resolves(resolvedCounts(option, findings)));
  const isSame = new Set(counts).size === 1;

  return (
    <section className={styles.root} aria-labelledby={heading} data-slip>
      <div className={styles.head}>
        <span className={styles.icon}>
          <Lightbulb20Regular />
        </span>
        <h3 id={heading} className={mergeClasses(surface.heading, styles.title)}>
          {isOne ? pane.slip.likely(first?.changes.length ?? 0) : pane.slip.several(options.length)}
        </h3>
        {isOne && first?.certain === true && <span className={styles.certain}>{pane.slip.certain}</span>}
      </div>
      <div className={styles.options}>
        {shown.map((option, index) => (
          <div
            key={option.changes.map(({ cell, to }) => `${cell}=${String(to)}`).join(" ")}
            className={styles.option}
            role="group"
            aria-label={isOne ? undefined : pane.slip.option(index + 1)}
          >
            <SlipOption book={book} suggestion={option} primary={isOne} busy={busy} onApply={onApply} onGoTo={onGoTo} />
            {!isSame && <p className={surface.quiet}>{counts[index]}</p>}
          </div>
        ))}
        {shown.length < options.length && (
          <Button
            className={styles.more}
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {pane.slip.moreOptions(options.length - shown.length)}
          </Button>
        )}
      </div>
      {isSame && <p className={mergeClasses(surface.text, styles.resolves)}>{counts[0]}</p>}
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
