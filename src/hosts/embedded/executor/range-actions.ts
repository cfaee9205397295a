import { Dimension, type ICellData } from "@univerjs/core";
import { type Area, columnCount, isEntireColumns, isEntireRows, MAX_COLUMNS, MAX_ROWS, rowCount } from "./address";
import { invalidArgument } from "./api-error";
import type { Arguments } from "./arguments";
import { type Book, existing, grow } from "./book";
import { parseInput } from "./cell-content";
import { clearConditionalFormats } from "./conditional-rules";
import { clearValidation } from "./data-validation";
import { checkWritable } from "./locked-cells";
import type { Method } from "./object-type";
import { rangeArgument, rangeOf } from "./range-shapes";
import { setCells } from "./range-values";
import { cellsOf, type SheetCells } from "./sheet-cells";
import { type ApiRef, type RangeTarget, ref } from "./targets";

const EMPTY_CONTENT: ICellData = { v: null, f: null, si: null, p: null };

/** Methods of `Excel.Range` that do something to the sheet. */
export const rangeActions = {
  select: ({ sheetId, area }, _args, book) => {
    const sheet = book.sheet(sheetId);
    const inside = existing(sheet, area);
    if (inside === null) {
      grow(sheet, { ...area, endRow: area.startRow, endColumn: area.startColumn });
    }
    sheet.activate();
    sheet.getRange(existing(sheet, area) ?? { ...area }).activate();
  },
  calculate: (_range, _args, book) => {
    book.grid.univerAPI.getFormula().executeCalculation();
    book.markDirty();
  },
  clear: (range, args, book) => {
    clear(range, args.choice(0, ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"], "All"), book);
  },
  merge: (range, args, book) => {
    const across = args.flag(0, false);
    checkWritable(book, range, "merge");
    book.write(() => {
      const sheet = book.sheet(range.sheetId);
      grow(sheet, range.area);
      const cells = sheet.getRange(range.area);
      if (across) {
        cells.mergeAcross({ isForceMerge: true });
      } else {
        cells.merge({ isForceMerge: true });
      }
    });
  },
  unmerge: (range, _args, book) => {
    checkWritable(book, range, "merge");
    book.write(() => book.sheet(range.sheetId).getRange(range.area).breakApart());
  },
  getMergedAreasOrNullObject: ({ sheetId, area }, _args, book) => {
    const areas = book
      .sheet(sheetId)
      .getMergeData()
      .map((merged) => merged.getRange())
      .filter((merged) => merged.startRow <= area.endRow && merged.endRow >= area.startRow)
      .filter((merged) => merged.startColumn <= area.endColumn && merged.endColumn >= area.startColumn);
    return areas.length === 0 ? null : ref("RangeAreas", { sheetId, areas: areas.map(plainArea) });
  },
  insert: (range, args, book) => insert(range, args, book),
  delete: (range, args, book) => {
    remove(range, args, book);
  },
  copyFrom: async (range, args, book) => {
    // Copied values are results, so the results must be there.
    await book.settled();
    copy(range, args, book);
  },
} satisfies Readonly<Record<string, Method<RangeTarget>>>;

function plainArea({ startRow, startColumn, endRow, endColumn }: Area): Area {
  return { startRow, startColumn, endRow, endColumn };
}

function clear(
  range: RangeTarget,
  what: "All" | "Contents" | "Formats" | "Hyperlinks" | "RemoveHyperlinks",
  book: Book,
): void {
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") {
    return;
  }
  if (what !== "Formats") {
    checkWritable(book, range);
  }
  if (what !== "Contents") {
    checkWritable(book, range, "format");
    clearConditionalFormats(range, book);
  }
  if (what === "All") {
    clearValidation(range, book);
  }
  const emptied: ICellData = {
    ...(what === "Formats" ? {} : EMPTY_CONTENT),
    ...(what === "Contents" ? {} : { s: null, custom: null }),
  };
  const area = existing(book.sheet(range.sheetId), range.area);
  if (area !== null) {
    setCells(book, range.sheetId, area, fill(book, range.sheetId, area, emptied));
  }
}

/** The same data for every cell that holds anything; empty cells need no clearing. */
function fill(book: Book, sheetId: string, area: Area, data: ICellData): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  book
    .sheet(sheetId)
    .getSheet()
    .getCellMatrix()
    .forValue((row, column) => {
      if (row >= area.startRow && row <= area.endRow && column >= area.startColumn && column <= area.endColumn) {
        (cells[row] ??= {})[column] = data;
      }
    });
  return cells;
}

/** Inserts cells and shifts the rest; returns the new blank cells. */
function insert(range: RangeTarget, args: Arguments, book: Book): ApiRef {
  const shift = args.choice(0, ["Down", "Right"]);
  const { area, sheetId } = range;
  const sheet = book.sheet(sheetId);
  if (isEntireRows(area)) {
    checkWritable(book, range, "insertRows");
    book.write(() => sheet.insertRows(area.startRow, rowCount(area)));
  } else if (isEntireColumns(area)) {
    checkWritable(book, range, "insertColumns");
    book.write(() => sheet.insertColumns(area.startColumn, columnCount(area)));
  } else {
    checkWritable(book, range);
    book.write(() => {
      grow(sheet, area);
      sheet.getRange(area).insertCells(shift === "Down" ? Dimension.ROWS : Dimension.COLUMNS);
    });
  }
  return rangeOf(sheetId, area);
}

function remove(range: RangeTarget, args: Arguments, book: Book): void {
  const shift = args.choice(0, ["Up", "Left"]);
  const { area, sheetId } = range;
  const sheet = book.sheet(sheetId);
  if (isEntireRows(area)) {
    checkWritable(book, range, "deleteRows");
    book.write(() => sheet.deleteRows(area.startRow, rowCount(area)));
  } else if (isEntireColumns(area)) {
    checkWritable(book, range, "deleteColumns");
    book.write(() => sheet.deleteColumns(area.startColumn, columnCount(area)));
  } else {
    checkWritable(book, range);
    book.write(() => {
      grow(sheet, area);
      sheet.getRange(area).deleteCells(shift === "Up" ? Dimension.ROWS : Dimension.COLUMNS);
    });
  }
}

/** Copies cells onto this range. A smaller source is repeated, as when pasting into a larger selection. */
function copy(range: RangeTarget, args: Arguments, book: Book): void {
  const source = rangeArgument(range, args, 0, book);
  const what = args.choice(1, ["All", "Formulas", "Values", "Formats"], "All");
  const skipBlanks = args.flag(2, false);
  const transpose = args.flag(3, false);
  checkWritable(book, range);
  const from = existing(book.sheet(source.sheetId), source.area);
  if (from === null) {
    throw invalidArgument("the source lies beyond the grid");
  }
  const [height, width] = transpose ? [columnCount(from), rowCount(from)] : [rowCount(from), columnCount(from)];
  const area = {
    ...range.area,
    endRow: Math.min(MAX_ROWS - 1, range.area.startRow + Math.max(height, repeated(rowCount(range.area), height)) - 1),
    endColumn: Math.min(
      MAX_COLUMNS - 1,
      range.area.startColumn + Math.max(width, repeated(columnCount(range.area), width)) - 1,
    ),
  };
  const stored = cellsOf(book.sheet(source.sheetId));
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const [down, right] = [(row - area.startRow) % height, (column - area.startColumn) % width];
      const origin = {
        row: from.startRow + (transpose ? right : down),
        column: from.startColumn + (transpose ? down : right),
      };
      const isBlank = stored.raw(origin.row, origin.column)?.v === undefined;
      if (!(skipBlanks && isBlank)) {
        (cells[row] ??= {})[column] = copyCell(book, stored, origin, { row, column }, what);
      }
    }
  }
  setCells(book, range.sheetId, area, cells);
}

/** How far a source of `size` is repeated into `room`: whole times, at least once. */
function repeated(room: number, size: number): number {
  return room % size === 0 ? room : size;
}

type Place = { readonly row: number; readonly column: number };

function copyCell(
  book: Book,
  stored: SheetCells,
  from: Place,
  to: Place,
  what: "All" | "Formulas" | "Values" | "Formats",
): ICellData {
  const cell = stored.raw(from.row, from.column);
  const style: ICellData =
    what === "All" || what === "Formats"
      ? { s: stored.style(from.row, from.column), custom: cell?.custom ?? null }
      : {};
  if (what === "Formats") {
    return style;
  }
  const formula = what === "Values" ? null : stored.formula(from.row, from.column);
  if (formula !== null) {
    const moved = book.grid.univerAPI
      .getFormula()
      .moveFormulaRefOffset(formula, to.column - from.column, to.row - from.row);
    return { ...parseInput(moved, false), ...style };
  }
  return { ...EMPTY_CONTENT, v: cell?.v ?? null, t: cell?.t ?? null, p: cell?.p ?? null, ...style };
}
