/** How a cell is found in a map of a sheet's cells. */
export function cellKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}
