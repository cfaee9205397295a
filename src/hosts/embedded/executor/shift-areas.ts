import { type Area, MAX_COLUMNS, MAX_ROWS } from "./address";

/** Where a rectangle lies after rows or columns were inserted before or inside it. */
export function afterInsert(area: Area, along: "rows" | "columns", at: number, count: number): Area {
  const [start, end, max] = bounds(area, along);
  const isWhole = start === 0 && end === max - 1;
  if (isWhole || at > end) {
    return area;
  }
  return withBounds(area, along, at <= start ? start + count : start, Math.min(max - 1, end + count));
}

/** Where it lies after rows or columns were deleted; null when all of it was. */
export function afterDelete(area: Area, along: "rows" | "columns", at: number, count: number): Area | null {
  const [start, end, max] = bounds(area, along);
  if (start === 0 && end === max - 1) {
    return area;
  }
  const before = (line: number): number => Math.max(0, Math.min(count, line - at));
  const newStart = start - before(start);
  const newEnd = end - before(end + 1);
  return newEnd < newStart ? null : withBounds(area, along, newStart, newEnd);
}

function bounds(area: Area, along: "rows" | "columns"): readonly [start: number, end: number, max: number] {
  return along === "rows" ? [area.startRow, area.endRow, MAX_ROWS] : [area.startColumn, area.endColumn, MAX_COLUMNS];
}

function withBounds(area: Area, along: "rows" | "columns", start: number, end: number): Area {
  return along === "rows" ? { ...area, startRow: start, endRow: end } : { ...area, startColumn: start, endColumn: end };
}
