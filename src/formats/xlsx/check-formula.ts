import type { CellId } from "../../core/model/cell";
import { checkText, atMost, sumCheck } from "../../core/rules/check-functions";
import { evaluate, type Subject } from "../../core/rules/evaluate";
import type { BoundLinear, BoundRule, BoundTerm } from "../../core/rules/expand";
import { customFormula, nativeTwin, type FunctionName } from "../../core/rules/native-twin";
import { range } from "./a1";
import type { CheckFormula, Rect } from "./placed-form";

/** Where a cell for a figure stands on the sheet at hand. */
export type Places = (cell: CellId) => Rect;

/**
 * The formula that shows a rule's verdict in the sheet: `√`, `差 +2`, or nothing while it cannot be told.
 *
 * The functions know blanks less strictly than the rules do (see `CONTRACT`, Blanks), so what they do not see is asked
 * before them: a side on which nothing stands, a total that is blank, any blank in a comparison.
 * @throws Error for rules that no check cell can show: a mistake in a layout, not in a report.
 */
export function checkFormula(rule: BoundRule, places: Places): CheckFormula {
  if (!isShowable(rule)) throw new Error(`${rule.id} cannot be shown in a check cell`);
  const call = rule.rule.op === "=" ? equation(rule, places) : bound(rule, places);
  const open = openCondition(rule, call, places);
  const wrap = (formula: string): string =>
    open === "" ? formula : `=IF(${open},"${checkText.open}",${formula.slice(1)})`;
  return { native: wrap(nativeTwin(call.name, call.args)), custom: wrap(customFormula(call.name, call.args)) };
}

/** What the check cell shows for these figures, without a spreadsheet. */
export function checkCellText(rule: BoundRule, subject: Subject): string {
  const verdict = evaluate(rule, subject);
  if (verdict.state !== "broken") return verdict.state === "passed" ? checkText.holds : checkText.open;
  const { left, right } = verdict.finding;
  return isShowable(rule) && rule.rule.op === "=" ? sumCheck(left, right) : atMost(left, right);
}

/** The cells to be tinted when the rule is broken: the sum where there is one, else all that take part. */
export function involvedCells(rule: BoundRule): readonly CellId[] {
  if (!isShowable(rule)) return [];
  const sums = rule.rule.op === "=" && rule.right.length === 1 ? rule.right : [...rule.left, ...rule.right];
  return sums.map(({ cell }) => cell);
}

function isShowable(rule: BoundRule): rule is BoundLinear {
  if (!("when" in rule) || rule.when.length > 0) return false;
  if ((rule.rule.const ?? 0) !== 0 || (rule.rule.op !== "=" && rule.rule.op !== "<=")) return false;
  return [...rule.left, ...rule.right].every(({ year }) => year === 0);
}

type Call = { readonly name: FunctionName; readonly args: readonly string[] };

function equation({ left, right }: BoundLinear, places: Places): Call {
  const plain = [...left, ...right].every(({ coef }) => coef === 1);
  const [a, b] = left;
  const [c, d] = right;
  if (plain && left.length === 2 && right.length === 2 && a && b && c && d)
    return { name: "FLOWCHECK", args: [a, b, c, d].map(({ cell }) => range(corner(places(cell)))) };
  const total = right.length === 1 && plain && c ? range(corner(places(c.cell))) : sum(right, places);
  const parts = plain ? blockOf(left.map(({ cell }) => places(cell))) : undefined;
  if (parts === undefined) return { name: "SUMCHECK", args: [sum(left, places), total] };
  return { name: parts.rows === 1 ? "ROWCHECK" : "SUMCHECK", args: [range(parts), total] };
}

/** Terms with a minus change sides, so that either argument is a reference or a sum. */
function bound({ left, right }: BoundLinear, places: Places): Call {
  const side = (same: readonly BoundTerm[], other: readonly BoundTerm[]): string =>
    sum([...same.filter(({ coef }) => coef > 0), ...other.filter(({ coef }) => coef < 0).map(turn)], places);
  return { name: "ATMOST", args: [side(left, right), side(right, left)] };
}

function turn(term: BoundTerm): BoundTerm {
  return { ...term, coef: -term.coef };
}

/** SUM skips texts, so a stroke in a cell does not spoil the formula. */
function sum(terms: readonly BoundTerm[], places: Places): string {
  const [only] = terms;
  if (terms.length === 1 && only?.coef === 1) return range(corner(places(only.cell)));
  const parts = terms.map(({ cell, coef }) => {
    const ref = range(corner(places(cell)));
    return coef === 1 ? ref : `${String(coef)}*SUM(${ref})`;
  });
  return parts.length === 0 ? "0" : `SUM(${parts.join(",")})`;
}

/** What has to be asked before the call; empty when the function asks all of it itself. */
function openCondition({ rule, left, right }: BoundLinear, { name, args }: Call, places: Places): string {
  const refs = (terms: readonly BoundTerm[]): string => ranges(terms.map(({ cell }) => places(cell))).join(",");
  const all = [...left, ...right];
  if (rule.kind === "comparison") return `COUNT(${refs(all)})<${String(all.length)}`;
  // ROWCHECK and SUMCHECK are open while their total is blank, FLOWCHECK while what was handled is.
  const asked = name === "FLOWCHECK" ? args[2] : args[1];
  const totals = all.filter(({ total, cell }) => total && range(corner(places(cell))) !== asked);
  // A side is not blank when one of its totals is known not to be.
  const sides = [left, right].filter((side) => side.length > 0 && !side.some(({ total }) => total));
  const conditions = [
    ...sides.map((side) => `COUNT(${refs(side)})=0`),
    ...(totals.length === 0 ? [] : [`COUNT(${refs(totals)})<${String(totals.length)}`]),
  ];
  return conditions.length === 1 ? conditions.join("") : `OR(${conditions.join(",")})`;
}

/** One rectangle when the cells stand side by side in one row or column. */
function blockOf(cells: readonly Rect[]): Rect | undefined {
  const [joined, more] = mergeRuns(cells);
  return more === undefined ? joined : undefined;
}

function ranges(cells: readonly Rect[]): readonly string[] {
  return mergeRuns(cells).map((area) => range(area));
}

/** A merged cell is referred to by its upper left cell. */
function corner({ row, column }: Rect): Rect {
  return { row, column, rows: 1, columns: 1 };
}

/** Joins neighbours in a row or in a column, keeping the order. */
function mergeRuns(cells: readonly Rect[]): readonly Rect[] {
  const runs: Rect[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.rows === 1 && row === last.row && column === last.column + last.columns) {
      runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    } else if (last?.columns === 1 && column === last.column && row === last.row + last.rows) {
      runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    } else {
      runs.push({ row, column, rows: 1, columns: 1 });
    }
  }
  return runs;
}
