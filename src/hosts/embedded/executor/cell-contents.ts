import { type Book, cellFormula, rawCell } from "./book";
import { excelValue, type ExcelValue, excelValueType } from "./cell-content";
import type { Cell } from "./changed-areas";

/** What a cell holds at one moment; kept from before a change for `details.valueBefore`. */
export type Before = { readonly value: ExcelValue; readonly type: string; readonly formula: string | null };

export function key({ row, column }: Cell): string {
  return `${String(row)},${String(column)}`;
}

export function contentOf(sheet: ReturnType<Book["sheet"]>, { row, column }: Cell): Before {
  const cell = rawCell(sheet, row, column);
  const formula = cellFormula(sheet, row, column);
  return { value: excelValue(cell), type: excelValueType(cell, formula !== null), formula };
}
