import { fills } from "../core/locate/fills";
import { localise } from "../core/locate/suggest";
import { narrate } from "../core/narrative/narrate";
import { explanationState, outcome, summarize, type Verdicts } from "../core/rules/check";
import { undoable, type ChangeLog } from "./change-log";
import { reportOf, type FormInWorkbook } from "./form-in-workbook";
import { ruleBook } from "./forms";
import { progressOf } from "./progress";
import { totalsToFill, zerosToFill } from "./proposals";
import type { OpenForm } from "./session-state";

type FormAtWork = {
  readonly form: FormInWorkbook;
  readonly verdicts: Verdicts;
  readonly log: ChangeLog;
  /** Whether somebody has asked for the report text. */
  readonly narrating: boolean;
  /** True once finding the wrong cell has taken long enough. */
  readonly deadline: () => boolean;
};

/** Everything that the pane shows of the open form, derived from its figures and verdicts. */
export function showOpenForm({ form, verdicts, log, narrating, deadline }: FormAtWork): OpenForm {
  const { template } = form;
  const book = ruleBook(template);
  const report = reportOf(form);
  const result = summarize(book, verdicts);
  const { findings } = result;
  const blanks = fills(book, report);
  return {
    template,
    book,
    report,
    result,
    outcome: outcome(findings, report.explanations),
    localisation: localise(book, report, verdicts, deadline),
    explanations: Object.fromEntries(
      findings.map((finding) => [finding.rule, explanationState(finding, report.explanations)]),
    ),
    proposals: {
      totals: totalsToFill(template, report.values, blanks),
      zeros: zerosToFill(template, report.values, blanks),
    },
    progress: progressOf(template, report.values),
    log,
    undoable: undoable(log, report.values),
    narrative: narrating ? narrate(template, report) : null,
  };
}
