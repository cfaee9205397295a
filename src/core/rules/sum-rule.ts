import type { CellId } from "../model/cell";
import type { BoundRule } from "./expand";

/** A total with the parts that it is the sum of. */
export type SumOf = { readonly total: CellId; readonly parts: readonly CellId[] };

/** What a rule says about a total, where it says that the total is the plain sum of its parts; undefined for others. */
export function sumRule(bound: BoundRule): SumOf | undefined {
  if (!("when" in bound) || bound.rule.kind !== "balance" || bound.rule.op !== "=") return undefined;
  if (bound.when.length > 0 || (bound.rule.const ?? 0) !== 0) return undefined;
  const [total, ...more] = bound.right;
  if (total?.total !== true || more.length > 0 || bound.rule.severity !== "error") return undefined;
  if ([...bound.left, total].some(({ coef, year }) => coef !== 1 || year !== 0)) return undefined;
  return { total: total.cell, parts: bound.left.map(({ cell }) => cell) };
}
