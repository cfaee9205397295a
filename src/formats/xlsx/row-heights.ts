import type { PlacedCell } from "./placed-form";
import { looks } from "./styles";
import { columnsPixels, lineCount, linesHeight } from "./text-size";

const titleHeight = 36;
const unitHeight = 24;
const leastHeight = 26;
const leastLongHeight = 20;
const gapHeight = 8;
const checkHeight = 20;

type Sheet = {
  readonly cells: readonly PlacedCell[];
  readonly columnWidths: readonly number[];
  /** Rows of the official form, title and unit included. */
  readonly rows: number;
  /** Rows below it, the gap included. */
  readonly checkRows: number;
  /** More rows than a page holds: they stand closer. */
  readonly long: boolean;
};

/** Heights in points, so that every label is seen whole: merged cells do not grow by themselves in any program. */
export function rowHeights({ cells, columnWidths, rows, checkRows, long }: Sheet): readonly number[] {
  const heights: number[] = Array.from({ length: rows }, (_, row) =>
    row === 0 ? titleHeight : row === 1 ? unitHeight : long ? leastLongHeight : leastHeight,
  );
  const needed = (cell: PlacedCell): number => {
    const { size, wrap, stacked } = looks[cell.style];
    if (cell.content.kind !== "text") return 0;
    const { text } = cell.content;
    if (stacked === true) return linesHeight(text.length, size);
    if (wrap !== true) return 0;
    const width = columnsPixels(columnWidths.slice(cell.column, cell.column + cell.columns));
    return linesHeight(lineCount(text, width, size), size);
  };
  // Single rows first: what spans several rows then only adds what is still missing.
  for (const cell of [...cells].sort((a, b) => a.rows - b.rows)) {
    const span = Array.from({ length: cell.rows }, (_, index) => cell.row + index);
    const has = span.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
    const missing = needed(cell) - has;
    if (missing > 0) for (const row of span) heights[row] = (heights[row] ?? 0) + Math.ceil(missing / cell.rows);
  }
  const below = Array.from({ length: checkRows }, (_, index) => (index === 0 ? gapHeight : checkHeight));
  return [...heights, ...below];
}
