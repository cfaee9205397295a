import { CellValueType, type ICellData } from "@univerjs/core";
import { SetRangeValuesCommand } from "@univerjs/sheets";
import { type Area, cellCount, columnCount, rowCount } from "./address";
import { ApiError, invalidArgument } from "./api-error";
import { type Book, existing, grow, mapCells } from "./book";
import { type Content, excelValue, type ExcelValue, excelValueType, parseInput } from "./cell-content";
import { checkWritable } from "./locked-cells";
import { cellsOf, type SheetCells } from "./sheet-cells";
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
  const cells = cellsOf(book.sheet(range.sheetId));
  return perCell<ExcelValue>(range, book, "", (row, column) => excelValue(cells.raw(row, column)));
}

export async function readFormulas(range: RangeTarget, book: Book): Promise<ExcelValue[][]> {
  await book.settled();
  const cells = cellsOf(book.sheet(range.sheetId));
  return perCell<ExcelValue>(
    range,
    book,
    "",
    (row, column) => cells.formula(row, column) ?? excelValue(cells.raw(row, column)),
  );
}

export async function readValueTypes(range: RangeTarget, book: Book): Promise<string[][]> {
  await book.settled();
  const cells = cellsOf(book.sheet(range.sheetId));
  return perCell(range, book, "Empty", (row, column) =>
    excelValueType(cells.raw(row, column), cells.formula(row, column) !== null),
  );
}

/** The texts as displayed, number formats applied. */
export async function readText(range: RangeTarget, book: Book): Promise<string[][]> {
  await book.settled();
  const sheet = book.sheet(range.sheetId);
  const cells = cellsOf(sheet);
  const inside = existing(sheet, range.area);
  const shown = inside === null ? [] : sheet.getRange(inside).getDisplayValues();
  return perCell(range, book, "", (row, column) => {
    const value = excelValue(cells.raw(row, column));
    const text = shown[row - range.area.startRow]?.[column - range.area.startColumn] ?? "";
    return typeof value === "boolean" ? String(value).toUpperCase() : text.replace(/\r\n$/, "");
  });
}

export function readNumberFormats(range: RangeTarget, book: Book): string[][] {
  const cells = cellsOf(book.sheet(range.sheetId));
  return perCell(range, book, "General", (row, column) => cells.style(row, column).n?.pattern ?? "General");
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
  const stored = cellsOf(sheet);
  const isFilled = !Array.isArray(input);
  writeCells(range, input, book, (value, row, column) => {
    const merged = sheet.getSheet().getMergedCell(row, column);
    const isHidden =
      merged !== null && merged !== undefined && (merged.startRow !== row || merged.startColumn !== column);
    if (isHidden) {
      return null;
    }
    const pattern = stored.style(row, column).n?.pattern;
    const content = parseInput(asInput(value), pattern === "@");
    const offset = { rows: row - range.area.startRow, columns: column - range.area.startColumn };
    return withFormat(isFilled ? shifted(content, offset, book) : content, pattern);
  });
}

/** Asks for the new data of every cell that the input says something about, and stores them together. */
function writeCells(
  range: RangeTarget,
  input: unknown,
  book: Book,
  dataOf: (value: unknown, row: number, column: number) => ICellData | null,
): void {
  const valueAt = spread(input, range.area);
  // One value for whole rows or columns reaches as far as the grid does.
  const inside = Array.isArray(input) ? null : existing(book.sheet(range.sheetId), range.area);
  const area = inside ?? range.area;
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const value = valueAt(row, column);
      const data = value === null || value === undefined ? null : dataOf(value, row, column);
      if (data !== null) {
        (cells[row] ??= {})[column] = data;
      }
    }
  }
  setCells(book, range.sheetId, area, cells);
}

function shifted(content: Content, offset: { readonly rows: number; readonly columns: number }, book: Book): Content {
  if (typeof content.f !== "string" || (offset.rows === 0 && offset.columns === 0)) {
    return content;
  }
  const formula = book.grid.univerAPI.getFormula();
  return { ...content, f: formula.moveFormulaRefOffset(content.f, offset.columns, offset.rows) };
}

function asInput(value: unknown): ExcelValue {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw invalidArgument("a cell takes a text, a number, true or false");
  }
  return value;
}

/** The number format that the kind of input brings along, unless the cell has one. */
function withFormat({ pattern, ...content }: Content, present: string | undefined): ICellData {
  const isFree = present === undefined || present === "General";
  return pattern !== undefined && isFree ? { ...content, s: { n: { pattern } } } : content;
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
  checkWritable(book, range, "format");
  const stored = cellsOf(book.sheet(range.sheetId));
  writeCells(range, input, book, (pattern, row, column) => {
    if (typeof pattern !== "string") {
      throw invalidArgument("a number format is a text");
    }
    return { s: { n: pattern === "General" ? null : { pattern } }, ...keepText(stored, row, column) };
  });
}

/** Digits that were entered as text stay a text when the format of their cell changes. */
function keepText(cells: SheetCells, row: number, column: number): ICellData {
  const cell = cells.raw(row, column);
  const isText = typeof cell?.v === "string" && cell.t !== CellValueType.NUMBER && cell.f === undefined;
  const looksLikeNumber = isText && cell.v !== "" && Number.isFinite(Number(cell.v));
  return looksLikeNumber ? { v: cell.v ?? null, t: CellValueType.FORCE_STRING } : {};
}
