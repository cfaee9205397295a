import { figure, isBlank, type CellId, type CellValue } from "../model/cell";
import type { Facts } from "../model/facts";
import { decimals, difference, weightedSum, type Weighted } from "../model/decimal";
import type { Report, Values } from "../model/report";
import type { BoundLinear, BoundRatio, BoundRule, BoundTerm } from "./expand";
import type { Finding, FindingTerm } from "./finding";
import { dividedFacts } from "./parts-sum";
import type { Applicability, Comparison, DomainRule } from "./rule";
import { writtenSlack } from "./written-precision";

/** What the rules are held against. `prior` is last year's report of the same unit, where it is known. */
export type Subject = Pick<Report, "year" | "unitType" | "rulemaking" | "zeroReport"> & {
  readonly values: Figures;
  readonly prior?: Figures | undefined;
  /** 正文要素; absent where nothing is known of them. */
  readonly facts?: Facts | undefined;
  /** Cells whose figure is the result of a formula in the sheet; none where it is not known. */
  readonly computed?: ReadonlySet<CellId> | undefined;
};

/** All that a rule asks of a report's values. */
export type Figures = Pick<Values, "get">;

/** `more`: what a rule over several things found beside the first. */
export type Broken = {
  readonly state: "broken";
  readonly finding: Finding;
  readonly more?: readonly Finding[];
};

/** `undecided` = cannot be told; `notAsked` = the rule does not concern this unit or year. */
export type Verdict = { readonly state: "passed" | "undecided" | "notAsked" } | Broken;

/** All that a verdict found: nothing unless it is broken. */
export function findingsOf(verdict: Verdict): readonly Finding[] {
  return verdict.state === "broken" ? [verdict.finding, ...(verdict.more ?? [])] : [];
}

const passed: Verdict = { state: "passed" };
const undecided: Verdict = { state: "undecided" };
const notAsked: Verdict = { state: "notAsked" };

/** Three-valued: what cannot be told is never broken. Blanks are read as `CONTRACT` says, see {@link BoundRule}. */
export function evaluate(bound: BoundRule, subject: Subject): Verdict {
  const asked = isAsked(bound.rule.appliesTo, bound.rule.onlyYears, subject);
  if (asked !== true) return asked === false ? notAsked : undecided;
  if ("when" in bound) return linear(bound, subject);
  if ("left" in bound) return ratio(bound, subject);
  switch (bound.rule.kind) {
    case "domain":
      return domain(bound, bound.rule, subject.values);
    case "required":
      return overCells(
        bound,
        bound.cells.filter((cell) => isBlank(subject.values.get(cell))),
      );
    case "untouched":
      return bound.cells.every((cell) => isBlank(subject.values.get(cell))) ? broken(bound, { cells: [] }) : passed;
    case "zeroReport":
      return isAllZero(bound.cells, subject.values) && subject.zeroReport === null
        ? broken(bound, { cells: [] })
        : passed;
    case "partsSum":
      return partsSum(bound, subject.facts ?? {});
  }
}

/** One finding for each fact whose categories do not add up to it; not asked where there are none. */
function partsSum(bound: BoundRule, facts: Facts): Verdict {
  const divided = dividedFacts(facts);
  const differing = divided.filter(({ state }) => state === "differ");
  const [finding, ...more] = differing.map(({ id, label, parts, total, terms }): Finding => {
    // The total first: that is where the check cell stands.
    const cells = [...terms].reverse().map(({ cell }) => cell);
    const found = { cells, left: parts, right: total ?? 0, terms };
    return { ...findingOf(bound, found), rule: `${bound.id}[${id}]`, labels: { row: label } };
  });
  if (finding !== undefined) return { state: "broken", finding, more };
  if (divided.length === 0) return notAsked;
  return divided.every(({ state }) => state === "agree") ? passed : undecided;
}

/**
 * Why a rule could not be told: the unit's profile or last year's report is not known, cells are blank or no numbers,
 * or figures of 正文要素 are blank or approximate.
 */
export type Doubt = { readonly reason: "profile" | "prior" | "cells" | "facts"; readonly cells: readonly CellId[] };

/** The reason of an `undecided` verdict on the same subject. */
export function doubtOf(bound: BoundRule, subject: Subject): Doubt {
  if (isAsked(bound.rule.appliesTo, bound.rule.onlyYears, subject) === undefined)
    return { reason: "profile", cells: [] };
  if (bound.rule.kind === "partsSum") return { reason: "facts", cells: [] };
  const terms = "left" in bound ? [...bound.left, ...bound.right, ...("when" in bound ? bound.when : [])] : [];
  if (subject.prior === undefined && terms.some(({ year }) => year === -1)) return { reason: "prior", cells: [] };
  const open = terms.filter(({ cell, year }) => {
    const source = year === 0 ? subject.values : subject.prior;
    return figure(source?.get(cell)) === undefined;
  });
  // Blank parts of a balance count as 0: where a total is blank, it is the total that keeps it open.
  const totals = open.filter(({ total }) => total);
  const named = bound.rule.kind === "balance" && totals.length > 0 ? totals : open;
  return { reason: "cells", cells: [...new Set(named.map(({ cell }) => cell))] };
}

function isAsked(
  applies: Applicability | undefined,
  years: readonly number[] | undefined,
  subject: Subject,
): boolean | undefined {
  if (years !== undefined && !years.includes(subject.year)) return false;
  if (applies?.unitType !== undefined) {
    if (subject.unitType === null) return undefined;
    if (!applies.unitType.includes(subject.unitType)) return false;
  }
  if (applies?.rulemaking !== undefined) {
    // A township can issue no 规章 whatever the profile says nothing about (《立法法》).
    const rulemaking = subject.unitType === "township" ? false : subject.rulemaking;
    if (rulemaking === null) return undefined;
    if (rulemaking !== applies.rulemaking) return false;
  }
  return true;
}

type Side = { readonly sum: number; readonly terms: readonly FindingTerm[]; readonly blanks: number };

/** Sums one side; undefined when last year's figures are needed and not known. */
function side(name: FindingTerm["side"], terms: readonly BoundTerm[], subject: Subject): Side | undefined {
  const found: FindingTerm[] = [];
  let blanks = 0;
  for (const { cell, coef, year } of terms) {
    const source = year === 0 ? subject.values : subject.prior;
    if (source === undefined) return undefined;
    const value = figure(source.get(cell)) ?? null;
    if (value === null) blanks += 1;
    found.push({ side: name, cell, value, coef, year });
  }
  const sum = weightedSum(found.map(({ value, coef }) => ({ value: value ?? 0, coef })));
  return { sum, terms: found, blanks };
}

/** Both sums of a rule as they are compared, blanks counting as 0; undefined for rules that compare nothing. */
export function sumsOf(bound: BoundRule, subject: Subject): { left: number; right: number } | undefined {
  if (!("left" in bound)) return undefined;
  const left = side("left", bound.left, subject);
  const right = side("right", bound.right, subject);
  if (left === undefined || right === undefined) return undefined;
  return { left: left.sum, right: "when" in bound ? plus(right.sum, bound.rule.const ?? 0) : right.sum };
}

function plus(a: number, b: number): number {
  return weightedSum([
    { value: a, coef: 1 },
    { value: b, coef: 1 },
  ]);
}

function linear(bound: BoundLinear, subject: Subject): Verdict {
  const { rule } = bound;
  const when = side("when", bound.when, subject);
  const left = side("left", bound.left, subject);
  const right = side("right", bound.right, subject);
  if (when === undefined || left === undefined || right === undefined) return undecided;
  if (when.blanks > 0) return undecided;
  if (rule.when !== undefined && !compares(when.sum, rule.when.op, rule.when.const)) return passed;
  if (rule.kind === "balance" ? isOpenBalance(bound, left, right) : left.blanks + right.blanks > 0) return undecided;
  const bar = plus(right.sum, rule.const ?? 0);
  if (compares(left.sum, rule.op, bar)) return passed;
  if (rule.op === "=" && Math.abs(difference(left.sum, bar)) < amountSlack(bound, left, right)) return passed;
  return broken(bound, { left: left.sum, right: bar, terms: [...left.terms, ...right.terms, ...when.terms] });
}

/** Amounts in 万元 are compared by the precision written; counts are exact and add nothing. */
function amountSlack(bound: BoundLinear, left: Side, right: Side): number {
  const amounts = (terms: readonly BoundTerm[], found: Side): readonly Weighted[] =>
    found.terms.flatMap(({ value, coef }, index) =>
      terms[index]?.decimal === true ? [{ value: value ?? 0, coef }] : [],
    );
  return writtenSlack(amounts(bound.left, left), amounts(bound.right, right));
}

/** A blank 总计, or a side on which nothing stands, leaves a balance open; a blank part counts as 0. */
function isOpenBalance(bound: BoundLinear, left: Side, right: Side): boolean {
  const allBlank = (terms: readonly BoundTerm[], { blanks }: Side): boolean =>
    terms.length > 0 && blanks === terms.length;
  const blankTotal = (terms: readonly BoundTerm[], found: Side): boolean =>
    terms.some(({ total }, index) => total && found.terms[index]?.value === null);
  return (
    allBlank(bound.left, left) ||
    allBlank(bound.right, right) ||
    blankTotal(bound.left, left) ||
    blankTotal(bound.right, right)
  );
}

function ratio(bound: BoundRatio, subject: Subject): Verdict {
  const left = side("left", bound.left, subject);
  const right = side("right", bound.right, subject);
  if (left === undefined || right === undefined || left.blanks + right.blanks > 0) return undecided;
  const { low, high, minBase } = bound.rule;
  if (Math.abs(right.sum) < minBase) return passed;
  const quotient = left.sum / right.sum;
  if (quotient >= low && quotient <= high) return passed;
  return broken(bound, { left: left.sum, right: right.sum, terms: [...left.terms, ...right.terms] });
}

function domain(bound: BoundRule, rule: DomainRule, values: Figures): Verdict {
  const [wrong] = bound.cells.filter((cell) => !isAllowed(values.get(cell), rule));
  return wrong === undefined ? passed : broken(bound, { cells: [wrong], written: values.get(wrong) ?? null });
}

function isAllowed(value: CellValue | undefined, { integer, min, maxDecimals }: DomainRule): boolean {
  if (isBlank(value)) return true;
  // A text is the affair of the rule that says what kind of number belongs here, not of one about its decimals.
  if (typeof value === "string") return maxDecimals !== undefined;
  if (!Number.isFinite(value)) return false;
  if (integer === true && !Number.isInteger(value)) return false;
  if (min !== undefined && value < min) return false;
  return maxDecimals === undefined || decimals(value) <= maxDecimals;
}

function isAllZero(cells: readonly CellId[], values: Figures): boolean {
  let given = false;
  for (const cell of cells) {
    const value = values.get(cell);
    if (isBlank(value)) continue;
    if (value !== 0) return false;
    given = true;
  }
  return given;
}

function overCells(bound: BoundRule, cells: readonly CellId[]): Verdict {
  return cells.length === 0 ? passed : broken(bound, { cells });
}

function compares(left: number, op: Comparison, right: number): boolean {
  const gap = difference(left, right);
  switch (op) {
    case "=":
      return gap === 0;
    case "<=":
      return gap <= 0;
    case ">=":
      return gap >= 0;
    case "<":
      return gap < 0;
    case ">":
      return gap > 0;
  }
}

type Found = {
  readonly cells?: readonly CellId[];
  readonly left?: number;
  readonly right?: number;
  readonly terms?: readonly FindingTerm[];
  readonly written?: CellValue;
};

function broken(bound: BoundRule, found: Found): Verdict {
  return { state: "broken", finding: findingOf(bound, found) };
}

function findingOf(bound: BoundRule, found: Found): Finding {
  const { left = null, right = null, written } = found;
  return {
    rule: bound.id,
    severity: bound.rule.severity,
    scope: bound.rule.scope,
    cells: found.cells ?? bound.cells,
    left,
    right,
    difference: left === null || right === null ? null : difference(left, right),
    terms: found.terms ?? [],
    ...(written !== undefined && { written }),
  };
}
