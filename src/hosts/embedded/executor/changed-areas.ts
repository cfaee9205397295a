import type { Area } from "./address";

export type Cell = { readonly row: number; readonly column: number };

/** More rectangles than this are reported as one around them all: a handler re-reads the block anyway. */
const MAX_AREAS = 20;

/** The fewest rows-first rectangles that cover exactly these cells. */
export function areasOf(cells: readonly Cell[]): readonly Area[] {
  const areas: Area[] = [];
  for (const run of runs(cells)) {
    const above = areas.findIndex(
      (area) =>
        area.endRow === run.startRow - 1 && area.startColumn === run.startColumn && area.endColumn === run.endColumn,
    );
    const found = areas[above];
    if (found === undefined) {
      areas.push(run);
    } else {
      areas[above] = { ...found, endRow: run.endRow };
    }
  }
  return areas.length > MAX_AREAS ? [around(areas)] : areas;
}

function around(areas: readonly Area[]): Area {
  return areas.reduce((a, b) => ({
    startRow: Math.min(a.startRow, b.startRow),
    startColumn: Math.min(a.startColumn, b.startColumn),
    endRow: Math.max(a.endRow, b.endRow),
    endColumn: Math.max(a.endColumn, b.endColumn),
  }));
}

/** Neighbouring cells of one row, top to bottom. */
function runs(cells: readonly Cell[]): readonly Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const result: Area[] = [];
  for (const { row, column } of sorted) {
    const last = result.at(-1);
    if (last?.startRow === row && column <= last.endColumn + 1) {
      result[result.length - 1] = { ...last, endColumn: Math.max(column, last.endColumn) };
    } else {
      result.push({ startRow: row, startColumn: column, endRow: row, endColumn: column });
    }
  }
  return result;
}
