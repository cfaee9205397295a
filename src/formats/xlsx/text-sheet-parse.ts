import type { Template } from "../../core/model/template";
import { keyParts, plainText, type TextRow, type TextSheet } from "../../core/narrative/text-row";
import { readTold } from "../../core/narrative/told";
import { textSheet as words } from "../../messages/text-sheet";
import { restore } from "./cell-text";
import { guideKey, tableKey } from "./text-sheet-rows";

/** Cells of one row as they were read; the columns of a sheet in a file need not be where they were. */
export type RawTextRow = {
  readonly text: string | number | boolean;
  readonly key: string | number | boolean;
  readonly data: string | number | boolean;
};

/**
 * Reads the text from the rows of its sheet. Undefined where nobody has written anything.
 * What was kept beside the words is trusted only as far as it fits together.
 */
export function readTextRows(template: Template, raw: readonly RawTextRow[]): TextSheet | undefined {
  const { sheet } = placedTextRows(template, raw);
  return sheet.rows.some(({ text }) => text !== "") ? sheet : undefined;
}

/** The rows of the text, and for each of them which of the rows given it is. */
export function placedTextRows(
  { sheets }: Template,
  raw: readonly RawTextRow[],
): { readonly sheet: TextSheet; readonly at: readonly number[] } {
  const tables = new Set(sheets.map(({ name }) => words.table(name)));
  const rows: TextRow[] = [];
  const at: number[] = [];
  const put = (row: TextRow, index: number): void => {
    rows.push(row);
    at.push(index);
  };
  let known: readonly string[] = [];
  raw.forEach(({ text: cell, key: keyCell, data }, index) => {
    const key = String(keyCell).trim();
    const text = plainText(restore(String(cell)).replace(/^[\u3000 ]+/gmu, ""));
    if (key === guideKey) known = knownIn(data);
    if (key === guideKey || key.startsWith(tableKey)) {
      // Words that somebody wrote over ours are hers.
      if (text !== "" && text !== words.guide && !tables.has(text)) put({ key: "", text, told: null }, index);
      return;
    }
    if (text === words.guide || tables.has(text)) return;
    const said = keyParts(key).part === "title" ? text.replaceAll("\n", "") : text;
    if (text !== "" || key !== "") put({ key, text: said, told: readTold(parsed(data)) }, index);
  });
  return { sheet: { rows, known }, at };
}

function parsed(data: RawTextRow["data"]): Readonly<Record<string, unknown>> {
  if (typeof data !== "string" || !data.startsWith("{")) return {};
  try {
    return JSON.parse(data) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function knownIn(data: RawTextRow["data"]): readonly string[] {
  const { known } = parsed(data);
  return Array.isArray(known) ? known.filter((key) => typeof key === "string") : [];
}
