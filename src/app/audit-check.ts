import { narrativeText } from "../core/narrative/narrative-text";
import type { Report } from "../core/model/report";
import { auditText, type AuditSubject } from "./audit-text";
import type { CheckReport, FindingReport } from "./check-report";
import { templateFor } from "./forms";
import { editedText, reportText } from "./report-text";

/** The text over which rules are held: the one that was given, else the sheet 年报正文 where it was edited. */
export function textToCheck({ template, report, prior }: AuditSubject, given: string | undefined): string | undefined {
  return given ?? editedText(template, report, prior);
}

/** The words of last year's sheet 年报正文; undefined where that workbook holds none. */
export function textOfPrior(prior: Report | undefined): string | undefined {
  if (prior?.text === undefined) return undefined;
  return narrativeText(reportText(templateFor(prior), prior).narrative);
}

const rank = { error: 0, warning: 1, hint: 2 } as const;

/** The answer of a check with what the rules over the text say beside those over the figures. */
export function withTextRules(answer: CheckReport, subject: AuditSubject, text: string): CheckReport {
  const { findings, undecided, passed } = auditText(subject, text);
  return {
    ...answer,
    verdict: worse(answer.verdict, findings),
    findings: [...answer.findings, ...findings].sort((a, b) => rank[a.severity] - rank[b.severity]),
    undecided: [...answer.undecided, ...undecided],
    passed: [...answer.passed, ...passed],
  };
}

function worse(verdict: CheckReport["verdict"], findings: readonly FindingReport[]): CheckReport["verdict"] {
  if (verdict === "fail" || findings.some(({ severity }) => severity === "error")) return "fail";
  const isOpen = findings.some(({ severity, explained }) => severity === "warning" && !explained);
  return isOpen ? "explain" : verdict;
}
