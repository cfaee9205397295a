import { figure } from "../model/cell";
import { weightedSum } from "../model/decimal";
import type { Values } from "../model/report";
import type { ControlTotal, Template } from "../model/template";

/** By the ids of the form's control totals; `null` where all cells of one are blank. */
export type ControlTotals = Readonly<Record<string, number | null>>;

/** The figures by which a submission is known, in the order of the form. */
export function controlTotals({ controlTotals: totals = [] }: Template, values: Values): ControlTotals {
  return Object.fromEntries(totals.map((total) => [total.id, sumOf(total, values)]));
}

function sumOf({ cells }: ControlTotal, values: Values): number | null {
  const figures = cells.flatMap((cell) => figure(values.get(cell)) ?? []);
  return figures.length === 0 ? null : weightedSum(figures.map((value) => ({ value, coef: 1 })));
}
