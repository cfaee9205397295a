import {
  type Area,
  bounding,
  checkArea,
  columnCount,
  intersect,
  MAX_COLUMNS,
  MAX_ROWS,
  parseAddress,
  rowCount,
} from "./address";
import { invalidArgument, itemNotFound } from "./api-error";
import type { Arguments } from "./arguments";
import type { Book } from "./book";
import type { Method } from "./object-type";
import { cellsOf } from "./sheet-cells";
import { type ApiRef, type RangeTarget, ref } from "./targets";

export function rangeOf(sheetId: string, area: Area): ApiRef {
  return ref("Range", { sheetId, area: checkArea(area) });
}

/** A range by an address, `Sheet!A1:B2` or a defined name, as `worksheet.getRange` takes it. */
export function rangeByAddress(book: Book, address: string, sheetId: string): ApiRef {
  const parsed = parseAddress(address);
  if (parsed === null) {
    return rangeByName(book, address, sheetId);
  }
  if (parsed.sheet === null) {
    return rangeOf(sheetId, parsed.area);
  }
  const sheet = book.findSheet(parsed.sheet);
  if (sheet === undefined) {
    throw invalidArgument(address);
  }
  return rangeOf(sheet.getSheetId(), parsed.area);
}

function rangeByName(book: Book, name: string, sheetId: string): ApiRef {
  const entries = book.grid.workbook
    .getDefinedNames()
    .filter((entry) => entry.getName().toLowerCase() === name.toLowerCase());
  const entry = entries.find((one) => one.getLocalSheetId() === sheetId) ?? entries[0];
  const target = entry === undefined ? null : referredRange(book, entry.getFormulaOrRefString());
  if (target === null) {
    throw invalidArgument(name);
  }
  return ref("Range", target);
}

/** The range that the formula of a name stands for, null when it is a constant, a formula or lost. */
export function referredRange(book: Book, formula: string): RangeTarget | null {
  const parsed = parseAddress(formula.replace(/^=/, ""));
  const sheet = parsed?.sheet === null || parsed === null ? undefined : book.findSheet(parsed.sheet);
  return parsed === null || sheet === undefined ? null : { sheetId: sheet.getSheetId(), area: parsed.area };
}

/** The smallest rectangle around all cells that hold something (or, unless `valuesOnly`, have a style). */
export function usedArea(book: Book, sheetId: string, valuesOnly: boolean, within?: Area): Area | null {
  const sheet = book.sheet(sheetId);
  const cells = cellsOf(sheet);
  let used: Area | null = null;
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column) => {
      const cell = cells.raw(row, column);
      const filled = cell?.v !== undefined || cell?.f !== undefined || cell?.si !== undefined || cell?.p !== undefined;
      const isInside = within === undefined || intersect(within, at(row, column)) !== null;
      if (isInside && (filled || (!valuesOnly && cell?.s !== undefined && cell.s !== null))) {
        used = used === null ? at(row, column) : bounding(used, at(row, column));
      }
    });
  return used;
}

function at(row: number, column: number): Area {
  return { startRow: row, startColumn: column, endRow: row, endColumn: column };
}

/** An argument that is a range or its address. */
export function rangeArgument(range: RangeTarget, args: Arguments, index: number, book: Book): RangeTarget {
  const value = args.value(index);
  if (typeof value === "string") {
    const found = rangeByAddress(book, value, range.sheetId);
    return found.type === "Range" ? found.target : range;
  }
  return args.object(index, "Range");
}

function common(range: RangeTarget, args: Arguments, book: Book): Area | null {
  const other = rangeArgument(range, args, 0, book);
  if (other.sheetId !== range.sheetId) {
    throw invalidArgument("the ranges are on different sheets");
  }
  return intersect(range.area, other.area);
}

/** Moves a rectangle; leaving the sheet is an error. */
function offset(area: Area, rows: number, columns: number): Area {
  return {
    startRow: area.startRow + rows,
    startColumn: area.startColumn + columns,
    endRow: area.endRow + rows,
    endColumn: area.endColumn + columns,
  };
}

function resized(area: Area, rows: number, columns: number): Area {
  return { ...area, endRow: area.endRow + rows, endColumn: area.endColumn + columns };
}

/** The rectangle between two sheets' edges that contains all content around the cell. */
function surrounding(book: Book, range: RangeTarget): Area {
  const cells = cellsOf(book.sheet(range.sheetId));
  const filled = (row: number, column: number): boolean => {
    const cell = cells.raw(row, column);
    return cell?.v !== undefined || cell?.f !== undefined;
  };
  let area = range.area;
  for (let grown = true; grown;) {
    const ring = {
      startRow: Math.max(0, area.startRow - 1),
      startColumn: Math.max(0, area.startColumn - 1),
      endRow: Math.min(MAX_ROWS - 1, area.endRow + 1),
      endColumn: Math.min(MAX_COLUMNS - 1, area.endColumn + 1),
    };
    const before = area;
    for (let row = ring.startRow; row <= ring.endRow; row++) {
      for (let column = ring.startColumn; column <= ring.endColumn; column++) {
        if (filled(row, column)) {
          area = bounding(area, at(row, column));
        }
      }
    }
    grown = rowCount(area) !== rowCount(before) || columnCount(area) !== columnCount(before);
  }
  return area;
}

/** Methods of `Excel.Range` that give another range. */
export const rangeShapes = {
  getCell: (range, args) => {
    const { area, sheetId } = range;
    return rangeOf(sheetId, at(area.startRow + args.integer(0), area.startColumn + args.integer(1)));
  },
  getRow: ({ area, sheetId }, args) => {
    const row = area.startRow + args.integer(0);
    return rangeOf(sheetId, { ...area, startRow: row, endRow: row });
  },
  getColumn: ({ area, sheetId }, args) => {
    const column = area.startColumn + args.integer(0);
    return rangeOf(sheetId, { ...area, startColumn: column, endColumn: column });
  },
  getLastCell: ({ area, sheetId }) => rangeOf(sheetId, at(area.endRow, area.endColumn)),
  getLastRow: ({ area, sheetId }) => rangeOf(sheetId, { ...area, startRow: area.endRow }),
  getLastColumn: ({ area, sheetId }) => rangeOf(sheetId, { ...area, startColumn: area.endColumn }),
  getOffsetRange: ({ area, sheetId }, args) => rangeOf(sheetId, offset(area, args.integer(0), args.integer(1))),
  getResizedRange: ({ area, sheetId }, args) => rangeOf(sheetId, resized(area, args.integer(0), args.integer(1))),
  getAbsoluteResizedRange: ({ area, sheetId }, args) =>
    rangeOf(sheetId, {
      ...area,
      endRow: area.startRow + args.integer(0) - 1,
      endColumn: area.startColumn + args.integer(1) - 1,
    }),
  getEntireRow: ({ area, sheetId }) => rangeOf(sheetId, { ...area, startColumn: 0, endColumn: MAX_COLUMNS - 1 }),
  getEntireColumn: ({ area, sheetId }) => rangeOf(sheetId, { ...area, startRow: 0, endRow: MAX_ROWS - 1 }),
  getBoundingRect: (range, args, book) =>
    rangeOf(range.sheetId, bounding(range.area, rangeArgument(range, args, 0, book).area)),
  getIntersection: (range, args, book) => {
    const area = common(range, args, book);
    if (area === null) {
      throw itemNotFound("the ranges have no cell in common");
    }
    return rangeOf(range.sheetId, area);
  },
  getIntersectionOrNullObject: (range, args, book) => {
    const area = common(range, args, book);
    return area === null ? null : rangeOf(range.sheetId, area);
  },
  getUsedRange: async (range, args, book) => {
    await book.settled();
    const area = usedArea(book, range.sheetId, args.flag(0, false), range.area);
    return rangeOf(range.sheetId, area ?? at(range.area.startRow, range.area.startColumn));
  },
  getUsedRangeOrNullObject: async (range, args, book) => {
    await book.settled();
    const area = usedArea(book, range.sheetId, args.flag(0, false), range.area);
    return area === null ? null : rangeOf(range.sheetId, area);
  },
  getSurroundingRegion: (range, _args, book) => rangeOf(range.sheetId, surrounding(book, range)),
} satisfies Readonly<Record<string, Method<RangeTarget>>>;
