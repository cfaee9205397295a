import { figure, type CellId } from "../../core/model/cell";
import { weightedSum } from "../../core/model/decimal";
import type { Values } from "../../core/model/report";
import type { PlacedForm } from "./placed-form";

/**
 * The figures as they stand once totals are formulas. A total that was given and differs from the sum of its parts is
 * no formula: a person's figure is never replaced unseen, and the difference stays visible in the check cell.
 */
export function sumValues(
  form: PlacedForm,
  given: Values,
): { readonly values: Values; readonly summed: ReadonlySet<CellId> } {
  const values = new Map(given);
  const summed = new Set<CellId>();
  const sums = form.sheets.flatMap(({ cells }) =>
    cells.flatMap(({ content }) => (content.kind === "figure" && content.sum !== undefined ? [content] : [])),
  );
  // Totals of totals come after their parts: rounds go on until nothing moves any more.
  for (let moved = true; moved;) {
    moved = false;
    for (const { cell, parts = [] } of sums) {
      const figures = parts.flatMap((part) => figure(values.get(part)) ?? []);
      const sum = figures.length === 0 ? null : weightedSum(figures.map((value) => ({ value, coef: 1 })));
      const own = given.get(cell) ?? "";
      if ((own !== "" && own !== sum) || (summed.has(cell) && values.get(cell) === sum)) continue;
      values.set(cell, sum);
      summed.add(cell);
      moved = true;
    }
  }
  return { values, summed };
}
