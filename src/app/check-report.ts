import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { checkAll, explanationState, outcome, summarize, type Outcome } from "../core/rules/check";
import type { Finding } from "../core/rules/finding";
import { findingMessage } from "../messages/finding";
import { ruleBook } from "./forms";

/** A finding as other programs read it. */
export type FindingReport = Omit<Finding, "scope"> & { readonly message: string; readonly explained: boolean };

/** The answer of `check` for one report. */
export type CheckReport = {
  readonly template: string;
  readonly unit: string;
  readonly year: number;
  readonly verdict: Outcome;
  readonly findings: readonly FindingReport[];
  readonly undecided: readonly string[];
  readonly passed: readonly string[];
};

/** Checks a report against all rules of its form, with last year's where it is given. */
export function checkReport(template: Template, report: Report, prior?: Report): CheckReport {
  const book = ruleBook(template);
  const verdicts = checkAll(book, { ...report, prior: prior?.values });
  const { findings, undecided, passed } = summarize(book, verdicts);
  return {
    template: template.id,
    unit: report.unit,
    year: report.year,
    verdict: outcome(findings, report.explanations),
    findings: findings.map((finding) => {
      const { rule, severity, cells, left, right, difference, terms } = finding;
      const message = findingMessage(book, finding);
      const explained = explanationState(finding, report.explanations) === "current";
      return { rule, severity, cells, left, right, difference, terms, message, explained };
    }),
    undecided,
    passed,
  };
}
