import { align, interpolate, type Candidate } from "./align";
import type { SheetShape, ShapeLabel } from "./form-shape";
import { normalizeLabel } from "./normalize-label";
import type { RawSheet } from "./open-workbook";
import { cellKey } from "./cell-key";
import type { RawCell } from "./sheet-xml";

/** The labels of an actual sheet, by row. */
export type SheetWords = {
  readonly sheet: RawSheet;
  /** Normalised texts with their columns, by row. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;
};

/** Labels are short; longer texts are prose. */
const longestLabel = 200;

export function wordsOf(sheet: RawSheet): SheetWords {
  const rows = new Map<number, Map<string, number[]>>();
  for (const [key, { value, formula }] of sheet.cells) {
    if (typeof value !== "string" || formula !== undefined || value.length > longestLabel) continue;
    const word = normalizeLabel(value);
    if (word === "") continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    const line = rows.get(row) ?? new Map<string, number[]>();
    rows.set(row, line);
    line.set(word, [...(line.get(word) ?? []), column]);
  }
  return { sheet, rows };
}

/** Where the rows and columns of a form's sheet stand in an actual one. */
export type Located = {
  readonly shape: SheetShape;
  readonly sheet: RawSheet;
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /** Labels that stand where they belong. */
  readonly found: number;
  readonly changed: readonly { readonly label: ShapeLabel; readonly row: number; readonly column: number }[];
};

/**
 * Finds the rows and columns of a form's sheet by their labels, in the order of the form. Rows and columns may have
 * been inserted, taken away or moved as a whole; a single label may have been changed.
 */
export function locateSheet(shape: SheetShape, words: SheetWords): Located | undefined {
  const byRow = group(shape.labels, ({ row }) => row);
  const rowPlaces = align(rowCandidates(byRow, words));
  if (rowPlaces.size === 0) return undefined;
  const figureRows = distinct(shape.figures.map(({ row }) => row));
  const rows = interpolate(rowPlaces, distinct([...byRow.keys(), ...figureRows]), (row, at) =>
    isPlausibleRow(shape, words.sheet, row, at),
  );
  const byColumn = group(shape.labels, ({ column }) => column);
  const figureColumns = distinct(shape.figures.map(({ column }) => column));
  const columnPlaces = align(columnCandidates(byColumn, rowPlaces, words));
  const columns = interpolate(columnPlaces, distinct([...byColumn.keys(), ...figureColumns]), () => true);
  const changed: { label: ShapeLabel; row: number; column: number }[] = [];
  let found = 0;
  for (const label of shape.labels) {
    const [row, column] = [rows.get(label.row), columns.get(label.column)];
    if (row === undefined || column === undefined) continue;
    if (hasWord(words, label, row, column)) found += 1;
    else changed.push({ label, row, column });
  }
  return { shape, sheet: words.sheet, rows, columns, found, changed };
}

/** All places of a sheet where most of the form is found, the best first: somebody may have copied it further down. */
export function locateAll(shape: SheetShape, words: SheetWords): readonly Located[] {
  const found: Located[] = [];
  for (let left = words; ;) {
    const next = locateSheet(shape, left);
    if (next === undefined || next.found < shape.labels.length * leastShare) return found;
    found.push(next);
    const used = new Set(next.rows.values());
    left = { ...left, rows: new Map([...left.rows].filter(([row]) => !used.has(row))) };
  }
}

/** With less than this share of its labels a sheet is not taken for the form's. */
const leastShare = 0.5;

/** A row may stand wherever one of its labels does; the more of them, the more speaks for it. */
function rowCandidates(byRow: ReadonlyMap<number, readonly ShapeLabel[]>, words: SheetWords): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [line, labels] of byRow) {
    for (const [at, there] of words.rows) {
      const weight = labels.filter((label) => [...label.words].some((word) => there.has(word))).length;
      if (weight > 0) found.push({ line, at, weight });
    }
  }
  return found;
}

function columnCandidates(
  byColumn: ReadonlyMap<number, readonly ShapeLabel[]>,
  rows: ReadonlyMap<number, number>,
  words: SheetWords,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [line, labels] of byColumn) {
    const weights = new Map<number, number>();
    for (const label of labels) {
      const there = words.rows.get(rows.get(label.row) ?? -1);
      const places = new Set([...label.words].flatMap((word) => there?.get(word) ?? []));
      for (const column of places) weights.set(column, (weights.get(column) ?? 0) + 1);
    }
    for (const [at, weight] of weights) found.push({ line, at, weight });
  }
  return found;
}

function hasWord(words: SheetWords, label: ShapeLabel, row: number, column: number): boolean {
  const there = words.rows.get(row);
  return [...label.words].some((word) => there?.get(word)?.includes(column) === true);
}

/**
 * Beyond the outermost known row: a row without any label of its own (表四) is taken as it comes; one whose label was
 * changed must still have a text there and no verdicts, or else it is the gap or the check row below the form.
 */
function isPlausibleRow(shape: SheetShape, sheet: RawSheet, row: number, at: number): boolean {
  const own = shape.labels.filter((label) => label.row === row);
  if (own.length === 0) return true;
  const cells = rowCells(sheet, at);
  const verdict = ({ value, formula }: RawCell): boolean => formula !== undefined && typeof value === "string";
  return cells.some(({ value }) => typeof value === "string") && !cells.some(verdict);
}

const widest = 60;

function rowCells(sheet: RawSheet, row: number): readonly RawCell[] {
  return Array.from({ length: widest }, (_, column) => sheet.cells.get(cellKey(row, column))).filter(
    (cell) => cell !== undefined,
  );
}

function group<T>(items: readonly T[], key: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
