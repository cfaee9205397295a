import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Target16Regular } from "@fluentui/react-icons/svg/target";
import { memo, type ReactElement } from "react";
import type { RuleBook } from "../core/rules/expand";
import type { Finding } from "../core/rules/finding";
import { equationText, findingMessage, placeName } from "../messages/finding";
import { pane } from "../messages/pane";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  root: {
    padding: "10px 12px 10px 13px",
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  error: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  hint: {},
  compact: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", columnGap: "8px", rowGap: "4px" },
  sentence: { flex: "1 1 200px", minWidth: 0 },
  place: { margin: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: "20px", overflowWrap: "anywhere" },
  gap: { marginTop: "4px" },
  equation: {
    margin: "8px 0 0",
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: "22px",
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
  },
  unequal: { fontWeight: tokens.fontWeightBold, padding: "0 6px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "10px" },
});

type FindingCardProps = {
  readonly book: RuleBook;
  readonly finding: Finding;
  /** What has been said about it already, as a sentence. */
  readonly reason: string | null;
  /** Leads to the cell to look at first. */
  readonly onGoTo: (finding: Finding) => void;
};

/** One finding: where, the rule in words, both sides with their figures. A list of blanks takes one line. */
export const FindingCard = memo(function FindingCard({
  book,
  finding,
  reason,
  onGoTo,
}: FindingCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const place = placeName(book, finding);
  const equation = showsEquation(book, finding) ? equationText(book, finding) : "";
  const isCompact = book.byId.get(finding.rule)?.rule.kind === "required";
  const goTo = (
    <Button
      size="small"
      icon={<Target16Regular />}
      aria-label={place === "" ? pane.check.goTo : pane.check.goToCell(place)}
      onClick={() => {
        onGoTo(finding);
      }}
    >
      {pane.check.goTo}
    </Button>
  );

  return (
    <li className={mergeClasses(surface.card, styles.root, styles[finding.severity], isCompact && styles.compact)}>
      {!isCompact && place !== "" && <p className={styles.place}>{place}</p>}
      <p className={mergeClasses(surface.text, isCompact ? styles.sentence : place !== "" && styles.gap)}>
        {findingMessage(book, finding)}
      </p>
      {equation !== "" && <Equation text={equation} />}
      {reason !== null && <p className={mergeClasses(surface.quiet, styles.gap)}>{reason}</p>}
      {isCompact ? goTo : <div className={styles.actions}>{goTo}</div>}
    </li>
  );
});

/** Both sides of an equation; the sign between them is what matters. */
function Equation({ text }: { readonly text: string }): ReactElement {
  const styles = useStyles();
  const [left, right] = text.split(" ≠ ");
  return (
    <p className={styles.equation}>
      {right === undefined ? (
        text
      ) : (
        <>
          {left}
          <span className={styles.unequal}>≠</span>
          {right}
        </>
      )}
    </p>
  );
}

/** Only where two sums should be equal; a share or an upper bound has its figures in the sentence. */
function showsEquation(book: RuleBook, finding: Finding): boolean {
  const bound = book.byId.get(finding.rule);
  return bound !== undefined && "when" in bound && bound.rule.op === "=" && bound.right.length > 0;
}
