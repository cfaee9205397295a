import type { CellId, CellValue } from "../core/model/cell";
import type { ValueChange } from "./mirror";

/** By hand, or by which command. */
export const changeCauses = ["hand", "suggestion", "zeros", "totals", "undo"] as const;
export type ChangeCause = (typeof changeCauses)[number];

/** Cells that changed together. */
export type LogEntry = {
  readonly at: Date;
  readonly cause: ChangeCause;
  readonly changes: readonly ValueChange[];
};

/** 变更记录, oldest first: of this session, behind what the workbook has kept of earlier ones. */
export type ChangeLog = readonly LogEntry[];

/** What changed between two readings; cells that one of them lacks have not changed. */
export function changesBetween(
  before: ReadonlyMap<CellId, CellValue>,
  after: ReadonlyMap<CellId, CellValue>,
): readonly ValueChange[] {
  return [...after].flatMap(([cell, to]): readonly ValueChange[] => {
    const from = before.get(cell);
    return from === undefined || from === to ? [] : [{ cell, from, to }];
  });
}

/** The last command that has not been taken back: what 撤销 would restore, and what it would overwrite. */
export type Undoable = { readonly entry: LogEntry; readonly back: readonly ValueChange[] };

/**
 * What 撤销 would take back. A cell that was edited since keeps its newer figure: undoing must not lose work.
 * @param values the figures as they are now
 */
export function undoable(log: ChangeLog, values: ReadonlyMap<CellId, CellValue>): Undoable | null {
  let taken = 0;
  for (let index = log.length - 1; index >= 0; index -= 1) {
    const entry = log[index];
    if (entry === undefined || entry.cause === "hand") continue;
    if (entry.cause === "undo") taken += 1;
    else if (taken > 0) taken -= 1;
    else {
      const back = entry.changes
        .filter(({ cell, to }) => (values.get(cell) ?? null) === to)
        .map(({ cell, from, to }) => ({ cell, from: to, to: from }));
      return back.length === 0 ? null : { entry, back };
    }
  }
  return null;
}
