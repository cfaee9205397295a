import { CellValueType, type ICellData } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import { type Area, cellCount, columnCount, rowCount } from "./address";
import { ApiError, invalidArgument } from "./api-error";
import { type Book, cellFormula, cellStyle, existing, grow, mapCells, rawCell } from "./book";
import { type Content, excelValue, type ExcelValue, excelValueType, parseInput } from "./cell-content";
import { checkWritable } from "./locked-cells";
import type { RangeTarget } from "./targets";

/** More cells than this in one answer are refused, as in Excel. */
const MAX_CELLS = 5_000_000;

/** One answer per cell; cells beyond the sheet's edge are blank and cost nothing. */
function perCell<T>(range: RangeTarget, book: Book, blank: T, read: (row: number, column: number) => T): T[][] {
  if (cellCount(range.area) > MAX_CELLS) {
    throw new ApiError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.");
  }
  const inside = existing(book.sheet(range.sheetId), range.area);
  return mapCells(range.area, (row, column) =>
    inside !== null && row <= inside.endRow && column <= inside.endColumn ? read(row, column) : blank,
  );
}

export async function readValues(range: RangeTarget, book: Book): Promise<ExcelValue[][]> {
  await book.settled();
  const sheet = book.sheet(range.sheetId);
  return perCell<ExcelValue>(range, book, "", (row, column) => excelValue(rawCell(sheet, row, column)));
}

export async function readFormulas(range: RangeTarget, book: Book): Promise<ExcelValue[][]> {
  await book.settled();
  const sheet = book.sheet(range.sheetId);
  return perCell<ExcelValue>(
    range,
    book,
    "",
    (row, column) => cellFormula(sheet, row, column) ?? excelValue(rawCell(sheet, row, column)),
  );
}

export async function readValueTypes(range: RangeTarget, book: Book): Promise<string[][]> {
  await book.settled();
  const sheet = book.sheet(range.sheetId);
  return perCell(range, book, "Empty", (row, column) =>
    excelValueType(rawCell(sheet, row, column), cellFormula(sheet, row, column) !== null),
  );
}

/** The texts as displayed, number formats applied. */
export async function readText(range: RangeTarget, book: Book): Promise<string[][]> {
  await book.settled();
  const sheet = book.sheet(range.sheetId);
  return perCell(range, book, "", (row, column) =>
    displayedText(sheet.getRange(row, column).getDisplayValue(), excelValue(rawCell(sheet, row, column))),
  );
}

function displayedText(displayed: string, value: ExcelValue): string {
  if (typeof value === "boolean") {
    return value ? "TRUE" : "FALSE";
  }
  return displayed;
}

export function readNumberFormats(range: RangeTarget, book: Book): string[][] {
  const sheet = book.sheet(range.sheetId);
  return perCell(range, book, "General", (row, column) => cellStyle(sheet, row, column).n?.pattern ?? "General");
}

/**
 * A two-dimensional array of the range's size, or one value for all cells. `null` in it leaves its cell alone.
 */
export function spread(input: unknown, area: Area): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) {
    return () => input;
  }
  const rows = input as readonly unknown[];
  checkArraySize(
    area,
    rows.length,
    rows.map((row) => (Array.isArray(row) ? row.length : -1)),
  );
  return (row, column) => (rows[row - area.startRow] as readonly unknown[])[column - area.startColumn];
}

function checkArraySize(area: Area, rows: number, columns: readonly number[]): void {
  if (rows !== rowCount(area) || columns.some((count) => count !== columnCount(area))) {
    throw invalidArgument(
      `the number of rows or columns in the input array doesn't match the size or dimensions of the range`,
    );
  }
}

export function validateArraySize(range: RangeTarget, rows: number, columns: number): void {
  checkArraySize(range.area, rows, [columns]);
}

/** Sets values or formulas. A single formula for many cells is adapted to each, as Excel does when filling. */
export function writeValues(range: RangeTarget, input: unknown, book: Book): void {
  const sheet = book.sheet(range.sheetId);
  checkWritable(book, range);
  const valueAt = spread(input, range.area);
  const isFilled = !Array.isArray(input);
  const area = isFilled ? (existing(sheet, range.area) ?? range.area) : range.area;
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const value = valueAt(row, column);
      if (value === null || value === undefined) {
        continue;
      }
      const content = parseInput(asInput(value), cellStyle(sheet, row, column).n?.pattern === "@");
      const offset = { rows: row - area.startRow, columns: column - area.startColumn };
      const hidden = sheet.getSheet().getMergedCell(row, column);
      if (hidden === null || hidden === undefined || (hidden.startRow === row && hidden.startColumn === column)) {
        (cells[row] ??= {})[column] = withFormat(
          isFilled ? shifted(content, offset, book) : content,
          book,
          sheet.getSheetId(),
          row,
          column,
        );
      }
    }
  }
  setCells(book, range.sheetId, area, cells);
}

function shifted(content: Content, offset: { readonly rows: number; readonly columns: number }, book: Book): Content {
  if (typeof content.f !== "string" || (offset.rows === 0 && offset.columns === 0)) {
    return content;
  }
  return {
    ...content,
    f: book.grid.univerAPI.getFormula().moveFormulaRefOffset(content.f, offset.columns, offset.rows),
  };
}

function asInput(value: unknown): ExcelValue {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw invalidArgument("a cell takes a text, a number, true or false");
  }
  return value;
}

/** The number format that the kind of input brings along, unless the cell has one. */
function withFormat(
  { pattern, ...content }: Content,
  book: Book,
  sheetId: string,
  row: number,
  column: number,
): ICellData {
  const has = cellStyle(book.sheet(sheetId), row, column).n?.pattern;
  return pattern !== undefined && (has === undefined || has === "General")
    ? { ...content, s: { n: { pattern } } }
    : content;
}

/** Stores cells in one command, so that one undo takes them back together. */
export function setCells(
  book: Book,
  sheetId: string,
  area: Area,
  cells: Record<number, Record<number, ICellData>>,
): void {
  if (Object.keys(cells).length === 0) {
    return;
  }
  book.write(() => {
    grow(book.sheet(sheetId), area);
    // Without a range Univer would take the selection; what it writes is told by `value` alone.
    book.command(SetRangeValuesCommand.id, sheetId, { range: area, value: cells });
  });
}

/** Sets the number format of every cell; `General` removes it. */
export function writeNumberFormats(range: RangeTarget, input: unknown, book: Book): void {
  const sheet = book.sheet(range.sheetId);
  checkWritable(book, range, "format");
  const patternAt = spread(input, range.area);
  const area = Array.isArray(input) ? range.area : (existing(sheet, range.area) ?? range.area);
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const pattern = patternAt(row, column);
      if (pattern === null) {
        continue;
      }
      if (typeof pattern !== "string") {
        throw invalidArgument("a number format is a text");
      }
      (cells[row] ??= {})[column] = {
        s: { n: pattern === "General" ? null : { pattern } },
        ...asText(sheet, row, column, pattern),
      };
    }
  }
  setCells(book, range.sheetId, area, cells);
}

/** A text that looks like a number stays a text when the format of its cell changes. */
function asText(sheet: ReturnType<Book["sheet"]>, row: number, column: number, pattern: string): ICellData {
  const cell = rawCell(sheet, row, column);
  const isNumberInText = typeof cell?.v === "string" && cell.t !== CellValueType.NUMBER && pattern !== "@";
  return isNumberInText && cell.f === undefined ? { v: cell.v, t: CellValueType.FORCE_STRING } : {};
}
