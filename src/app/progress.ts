import { isBlank } from "../core/model/cell";
import type { Values } from "../core/model/report";
import { cellsOfTable, type Template } from "../core/model/template";
import type { Progress } from "./session-state";

/** How much of each sheet of the form is filled in. */
export function progressOf(template: Template, values: Values): readonly Progress[] {
  return template.sheets.map(({ name, tables }) => {
    const cells = template.tables.filter(({ id }) => tables.includes(id)).flatMap(cellsOfTable);
    const filled = cells.filter((cell) => !isBlank(values.get(cell))).length;
    return { sheet: name, filled, total: cells.length };
  });
}
