import { type Area, localAddress } from "./address";
import { type Book } from "./book";
import { areasOf, type Cell } from "./changed-areas";
import { type Before, contentOf, key } from "./cell-contents";
import { EVENT } from "./event-hub";
import type { References } from "./references";
import { cellsOf } from "./sheet-cells";
import { ref } from "./targets";

/** Collects changes of one moment and sends them as events after it, never in the midst of an edit. */
export type ChangeReporter = {
  /** A new user action begins; `onIdle` is called when the current task is over. */
  nextChange(onIdle: () => void): void;
  edited(sheetId: string, cells: readonly Cell[], before: ReadonlyMap<string, Before>): void;
  structure(sheetId: string, area: Area, changeType: string, shiftDirection: string | undefined): void;
  calculated(sheetId: string, cells: readonly Cell[]): void;
  dispose(): void;
};

type Edit = {
  readonly kind: "edit";
  readonly sheetId: string;
  readonly source: string;
  readonly action: number;
  readonly cells: Map<string, Cell>;
  readonly before: Map<string, Before>;
};
type Structure = {
  readonly kind: "structure";
  readonly sheetId: string;
  readonly source: string;
  readonly area: Area;
  readonly changeType: string;
  readonly shiftDirection: string | undefined;
};

export function createChangeReporter(book: Book, references: References): ChangeReporter {
  let pending: (Edit | Structure)[] = [];
  let computed = new Map<string, Cell[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  let action = 0;
  let idle: (() => void)[] = [];

  const source = (): string => (book.isWriting() ? "ThisLocalAddin" : "Unknown");
  const schedule = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void flush();
    }, 0);
  };

  const flush = async (): Promise<void> => {
    const [changes, calculated, waiting] = [pending, computed, idle];
    pending = [];
    computed = new Map();
    idle = [];
    waiting.forEach((callback) => {
      callback();
    });
    for (const change of withoutShifted(changes)) {
      if (change.kind === "structure") {
        sendStructure(change);
      } else {
        await sendEdit(change);
      }
    }
    for (const [sheetId, cells] of calculated) {
      const address = areasOf(cells).map(localAddress).join(",");
      book.events.emit(EVENT.calculated, sheetId, { worksheetId: sheetId, address });
    }
  };

  const sendStructure = ({ sheetId, area, changeType, shiftDirection, source: triggerSource }: Structure): void => {
    send(sheetId, area, { changeType, triggerSource, shiftDirection: shiftDirection ?? "None" });
  };

  const sendEdit = async ({ sheetId, cells, before, source: triggerSource }: Edit): Promise<void> => {
    const [only] = cells.values();
    const isSingle = cells.size === 1 && only !== undefined;
    const details = isSingle ? await detailsOf(sheetId, only, before.get(key(only))) : {};
    for (const area of areasOf([...cells.values()])) {
      send(sheetId, area, { changeType: "RangeEdited", triggerSource, shiftDirection: "None", ...details });
    }
  };

  /** Excel tells old and new value only for a single cell. The new value of a formula is its result. */
  const detailsOf = async (sheetId: string, cell: Cell, old: Before | undefined): Promise<Record<string, unknown>> => {
    if (old === undefined || !exists(sheetId)) {
      return {};
    }
    if (contentOf(cellsOf(book.sheet(sheetId)), cell).formula !== null) {
      await book.settled();
    }
    if (isDisposed || !exists(sheetId)) {
      return {};
    }
    const now = contentOf(cellsOf(book.sheet(sheetId)), cell);
    return { valueBefore: old.value, valueTypeBefore: old.type, valueAfter: now.value, valueTypeAfter: now.type };
  };

  const exists = (sheetId: string): boolean => book.sheets().some((sheet) => sheet.getSheetId() === sheetId);

  const send = (sheetId: string, area: Area, args: Readonly<Record<string, unknown>>): void => {
    const referenceId = references.keepForEvent(ref("Range", { sheetId, area }));
    const address = localAddress(area);
    book.events.emit(EVENT.dataChanged, sheetId, {
      worksheetId: sheetId,
      address,
      source: "Local",
      referenceId,
      ...args,
    });
  };

  return {
    nextChange(onIdle): void {
      action += 1;
      idle.push(onIdle);
      schedule();
    },
    edited(sheetId, cells, before): void {
      const last = pending.at(-1);
      if (!book.events.wanted(EVENT.dataChanged, sheetId)) {
        return;
      }
      const from = source();
      const isSame =
        last?.kind === "edit" && last.sheetId === sheetId && last.source === from && last.action === action;
      const edit: Edit = isSame
        ? last
        : { kind: "edit", sheetId, source: from, action, cells: new Map(), before: new Map() };
      if (!isSame) {
        pending.push(edit);
      }
      for (const cell of cells) {
        const old = before.get(key(cell));
        edit.cells.set(key(cell), cell);
        if (old !== undefined && !edit.before.has(key(cell))) {
          edit.before.set(key(cell), old);
        }
      }
      schedule();
    },
    structure(sheetId, area, changeType, shiftDirection): void {
      if (!book.events.wanted(EVENT.dataChanged, sheetId)) {
        return;
      }
      pending.push({ kind: "structure", sheetId, source: source(), area, changeType, shiftDirection });
      schedule();
    },
    calculated(sheetId, cells): void {
      if (!book.events.wanted(EVENT.calculated, sheetId)) {
        return;
      }
      computed.set(sheetId, [...(computed.get(sheetId) ?? []), ...cells]);
      schedule();
    },
    dispose(): void {
      isDisposed = true;
      clearTimeout(timer);
    },
  };
}

/** Shifting cells moves others: those moves are part of the one change that Excel reports. */
function withoutShifted(changes: readonly (Edit | Structure)[]): readonly (Edit | Structure)[] {
  const shifted = new Set(
    changes.flatMap((change) =>
      change.kind === "structure" && change.shiftDirection !== undefined ? [change.sheetId] : [],
    ),
  );
  return changes.filter((change) => change.kind === "structure" || !shifted.has(change.sheetId));
}
