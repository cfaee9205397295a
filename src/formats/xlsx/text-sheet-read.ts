import type { Template } from "../../core/model/template";
import type { TextSheet } from "../../core/narrative/text-row";
import { textSheet as words } from "../../messages/text-sheet";
import { cellKey } from "./cell-key";
import { textAnchor } from "./form-layout";
import { normalizeLabel } from "./normalize-label";
import type { RawSheet, RawWorkbook } from "./open-workbook";
import { readTextRows } from "./text-sheet-parse";

type TextPlace = { readonly sheet: RawSheet; readonly columns: Columns };
type Columns = { readonly text: number; readonly key: number | undefined; readonly data: number | undefined };

/** Section titles of the form that must be found to take a sheet without keys for the text. */
const leastTitles = 3;
const leastKeys = 2;
/** A report has a few hundred paragraphs at most. */
const mostRows = 5000;

/** What the sheet 年报正文 of a file says; undefined where there is no such sheet or nothing in it. */
export function readTextSheet(template: Template, workbook: RawWorkbook): TextSheet | undefined {
  const place = locateText(template, workbook);
  if (place === undefined) return undefined;
  const { sheet, columns } = place;
  const at = (row: number, column: number | undefined): string | number | boolean =>
    (column === undefined ? undefined : sheet.cells.get(cellKey(row, column))?.value) ?? "";
  const rows = Array.from({ length: Math.min(sheet.rows, mostRows) }, (_, row) => ({
    text: at(row, columns.text),
    key: at(row, columns.key),
    data: at(row, columns.data),
  }));
  return readTextRows(template, rows);
}

/**
 * Finds the sheet by the keys beside its paragraphs, or by the section titles in it; of several the one that the name
 * points to. Where neither is left, the name or the tab tells.
 */
export function locateText(template: Template, { sheets, names }: RawWorkbook): TextPlace | undefined {
  const titles = new Set(template.sections.map(({ title }) => normalizeLabel(title)));
  const refersTo = names.find(({ name }) => name.toLowerCase() === textAnchor.toLowerCase())?.refersTo ?? "";
  const named = refersTo
    .slice(0, Math.max(0, refersTo.lastIndexOf("!")))
    .replace(/^'|'$/gu, "")
    .replaceAll("''", "'");
  const found = sheets.flatMap((sheet) => {
    const columns = columnsOf(sheet, titles, sheet.name === named || sheet.name === words.name);
    return columns === undefined ? [] : [{ sheet, columns }];
  });
  return found.find(({ sheet }) => sheet.name === named) ?? found[0];
}

const keyPattern = /^(?:N:.+|H:[^:]+|[SP]:[^:]*:.*)$/su;

function columnsOf(sheet: RawSheet, titles: ReadonlySet<string>, isNamed: boolean): Columns | undefined {
  const counts = {
    keys: new Map<number, number>(),
    data: new Map<number, number>(),
    titles: new Map<number, number>(),
  };
  const lengths = new Map<number, number>();
  const count = (map: Map<number, number>, column: number, by = 1): void =>
    void map.set(column, (map.get(column) ?? 0) + by);
  for (const [place, { value }] of sheet.cells) {
    if (typeof value !== "string") continue;
    const column = Number(place.slice(place.indexOf(",") + 1));
    if (keyPattern.test(value)) count(counts.keys, column);
    else if (/^\{"(?:text|known)":/u.test(value)) count(counts.data, column);
    else count(lengths, column, value.length);
    if (value.length < 40 && titles.has(normalizeLabel(value))) count(counts.titles, column);
  }
  const key = most(counts.keys, leastKeys);
  const data = most(counts.data, 1);
  const titled = most(counts.titles, leastTitles);
  if (key === undefined && titled === undefined && !isNamed) return undefined;
  const text = titled ?? most(lengths, 1);
  return text === undefined ? undefined : { text, key, data };
}

function most(counts: ReadonlyMap<number, number>, least: number): number | undefined {
  const [best] = [...counts].filter(([, count]) => count >= least).sort(([, a], [, b]) => b - a);
  return best?.[0];
}
