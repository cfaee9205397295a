import { cellParts } from "../../core/model/cell";
import type { Report, Values } from "../../core/model/report";
import { explanationState, type Verdicts } from "../../core/rules/check";
import { doubtOf, findingsOf, sumsOf, type Subject, type Verdict } from "../../core/rules/evaluate";
import type { BoundRule, RuleBook } from "../../core/rules/expand";
import type { Finding } from "../../core/rules/finding";
import { findingMessage, placeName, severityName, sheetName } from "../../messages/finding";
import { checkReportWords as words, doubtText, rulePlace, ruleStatement, sourceText } from "../../messages/review";

/** One report with the verdict on every rule of its book. */
export type CheckedReport = {
  readonly book: RuleBook;
  readonly report: Report;
  /** Last year's figures, where they were given. */
  readonly prior: Values | undefined;
  readonly verdicts: Verdicts;
};

/** One rule with its verdict, as it stands in the report. */
export type CheckRow = {
  readonly state: Verdict["state"];
  /** How many rules stand together in the row. */
  readonly rules: number;
  readonly severity: string;
  readonly place: string;
  readonly rule: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly difference: number | null;
  /** The reason that was given, or why the rule could not be told. */
  readonly note: string;
  readonly signed: string;
  readonly source: string;
  readonly id: string;
};

/** The states in the order of the report: what needs attention first. */
export const reportedStates = ["broken", "undecided", "passed", "notAsked"] as const;

/**
 * Every rule with its verdict, in the order of the form within a state, 强制 first among the broken ones. Cells of which
 * one rule speaks one by one stand together where nothing is wrong with them.
 */
export function checkRows({ book, report, prior, verdicts }: CheckedReport): readonly CheckRow[] {
  const subject: Subject = { ...report, prior };
  const together = new Map<string, BoundRule[]>();
  const rows = book.rules.flatMap((bound, index): readonly (CheckRow | BoundRule[])[] => {
    const verdict = verdicts[index];
    if (verdict === undefined) return [];
    if (verdict.state === "broken")
      return findingsOf(verdict).map((finding) => brokenRow(book, bound, finding, report));
    if (bound.rule.kind !== "domain") return [quietRow(book, bound, verdict.state, subject)];
    const key = `${verdict.state} ${bound.rule.id}`;
    const group = together.get(key);
    if (group !== undefined) {
      group.push(bound);
      return [];
    }
    const started = [bound];
    together.set(key, started);
    return [started];
  });
  const states = new Map(book.rules.map((bound, index) => [bound, verdicts[index]?.state ?? "undecided"]));
  const all = rows.map((row) => (isGroup(row) ? groupRow(book, row, states) : row));
  const rank = ({ state, severity }: CheckRow): number =>
    reportedStates.indexOf(state) * 10 + (state === "broken" ? severities.indexOf(severity) : 0);
  return all.sort((a, b) => rank(a) - rank(b));
}

const severities: readonly string[] = [severityName.error, severityName.warning, severityName.hint];

function isGroup(row: CheckRow | BoundRule[]): row is BoundRule[] {
  return Array.isArray(row);
}

function brokenRow(book: RuleBook, bound: BoundRule, finding: Finding, { explanations }: Report): CheckRow {
  const given = explanations[finding.rule];
  const state = explanationState(finding, explanations);
  const note =
    given !== undefined && state !== "none"
      ? words.reason(given.text, state === "current" ? "current" : "expired")
      : finding.severity === "warning"
        ? words.openReason
        : "";
  return {
    state: "broken",
    rules: 1,
    severity: severityName[finding.severity],
    place: placeName(book, finding) || rulePlace(book, bound),
    rule: findingMessage(book, finding),
    left: finding.left,
    right: finding.right,
    difference: finding.difference,
    note,
    signed: [given?.by, given?.at].filter((part) => part !== undefined && part !== "").join("\n"),
    source: sourceText(bound.rule.source),
    id: finding.rule,
  };
}

function quietRow(
  book: RuleBook,
  bound: BoundRule,
  state: Exclude<Verdict["state"], "broken">,
  subject: Subject,
): CheckRow {
  const sums = state === "passed" ? sumsOf(bound, subject) : undefined;
  return {
    state,
    rules: 1,
    severity: severityName[bound.rule.severity],
    place: rulePlace(book, bound),
    rule: ruleStatement(book, bound),
    left: sums?.left ?? null,
    right: sums?.right ?? null,
    difference: null,
    note: state === "undecided" ? doubtText(book, doubtOf(bound, subject)) : "",
    signed: "",
    source: sourceText(bound.rule.source),
    id: bound.id,
  };
}

function groupRow(
  book: RuleBook,
  group: readonly BoundRule[],
  states: ReadonlyMap<BoundRule, Verdict["state"]>,
): CheckRow {
  const [first] = group;
  if (first === undefined) throw new Error("No rule in a group");
  const cells = group.flatMap((bound) => bound.cells);
  const sheets = new Set(cells.map((cell) => sheetName(book.template, cellParts(cell).table)));
  return {
    state: states.get(first) ?? "undecided",
    rules: group.length,
    severity: severityName[first.rule.severity],
    place: group.length === 1 ? rulePlace(book, first) : [...sheets].join("、"),
    rule: group.length === 1 ? ruleStatement(book, first) : words.together(cells.length, ruleStatement(book, first)),
    left: null,
    right: null,
    difference: null,
    note: "",
    signed: "",
    source: sourceText(first.rule.source),
    id: group.length === 1 ? first.id : first.id.replace(/\[.*$/u, ""),
  };
}
