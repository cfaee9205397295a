import { pixelsToPoints, pointsToPixels } from "../grid/units";
import { columnCount, rowCount } from "./address";
import { invalidArgument } from "./api-error";
import { asNumber } from "./arguments";
import { type Book, existing } from "./book";
import { checkWritable } from "./locked-cells";
import type { Method, Property } from "./object-type";
import { cellsOf } from "./sheet-cells";
import type { RangeTarget } from "./targets";
import { lines, writable } from "./writable-area";

/** `columnWidth` and `rowHeight` of `Excel.RangeFormat`, in points; null when they differ. */
export const sizeProperties = {
  columnWidth: {
    get: ({ sheetId, area }, book) => {
      const sheet = book.sheet(sheetId);
      return same(
        lines(existing(sheet, area), "columns").map((column) => pixelsToPoints(sheet.getColumnWidth(column))),
      );
    },
    set: (range, value, book) => {
      const width = pointsToPixels(size(value));
      checkWritable(book, range, "formatColumns");
      const area = writable(range, book);
      book.write(() => book.sheet(range.sheetId).setColumnWidths(area.startColumn, columnCount(area), width));
    },
  },
  rowHeight: {
    get: ({ sheetId, area }, book) => {
      const sheet = book.sheet(sheetId);
      return same(lines(existing(sheet, area), "rows").map((row) => pixelsToPoints(sheet.getRowHeight(row))));
    },
    set: (range, value, book) => {
      const height = pointsToPixels(size(value));
      checkWritable(book, range, "formatRows");
      const area = writable(range, book);
      book.write(() => book.sheet(range.sheetId).setRowHeightsForced(area.startRow, rowCount(area), height));
    },
  },
} satisfies Readonly<Record<string, Property<RangeTarget>>>;

export const sizeMethods = {
  autofitColumns: (range, _args, book) => {
    checkWritable(book, range, "formatColumns");
    autofitColumns(range, book);
  },
  autofitRows: (range, _args, book) => {
    checkWritable(book, range, "formatRows");
    const area = writable(range, book);
    book.write(() => book.sheet(range.sheetId).setRowAutoHeight(area.startRow, rowCount(area)));
  },
} satisfies Readonly<Record<string, Method<RangeTarget>>>;

function size(value: unknown): number {
  const points = asNumber(value);
  if (points < 0 || points > 2048) {
    throw invalidArgument("the size is out of bounds");
  }
  return points;
}

function same(values: readonly number[]): number | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** Without a screen there is no measuring: a Latin letter counts as half of a Chinese one, which is the type size. */
function autofitColumns(range: RangeTarget, book: Book): void {
  const sheet = book.sheet(range.sheetId);
  const area = writable(range, book);
  book.write(() => {
    for (const column of lines(area, "columns")) {
      const widths = lines(area, "rows").map((row) => {
        const points = cellsOf(sheet).style(row, column).fs ?? 11;
        const text = sheet.getRange(row, column).getDisplayValue();
        const letters = Array.from(text).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0xff ? 1 : 0.55), 0);
        return letters === 0 ? 0 : pointsToPixels(letters * points) + 10;
      });
      const widest = Math.max(...widths);
      if (widest > 0) {
        sheet.setColumnWidth(column, widest);
      }
    }
  });
}
