import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowClockwise16Regular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { useState, type ReactElement, type ReactNode } from "react";
import type { IntegrityCommands } from "../app/integrity-commands";
import type { OpenForm } from "../app/session-state";
import type { Suggestion } from "../core/locate/suggest";
import type { Finding } from "../core/rules/finding";
import type { Severity } from "../core/rules/rule";
import { tally, type Tally } from "../core/rules/tally";
import { pane } from "../messages/pane";
import { tallyWords } from "../messages/tally";
import { AllClear } from "./AllClear";
import { Disclosure } from "./Disclosure";
import { FillCard } from "./FillCard";
import { FindingCard } from "./FindingCard";
import { FindingGroup } from "./FindingGroup";
import { IntegritySlot } from "./IntegritySlot";
import { LastCommand } from "./LastCommand";
import type { PaneActions } from "./pane-actions";
import { slipOverview, type SlipOverview } from "./slip-cases";
import { SlipCard } from "./SlipCard";
import { useSurface } from "./surface";
import { asksForMore, isDismissed, isOpenWarning, wholeProgress } from "./verdict";

const useStyles = makeStyles({
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  groups: { display: "flex", flexDirection: "column", gap: "4px", margin: "0 -4px" },
  lead: { display: "flex", flexDirection: "column", gap: "8px", marginBottom: "8px" },
  note: { margin: "4px 8px 0" },
  foot: { margin: "8px 8px 0" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: "8px" },
});

const severities: readonly Severity[] = ["error", "warning", "hint"];

type CheckViewProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  /** The same from edit to edit, so that untouched cards stay as they are. */
  readonly actions: PaneActions;
  readonly commands: IntegrityCommands;
};

/** 校验: what probably went wrong, the findings by severity, or a calm all-clear; then what held and what is not known. */
export function CheckView({ form, busy, actions, commands }: CheckViewProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { book, result } = form;
  const { findings } = result;
  const [toggled, setToggled] = useState<Partial<Record<Severity, boolean>>>({});
  const first = severities.find((severity) =>
    findings.some((finding) => finding.severity === severity && !isDismissed(form, finding)),
  );
  const counts = tally(book, result);
  const { filled, total } = wholeProgress(form);
  const isClear = !findings.some((finding) => asksForMore(form, finding));
  const overview = slipOverview(form.localisation, findings);
  const apply = ({ changes }: Suggestion): void => void actions.write(changes, "suggestion");
  const undo = (): void => void actions.undo();

  const card = (finding: Finding, nested = false): ReactElement => (
    <FindingCard
      key={finding.rule}
      book={book}
      finding={finding}
      state={form.explanations[finding.rule] ?? "none"}
      explanation={form.report.explanations[finding.rule]}
      nested={nested}
      busy={busy}
      actions={actions}
    />
  );
  const slips = overview.cases.map((slip) => (
    <SlipCard
      key={slip.findings.map(({ rule }) => rule).join(" ")}
      book={book}
      slip={slip}
      findings={findings}
      busy={busy}
      onApply={apply}
      onGoTo={actions.goTo}
    >
      {slip.findings.map((finding) => card(finding, true))}
    </SlipCard>
  ));
  const fills = overview.fills.map((suggestion) => (
    <FillCard
      key={suggestion.changes.map(({ cell }) => cell).join(" ")}
      book={book}
      suggestion={suggestion}
      busy={busy}
      onApply={apply}
      onGoTo={actions.goTo}
    />
  ));
  const dismissed = findings.filter((finding) => isDismissed(form, finding));

  const lead = (severity: Severity): ReactNode => {
    if (severity === "error" && slips.length > 0)
      return (
        <div className={styles.lead}>
          {slips}
          <Unexplained overview={overview} />
        </div>
      );
    if (severity === "error" && overview.others.length > 0) return <Unexplained overview={overview} />;
    return severity === "hint" && fills.length > 0 ? <div className={styles.lead}>{fills}</div> : null;
  };
  const shown = (severity: Severity): readonly Finding[] =>
    severity === "error"
      ? overview.others
      : findings.filter((finding) => finding.severity === severity && !isDismissed(form, finding));

  return (
    <div className={surface.view}>
      <div className={styles.top}>
        <h2 className={surface.heading}>{pane.check.title}</h2>
        <div>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowClockwise16Regular />}
            disabledFocusable={busy}
            onClick={actions.checkAgain}
          >
            {pane.check.again}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDownload16Regular />}
            disabledFocusable={busy}
            onClick={actions.saveCheckReport}
          >
            {pane.check.save}
          </Button>
        </div>
      </div>
      <IntegritySlot integrity={form.integrity} busy={busy} commands={commands} />
      <LastCommand form={form} busy={busy} onUndo={undo} />
      {isClear && (
        <AllClear blank={total - filled} unwritten={form.narrative?.placeholders.length ?? 0} {...counts.held} />
      )}
      {findings.length > 0 && (
        <div className={styles.groups}>
          {severities.map((severity) => {
            const open = toggled[severity] ?? severity === first;
            return (
              <FindingGroup
                key={severity}
                severity={severity}
                count={countText(form, severity)}
                open={open}
                onToggle={() => {
                  setToggled({ ...toggled, [severity]: !open });
                }}
                lead={lead(severity)}
                foot={
                  severity === "hint" && dismissed.length > 0 ? (
                    <div className={styles.foot}>
                      <Disclosure level={3} title={pane.hint.dismissed(dismissed.length)} note="">
                        <ul className={styles.list}>{dismissed.map((finding) => card(finding))}</ul>
                      </Disclosure>
                    </div>
                  ) : null
                }
              >
                {shown(severity).map((finding) => card(finding))}
              </FindingGroup>
            );
          })}
        </div>
      )}
      <p className={surface.quiet}>{footText(counts, isClear)}</p>
      {form.sums > 0 && <p className={surface.quiet}>{pane.check.sums(form.sums)}</p>}
    </div>
  );
}

/** Says quietly of the cards below that no single slip explains them. */
function Unexplained({ overview }: { readonly overview: SlipOverview }): ReactElement | null {
  const surface = useSurface();
  const { many, late } = overview.unexplained;
  if (many + late === 0) return null;
  return (
    <div data-unexplained>
      {many > 0 && <p className={surface.quiet}>{pane.slip.many(many)}</p>}
      {late > 0 && <p className={surface.quiet}>{pane.slip.late(late)}</p>}
    </div>
  );
}

function countText(form: OpenForm, severity: Severity): string {
  const group = form.result.findings.filter((finding) => finding.severity === severity);
  if (severity === "warning") {
    const open = group.filter((finding) => isOpenWarning(form, finding)).length;
    if (open < group.length) return pane.check.openOf(open, group.length);
  }
  if (severity === "hint") {
    const open = group.filter((finding) => !isDismissed(form, finding)).length;
    if (open < group.length) return pane.check.openHints(open, group.length);
  }
  return pane.check.count(group.length);
}

function footText(counts: Tally, isClear: boolean): string {
  const held = tallyWords.held(counts);
  return (isClear || held === "" ? "" : pane.check.held(held)) + tallyWords.undecided(counts);
}
