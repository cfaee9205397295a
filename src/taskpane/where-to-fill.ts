import { isBlank, type CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import { cellsOfTable, type Template } from "../core/model/template";

/** Where filling goes on in a sheet: its first blank cell, or its first cell when all are filled. */
export function whereToFill(template: Template, report: Report, sheet: string): CellId | undefined {
  const tables = template.sheets.find(({ name }) => name === sheet)?.tables ?? [];
  const cells = template.tables.filter(({ id }) => tables.includes(id)).flatMap(cellsOfTable);
  return cells.find((cell) => isBlank(report.values.get(cell))) ?? cells[0];
}
