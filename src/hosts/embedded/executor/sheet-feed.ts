import type { IWorksheetData } from "@univerjs/core";
import {
  InsertSheetMutation,
  type ISetSelectionsOperationParams,
  RemoveSheetMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { localAddress } from "./address";
import type { Book } from "./book";
import { EVENT } from "./event-hub";

type Command = { readonly id: string; readonly params?: object };

/** Phase of a selection that is still being drawn with the mouse (`SelectionMoveType` of Univer). */
const MOVING = new Set([0, 1]);

/** Reports what happens to sheets as a whole: added, deleted, renamed, moved, hidden, activated, and the selection. */
export function watchSheets(book: Book): () => void {
  const { univerAPI, workbook } = book.grid;
  let names = nameTable(book);
  let order = book.sheets().map((sheet) => sheet.getSheetId());
  let active = workbook.getActiveSheet().getSheetId();
  let selectionTimer: ReturnType<typeof setTimeout> | undefined;

  const later = (event: number, sheetId: string, args: Readonly<Record<string, unknown>>): void => {
    setTimeout(() => {
      book.events.emit(event, sheetId, { worksheetId: sheetId, source: "Local", ...args });
    }, 0);
  };

  const activate = (sheetId: string): void => {
    if (sheetId === active) {
      return;
    }
    later(EVENT.deactivated, active, {});
    later(EVENT.activated, sheetId, {});
    active = sheetId;
  };

  const rename = (): void => {
    const now = nameTable(book);
    for (const [sheetId, nameAfter] of now) {
      const nameBefore = names.get(sheetId);
      if (nameBefore !== undefined && nameBefore !== nameAfter) {
        later(EVENT.nameChanged, sheetId, { nameBefore, nameAfter });
      }
    }
  };

  const reorder = (): void => {
    const now = book.sheets().map((sheet) => sheet.getSheetId());
    for (const [positionAfter, sheetId] of now.entries()) {
      const positionBefore = order.indexOf(sheetId);
      if (positionBefore >= 0 && positionBefore !== positionAfter) {
        later(EVENT.moved, sheetId, { positionBefore, positionAfter });
      }
    }
  };

  const select = ({ subUnitId, selections, type }: ISetSelectionsOperationParams): void => {
    const range = selections.at(-1)?.range;
    if (range === undefined || (type !== undefined && MOVING.has(type))) {
      return;
    }
    const address = localAddress({
      startRow: range.startRow,
      startColumn: range.startColumn,
      endRow: range.endRow,
      endColumn: range.endColumn,
    });
    clearTimeout(selectionTimer);
    selectionTimer = setTimeout(() => {
      book.events.emit(EVENT.selectionChanged, subUnitId, { worksheetId: subUnitId, address });
    }, 0);
  };

  const listener = univerAPI.onCommandExecuted((command: Readonly<Command>) => {
    switch (command.id) {
      case InsertSheetMutation.id:
        later(EVENT.added, (command.params as { sheet: IWorksheetData }).sheet.id, {});
        book.markDirty();
        break;
      case RemoveSheetMutation.id:
        later(EVENT.deleted, (command.params as { subUnitId: string }).subUnitId, {});
        book.markDirty();
        break;
      case SetWorksheetNameMutation.id:
        rename();
        break;
      case SetWorksheetOrderMutation.id:
        reorder();
        break;
      case SetWorksheetHideMutation.id: {
        const { subUnitId, hidden } = command.params as { subUnitId: string; hidden: number };
        const [visibilityBefore, visibilityAfter] = hidden === 1 ? ["Visible", "Hidden"] : ["Hidden", "Visible"];
        later(EVENT.visibilityChanged, subUnitId, { visibilityBefore, visibilityAfter });
        break;
      }
      case SetWorksheetActiveOperation.id:
        activate((command.params as { subUnitId: string }).subUnitId);
        break;
      case SetSelectionsOperation.id:
        select(command.params as ISetSelectionsOperationParams);
        break;
      default:
        return;
    }
    names = nameTable(book);
    order = book.sheets().map((sheet) => sheet.getSheetId());
  });
  return () => {
    clearTimeout(selectionTimer);
    listener.dispose();
  };
}

function nameTable(book: Book): ReadonlyMap<string, string> {
  return new Map(book.sheets().map((sheet) => [sheet.getSheetId(), sheet.getSheetName()]));
}
