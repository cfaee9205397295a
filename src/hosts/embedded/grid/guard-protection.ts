import type { ICellData, IObjectMatrixPrimitiveType, IRange, Nullable } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Grid } from "./grid";
import type { CellExtras, ProtectionOptions } from "./imported";
import { readSheetState } from "./sheet-state";

/** What a protected sheet allows only by its options. */
const PERMISSION: Readonly<Record<string, keyof ProtectionOptions>> = {
  [InsertRowMutation.id]: "allowInsertRows",
  [InsertColMutation.id]: "allowInsertColumns",
  [RemoveRowMutation.id]: "allowDeleteRows",
  [RemoveColMutation.id]: "allowDeleteColumns",
  [SetWorksheetRowHeightMutation.id]: "allowFormatRows",
  [SetWorksheetColWidthMutation.id]: "allowFormatColumns",
};

type CellChange = {
  readonly subUnitId: string;
  readonly cellValue?: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
};

/**
 * Makes the grid respect the protection of its sheets, as Excel does: whatever a person does by typing, pasting, filling
 * or deleting, a locked cell keeps its content. `refused` is told each time something was not done. Formula results are
 * let through.
 */
export function guardProtection(grid: Grid, refused: () => void): void {
  const { univerAPI, workbook } = grid;
  univerAPI.addEvent(univerAPI.Event.BeforeSheetEditStart, (event) => {
    const cell = { startRow: event.row, endRow: event.row, startColumn: event.column, endColumn: event.column };
    if (!isProtected(event.worksheet) || !hasLocked(event.worksheet, cell)) return;
    event.cancel = true;
    refused();
  });
  univerAPI.addEvent(univerAPI.Event.BeforeCommandExecute, (event) => {
    const { subUnitId } = (event.params ?? {}) as Partial<CellChange>;
    const sheet = subUnitId === undefined ? null : workbook.getSheetBySheetId(subUnitId);
    if (sheet === null || !isProtected(sheet)) return;
    const permission = PERMISSION[event.id];
    const denied =
      permission !== undefined
        ? readSheetState(sheet).protection.options[permission] !== true
        : event.id === SetRangeValuesMutation.id &&
          event.options?.onlyLocal !== true &&
          changesLocked(sheet, event.params as CellChange);
    if (!denied) return;
    event.cancel = true;
    refused();
  });
}

function isProtected(sheet: FWorksheet): boolean {
  return readSheetState(sheet).protection.enabled;
}

function hasLocked(sheet: FWorksheet, { startRow, startColumn }: IRange): boolean {
  return !isUnlocked(sheet.getSheet().getCellRaw(startRow, startColumn));
}

function isUnlocked(cell: Nullable<ICellData>): boolean {
  return (cell?.custom as CellExtras | null | undefined)?.unlocked === true;
}

/** Whether a change of cells touches the content of a locked one, or formats cells where that is not allowed. */
function changesLocked(sheet: FWorksheet, { cellValue }: CellChange): boolean {
  const matrix = sheet.getSheet().getCellMatrix();
  const mayFormat = readSheetState(sheet).protection.options.allowFormatCells === true;
  for (const [row, cells] of Object.entries(cellValue ?? {})) {
    for (const [column, change] of Object.entries(cells as Record<string, Nullable<ICellData>>)) {
      const content = change === null || change === undefined || ["v", "f", "si", "p"].some((key) => key in change);
      if (content && !isUnlocked(matrix.getValue(Number(row), Number(column)))) return true;
      if (!content && !mayFormat) return true;
    }
  }
  return false;
}
