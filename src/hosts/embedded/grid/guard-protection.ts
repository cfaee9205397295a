import {
  CommandType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type Nullable,
} from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  AutoFillCommand,
  InsertColMutation,
  InsertRowMutation,
  MoveRangeCommand,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveWorksheetMergeMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Grid } from "./grid";
import type { CellExtras, ProtectionOptions } from "./imported";
import { readSheetState } from "./sheet-state";

/** What a protected sheet allows only by its options, or never. */
const PERMISSION: Readonly<Record<string, keyof ProtectionOptions | "never">> = {
  [InsertRowMutation.id]: "allowInsertRows",
  [InsertColMutation.id]: "allowInsertColumns",
  [RemoveRowMutation.id]: "allowDeleteRows",
  [RemoveColMutation.id]: "allowDeleteColumns",
  [SetWorksheetRowHeightMutation.id]: "allowFormatRows",
  [SetWorksheetColWidthMutation.id]: "allowFormatColumns",
  [AddWorksheetMergeMutation.id]: "never",
  [RemoveWorksheetMergeMutation.id]: "never",
  [MoveRangeMutation.id]: "never",
  [ReorderRangeMutation.id]: "never",
};

type Params = {
  readonly subUnitId?: string;
  readonly trigger?: string;
  readonly cellValue?: IObjectMatrixPrimitiveType<Nullable<ICellData>>;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
};

/**
 * Makes the grid respect the protection of its sheets, as Excel does: whatever a person does by typing, pasting, filling,
 * moving or deleting, a locked cell keeps its content. `refused` is told each time something was not done. Formula
 * results are let through.
 */
export function guardProtection(grid: Grid, refused: () => void): void {
  const { univerAPI, workbook } = grid;
  // A move was found to touch no locked cell; its single steps need no look of their own.
  let moving = false;
  univerAPI.addEvent(univerAPI.Event.BeforeSheetEditStart, (event) => {
    const cell = { startRow: event.row, endRow: event.row, startColumn: event.column, endColumn: event.column };
    if (!isProtected(event.worksheet) || !hasLocked(event.worksheet, cell)) return;
    event.cancel = true;
    refused();
  });
  univerAPI.addEvent(univerAPI.Event.BeforeCommandExecute, (event) => {
    if (event.type === CommandType.OPERATION) return;
    const params = (event.params ?? {}) as Params;
    if (event.id === SetRangeValuesMutation.id && params.trigger === AutoFillCommand.id) keepLocks(params);
    const { subUnitId } = params;
    const sheet = subUnitId === undefined ? workbook.getActiveSheet() : workbook.getSheetBySheetId(subUnitId);
    if (event.type === CommandType.COMMAND) moving = false;
    if (sheet === null || moving || !isProtected(sheet)) return;
    const isMove = event.id === MoveRangeCommand.id;
    const denied = isMove
      ? [params.fromRange, params.toRange].some((range) => range !== undefined && hasLocked(sheet, range))
      : isDenied(sheet, event.id, params, event.options?.onlyLocal === true);
    if (denied) {
      event.cancel = true;
      refused();
    } else moving = isMove;
  });
  univerAPI.addEvent(univerAPI.Event.CommandExecuted, (event) => {
    if (event.id === MoveRangeCommand.id) moving = false;
  });
}

/** Filling first empties the cells, in Univer with all their extra data; in a form they have to stay unlocked. */
function keepLocks({ cellValue }: Params): void {
  for (const cells of Object.values(cellValue ?? {})) {
    for (const change of Object.values(cells as Record<string, Nullable<ICellData>>)) {
      if (change?.custom === null) delete change.custom;
    }
  }
}

function isProtected(sheet: FWorksheet): boolean {
  return readSheetState(sheet).protection.enabled;
}

function isDenied(sheet: FWorksheet, id: string, params: Params, isResult: boolean): boolean {
  const permission = PERMISSION[id];
  if (permission !== undefined) {
    return permission === "never" || readSheetState(sheet).protection.options[permission] !== true;
  }
  return id === SetRangeValuesMutation.id && !isResult && changesLocked(sheet, params);
}

function hasLocked(sheet: FWorksheet, range: IRange): boolean {
  for (let row = range.startRow; row <= range.endRow; row += 1) {
    for (let column = range.startColumn; column <= range.endColumn; column += 1) {
      if (!isUnlocked(sheet.getSheet().getCellRaw(row, column))) return true;
    }
  }
  return false;
}

function isUnlocked(cell: Nullable<ICellData>): boolean {
  return (cell?.custom as CellExtras | null | undefined)?.unlocked === true;
}

/** Whether a change of cells touches the content of a locked one, or formats cells where that is not allowed. */
function changesLocked(sheet: FWorksheet, { cellValue }: Params): boolean {
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
