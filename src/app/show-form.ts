import { explanationState, outcome, summarize, type Verdicts } from "../core/rules/check";
import { isTotal } from "../core/rules/expand";
import { nothing } from "./against";
import { undoable, type ChangeLog } from "./change-log";
import type { findSlips } from "./find-slips";
import { bookOf, isSealed, subjectOf, type FormInWorkbook } from "./form-in-workbook";
import type { Area } from "./ports";
import type { Integrity } from "./inspect-open-form";
import { progressOf } from "./progress";
import type { OpenForm } from "./session-state";
import type { openText, selectedIn } from "./text-in-workbook";

/** What makes the report text; loaded after the first screen is shown. */
export type TextTools = { readonly openText: typeof openText; readonly selectedIn: typeof selectedIn };

type FormAtWork = {
  readonly form: FormInWorkbook;
  readonly integrity: Integrity | null;
  readonly verdicts: Verdicts;
  readonly log: ChangeLog;
  /** Null until it is loaded. */
  readonly texts: TextTools | null;
  readonly selection: Area | null;
  /** Null until it is loaded. */
  readonly find: typeof findSlips | null;
  /** True once finding the wrong cell has taken long enough. */
  readonly deadline: () => boolean;
};

const noSlips = { localisation: { suggestions: [], unexplained: [] }, proposals: { totals: [], zeros: [] } };

/** Everything that the pane shows of the open form, derived from its figures and verdicts. */
export function showOpenForm({
  form,
  integrity,
  verdicts,
  log,
  texts,
  selection,
  find,
  deadline,
}: FormAtWork): OpenForm {
  const { template } = form;
  const book = bookOf(form);
  const report = subjectOf(form);
  const result = summarize(book, verdicts);
  const { findings } = result;
  const text = texts?.openText(form) ?? null;
  return {
    template,
    book,
    report,
    result,
    damaged: form.mirror.damaged,
    isSealed: isSealed(form),
    outcome: outcome(findings, report.explanations),
    ...(find?.(book, report, verdicts, deadline) ?? noSlips),
    explanations: Object.fromEntries(
      findings.map((finding) => [finding.rule, explanationState(finding, report.explanations)]),
    ),
    progress: progressOf(template, report.values),
    sums: [...form.mirror.computed].filter((cell) => isTotal(template, cell)).length,
    against: form.against ?? nothing,
    integrity,
    log,
    undoable: undoable(log, report.values),
    narrative: text?.narrative ?? null,
    text,
    selected: selection === null ? null : (texts?.selectedIn(form, selection) ?? null),
  };
}
