import type {
  Area,
  Block,
  Contents,
  FormFile,
  NamedArea,
  RawCell,
  SheetCells,
  SheetChange,
  WorkbookPort,
} from "../../app/ports";
import { openWorkbook } from "../../formats/xlsx/open-workbook";

/** A workbook without a program: for tests of what sits above the port. Counts what a real host would pay for. */
export type MemoryWorkbook = WorkbookPort & {
  /** Round trips so far, by method. */
  readonly trips: () => Readonly<Record<string, number>>;
  /** Types into a cell as a person does: the event brings the value along. */
  readonly type: (sheet: string, row: number, column: number, value: RawCell) => void;
  /** Pastes a block: the event tells only where. */
  readonly paste: (sheet: string, row: number, column: number, values: readonly (readonly RawCell[])[]) => void;
  /** Inserts an empty row, moving everything below it, anchors included. */
  readonly insertRow: (sheet: string, row: number) => void;
  /** Selects cells as a person does. */
  readonly pick: (area: Area) => void;
  readonly deleteSheet: (sheet: string) => void;
  readonly deleteName: (name: string) => void;
  readonly selected: () => Area | null;
  /** The next call of a method fails with this error. */
  readonly failNext: (method: keyof WorkbookPort, error: Error) => void;
};

/**
 * @param cells what stands in the sheets of a form's file, where a test needs figures from the beginning
 */
export function createMemoryWorkbook(
  cells: (sheet: string, row: number, column: number) => RawCell = () => "",
): MemoryWorkbook {
  const sheets = new Map<string, Map<string, RawCell>>();
  const formulas = new Map<string, string>();
  const listeners = new Set<(change: SheetChange) => void>();
  const selectionListeners = new Set<(area: Area) => void>();
  const memory = new Map<string, string>();
  const counts: Record<string, number> = {};
  const failures = new Map<string, Error>();
  let anchors: readonly NamedArea[] = [];
  let xml: string | null = null;
  let log: string | null = null;
  let selection: Area | null = null;

  function trip(method: keyof WorkbookPort): void {
    counts[method] = (counts[method] ?? 0) + 1;
    const failure = failures.get(method);
    failures.delete(method);
    if (failure !== undefined) throw failure;
  }

  function read({ sheet, row, column, rows, columns }: Area): RawCell[][] {
    const stored = sheets.get(sheet);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_unused, c) => stored?.get(key(row + r, column + c)) ?? ""),
    );
  }

  /** No program computes here: a formula keeps the result that the form's file has for it. */
  function contents(area: Area): Contents {
    const values = read(area);
    return {
      values,
      formulas: values.map((line, r) =>
        line.map((value, c) => formulas.get(`${area.sheet},${key(area.row + r, area.column + c)}`) ?? value),
      ),
    };
  }

  function write(sheet: string, row: number, column: number, value: RawCell): void {
    sheets.get(sheet)?.set(key(row, column), value);
    formulas.delete(`${sheet},${key(row, column)}`);
  }

  /** The sheets of a form's file as they are written there. */
  function insert({ bytes, sheets: names }: FormFile): void {
    for (const name of names) sheets.set(name, new Map());
    for (const { name, cells: found } of openWorkbook(bytes).sheets) {
      for (const [place, { value, formula }] of found) {
        sheets.get(name)?.set(place, value ?? "");
        if (formula !== undefined) formulas.set(`${name},${place}`, `=${formula}`);
      }
    }
  }

  function emit(change: SheetChange): void {
    for (const listener of listeners) listener(change);
  }

  async function answer<T>(method: keyof WorkbookPort, work: () => T): Promise<T> {
    await Promise.resolve();
    trip(method);
    return work();
  }

  return {
    readIdentity: () => answer("readIdentity", () => xml),
    readBlocks: (names) =>
      answer("readBlocks", () => {
        const blocks = new Map<string, Block>();
        for (const anchor of anchors) {
          if (names.includes(anchor.name)) blocks.set(anchor.name, { ...anchor, ...contents(anchor) });
        }
        return blocks;
      }),
    readAreas: (areas) => answer("readAreas", () => areas.map(contents)),
    readSheets: (names) =>
      answer("readSheets", () =>
        names.flatMap((name): SheetCells[] => {
          const stored = sheets.get(name);
          if (stored === undefined) return [];
          const places = [...stored.keys()].map((place) => place.split(",").map(Number));
          const rows = Math.max(0, ...places.map(([row = 0]) => row + 1));
          const columns = Math.max(0, ...places.map(([, column = 0]) => column + 1));
          const area = { sheet: name, row: 0, column: 0, rows, columns };
          return [{ ...area, name, ...contents(area) }];
        }),
      ),
    mend: (edits, areas) =>
      answer("mend", () => {
        const added = new Set(areas.map(({ name }) => name));
        anchors = [...anchors.filter(({ name }) => !added.has(name)), ...areas];
        for (const { area, value } of edits) {
          const isFormula = String(value).startsWith("=");
          write(area.sheet, area.row, area.column, isFormula ? "" : value);
          if (isFormula) formulas.set(`${area.sheet},${key(area.row, area.column)}`, String(value));
          emit({ kind: "cell", sheet: area.sheet, row: area.row, column: area.column, value: "" });
        }
      }),
    insertForm: (form: FormFile) =>
      answer("insertForm", () => {
        insert(form);
        for (const { sheet, row, column, rows, columns } of form.anchors) {
          for (let r = row; r < row + rows; r += 1) {
            for (let c = column; c < column + columns; c += 1) write(sheet, r, c, cells(sheet, r, c));
          }
        }
        ({ anchors, xml, start: selection } = form);
      }),
    select: (area) =>
      answer("select", () => {
        selection = area;
      }),
    writeCells: (edits) =>
      answer("writeCells", () => {
        for (const { area, value } of edits) {
          write(area.sheet, area.row, area.column, value);
          emit({ kind: "cell", sheet: area.sheet, row: area.row, column: area.column, value });
        }
      }),
    unprotect: () => answer("unprotect", () => undefined),
    writeIdentity: (text) =>
      answer("writeIdentity", () => {
        xml = text;
      }),
    readLog: () => answer("readLog", () => log),
    writeLog: (text) =>
      answer("writeLog", () => {
        log = text;
      }),
    watch: (onChange) =>
      answer("watch", () => {
        listeners.add(onChange);
        return () => answer("watch", () => void listeners.delete(onChange));
      }),
    writeText: ({ sheet, row, column, rows, keyColumn, dataColumn }, lines) =>
      answer("writeText", () => {
        for (let line = 0; line < Math.max(rows, lines.length); line += 1) {
          const { text = "", key: own = "", data = "" } = lines[line] ?? {};
          write(sheet, row + line, column, text);
          write(sheet, row + line, column + keyColumn, own);
          write(sheet, row + line, column + dataColumn, data);
        }
        anchors = anchors.map((anchor) =>
          anchor.sheet === sheet && anchor.row === row ? { ...anchor, rows: Math.max(rows, lines.length) } : anchor,
        );
        emit({
          kind: "area",
          area: { sheet, row, column, rows: Math.max(rows, lines.length), columns: dataColumn + 1 },
        });
      }),
    watchSelection: (onSelect) =>
      answer("watchSelection", () => {
        selectionListeners.add(onSelect);
        return () => answer("watchSelection", () => void selectionListeners.delete(onSelect));
      }),
    remember: (name, value) => answer("remember", () => void memory.set(name, value)),
    recall: (name) => answer("recall", () => memory.get(name) ?? null),
    trips: () => ({ ...counts }),
    type: (sheet, row, column, value) => {
      write(sheet, row, column, value);
      emit({ kind: "cell", sheet, row, column, value });
    },
    paste: (sheet, row, column, values) => {
      values.forEach((line, r) => {
        line.forEach((value, c) => {
          write(sheet, row + r, column + c, value);
        });
      });
      emit({ kind: "area", area: { sheet, row, column, rows: values.length, columns: values[0]?.length ?? 0 } });
    },
    insertRow: (sheet, at) => {
      const moved = new Map<string, RawCell>();
      for (const [place, value] of sheets.get(sheet) ?? []) {
        const [row = 0, column = 0] = place.split(",").map(Number);
        moved.set(key(row >= at ? row + 1 : row, column), value);
      }
      sheets.set(sheet, moved);
      for (const [place, formula] of [...formulas].filter(([key]) => key.startsWith(`${sheet},`)).reverse()) {
        const [, row = 0, column = 0] = place.split(",").map(Number);
        if (row < at) continue;
        formulas.delete(place);
        formulas.set(`${sheet},${key(row + 1, column)}`, formula);
      }
      anchors = anchors.map((anchor) => {
        if (anchor.sheet !== sheet || at >= anchor.row + anchor.rows) return anchor;
        return at <= anchor.row ? { ...anchor, row: anchor.row + 1 } : { ...anchor, rows: anchor.rows + 1 };
      });
      emit({ kind: "structure" });
    },
    deleteSheet: (sheet) => {
      sheets.delete(sheet);
      anchors = anchors.filter((anchor) => anchor.sheet !== sheet);
      emit({ kind: "structure" });
    },
    deleteName: (name) => {
      anchors = anchors.filter((anchor) => anchor.name !== name);
      emit({ kind: "structure" });
    },
    pick: (area) => {
      selection = area;
      for (const listener of selectionListeners) listener(area);
    },
    selected: () => selection,
    failNext: (method, error) => failures.set(method, error),
  };
}

function key(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}
