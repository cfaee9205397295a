import type { Template } from "../../core/model/template";
import { keyParts, sectionsOfRows, type RowPart, type TextRow, type TextSheet } from "../../core/narrative/text-row";
import { textSheet as words } from "../../messages/text-sheet";
import { neutralise } from "./cell-text";

/** Columns of the sheet 年报正文, in order; the last two are hidden. */
export const textColumns = ["text", "key", "data"] as const;

/** What a line of the sheet is, by which it looks. */
export type TextLook = "guide" | RowPart | "table" | "spare";

/** One line of the sheet as its cells hold it. */
export type TextLine = { readonly look: TextLook; readonly text: string; readonly key: string; readonly data: string };

/** Keys of the lines that are no text: the guide, and where a table stands. */
export const guideKey = "G";
export const tableKey = "N:";
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
