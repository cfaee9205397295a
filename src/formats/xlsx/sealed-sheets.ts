import { submit } from "../../messages/submit";
import { workbook } from "../../messages/workbook";
import { encodeText, longestText, neutralise } from "./cell-text";
import type { Rect } from "./placed-form";
import type { CellLook } from "./styles";
import { columnsPixels, lineCount, linesHeight } from "./text-size";
import type { BookCell, BookSheet } from "./workbook-data";

/** The block of the sheet 年报正文 of a sealed workbook: a paragraph a cell. */
export const textAnchor = "GOUJI.sealedText";

/** What a sealed workbook says of itself on the sheet 校验与说明: name and text of a line. */
export const manifestAnchor = "GOUJI.sealed";

/** A paragraph of the report text, and what it is. */
export type TextLine = { readonly kind: "title" | "heading" | "paragraph"; readonly text: string };

const width = 84;
/** Excel shows no row higher than 409 points; a longer paragraph stands in several rows that are one cell. */
const tallest = 400;
const least = 22;

const song = { font: "宋体", size: 12, vertical: "center", wrap: true } as const;
const looks: Readonly<Record<TextLine["kind"], CellLook>> = {
  title: { ...song, font: "黑体", size: 16, horizontal: "center" },
  heading: { ...song, font: "黑体", horizontal: "left" },
  paragraph: { ...song, horizontal: "left", vertical: "top" },
};

/**
 * The report text as a sheet to be read: one column, no formulas, nothing to fill in.
 * @throws RangeError when a paragraph is longer than a cell of Excel
 */
export function placeTextSheet(lines: readonly TextLine[]): { readonly sheet: BookSheet; readonly block: Rect } {
  const cells: BookCell[] = [];
  const merges: Rect[] = [];
  const rowHeights: number[] = [];
  for (const { kind, text } of lines) {
    const look = looks[kind];
    const row = rowHeights.length;
    const shown = encodeText(neutralise(text));
    if (shown.length > longestText) throw new RangeError(`A paragraph of ${String(text.length)} characters`);
    const height = linesHeight(lineCount(text, columnsPixels([width]), look.size), look.size);
    const rows = Math.ceil(height / tallest);
    const isNeutral = shown.startsWith("'");
    cells.push({ row, column: 0, value: shown, look: isNeutral ? { ...look, numberFormat: "@" } : look });
    for (let step = 0; step < rows; step += 1) rowHeights.push(Math.max(least, Math.ceil(height / rows)));
    for (let step = 1; step < rows; step += 1) cells.push({ row: row + step, column: 0, value: null, look });
    if (rows > 1) merges.push({ row, column: 0, rows, columns: 1 });
  }
  const block = { row: 0, column: 0, rows: Math.max(1, rowHeights.length), columns: 1 };
  return {
    block,
    sheet: {
      name: submit.textSheet,
      cells,
      merges,
      columnWidths: [width],
      rowHeights,
      freeze: { rows: 1, columns: 0 },
      print: { area: block, titleRows: 0, orientation: "portrait", pagesTall: 0, footer: workbook.pageFooter },
      validations: [],
      conditionals: [],
    },
  };
}
