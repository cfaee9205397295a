import type { Template } from "../../core/model/template";
import {
  keyParts,
  plainText,
  sectionsOfRows,
  type RowPart,
  type TextRow,
  type TextSheet,
} from "../../core/narrative/text-row";
import { readTold } from "../../core/narrative/told";
import { textSheet as words } from "../../messages/text-sheet";
import { neutralise, restore } from "./cell-text";

/** Columns of the sheet 年报正文, in order; the last two are hidden. */
export const textColumns = ["text", "key", "data"] as const;

/** What a line of the sheet is, by which it looks. */
export type TextLook = "guide" | RowPart | "table" | "spare";

/** One line of the sheet as its cells hold it. */
export type TextLine = { readonly look: TextLook; readonly text: string; readonly key: string; readonly data: string };

const guideKey = "G";
const tableKey = "N:";
/** Characters of a title that stand on one line. */
const longestTitle = 20;
/** Two ideographic spaces: Excel knows no indentation of the first line. */
const indentation = "\u3000\u3000";
/** The longest text of a cell, with room for how it is spelled in a file. */
const longestData = 30_000;

/** The lines of the sheet: the guide, then the text with its tables named where they stand in the report. */
export function textLines({ sections, sheets }: Template, { rows, known }: TextSheet): readonly TextLine[] {
  const places = sectionsOfRows(rows);
  const tables = (section: string): readonly TextLine[] =>
    sheets
      .filter(({ sectionId }) => sectionId === section)
      .map(({ id, name }) => ({ look: "table", text: words.table(name), key: tableKey + id, data: "" }));
  const last = new Map(sections.map(({ id }) => [places.lastIndexOf(id), id]));
  return [
    { look: "guide", text: words.guide, key: guideKey, data: rows.length === 0 ? "" : json({ known }) },
    ...rows.flatMap((row, index): readonly TextLine[] => {
      const ended = last.get(index);
      return [textLine(row), ...(ended === undefined ? [] : tables(ended))];
    }),
  ];
}

/** One line of the text. */
export function textLine({ key, text, told }: TextRow): TextLine {
  const { part } = keyParts(key);
  const shown = part === "title" ? titleLines(text) : text.replace(/^/gmu, indentation);
  return { look: part, text: neutralise(shown), key, data: told === null ? "" : json(told) };
}

/** As offices set it: a long name of the unit on a line of its own. */
function titleLines(text: string): string {
  return text.length > longestTitle ? text.replace(/(?<=.)(?=\d{4}年)/u, "\n") : text;
}

function json(value: object): string {
  const text = JSON.stringify(value);
  return text.length > longestData ? "" : text;
}

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
