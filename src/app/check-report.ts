import type { CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { checkAll, explanationState, outcome, summarize, type Outcome, type Verdicts } from "../core/rules/check";
import type { RuleBook } from "../core/rules/expand";
import type { Finding } from "../core/rules/finding";
import { findingMessage } from "../messages/finding";
import { bookWithOwnRules, type TaskFile } from "./own-rules";
import { suggestionReports, type SuggestionReport } from "./suggestion-report";

/** A finding as other programs read it. */
export type FindingReport = Omit<Finding, "scope"> & { readonly message: string; readonly explained: boolean };

/** The answer of `check` for one report. */
export type CheckReport = {
  readonly template: string;
  readonly unit: string;
  readonly year: number;
  readonly verdict: Outcome;
  readonly findings: readonly FindingReport[];
  readonly suggestions: readonly SuggestionReport[];
  readonly undecided: readonly string[];
  readonly passed: readonly string[];
};

export type CheckOptions = {
  /** Last year's report of the unit. */
  readonly prior?: Report | undefined;
  /** Rules of the superior office. */
  readonly task?: TaskFile | undefined;
  /** Cells of the report whose figure is the result of a formula. */
  readonly computed?: ReadonlySet<CellId> | undefined;
};

/** A report with all rules it was held against, and the verdict on each. */
export type Checked = {
  readonly book: RuleBook;
  readonly report: Report;
  readonly prior: Report | undefined;
  readonly computed?: ReadonlySet<CellId> | undefined;
  readonly verdicts: Verdicts;
};

/**
 * Holds a report against all rules of its form, with last year's figures and own rules where they are given.
 * @throws UserError when an own rule does not fit the form
 */
export function checkWith(template: Template, report: Report, { prior, task, computed }: CheckOptions = {}): Checked {
  const book = bookWithOwnRules(template, task);
  return { book, report, prior, computed, verdicts: checkAll(book, { ...report, prior: prior?.values }) };
}

/**
 * What was found, as other programs read it.
 * @param deadline true once the time for finding the wrong cells is up
 */
export function checkReport(checked: Checked, deadline: () => boolean): CheckReport {
  const { book, report, verdicts } = checked;
  const { findings, undecided, passed } = summarize(book, verdicts);
  return {
    template: book.template.id,
    unit: report.unit,
    year: report.year,
    verdict: outcome(findings, report.explanations),
    findings: findings.map((finding) => {
      const { rule, severity, cells, left, right, difference, terms } = finding;
      const message = findingMessage(book, finding);
      const explained = explanationState(finding, report.explanations) === "current";
      return { rule, severity, cells, left, right, difference, terms, message, explained };
    }),
    suggestions: suggestionReports(checked, deadline),
    undecided,
    passed,
  };
}
