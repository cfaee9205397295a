import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";

/** What a cell holds as Office.js passes it: blank is `""`, dates are serial numbers, errors are texts like `#NAME?`. */
export type ExcelValue = string | number | boolean;

const ERRORS = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
]);

function isErrorText(value: unknown): value is string {
  return typeof value === "string" && ERRORS.has(value);
}

/** The text of a cell that holds rich text. */
function plainText(cell: ICellData): string | undefined {
  return cell.p?.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
}

export function excelValue(cell: Nullable<ICellData>): ExcelValue {
  const value = cell === null || cell === undefined ? undefined : (plainText(cell) ?? cell.v);
  if (value === undefined || value === null) {
    return "";
  }
  if (cell?.t === CellValueType.BOOLEAN) {
    return typeof value === "string" ? value.toUpperCase() === "TRUE" : Boolean(value);
  }
  return value;
}

/** Name of the kind of value, as in `Excel.RangeValueType`. */
export function excelValueType(cell: Nullable<ICellData>, hasFormula: boolean): string {
  const value = excelValue(cell);
  if (value === "") {
    return hasFormula ? "String" : "Empty";
  }
  if (typeof value === "string") {
    return isErrorText(value) && cell?.t !== CellValueType.FORCE_STRING ? "Error" : "String";
  }
  return typeof value === "number" ? "Double" : "Boolean";
}

/** Contents of a cell, without its style. Every field is present, so writing it leaves nothing of the old contents. */
export type Content = Required<Pick<ICellData, "v" | "t" | "f" | "si" | "p">> & { readonly pattern?: string };

const BLANK: Content = { v: null, t: null, f: null, si: null, p: null };

/**
 * Reads an input as Excel reads what is typed or set through `values`: `=` begins a formula, `'` a text, numbers, per
 * cents, thousands separators, ISO dates and TRUE/FALSE are recognised unless the cell is formatted as text.
 * `pattern` is the number format that the kind of input brings along (only for a cell that has none).
 */
export function parseInput(input: ExcelValue, isTextCell: boolean): Content {
  if (typeof input === "number") {
    return { ...BLANK, v: input, t: CellValueType.NUMBER };
  }
  if (typeof input === "boolean") {
    return { ...BLANK, v: input ? 1 : 0, t: CellValueType.BOOLEAN };
  }
  if (input === "") {
    return BLANK;
  }
  if (isTextCell) {
    return text(input);
  }
  if (input.startsWith("=") && input.length > 1) {
    return { ...BLANK, f: input };
  }
  if (input.startsWith("'")) {
    return text(input.slice(1));
  }
  return parseTyped(input);
}

function parseTyped(input: string): Content {
  const typed = input.trim();
  if (/^(true|false)$/i.test(typed)) {
    return { ...BLANK, v: typed.toLowerCase() === "true" ? 1 : 0, t: CellValueType.BOOLEAN };
  }
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(typed)) {
    return { ...BLANK, v: Number(typed), t: CellValueType.NUMBER };
  }
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed)) {
    const pattern = typed.includes(".") ? "#,##0.00" : "#,##0";
    return { ...BLANK, v: Number(typed.replaceAll(",", "")), t: CellValueType.NUMBER, pattern };
  }
  if (/^[+-]?\d+(\.\d+)?%$/.test(typed)) {
    const value = Number(typed.slice(0, -1)) / 100;
    return { ...BLANK, v: value, t: CellValueType.NUMBER, pattern: typed.includes(".") ? "0.00%" : "0%" };
  }
  const date = dateSerial(typed);
  if (date !== null) {
    return { ...BLANK, v: date, t: CellValueType.NUMBER, pattern: "yyyy/m/d" };
  }
  return isErrorText(typed) ? { ...BLANK, v: typed, t: CellValueType.STRING } : text(input);
}

/** A text that looks like a number must be forced, else Univer turns it into one. */
function text(value: string): Content {
  const looksOther =
    value.trim() !== "" && (!Number.isNaN(Number(value)) || /^(true|false)$/i.test(value) || isErrorText(value));
  return { ...BLANK, v: value, t: looksOther ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** Serial number of `2026-11-21`, `2026/11/21` (day 1 = 1 January 1900, with Excel's 29 February 1900); null if no date. */
function dateSerial(typed: string): number | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(typed);
  if (match === null) {
    return null;
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1901 ? Math.round(time / 86_400_000) + 25_569 : null;
}
