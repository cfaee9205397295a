import type { SheetCells } from "./sheet-cells";
import { excelValue, type ExcelValue, excelValueType } from "./cell-content";
import type { Cell } from "./changed-areas";

/** What a cell holds at one moment; kept from before a change for `details.valueBefore`. */
export type Before = { readonly value: ExcelValue; readonly type: string; readonly formula: string | null };

export function key({ row, column }: Cell): string {
  return `${String(row)},${String(column)}`;
}

export function contentOf(cells: SheetCells, { row, column }: Cell): Before {
  const cell = cells.raw(row, column);
  const formula = cells.formula(row, column);
  return { value: excelValue(cell), type: excelValueType(cell, formula !== null), formula };
}
