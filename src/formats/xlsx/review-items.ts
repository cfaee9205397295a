import type { Explanation, Report } from "../../core/model/report";
import { explanationState, type CheckResult } from "../../core/rules/check";
import { ruleOf, type RuleBook } from "../../core/rules/expand";
import type { Finding } from "../../core/rules/finding";
import { findingMessage, placeName, severityName } from "../../messages/finding";
import { review as words, rulePlace, ruleStatement, type ReviewState } from "../../messages/review";

/** Columns of the sheet 校验与说明, in order; the last two are hidden. */
export const reviewColumns = [
  "number",
  "rule",
  "severity",
  "place",
  "difference",
  "text",
  "by",
  "at",
  "state",
  "key",
  "data",
] as const;
export type ReviewColumn = (typeof reviewColumns)[number];

/** One row of the sheet: a finding that asks for a reason, a reason that somebody gave, or both. */
export type ReviewItem = {
  /** The rule with its bracket. */
  readonly key: string;
  readonly sentence: string;
  readonly severity: string;
  readonly place: string;
  readonly difference: number | null;
  readonly state: ReviewState;
  readonly explanation: Explanation | null;
  /** Both sums of the finding, to which a reason typed into the row is bound. */
  readonly shown: readonly [left: number | null, right: number | null] | null;
};

/**
 * What stands on the sheet 校验与说明: every 强制 and 核实 finding, the 提示 that were looked at, and all other reasons,
 * whether they still apply or not: none is left out.
 */
export function reviewItems(
  book: RuleBook,
  result: CheckResult,
  { explanations }: Pick<Report, "explanations">,
): readonly ReviewItem[] {
  const findings = result.findings.filter(
    ({ severity, rule }) => severity !== "hint" || Object.hasOwn(explanations, rule),
  );
  const listed = new Set(findings.map(({ rule }) => rule));
  const undecided = new Set(result.undecided);
  const others = Object.keys(explanations).filter((rule) => !listed.has(rule));
  const order = new Map(book.rules.map(({ id }, index) => [id, index]));
  others.sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || (a < b ? -1 : 1));
  return [
    ...findings.map((finding) => broken(book, finding, explanations)),
    ...others.map((rule) => alone(book, rule, undecided.has(rule), explanations[rule] ?? null)),
  ];
}

function broken(book: RuleBook, finding: Finding, explanations: Report["explanations"]): ReviewItem {
  const { rule, severity, difference, left, right } = finding;
  const explanation = explanations[rule] ?? null;
  const given = explanationState(finding, explanations);
  const state: ReviewState =
    severity === "error"
      ? "mustFix"
      : given === "none"
        ? "open"
        : given === "expired"
          ? "expired"
          : severity === "hint"
            ? "noted"
            : "current";
  return {
    key: rule,
    sentence: findingMessage(book, finding),
    severity: severityName[severity],
    place: placeName(book, finding),
    difference,
    state,
    explanation,
    shown: [left, right],
  };
}

function alone(book: RuleBook, rule: string, isUndecided: boolean, explanation: Explanation | null): ReviewItem {
  const bound = ruleOf(book, rule);
  return {
    key: rule,
    sentence: bound === undefined ? rule : ruleStatement(book, bound),
    severity: bound === undefined ? "" : severityName[bound.rule.severity],
    place: bound === undefined ? "" : rulePlace(book, bound),
    difference: null,
    state: bound === undefined ? "unknown" : isUndecided ? "untold" : "settled",
    explanation,
    shown: null,
  };
}

/** What the hidden column keeps, so that an edit in the sheet is known from what was written there. */
export type ReviewRecord = {
  readonly told: Explanation | null;
  readonly shown: ReviewItem["shown"];
};

/** The longest text that a cell holds, with room for how it is spelled. */
const longestCell = 30_000;

/** The cells of one row, a blank as the empty string. */
export function reviewCells(item: ReviewItem, number: number): Readonly<Record<ReviewColumn, string | number>> {
  const { explanation } = item;
  const data = JSON.stringify({ told: explanation, shown: item.shown } satisfies ReviewRecord);
  return {
    number,
    rule: item.sentence,
    severity: item.severity,
    place: item.place,
    difference: item.difference ?? "",
    text: explanation?.text ?? "",
    by: explanation?.by ?? "",
    at: explanation?.at ?? "",
    state: words.states[item.state],
    key: item.key,
    data: data.length > longestCell ? "" : data,
  };
}

/**
 * The whole block of the sheet for a workbook that is open: exactly `rows` rows of {@link reviewColumns}, to be written
 * over the anchored block. What does not fit is counted in the last row.
 */
export function reviewRows(
  book: RuleBook,
  result: CheckResult,
  report: Pick<Report, "explanations">,
  rows: number,
): readonly (readonly (string | number)[])[] {
  const items = reviewItems(book, result, report);
  const fits = items.length <= rows ? items : items.slice(0, Math.max(0, rows - 1));
  const lines: (string | number)[][] = fits.map((item, index) => {
    const cells = reviewCells(item, index + 1);
    return reviewColumns.map((column) => cells[column]);
  });
  const note = items.length === 0 ? words.none : words.more(items.length - fits.length);
  const only = (text: string): (string | number)[] => reviewColumns.map((column) => (column === "rule" ? text : ""));
  if (fits.length < items.length || items.length === 0) lines.push(only(note));
  while (lines.length < rows) lines.push(only(""));
  return lines.slice(0, rows);
}
