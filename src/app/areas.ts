import type { Area } from "./ports";

/** What two areas have in common; undefined where they do not touch. */
export function intersection(a: Area, b: Area): Area | undefined {
  if (a.sheet !== b.sheet) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheet: a.sheet, row, column, rows, columns } : undefined;
}

/** The smallest area that holds both; they are on one sheet. */
export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    sheet: a.sheet,
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** One area for each sheet, holding all that were given for it. */
export function boundingPerSheet(areas: readonly Area[]): readonly Area[] {
  const bySheet = new Map<string, Area>();
  for (const area of areas) {
    const known = bySheet.get(area.sheet);
    bySheet.set(area.sheet, known === undefined ? area : bounding(known, area));
  }
  return [...bySheet.values()];
}
