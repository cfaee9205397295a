import type { PlacedGrid } from "./xlsx/place-grid";

/** Whether a row of the grid consists of heads only. */
export function isHeadRow(grid: PlacedGrid, row: number): boolean {
  return (
    !grid.figures.some((placed) => placed.row === row) &&
    grid.labels.every((label) => label.row !== row || label.label.head === true)
  );
}

/** How many rows at the top consist of heads only. */
export function leadingHeads(grid: PlacedGrid): number {
  for (let row = 0; row < grid.rows; row += 1) if (!isHeadRow(grid, row)) return row;
  return grid.rows;
}
