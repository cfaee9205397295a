import type { Rect } from "./placed-form";

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** Which of row and column keep their place when the formula is copied. */
export type Fixed = { readonly row?: true; readonly column?: true };

/** `C5`, `$C5`, `C$5`, `$C$5`; counts from 0. */
export function address(row: number, column: number, fixed: Fixed = {}): string {
  return `${fixed.column ? "$" : ""}${columnLetters(column)}${fixed.row ? "$" : ""}${String(row + 1)}`;
}

/** `C5:H9`, or `C5` for a single cell. */
export function range(area: Rect, fixed: Fixed = {}): string {
  const first = address(area.row, area.column, fixed);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${address(area.row + area.rows - 1, area.column + area.columns - 1, fixed)}`;
}

/** `'表三'!$C$5:$H$9`, as defined names want it. */
export function sheetRange(sheet: string, area: Rect): string {
  return `'${sheet.replaceAll("'", "''")}'!${range(area, { row: true, column: true })}`;
}

const letters = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

/** Reads `C5`, `$C$5`; undefined for anything else and for what no worksheet has. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | undefined {
  const found = letters.exec(text);
  if (found === null) return undefined;
  const [, name = "", number = ""] = found;
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(number) - 1;
  return row < 0 || row > 1_048_575 || column > 16_384 ? undefined : { row, column: column - 1 };
}

/** Reads `C5:H9` or `C5`. */
export function parseRange(text: string): Rect | undefined {
  const [from = "", to = from, more] = text.split(":");
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (first === undefined || last === undefined || more !== undefined) return undefined;
  const rows = last.row - first.row + 1;
  const columns = last.column - first.column + 1;
  return rows < 1 || columns < 1 ? undefined : { row: first.row, column: first.column, rows, columns };
}
