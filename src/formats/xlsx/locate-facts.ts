import type { WorkbookMessages } from "../../messages/workbook";
import { restore } from "./cell-text";
import { parseFactKey, factColumns, type FactColumn } from "./fact-lines";
import { factsAnchor } from "./form-layout";
import { normalizeLabel } from "./normalize-label";
import type { RawSheet, RawWorkbook } from "./open-workbook";
import type { FactRow } from "./read-facts";
import { cellKey } from "./cell-key";

/** The rows of the 正文要素 sheet, wherever it stands now. */
export type LocatedFacts = { readonly sheet: RawSheet; readonly firstRow: number; readonly rows: readonly FactRow[] };

/** Head words that must be found to take a row for the head. */
const leastHeads = 4;
/** Inputs of a text are a few hundred lines. */
const mostRows = 5000;

/** Finds the sheet by the words of its head; of several, the one that the name points to or the first. */
export function locateFacts({ sheets, names }: RawWorkbook, messages: WorkbookMessages): LocatedFacts | undefined {
  const found = sheets.flatMap((sheet) => {
    const head = headOf(sheet, messages);
    return head === undefined ? [] : [{ sheet, ...head }];
  });
  const refersTo = names.find(({ name }) => name.toLowerCase() === factsAnchor.toLowerCase())?.refersTo ?? "";
  const named = found.find(
    ({ sheet }) =>
      refersTo.startsWith(`'${sheet.name.replaceAll("'", "''")}'!`) || refersTo.startsWith(`${sheet.name}!`),
  );
  const [chosen] = named === undefined ? found : [named];
  if (chosen === undefined) return undefined;
  const { sheet, row, columns } = chosen;
  const firstRow = row + 1;
  const count = Math.max(0, Math.min(sheet.rows, firstRow + mostRows) - firstRow);
  const rows = Array.from({ length: count }, (_, index) => rowOf(sheet, firstRow + index, columns));
  const end = rows.findIndex(({ label }) => label === messages.facts.end);
  return { sheet, firstRow, rows: end < 0 ? rows : rows.slice(0, end) };
}

type Columns = ReadonlyMap<FactColumn, number>;

function headOf(
  sheet: RawSheet,
  messages: WorkbookMessages,
): { readonly row: number; readonly columns: Columns } | undefined {
  const words = new Map(factColumns.map((column) => [normalizeLabel(messages.facts.heads[column]), column]));
  const rows = new Map<number, Map<FactColumn, number>>();
  const keys = new Map<number, number>();
  for (const [place, { value }] of sheet.cells) {
    if (typeof value !== "string" || value.length > 60) continue;
    const [row = 0, column = 0] = place.split(",").map(Number);
    if (parseFactKey(value) !== undefined) keys.set(column, (keys.get(column) ?? 0) + 1);
    const field = words.get(normalizeLabel(value));
    if (field === undefined) continue;
    const line = rows.get(row) ?? new Map<FactColumn, number>();
    rows.set(row, line);
    if (!line.has(field)) line.set(field, column);
  }
  const [best] = [...rows].sort(([, a], [, b]) => b.size - a.size);
  if (best === undefined || best[1].size < leastHeads || !best[1].has("value")) return undefined;
  const [row, columns] = best;
  // The keys are where they are, whatever became of their head.
  const [keyed] = [...keys].sort(([, a], [, b]) => b - a);
  if (keyed !== undefined) columns.set("key", keyed[0]);
  return { row, columns };
}

function rowOf(sheet: RawSheet, row: number, columns: Columns): FactRow {
  const cells: [FactColumn, string | number | null][] = [...columns].map(([field, column]) => {
    const value = sheet.cells.get(cellKey(row, column))?.value ?? null;
    return [field, typeof value === "string" ? restore(value) : typeof value === "boolean" ? String(value) : value];
  });
  return Object.fromEntries(cells);
}
