import type { CustomData, Nullable } from "@univerjs/core";
import { readSheetState } from "../grid/sheet-state";
import type { CellExtras, ProtectionOptions } from "../grid/imported";
import { accessDenied } from "./api-error";
import { type Book, existing } from "./book";
import type { RangeTarget } from "./targets";

/** What is about to be done to cells; formatting has a permission of its own. */
export type Change =
  | "content"
  | "format"
  | "merge"
  | "formatColumns"
  | "formatRows"
  | "insertRows"
  | "insertColumns"
  | "deleteRows"
  | "deleteColumns";

const PERMISSION: Readonly<Record<Exclude<Change, "content" | "merge">, keyof ProtectionOptions>> = {
  format: "allowFormatCells",
  formatColumns: "allowFormatColumns",
  formatRows: "allowFormatRows",
  insertRows: "allowInsertRows",
  insertColumns: "allowInsertColumns",
  deleteRows: "allowDeleteRows",
  deleteColumns: "allowDeleteColumns",
};

/** Throws `AccessDenied` when the sheet is protected against this change. */
export function checkWritable(book: Book, range: RangeTarget, change: Change = "content"): void {
  const sheet = book.sheet(range.sheetId);
  const { protection } = readSheetState(sheet);
  if (!protection.enabled) {
    return;
  }
  const allowed = isAllowed(book, range, change, protection.options);
  if (!allowed) {
    throw accessDenied(`the sheet ${sheet.getSheetName()} is protected`);
  }
}

/** Merging is never allowed on a protected sheet. */
function isAllowed(book: Book, range: RangeTarget, change: Change, options: ProtectionOptions): boolean {
  if (change === "content") {
    return !hasLockedCell(book, range);
  }
  return change !== "merge" && options[PERMISSION[change]] === true;
}

/** Whether any cell of the range is locked. Cells are locked unless they say otherwise, as in Excel. */
export function hasLockedCell(book: Book, { sheetId, area }: RangeTarget): boolean {
  const sheet = book.sheet(sheetId);
  const inside = existing(sheet, area);
  if (inside?.endRow !== area.endRow || inside.endColumn !== area.endColumn) {
    return true;
  }
  const matrix = sheet.getSheet().getCellMatrix();
  for (let row = inside.startRow; row <= inside.endRow; row++) {
    for (let column = inside.startColumn; column <= inside.endColumn; column++) {
      if (isLocked(matrix.getValue(row, column)?.custom)) {
        return true;
      }
    }
  }
  return false;
}

/** Reads a cell's own extra data, see `CellExtras`. */
export function isLocked(custom: Nullable<CustomData>): boolean {
  return (custom as CellExtras | null | undefined)?.unlocked !== true;
}
