import { cellParts, type CellId, type CellValue } from "../../core/model/cell";
import { address } from "./a1";
import { restore } from "./cell-text";
import type { Located } from "./locate-sheet";
import { plainNumber } from "./plain-number";
import type { Damage, FormulaCell, Oddity } from "./read-result";
import { cellKey } from "./cell-key";
import type { RawCell } from "./sheet-xml";

export type Figures = {
  readonly values: ReadonlyMap<CellId, CellValue>;
  readonly damage: readonly Damage[];
  readonly oddities: readonly Oddity[];
  readonly formulas: readonly FormulaCell[];
};

/** Rows that somebody may have put between the head and a row that has no label of its own. */
const searchedRows = 3;

/** Reads the figures of a sheet whose rows and columns were found; what was not found is named, never guessed. */
export function readFigures(located: Located): Figures {
  const values = new Map<CellId, CellValue>();
  const oddities: Oddity[] = [];
  const formulas: FormulaCell[] = [];
  const missing: { readonly cell: CellId; readonly row: boolean }[] = [];
  const { shape, sheet } = located;
  const rows = withUnlabelled(located);
  for (const { cell, row, column, columns } of shape.figures) {
    const [r, c] = [rows.get(row), located.columns.get(column)];
    if (r === undefined || c === undefined) {
      missing.push({ cell, row: r === undefined });
      continue;
    }
    const at = displaced(located, r, c, columns);
    const raw = sheet.cells.get(cellKey(r, at));
    const place = placeOf(sheet.name, r, at);
    const { value, oddity } = valueOf(raw);
    values.set(cell, value);
    if (at !== c) oddities.push({ kind: "displaced", cell, place, raw: String(raw?.value ?? "") });
    if (oddity !== undefined) oddities.push({ kind: oddity, cell, place, raw: rawText(raw) });
    if (raw?.formula !== undefined) formulas.push({ cell, place, formula: raw.formula });
  }
  const labels = located.changed.map(({ label, row, column }): Damage => {
    const found = sheet.cells.get(cellKey(row, column))?.value ?? "";
    return {
      kind: "labelChanged",
      place: placeOf(sheet.name, row, column),
      expected: label.text,
      found: String(found),
    };
  });
  return { values, oddities, formulas, damage: [...labels, ...missingLines(missing), ...addedRows(located, rows)] };
}

/** `表三!D6`. */
export function placeOf(sheet: string, row: number, column: number): string {
  return `${sheet}!${address(row, column)}`;
}

type Reading = { readonly value: CellValue; readonly oddity?: "textNumber" | "noResult" | "errorValue" | "date" };

/** A figure, a blank, or the text that stands there. A number typed as text is the number. */
export function valueOf(raw: RawCell | undefined): Reading {
  if (raw === undefined) return { value: null };
  if (raw.value === null) return { value: null, oddity: "noResult" };
  if (typeof raw.value === "number")
    return raw.date === true ? { value: raw.value, oddity: "date" } : { value: raw.value };
  if (typeof raw.value === "boolean") return { value: raw.value ? "TRUE" : "FALSE" };
  if (raw.error === true) return { value: raw.value, oddity: "errorValue" };
  const text = restore(raw.value);
  if (text.trim() === "") return { value: null };
  const number = plainNumber(text);
  return number === undefined ? { value: text } : { value: number, oddity: "textNumber" };
}

function rawText(raw: RawCell | undefined): string {
  return String(raw?.value ?? raw?.formula ?? "");
}

/** 表四 has a row without label: it stands below its head, or a little further down if only there are figures. */
function withUnlabelled({ shape, sheet, rows, columns }: Located): ReadonlyMap<number, number> {
  const all = new Map(rows);
  const labelled = new Set(shape.labels.map(({ row }) => row));
  const places = shape.figures.map(({ column }) => columns.get(column)).filter((column) => column !== undefined);
  const filled = (row: number): boolean =>
    places.some((column) => typeof sheet.cells.get(cellKey(row, column))?.value === "number");
  for (const { row } of shape.figures) {
    const at = rows.get(row);
    if (at === undefined || labelled.has(row) || hasAny(sheet.cells, at, places)) continue;
    const lower = Array.from({ length: searchedRows }, (_, index) => at + 1 + index).find(filled);
    if (lower !== undefined) all.set(row, lower);
  }
  return all;
}

function hasAny(cells: ReadonlyMap<string, RawCell>, row: number, columns: readonly number[]): boolean {
  return columns.some((column) => cells.has(cellKey(row, column)));
}

/** Where a merged cell was split, its figure may stand in one of its other columns. */
function displaced({ sheet }: Located, row: number, column: number, span: number): number {
  if (span === 1 || sheet.cells.has(cellKey(row, column))) return column;
  const filled = Array.from({ length: span - 1 }, (_, index) => column + 1 + index).filter(
    (other) => typeof sheet.cells.get(cellKey(row, other))?.value === "number",
  );
  const [only = column] = filled;
  return filled.length === 1 ? only : column;
}

function missingLines(missing: readonly { readonly cell: CellId; readonly row: boolean }[]): readonly Damage[] {
  const lines = new Map<
    string,
    { readonly table: string; readonly row: boolean; readonly line: string; readonly cells: CellId[] }
  >();
  for (const { cell, row } of missing) {
    const parts = cellParts(cell);
    const line = row ? parts.row : parts.column;
    const key = `${parts.table}.${row ? "r" : "c"}.${line}`;
    const known = lines.get(key);
    if (known === undefined) lines.set(key, { table: parts.table, row, line, cells: [cell] });
    else known.cells.push(cell);
  }
  return [...lines.values()].map(({ table, row, line, cells }) =>
    row ? { kind: "rowMissing", table, row: line, cells } : { kind: "columnMissing", table, column: line, cells },
  );
}

/** Figures between the form's rows that belong to none of them would otherwise go unnoticed. */
function addedRows({ shape, sheet, columns }: Located, rows: ReadonlyMap<number, number>): readonly Damage[] {
  const used = new Set(rows.values());
  const found: Damage[] = [];
  const tables = new Set(shape.figures.map(({ cell }) => cellParts(cell).table));
  for (const table of tables) {
    const own = shape.figures.filter(({ cell }) => cellParts(cell).table === table);
    const places = own.flatMap(({ row }) => rows.get(row) ?? []);
    for (let row = Math.min(...places) + 1; row < Math.max(...places); row += 1) {
      if (used.has(row)) continue;
      const column = own
        .flatMap((figure) => columns.get(figure.column) ?? [])
        .find((at) => typeof sheet.cells.get(cellKey(row, at))?.value === "number");
      if (column === undefined) continue;
      const raw = rawText(sheet.cells.get(cellKey(row, column)));
      found.push({ kind: "rowAdded", table, place: placeOf(sheet.name, row, column), found: raw });
    }
  }
  return found;
}
