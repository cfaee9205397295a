import type { Values } from "../core/model/report";
import { cellsOfTable, type Template } from "../core/model/template";
import type { Progress } from "./session-state";

/** How much of each sheet of the form is filled in. A stroke says that nothing belongs there, so it counts. */
export function progressOf(template: Template, values: Values): readonly Progress[] {
  return template.sheets.flatMap(({ name, tables }) => {
    const cells = template.tables.filter(({ id }) => tables.includes(id)).flatMap(cellsOfTable);
    const filled = cells.filter((cell) => (values.get(cell) ?? null) !== null).length;
    return cells.length === 0 ? [] : [{ sheet: name, filled, total: cells.length }];
  });
}
