import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Target16Regular } from "@fluentui/react-icons/svg/target";
import { TextGrammarArrowRight20Regular } from "@fluentui/react-icons/svg/text-grammar-arrow-right";
import type { ReactElement } from "react";
import type { PlacedClaim, PlacedFinding } from "../app/audit-pane";
import type { RuleBook } from "../core/rules/expand";
import { auditPane } from "../messages/audit";
import { severityName } from "../messages/finding";
import { sourcePlace } from "./source-cell";
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
  quote: { margin: 0, lineHeight: "22px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  said: { backgroundColor: "transparent", color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightBold },
  wrong: {
    color: tokens.colorStatusDangerForeground1,
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textUnderlineOffset: "4px",
  },
  why: { margin: "6px 0 0", lineHeight: "22px", overflowWrap: "anywhere", textWrap: "pretty" },
  sign: {
    display: "inline-block",
    verticalAlign: "-2px",
    marginRight: "4px",
    color: tokens.colorStatusDangerForeground1,
  },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold, lineHeight: "20px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});

export type AuditLinks = {
  readonly book: RuleBook;
  /** Leads to a cell or a fact. */
  readonly onGoTo: (place: string) => void;
  /** Leads to a row of the sheet 年报正文. */
  readonly onGoToRow: (row: number) => void;
};

type ClaimCardProps = AuditLinks & { readonly claim: PlacedClaim };

/** One number of the text: its sentence, why it is judged so, and where to look. */
export function AuditClaimCard({ claim, book, onGoTo, onGoToRow }: ClaimCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { text, before, behind, message, row } = claim;
  const isWrong = claim.verdict === "inconsistent";
  const place = claim.place === null ? undefined : sourcePlace(book, claim.place);
  return (
    <li className={mergeClasses(surface.card, styles.root, isWrong && styles.error)}>
      <blockquote className={styles.quote}>
        {before}
        <mark className={mergeClasses(styles.said, isWrong && styles.wrong)}>{text}</mark>
        {behind}
      </blockquote>
      <p className={styles.why}>
        {isWrong && (
          <span className={styles.sign}>
            <ErrorCircle16Filled />
          </span>
        )}
        {message}
      </p>
      {(row !== null || place !== undefined) && (
        <div className={styles.actions}>
          {row !== null && <RowButton label={auditPane.goToSentenceOf(text)} row={row} onGoToRow={onGoToRow} />}
          {place !== undefined && (
            <Button
              size="small"
              icon={<Target16Regular />}
              aria-label={auditPane.goToCellOf(text, place.name)}
              onClick={() => {
                onGoTo(place.place);
              }}
            >
              {auditPane.goToCell}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

type RowButtonProps = {
  readonly label: string;
  readonly words?: string;
  readonly row: number;
  readonly onGoToRow: (row: number) => void;
};

function RowButton({ label, words = auditPane.goToSentence, row, onGoToRow }: RowButtonProps): ReactElement {
  return (
    <Button
      size="small"
      icon={<TextGrammarArrowRight20Regular />}
      aria-label={label}
      onClick={() => {
        onGoToRow(row);
      }}
    >
      {words}
    </Button>
  );
}

type FindingCardProps = Pick<AuditLinks, "onGoToRow"> & { readonly finding: PlacedFinding };

/** What is not as the form demands of a text. */
export function AuditFindingCard({ finding, onGoToRow }: FindingCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { severity, message, quote, row } = finding;
  const goTo = quote === null ? auditPane.goToSection : auditPane.goToSentence;
  return (
    <li className={mergeClasses(surface.card, styles.root, styles[severity])}>
      <p className={styles.name}>{severityName[severity]}</p>
      <p className={styles.why}>{message}</p>
      {quote !== null && <blockquote className={mergeClasses(styles.quote, styles.why)}>“{quote}”</blockquote>}
      {row !== null && (
        <div className={styles.actions}>
          <RowButton label={`${goTo}：${message}`} words={goTo} row={row} onGoToRow={onGoToRow} />
        </div>
      )}
    </li>
  );
}
