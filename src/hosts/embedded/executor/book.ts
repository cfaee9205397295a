import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Grid } from "../grid/grid";
import { type Area, columnCount, intersect, rowCount } from "./address";
import { invalidObjectPath } from "./api-error";
import { createCalculation } from "./calculation";
import { type DocumentStore } from "./document-store";
import { type EventHub } from "./event-hub";

/** The workbook as the object model sees it: Univer's sheets, what Univer has no place for, events and own writes. */
export type Book = {
  readonly grid: Grid;
  readonly unitId: string;
  readonly document: DocumentStore;
  readonly events: EventHub;
  sheets(): readonly FWorksheet[];
  /** The sheet of this id; throws `InvalidObjectPath` when it was deleted. */
  sheet(sheetId: string): FWorksheet;
  findSheet(nameOrId: string): FWorksheet | undefined;
  /** Does `work` as the add-in's own change: events say so, and the undo list follows the chosen API version. */
  write<T>(work: () => T): T;
  /** The same for work that takes its time. Nothing else may run in the batch meanwhile. */
  writeAsync<T>(work: () => Promise<T>): Promise<T>;
  /** Runs one of Univer's commands on a sheet as an own change; throws when Univer refuses it. */
  command(id: string, sheetId: string, params: object): void;
  /** Changes what belongs to the document but not to its sheets: settings, parts, properties. Undo is not touched. */
  store(work: () => void): void;
  /** Whether a change that is being made comes from the add-in. */
  isWriting(): boolean;
  /** Own changes since the start, so that the request log can tell what a batch changed. */
  counts(): { readonly sheets: number; readonly document: number };
  /** Resolves when all formulas that an earlier change touched are computed. */
  settled(): Promise<void>;
  markDirty(): void;
};

export type BookOptions = {
  /** From ExcelApi 1.19 on an add-in's writes can be undone; before that, each of them empties the undo list. */
  readonly writesAreUndoable: boolean;
};

export function createBook(grid: Grid, document: DocumentStore, events: EventHub, options: BookOptions): Book {
  const { workbook, univerAPI } = grid;
  const unitId = workbook.getId();
  let depth = 0;
  let writes = 0;
  let stores = 0;
  const calculation = createCalculation(grid);
  const book: Book = {
    grid,
    unitId,
    document,
    events,
    sheets: () => workbook.getSheets(),
    sheet(sheetId): FWorksheet {
      const sheet = workbook.getSheetBySheetId(sheetId);
      if (sheet === null) {
        throw invalidObjectPath("the worksheet no longer exists");
      }
      return sheet;
    },
    findSheet(nameOrId): FWorksheet | undefined {
      const wanted = nameOrId.toLowerCase();
      const sheets = workbook.getSheets();
      return (
        sheets.find((sheet) => sheet.getSheetName().toLowerCase() === wanted) ??
        sheets.find((sheet) => sheet.getSheetId() === nameOrId)
      );
    },
    write<T>(work: () => T): T {
      depth += 1;
      writes += 1;
      try {
        return work();
      } finally {
        depth -= 1;
        if (!options.writesAreUndoable) {
          grid.clearUndo();
        }
      }
    },
    async writeAsync<T>(work: () => Promise<T>): Promise<T> {
      depth += 1;
      writes += 1;
      try {
        return await work();
      } finally {
        depth -= 1;
        if (!options.writesAreUndoable) {
          grid.clearUndo();
        }
      }
    },
    command(id, sheetId, params): void {
      const accepted = book.write(() => univerAPI.syncExecuteCommand(id, { unitId, subUnitId: sheetId, ...params }));
      if (!accepted) {
        throw new Error(`the grid refused ${id}`);
      }
    },
    isWriting: () => depth > 0,
    store(work): void {
      stores += 1;
      work();
    },
    counts: () => ({ sheets: writes, document: stores }),
    settled: calculation.settled,
    markDirty: calculation.markDirty,
  };
  return book;
}

/** The part of an area that the sheet really has; cells beyond it are blank. */
export function existing(sheet: FWorksheet, area: Area): Area | null {
  const end = { endRow: sheet.getMaxRows() - 1, endColumn: sheet.getMaxColumns() - 1 };
  return intersect(area, { startRow: 0, startColumn: 0, ...end });
}

/** Makes the sheet large enough to hold the area. */
export function grow(sheet: FWorksheet, area: Area): void {
  if (area.endRow >= sheet.getMaxRows()) {
    sheet.setRowCount(area.endRow + 1);
  }
  if (area.endColumn >= sheet.getMaxColumns()) {
    sheet.setColumnCount(area.endColumn + 1);
  }
}

/** One value per cell of an area, row by row. */
export function mapCells<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rowCount(area) }, (_, row) =>
    Array.from({ length: columnCount(area) }, (_unused, column) =>
      read(area.startRow + row, area.startColumn + column),
    ),
  );
}
