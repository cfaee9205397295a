import { type Area, isEntireColumns, isEntireRows } from "./address";
import { invalidArgument } from "./api-error";
import { type Book, existing, grow } from "./book";
import type { RangeTarget } from "./targets";

/** The cells a setting is stored in: whole rows and columns end where the grid ends. */
export function writable({ sheetId, area }: RangeTarget, book: Book): Area {
  const sheet = book.sheet(sheetId);
  if (!isEntireRows(area) && !isEntireColumns(area)) {
    grow(sheet, area);
  }
  const inside = existing(sheet, area);
  if (inside === null) {
    throw invalidArgument("outside the grid of the try-out workbook");
  }
  return {
    startRow: inside.startRow,
    startColumn: inside.startColumn,
    endRow: inside.endRow,
    endColumn: inside.endColumn,
  };
}

/** The rows or columns of an area, one by one. */
export function lines(area: Area | null, along: "rows" | "columns"): number[] {
  if (area === null) {
    return [];
  }
  const [from, to] = along === "rows" ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
