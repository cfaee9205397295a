/** Excel's column widths count digits of the workbook's font: a digit of 12 pt 宋体 is 8 pixels wide. */
const digitPixels = 8;
const columnPadding = 5;
const cellPadding = 6;
/** In characters: what cell padding takes of a column. */
const lineMargin = 0.8;
const pixelsPerPoint = 96 / 72;

/** Pixels of columns next to each other, widths as Excel shows them. */
export function columnsPixels(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + Math.trunc(width * digitPixels + columnPadding), 0);
}

/** The width as a file states it, with the padding that Excel adds. */
export function fileColumnWidth(width: number): number {
  return Math.trunc(((width * digitPixels + columnPadding) / digitPixels) * 256) / 256;
}

/** Half-width units: a Chinese character or mark takes two. */
function units(text: string): number {
  let sum = 0;
  for (const letter of text) sum += letter <= "\u00ff" ? 1 : 2;
  return sum;
}

/** Lines that a text takes in a cell of that many pixels, set in 宋体 of `size` points. */
export function lineCount(text: string, pixels: number, size: number): number {
  const perLine = Math.max(2, Math.floor((pixels - cellPadding) / ((size * pixelsPerPoint) / 2)));
  // A line of several is seldom full: a Chinese character takes two units, and no mark begins a line.
  const linesOf = (line: string): number => (units(line) <= perLine ? 1 : Math.ceil(units(line) / (perLine - 1)));
  return text.split("\n").reduce((lines, line) => lines + linesOf(line), 0);
}

/** The column width at which a text stands in one line, set in the workbook's own size. */
export function oneLineWidth(text: string): number {
  return units(text) + lineMargin;
}

/** Height in points of so many lines, with air above and below. */
export function linesHeight(lines: number, size: number): number {
  return Math.ceil(lines * size * 1.35 + 5);
}
