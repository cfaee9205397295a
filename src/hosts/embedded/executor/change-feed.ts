import {
  CommandType,
  type ICellData,
  ICommandService,
  type IExecutionOptions,
  type IRange,
  type Nullable,
} from "@univerjs/core";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColMutation,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowMutation,
  type ISetRangeValuesMutationParams,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
} from "@univerjs/sheets";
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import { type Area, MAX_COLUMNS, MAX_ROWS } from "./address";
import type { Book } from "./book";
import { type Before, contentOf, key } from "./cell-contents";
import type { Cell } from "./changed-areas";
import type { ChangeReporter } from "./change-reporter";
import type { References } from "./references";
import { cellsOf } from "./sheet-cells";
import { afterDelete, afterInsert } from "./shift-areas";

type Matrix = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>> | undefined>>;
type Command = { readonly id: string; readonly type?: CommandType; readonly params?: object };

const STRUCTURAL: Readonly<
  Record<string, readonly [along: "rows" | "columns", isInsert: boolean, changeType: string]>
> = {
  [InsertRowMutation.id]: ["rows", true, "RowInserted"],
  [InsertColMutation.id]: ["columns", true, "ColumnInserted"],
  [RemoveRowMutation.id]: ["rows", false, "RowDeleted"],
  [RemoveColMutation.id]: ["columns", false, "ColumnDeleted"],
};

const CELL_SHIFTS: Readonly<Record<string, readonly [changeType: string, direction: string]>> = {
  [InsertRangeMoveDownCommand.id]: ["CellInserted", "ShiftCellDown"],
  [InsertRangeMoveRightCommand.id]: ["CellInserted", "ShiftCellRight"],
  [DeleteRangeMoveUpCommand.id]: ["CellDeleted", "ShiftCellUp"],
  [DeleteRangeMoveLeftCommand.id]: ["CellDeleted", "ShiftCellLeft"],
};

/** What moving a range and sorting one have to tell. */
type MoveParams = {
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
  readonly range?: IRange;
  readonly subUnitId?: string;
  readonly from?: { readonly subUnitId: string };
  readonly to?: { readonly subUnitId: string };
};

/**
 * Listens to what really changes in Univer's model, whoever causes it (keyboard, paste, fill, undo, redo, an add-in),
 * and reports it as Excel would. Results of formulas are told apart by the options Univer gives their mutations.
 */
export function watchChanges(book: Book, references: References, reporter: ChangeReporter): () => void {
  const { workbook } = book.grid;
  const before = new WeakMap<object, Map<string, Before>>();

  // A formula is noted by Univer's formula engine first, inside the announcement of the change itself.
  let early = new Map<string, Before>();

  const onBefore = (command: Readonly<Command>, options?: IExecutionOptions): void => {
    if (command.id !== SetRangeValuesMutation.id || command.params === undefined || isApplied(options)) {
      return;
    }
    const params = command.params as ISetRangeValuesMutationParams;
    const contents = contentsBefore(book, params);
    if (isFormulaResult(options)) {
      early = new Map([...contents, ...early]);
    } else {
      before.set(params, new Map([...contents, ...early]));
      early = new Map();
    }
  };

  const onAfter = (command: Readonly<Command>, options?: IExecutionOptions): void => {
    const { id, params } = command;
    if (params === undefined) {
      return;
    }
    if (id === SetRangeValuesMutation.id) {
      afterValues(params as ISetRangeValuesMutationParams, options);
    } else if (STRUCTURAL[id] !== undefined) {
      afterStructure(id, params as { subUnitId: string; range: IRange });
    } else if (CELL_SHIFTS[id] !== undefined) {
      const { subUnitId = workbook.getActiveSheet().getSheetId(), range } = params as {
        subUnitId?: string;
        range: IRange;
      };
      const [changeType, shiftDirection] = CELL_SHIFTS[id];
      reporter.structure(subUnitId, plain(range), changeType, shiftDirection);
    } else if (id === MoveRangeMutation.id || id === ReorderRangeMutation.id) {
      book.markDirty();
      afterMove(params);
    } else if (id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id) {
      book.markDirty();
    }
  };

  const afterValues = (params: ISetRangeValuesMutationParams, options?: IExecutionOptions): void => {
    if (isFormulaResult(options)) {
      if (isApplied(options)) {
        reporter.calculated(params.subUnitId, cellsIn(params.cellValue));
      }
      return;
    }
    if (cellsIn(params.cellValue).some((cell) => hasContent(params.cellValue?.[cell.row]?.[cell.column]))) {
      book.markDirty();
    }
    const known = before.get(params) ?? new Map<string, Before>();
    const cells = cellsIn(params.cellValue).filter((cell) => isContentChange(book, params, cell, known.get(key(cell))));
    if (cells.length > 0) {
      reporter.edited(params.subUnitId, cells, known);
    }
  };

  const afterStructure = (id: string, { subUnitId, range }: { subUnitId: string; range: IRange }): void => {
    const structural = STRUCTURAL[id];
    if (structural === undefined) {
      return;
    }
    const [along, isInsert, changeType] = structural;
    const [at, end] = along === "rows" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
    const count = end - at + 1;
    references.move(subUnitId, (area) =>
      isInsert ? afterInsert(area, along, at, count) : afterDelete(area, along, at, count),
    );
    book.markDirty();
    const area: Area =
      along === "rows"
        ? { startRow: at, endRow: end, startColumn: 0, endColumn: MAX_COLUMNS - 1 }
        : { startRow: 0, endRow: MAX_ROWS - 1, startColumn: at, endColumn: end };
    reporter.structure(subUnitId, area, changeType, undefined);
  };

  const afterMove = (params: MoveParams): void => {
    if (params.fromRange !== undefined && params.from !== undefined) {
      reporter.edited(params.from.subUnitId, cellsWithin(params.fromRange), new Map());
    }
    if (params.toRange !== undefined && params.to !== undefined) {
      reporter.edited(params.to.subUnitId, cellsWithin(params.toRange), new Map());
    }
    if (params.range !== undefined && params.subUnitId !== undefined) {
      reporter.edited(params.subUnitId, cellsWithin(params.range), new Map());
    }
  };

  // One command may consist of many changes; they are one change to the user.
  let depth = 0;
  const enter = (command: Readonly<Command>, options?: IExecutionOptions): void => {
    if (command.type === CommandType.COMMAND) {
      depth += 1;
      if (depth === 1) {
        early = new Map();
        reporter.nextChange(() => {
          depth = 0;
        });
      }
    }
    onBefore(command, options);
  };
  const leave = (command: Readonly<Command>, options?: IExecutionOptions): void => {
    onAfter(command, options);
    if (command.type === CommandType.COMMAND) {
      depth = Math.max(0, depth - 1);
    }
  };

  const commands = workbook.getActiveSheet().getInject().get(ICommandService);
  const listeners = [commands.beforeCommandExecuted(enter), commands.onCommandExecuted(leave)];
  return () => {
    listeners.forEach((listener) => {
      listener.dispose();
    });
  };
}

/** Whether results of a calculation are being stored. */
function isApplied(options: IExecutionOptions | undefined): boolean {
  return options?.["applyFormulaCalculationResult"] === true;
}

function isFormulaResult(options: IExecutionOptions | undefined): boolean {
  return options?.["fromFormula"] === true || isApplied(options);
}

function plain({ startRow, startColumn, endRow, endColumn }: IRange): Area {
  return { startRow, startColumn, endRow, endColumn };
}

function cellsWithin(range: IRange): Cell[] {
  const cells: Cell[] = [];
  for (let row = range.startRow; row <= range.endRow; row++) {
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      cells.push({ row, column });
    }
  }
  return cells;
}

function cellsIn(matrix: Matrix | undefined): Cell[] {
  return Object.entries(matrix ?? {}).flatMap(([row, cells]) =>
    Object.keys(cells ?? {}).map((column) => ({ row: Number(row), column: Number(column) })),
  );
}

function contentsBefore(book: Book, params: ISetRangeValuesMutationParams): Map<string, Before> {
  const stored = cellsOf(book.sheet(params.subUnitId));
  return new Map(cellsIn(params.cellValue).map((cell) => [key(cell), contentOf(stored, cell)]));
}

/**
 * Formatting writes cells too. A mutation that also carries style counts as an edit only when the contents differ:
 * undoing a colour writes the old contents back along with the old style.
 */
function isContentChange(
  book: Book,
  params: ISetRangeValuesMutationParams,
  cell: Cell,
  old: Before | undefined,
): boolean {
  const written = params.cellValue?.[cell.row]?.[cell.column];
  if (written === null || written === undefined) {
    return old !== undefined && (old.value !== "" || old.formula !== null);
  }
  if (!hasContent(written) || !("s" in written)) {
    return hasContent(written);
  }
  const now = contentOf(cellsOf(book.sheet(params.subUnitId)), cell);
  return now.formula !== old?.formula || (now.formula === null && (now.value !== old.value || now.type !== old.type));
}

/** Whether writing this changes what a cell holds, not only how it looks. Null clears the cell. */
function hasContent(written: Nullable<ICellData>): boolean {
  return written === null || written === undefined || ["v", "f", "p", "si"].some((field) => field in written);
}
