import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowClockwise16Regular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { useState, type ReactElement } from "react";
import type { OpenForm } from "../app/session-state";
import { explanationState } from "../core/rules/check";
import type { Finding } from "../core/rules/finding";
import type { Severity } from "../core/rules/rule";
import { pane } from "../messages/pane";
import { AllClear } from "./AllClear";
import { FindingCard } from "./FindingCard";
import { FindingGroup } from "./FindingGroup";
import { useSurface } from "./surface";
import { tally, type Tally } from "./tally";
import { isOpenWarning, wholeProgress } from "./verdict";

const useStyles = makeStyles({
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  groups: { display: "flex", flexDirection: "column", gap: "4px", margin: "0 -4px" },
});

const severities: readonly Severity[] = ["error", "warning", "hint"];

type CheckViewProps = {
  readonly form: OpenForm;
  readonly busy: boolean;
  /** Leads to the cell to look at first. The same function from edit to edit, so that untouched cards stay as they are. */
  readonly onGoTo: (finding: Finding) => void;
  readonly onCheckAgain: () => void;
};

/** 校验: the findings by severity, or a calm all-clear; then what held and what could not be told. */
export function CheckView({ form, busy, onGoTo, onCheckAgain }: CheckViewProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { book, result } = form;
  const { findings } = result;
  const [toggled, setToggled] = useState<Partial<Record<Severity, boolean>>>({});
  const first = severities.find((severity) => findings.some((finding) => finding.severity === severity));
  const counts = tally(book, result);
  const { filled, total } = wholeProgress(form);
  const isClear = findings.every((finding) => finding.severity === "hint" || !asksForMore(form, finding));

  return (
    <div className={surface.view}>
      <div className={styles.top}>
        <h2 className={surface.heading}>{pane.check.title}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowClockwise16Regular />}
          disabledFocusable={busy}
          onClick={onCheckAgain}
        >
          {pane.check.again}
        </Button>
      </div>
      {isClear && <AllClear blank={total - filled} {...counts.held} />}
      {findings.length > 0 && (
        <div className={styles.groups}>
          {severities.map((severity) => {
            const group = findings.filter((finding) => finding.severity === severity);
            const open = toggled[severity] ?? severity === first;
            return (
              <FindingGroup
                key={severity}
                severity={severity}
                count={countText(form, severity, group)}
                open={open}
                onToggle={() => {
                  setToggled({ ...toggled, [severity]: !open });
                }}
              >
                {group.map((finding) => (
                  <FindingCard
                    key={finding.rule}
                    book={book}
                    finding={finding}
                    reason={reasonFor(form, finding)}
                    onGoTo={onGoTo}
                  />
                ))}
              </FindingGroup>
            );
          })}
        </div>
      )}
      <p className={surface.quiet}>{footText(counts, isClear)}</p>
    </div>
  );
}

function asksForMore(form: OpenForm, finding: Finding): boolean {
  return finding.severity === "error" || isOpenWarning(form, finding);
}

function countText(form: OpenForm, severity: Severity, group: readonly Finding[]): string {
  const open = group.filter((finding) => isOpenWarning(form, finding)).length;
  return severity === "warning" && open < group.length
    ? pane.check.openOf(open, group.length)
    : pane.check.count(group.length);
}

function reasonFor(form: OpenForm, finding: Finding): string | null {
  const text = form.report.explanations[finding.rule]?.text ?? "";
  switch (explanationState(finding, form.report.explanations)) {
    case "none":
      return null;
    case "current":
      return pane.check.explained(text);
    case "expired":
      return pane.check.expired(text);
  }
}

function footText({ held, undecided, reasons }: Tally, isClear: boolean): string {
  const said = isClear || held.rules + held.balances === 0 ? "" : pane.check.held(held.rules, held.balances);
  if (undecided.rules + undecided.balances === 0) return said;
  const because = pane.check.because(reasons.map((reason) => pane.check.reason[reason]));
  return said + pane.check.undecided(undecided.rules, undecided.balances) + because;
}
