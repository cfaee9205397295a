import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { Edit16Regular } from "@fluentui/react-icons/svg/edit";
import { Target16Regular } from "@fluentui/react-icons/svg/target";
import { memo, useRef, useState, type ReactElement } from "react";
import { flushSync } from "react-dom";
import type { Explanation } from "../core/model/report";
import type { ExplanationState } from "../core/rules/check";
import { ruleOf, type RuleBook } from "../core/rules/expand";
import type { Finding } from "../core/rules/finding";
import { equationText, findingMessage, placeName } from "../messages/finding";
import { pane } from "../messages/pane";
import type { PaneActions } from "./pane-actions";
import { NameForm } from "./NameForm";
import { ReasonForm } from "./ReasonForm";
import { useSurface } from "./surface";
import { ZeroReportForm } from "./ZeroReportForm";

const useStyles = makeStyles({
  root: {
    padding: "10px 12px 10px 13px",
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  /** Under its slip: no frame in the frame. */
  nested: {
    padding: "8px 0 10px",
    ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  nestedHead: { display: "flex", alignItems: "flex-start", gap: "8px" },
  nestedPlace: { flex: 1, minWidth: 0, paddingTop: "2px" },
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
  reason: {
    margin: "8px 0 0",
    paddingLeft: "10px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  expired: { color: tokens.colorStatusWarningForeground3 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "10px" },
});

export type FindingActions = Pick<
  PaneActions,
  "goToFinding" | "explain" | "dismissHint" | "confirmZeros" | "recallPerson"
>;

type FindingCardProps = {
  readonly book: RuleBook;
  readonly finding: Finding;
  /** Whether a reason stands for the figures that the finding has now. */
  readonly state: ExplanationState;
  readonly explanation: Explanation | undefined;
  /** Stands under the slip that would resolve it, where there is nothing to do but to look. */
  readonly nested?: boolean;
  readonly busy: boolean;
  readonly actions: FindingActions;
};

/** One finding: where, the rule in words, both sides with their figures, and what can be said to it. */
export const FindingCard = memo(function FindingCard({
  book,
  finding,
  state,
  explanation,
  nested = false,
  busy,
  actions,
}: FindingCardProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const [isWriting, setWriting] = useState(false);
  /** Nobody has given a name in this workbook yet. */
  const [isNaming, setNaming] = useState(false);
  const writeButton = useRef<HTMLButtonElement>(null);
  const place = placeName(book, finding);
  const name = place === "" ? findingMessage(book, finding) : place;
  const equation = showsEquation(book, finding) ? equationText(book, finding) : "";
  const kind = ruleOf(book, finding.rule)?.rule.kind;
  const isCompact = kind === "required";
  const goTo = (
    <Button
      size="small"
      appearance={nested ? "subtle" : "secondary"}
      icon={<Target16Regular />}
      aria-label={place === "" ? pane.check.goTo : pane.check.goToCell(place)}
      onClick={() => {
        actions.goToFinding(finding);
      }}
    >
      {pane.check.goTo}
    </Button>
  );

  function close(): void {
    flushSync(() => {
      setWriting(false);
      setNaming(false);
    });
    writeButton.current?.focus();
  }

  async function dismiss(): Promise<void> {
    const by = ((await actions.recallPerson()) ?? "").trim();
    if (by === "") setNaming(true);
    else await actions.dismissHint(finding.rule, by);
  }

  return (
    <li
      className={
        nested
          ? styles.nested
          : mergeClasses(surface.card, styles.root, styles[finding.severity], isCompact && styles.compact)
      }
    >
      {nested ? (
        <div className={styles.nestedHead}>
          <p className={mergeClasses(styles.place, styles.nestedPlace)}>{place}</p>
          {goTo}
        </div>
      ) : (
        !isCompact && place !== "" && <p className={styles.place}>{place}</p>
      )}
      <p className={mergeClasses(surface.text, isCompact ? styles.sentence : place !== "" && !nested && styles.gap)}>
        {findingMessage(book, finding)}
      </p>
      {equation !== "" && <Equation text={equation} />}
      {finding.severity === "warning" && <Reason state={state} explanation={explanation} />}
      {finding.severity === "hint" && state === "expired" && (
        <p className={mergeClasses(surface.quiet, styles.gap)}>{pane.hint.expired}</p>
      )}
      {finding.severity === "hint" && state === "current" && explanation !== undefined && (
        <p className={mergeClasses(surface.quiet, styles.gap)}>{pane.reason.by(explanation.by, explanation.at)}</p>
      )}
      {nested ? null : isCompact ? (
        goTo
      ) : kind === "zeroReport" ? (
        <ZeroReportForm busy={busy} onConfirm={actions.confirmZeros} recallPerson={actions.recallPerson} />
      ) : isWriting ? (
        <ReasonForm
          text={explanation?.text ?? ""}
          by={explanation?.by ?? ""}
          busy={busy}
          recallPerson={actions.recallPerson}
          onSave={(reason) => actions.explain(finding.rule, reason)}
          onClose={close}
        />
      ) : isNaming && state !== "current" ? (
        <NameForm
          busy={busy}
          onConfirm={async (by) => {
            if (await actions.dismissHint(finding.rule, by)) setNaming(false);
          }}
          onClose={close}
        />
      ) : (
        <div className={styles.actions}>
          {goTo}
          {finding.severity === "warning" && (
            <Button
              ref={(element: HTMLButtonElement | null) => {
                writeButton.current = element;
              }}
              size="small"
              icon={<Edit16Regular />}
              aria-label={state === "none" ? pane.reason.writeFor(name) : pane.reason.changeFor(name)}
              onClick={() => {
                setWriting(true);
              }}
            >
              {state === "none" ? pane.reason.write : pane.reason.change}
            </Button>
          )}
          {finding.severity === "hint" && state !== "current" && (
            <Button
              ref={(element: HTMLButtonElement | null) => {
                writeButton.current = element;
              }}
              size="small"
              icon={<Checkmark16Regular />}
              aria-label={pane.hint.dismissFor(name)}
              disabledFocusable={busy}
              onClick={() => void dismiss()}
            >
              {pane.hint.dismiss}
            </Button>
          )}
          {finding.severity === "hint" && state === "current" && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={pane.hint.restoreFor(name)}
              disabledFocusable={busy}
              onClick={() => void actions.dismissHint(finding.rule, null)}
            >
              {pane.hint.restore}
            </Button>
          )}
        </div>
      )}
    </li>
  );
});

type ReasonProps = { readonly state: ExplanationState; readonly explanation: Explanation | undefined };

/** What has been said about it, by whom and when; or that it was said of other figures. */
function Reason({ state, explanation }: ReasonProps): ReactElement | null {
  const styles = useStyles();
  const surface = useSurface();
  if (explanation === undefined || state === "none") return null;
  const signature = pane.reason.by(explanation.by, explanation.at);
  return (
    <div className={styles.reason}>
      <p className={mergeClasses(surface.text, state === "expired" && styles.expired)}>
        {state === "current" ? pane.reason.given(explanation.text) : pane.reason.expired(explanation.text)}
      </p>
      {signature !== "" && <p className={surface.quiet}>{signature}</p>}
    </div>
  );
}

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
  const bound = ruleOf(book, finding.rule);
  if (bound?.rule.kind === "partsSum") return true;
  return bound !== undefined && "when" in bound && bound.rule.op === "=" && bound.right.length > 0;
}
