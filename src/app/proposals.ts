import type { CellId } from "../core/model/cell";
import { cellsOfTable, type Template } from "../core/model/template";
import type { Fill } from "../core/locate/fills";
import type { Figures } from "../core/rules/evaluate";
import { isTotal } from "../core/rules/expand";
import type { ValueChange } from "./mirror";

/** What 补合计 would write: totals that follow from their parts. */
export function totalsToFill(template: Template, values: Figures, fills: readonly Fill[]): readonly ValueChange[] {
  return fills
    .filter(({ cell }) => isTotal(template, cell))
    .map(({ cell, value }) => ({ cell, from: values.get(cell) ?? null, to: value }));
}

/**
 * What 补零 would write on a sheet: 0 into blanks that are no totals and of which the rules say nothing else. A stroke
 * is a blank that was meant, and stays.
 * @param sheet the sheet's id in the template; all sheets where it is absent
 */
export function zerosToFill(
  template: Template,
  values: Figures,
  fills: readonly Fill[],
  sheet?: string,
): readonly ValueChange[] {
  const known = new Map<CellId, number>(fills.map(({ cell, value }) => [cell, value]));
  const tables = template.sheets
    .filter(({ id }) => sheet === undefined || id === sheet)
    .flatMap((found) => found.tables);
  return template.tables
    .filter(({ id }) => tables.includes(id))
    .flatMap(cellsOfTable)
    .filter((cell) => (values.get(cell) ?? null) === null && !isTotal(template, cell) && (known.get(cell) ?? 0) === 0)
    .map((cell) => ({ cell, from: null, to: 0 }));
}
