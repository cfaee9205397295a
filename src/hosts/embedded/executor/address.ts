import { invalidArgument } from "./api-error";

/** A rectangle of cells; rows and columns are 0-based and inclusive. */
export type Area = {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
};

/** Excel's sheet size. Univer's sheets are smaller and grow when something is written beyond their edge. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const WHOLE_SHEET: Area = { startRow: 0, startColumn: 0, endRow: MAX_ROWS - 1, endColumn: MAX_COLUMNS - 1 };

/** `0` → `A`, `27` → `AB`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AB` → `27`. */
export function columnIndex(name: string): number {
  return Array.from(name.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function rowCount(area: Area): number {
  return area.endRow - area.startRow + 1;
}

export function columnCount(area: Area): number {
  return area.endColumn - area.startColumn + 1;
}

export function cellCount(area: Area): number {
  return rowCount(area) * columnCount(area);
}

export function isEntireRows(area: Area): boolean {
  return area.startColumn === 0 && area.endColumn === MAX_COLUMNS - 1;
}

export function isEntireColumns(area: Area): boolean {
  return area.startRow === 0 && area.endRow === MAX_ROWS - 1;
}

/** The rectangle that two have in common, or null. */
export function intersect(a: Area, b: Area): Area | null {
  const area = {
    startRow: Math.max(a.startRow, b.startRow),
    startColumn: Math.max(a.startColumn, b.startColumn),
    endRow: Math.min(a.endRow, b.endRow),
    endColumn: Math.min(a.endColumn, b.endColumn),
  };
  return area.startRow <= area.endRow && area.startColumn <= area.endColumn ? area : null;
}

/** The smallest rectangle around two. */
export function bounding(a: Area, b: Area): Area {
  return {
    startRow: Math.min(a.startRow, b.startRow),
    startColumn: Math.min(a.startColumn, b.startColumn),
    endRow: Math.max(a.endRow, b.endRow),
    endColumn: Math.max(a.endColumn, b.endColumn),
  };
}

/** What is left of a rectangle without the cells of another: up to four rectangles. */
export function subtract(area: Area, taken: Area): Area[] {
  const common = intersect(area, taken);
  if (common === null) {
    return [area];
  }
  const middle = { ...area, startRow: common.startRow, endRow: common.endRow };
  return [
    { ...area, endRow: common.startRow - 1 },
    { ...area, startRow: common.endRow + 1 },
    { ...middle, endColumn: common.startColumn - 1 },
    { ...middle, startColumn: common.endColumn + 1 },
  ].filter((part) => part.startRow <= part.endRow && part.startColumn <= part.endColumn);
}

/** Refuses a rectangle that lies outside Excel's sheet or is empty. */
export function checkArea(area: Area): Area {
  const { startRow, startColumn, endRow, endColumn } = area;
  const valid =
    [startRow, startColumn, endRow, endColumn].every(Number.isInteger) &&
    startRow >= 0 &&
    startColumn >= 0 &&
    startRow <= endRow &&
    startColumn <= endColumn &&
    endRow < MAX_ROWS &&
    endColumn < MAX_COLUMNS;
  if (!valid) {
    throw invalidArgument("outside the sheet");
  }
  return area;
}

/** `A1`, `A1:B2`, `A:C`, `1:3` without sheet name and `$`. */
export function localAddress(area: Area): string {
  if (isEntireColumns(area) && isEntireRows(area)) {
    return `1:${String(MAX_ROWS)}`;
  }
  if (isEntireColumns(area)) {
    return `${columnName(area.startColumn)}:${columnName(area.endColumn)}`;
  }
  if (isEntireRows(area)) {
    return `${String(area.startRow + 1)}:${String(area.endRow + 1)}`;
  }
  const from = `${columnName(area.startColumn)}${String(area.startRow + 1)}`;
  const to = `${columnName(area.endColumn)}${String(area.endRow + 1)}`;
  return from === to ? from : `${from}:${to}`;
}

/** The same with `$` before every part, as names refer to cells. */
export function absoluteAddress(area: Area): string {
  return localAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** A sheet name as it stands before `!`: quoted unless it is plain letters, digits, `_` and `.`, not starting with a digit. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

const PART = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i;

/** Reads an address of one rectangle. The sheet name, if there is one, is returned unquoted. Null when it is no address. */
export function parseAddress(text: string): { readonly sheet: string | null; readonly area: Area } | null {
  const { sheet, local } = splitSheet(text.trim());
  const [from, to = from, ...more] = local.split(":");
  if (from === undefined || to === undefined || more.length > 0) {
    return null;
  }
  const [start, end] = [PART.exec(from), PART.exec(to)];
  if (start === null || end === null || from === "" || to === "") {
    return null;
  }
  const area = fromParts([start[1], start[2]], [end[1], end[2]], local.includes(":"));
  return area === null ? null : { sheet, area };
}

function splitSheet(text: string): { readonly sheet: string | null; readonly local: string } {
  const bang = text.lastIndexOf("!");
  if (bang < 0) {
    return { sheet: null, local: text };
  }
  const name = text.slice(0, bang);
  const sheet = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, local: text.slice(bang + 1) };
}

type Corner = readonly [column: string | undefined, row: string | undefined];

function fromParts([column1, row1]: Corner, [column2, row2]: Corner, isPair: boolean): Area | null {
  const wholeColumns = row1 === undefined && row2 === undefined;
  const wholeRows = column1 === undefined && column2 === undefined;
  const complete = column1 !== undefined && column2 !== undefined && row1 !== undefined && row2 !== undefined;
  if (!complete && (!(wholeColumns || wholeRows) || !isPair)) {
    return null;
  }
  const rows = wholeColumns ? [0, MAX_ROWS - 1] : [Number(row1) - 1, Number(row2) - 1];
  const columns = wholeRows ? [0, MAX_COLUMNS - 1] : [columnIndex(column1 ?? ""), columnIndex(column2 ?? "")];
  const area = {
    startRow: Math.min(...rows),
    startColumn: Math.min(...columns),
    endRow: Math.max(...rows),
    endColumn: Math.max(...columns),
  };
  return area.startRow < 0 || area.endRow >= MAX_ROWS || area.endColumn >= MAX_COLUMNS ? null : area;
}
