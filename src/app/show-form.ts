import type { narrate } from "../core/narrative/narrate";
import { explanationState, outcome, summarize, type Verdicts } from "../core/rules/check";
import { undoable, type ChangeLog } from "./change-log";
import type { findSlips } from "./find-slips";
import { reportOf, type FormInWorkbook } from "./form-in-workbook";
import { ruleBook } from "./forms";
import { progressOf } from "./progress";
import type { OpenForm } from "./session-state";

type FormAtWork = {
  readonly form: FormInWorkbook;
  readonly verdicts: Verdicts;
  readonly log: ChangeLog;
  /** Null until somebody asks for the report text. */
  readonly narrate: typeof narrate | null;
  /** Null until it is loaded. */
  readonly find: typeof findSlips | null;
  /** True once finding the wrong cell has taken long enough. */
  readonly deadline: () => boolean;
};

const noSlips = { localisation: { suggestions: [], unexplained: [] }, proposals: { totals: [], zeros: [] } };

/** Everything that the pane shows of the open form, derived from its figures and verdicts. */
export function showOpenForm({ form, verdicts, log, narrate: say, find, deadline }: FormAtWork): OpenForm {
  const { template } = form;
  const book = ruleBook(template);
  const report = reportOf(form);
  const result = summarize(book, verdicts);
  const { findings } = result;
  return {
    template,
    book,
    report,
    result,
    outcome: outcome(findings, report.explanations),
    ...(find?.(book, report, verdicts, deadline) ?? noSlips),
    explanations: Object.fromEntries(
      findings.map((finding) => [finding.rule, explanationState(finding, report.explanations)]),
    ),
    progress: progressOf(template, report.values),
    log,
    undoable: undoable(log, report.values),
    narrative: say?.(template, report) ?? null,
  };
}
