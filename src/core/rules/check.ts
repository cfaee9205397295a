import type { CellId } from "../model/cell";
import type { Explanation } from "../model/report";
import { evaluate, findingsOf, type Subject, type Verdict } from "./evaluate";
import type { RuleBook } from "./expand";
import type { Finding } from "./finding";
import type { Severity } from "./rule";

/** The verdict on every rule of a book, in its order. */
export type Verdicts = readonly Verdict[];

export type CheckResult = {
  /** 强制 first, in the order of the form within a severity. */
  readonly findings: readonly Finding[];
  /** Rules that could not be told, for example because last year's report is missing. Never shown as errors. */
  readonly undecided: readonly string[];
  readonly passed: readonly string[];
};

/** Confronts a report with every rule of its form. */
export function checkAll(book: RuleBook, subject: Subject): Verdicts {
  return book.rules.map((rule) => evaluate(rule, subject));
}

/** The verdicts after some cells changed: only the rules that these cells touch are asked again. */
export function recheck(book: RuleBook, before: Verdicts, subject: Subject, changed: Iterable<CellId>): Verdicts {
  const verdicts = before.slice();
  const again = new Set<number>();
  for (const cell of changed) for (const index of book.touching.get(cell) ?? []) again.add(index);
  // Facts are no cells of the form: that one of them changed is not told.
  for (const index of book.overFacts) again.add(index);
  for (const index of again) {
    const rule = book.rules[index];
    if (rule !== undefined) verdicts[index] = evaluate(rule, subject);
  }
  return verdicts;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

export function summarize(book: RuleBook, verdicts: Verdicts): CheckResult {
  const findings: Finding[] = [];
  const undecided: string[] = [];
  const passed: string[] = [];
  verdicts.forEach((verdict, index) => {
    const id = book.rules[index]?.id ?? "";
    if (verdict.state === "broken") findings.push(...findingsOf(verdict));
    else if (verdict.state === "undecided") undecided.push(id);
    else if (verdict.state === "passed") passed.push(id);
  });
  findings.sort((a, b) => rank[a.severity] - rank[b.severity]);
  return { findings, undecided, passed };
}

/** Whether a reason stands for the figures that the finding has now. */
export type ExplanationState = "none" | "current" | "expired";

export function explanationState(
  finding: Finding,
  explanations: Readonly<Record<string, Explanation>>,
): ExplanationState {
  const given = explanations[finding.rule];
  if (given === undefined || given.text.trim() === "") return "none";
  return given.left === finding.left && given.right === finding.right ? "current" : "expired";
}

type Reasons = Readonly<Record<string, Explanation>>;

/** The reasons with one given, bound to the finding's figures, or taken back where the text is empty. */
export function withReason(
  reasons: Reasons,
  rule: string,
  finding: Finding | undefined,
  { text, by, at }: Pick<Explanation, "text" | "by" | "at">,
): Reasons {
  const others = Object.fromEntries(Object.entries(reasons).filter(([id]) => id !== rule));
  if (text.trim() === "" || finding === undefined) return others;
  return { ...others, [rule]: { text: text.trim(), left: finding.left, right: finding.right, by: by.trim(), at } };
}

/** The answer for the whole report: 可以上报, 还需说明, 有必须改的. */
export type Outcome = "pass" | "explain" | "fail";

export function outcome(findings: readonly Finding[], explanations: Readonly<Record<string, Explanation>>): Outcome {
  if (findings.some(({ severity }) => severity === "error")) return "fail";
  const open = findings.some(
    (finding) => finding.severity === "warning" && explanationState(finding, explanations) !== "current",
  );
  return open ? "explain" : "pass";
}
