/** `table.row.column`, for example `t3.newReceived.naturalPerson`. Stable for ever; sheet addresses belong to hosts. */
export type CellId = `${string}.${string}.${string}`;

/** A figure, a blank (`null`), or the text that stood in the cell and is no number. */
export type CellValue = number | string | null;

export function cellId(table: string, row: string, column: string): CellId {
  return `${table}.${row}.${column}`;
}

/** The three parts of a cell id. */
export function cellParts(cell: CellId): { readonly table: string; readonly row: string; readonly column: string } {
  const [table = "", row = "", column = ""] = cell.split(".");
  return { table, row, column };
}

/** Strokes that offices write to say "nothing here": blanks that were meant. */
const meantBlank = /^[/／\-－—–一]+$/u;

/** An empty cell, or one with a stroke in it. Anything else that is no number is a text. */
export function isBlank(value: CellValue | undefined): value is null | undefined | string {
  if (value === null || value === undefined) return true;
  if (typeof value === "number") return false;
  const text = value.trim();
  return text === "" || meantBlank.test(text);
}

/** The figure in a cell, or undefined for blanks and texts. */
export function figure(value: CellValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
