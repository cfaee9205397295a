import type { Rect } from "./placed-form";

/** Covers cells of equal key with few rectangles, so that a rule for many cells is written once. */
export function tiles<T>(cells: readonly { readonly area: Rect; readonly key: string; readonly of: T }[]): readonly {
  readonly area: Rect;
  readonly of: T;
}[] {
  const runs: { area: Rect; key: string; of: T }[] = [];
  const sorted = [...cells].sort(
    (a, b) => compare(a.key, b.key) || a.area.row - b.area.row || a.area.column - b.area.column,
  );
  for (const { area: found, key, of } of sorted) {
    const area = rectOf(found);
    const last = runs.at(-1);
    const follows =
      last?.key === key &&
      last.area.row === area.row &&
      last.area.rows === area.rows &&
      last.area.column + last.area.columns === area.column;
    if (follows) last.area = { ...last.area, columns: last.area.columns + area.columns };
    else runs.push({ area, key, of });
  }
  const blocks: { area: Rect; key: string; of: T }[] = [];
  for (const run of runs) {
    const above = blocks.find(
      ({ area, key }) =>
        key === run.key &&
        area.column === run.area.column &&
        area.columns === run.area.columns &&
        area.row + area.rows === run.area.row,
    );
    if (above) above.area = { ...above.area, rows: above.area.rows + run.area.rows };
    else blocks.push(run);
  }
  return blocks.sort((a, b) => a.area.row - b.area.row || a.area.column - b.area.column);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Only the rectangle of what may carry more. */
export function rectOf({ row, column, rows, columns }: Rect): Rect {
  return { row, column, rows, columns };
}

/** The smallest rectangle around all of them; at least one is needed. */
export function around(areas: readonly Rect[]): Rect {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  const bottom = Math.max(...areas.map((area) => area.row + area.rows));
  const right = Math.max(...areas.map((area) => area.column + area.columns));
  return { row, column, rows: bottom - row, columns: right - column };
}
