import type { IRange } from "@univerjs/core";

/** `A` → 0, `AA` → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const AREA = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

/** Reads `C7` or `$C$7:$I$31` (no sheet name) as a 0-based inclusive range. Throws on anything else. */
export function parseArea(text: string): IRange {
  const match = AREA.exec(text.trim());
  if (match === null) throw new Error(`Not a cell range: ${text}`);
  const [, left = "", top = "", right = left, bottom = top] = match;
  const rows = [Number(top) - 1, Number(bottom) - 1] as const;
  const columns = [columnIndex(left), columnIndex(right)] as const;
  return {
    startRow: Math.min(...rows),
    endRow: Math.max(...rows),
    startColumn: Math.min(...columns),
    endColumn: Math.max(...columns),
  };
}

/** Reads a list of areas as files write them: separated by blanks. */
export function parseAreas(text: string): IRange[] {
  return text.trim().split(/\s+/).map(parseArea);
}

/** `C7` for one cell, `C7:I31` for more. */
export function formatArea(range: IRange): string {
  const start = `${columnLetters(range.startColumn)}${String(range.startRow + 1)}`;
  const end = `${columnLetters(range.endColumn)}${String(range.endRow + 1)}`;
  return start === end ? start : `${start}:${end}`;
}
