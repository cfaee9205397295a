import { ICommandService, type IWorksheetData } from "@univerjs/core";
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

/** Phase of a selection that is still being drawn with the mouse (`SelectionMoveType` of Univer). */
const MOVING = new Set([0, 1]);

/** Reports what happens to sheets as a whole: added, deleted, renamed, moved, hidden, activated, and the selection. */
export function watchSheets(book: Book): () => void {
  const { workbook } = book.grid;
  let names = nameTable(book);
  let order = book.sheets().map((sheet) => sheet.getSheetId());
  let active = workbook.getActiveSheet().getSheetId();
  let isStopped = false;
  let selectionTimer: ReturnType<typeof setTimeout> | undefined;

  /** After the present work, unless the executor was closed by then. */
  const soon = (work: () => void): void => {
    setTimeout(() => {
      if (!isStopped) {
        work();
      }
    }, 0);
  };

  const later = (event: number, sheetId: string, args: Readonly<Record<string, unknown>>): void => {
    if (!book.events.wanted(event, sheetId)) {
      return;
    }
    soon(() => {
      book.events.emit(event, sheetId, { worksheetId: sheetId, source: "Local", ...args });
    });
  };

  /** Univer goes to a sheet that it adds and is sent back at once: only where it ends up counts. */
  const activate = (): void => {
    soon(() => {
      const now = workbook.getActiveSheet().getSheetId();
      if (now !== active) {
        book.events.emit(EVENT.deactivated, active, { worksheetId: active });
        book.events.emit(EVENT.activated, now, { worksheetId: now });
        active = now;
      }
    });
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

  const commands = workbook.getActiveSheet().getInject().get(ICommandService);
  const listener = commands.onCommandExecuted((command) => {
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
        activate();
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
    isStopped = true;
    clearTimeout(selectionTimer);
    listener.dispose();
  };
}

function nameTable(book: Book): ReadonlyMap<string, string> {
  return new Map(book.sheets().map((sheet) => [sheet.getSheetId(), sheet.getSheetName()]));
}
