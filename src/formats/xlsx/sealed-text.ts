import type { Template } from "../../core/model/template";
import type { TextSheet } from "../../core/narrative/text-row";
import { textSheet as words } from "../../messages/text-sheet";
import { workbook } from "../../messages/workbook";
import { encodeText, longestText } from "./cell-text";
import type { Rect } from "./placed-form";
import { looks, type CellLook } from "./styles";
import { columnsPixels, lineCount, linesHeight } from "./text-size";
import { textStyles, textWidths } from "./text-sheet";
import { textColumns, textLines, type TextLine } from "./text-sheet-rows";
import type { BookCell, BookSheet } from "./workbook-data";

/** Excel shows no row higher than 409 points: a longer paragraph stands in several rows that are one cell. */
const tallest = 400;
const least = 24;

/**
 * The sheet 年报正文 of a sealed workbook: the same paragraphs in the same place as in the one at work, to be read and
 * printed. What was kept beside them for writing is gone.
 * @throws RangeError when a paragraph is longer than a cell of Excel
 */
export function placeSealedText(
  template: Template,
  text: TextSheet,
): { readonly sheet: BookSheet; readonly block: Rect } {
  const cells: BookCell[] = [];
  const merges: Rect[] = [];
  const rowHeights: number[] = [];
  const columns = columnsPixels(textWidths.slice(0, 1));
  for (const line of textLines(template, text)) {
    const row = rowHeights.length;
    const look = looks[textStyles[line.look]];
    const height = line.look === "guide" ? 0 : linesHeight(lineCount(line.text, columns, look.size), look.size);
    const rows = Math.max(1, Math.ceil(height / tallest));
    cells.push(...cellsOf(line, row, look));
    for (let step = 0; step < rows; step += 1) rowHeights.push(Math.max(least, Math.ceil(height / rows)));
    if (rows > 1) merges.push({ row, column: 0, rows, columns: 1 });
  }
  const block = { row: 0, column: 0, rows: rowHeights.length, columns: textColumns.length };
  return {
    block,
    sheet: {
      name: words.name,
      cells,
      merges,
      columnWidths: textWidths,
      hiddenColumns: [1, 2],
      rowHeights,
      freeze: { rows: 0, columns: 0 },
      print: {
        area: { row: 1, column: 0, rows: Math.max(1, rowHeights.length - 1), columns: 1 },
        titleRows: 0,
        orientation: "portrait",
        pagesTall: 0,
        isLetter: true,
        footer: workbook.letterFooter,
      },
      validations: [],
      conditionals: [],
    },
  };
}

/** The first line of the sheet explains how to write in it; here only what is kept beside it stays. */
function cellsOf({ look: kind, text, key, data }: TextLine, row: number, look: CellLook): readonly BookCell[] {
  const shown = encodeText(text);
  if (shown.length > longestText) throw new RangeError(`A paragraph of ${String(text.length)} characters`);
  return (kind === "guide" ? ["", key, data] : [shown, key, ""]).map((value, column) => ({
    row,
    column,
    value: value === "" ? null : value,
    look: column === 0 ? { ...look, ...(value.startsWith("'") && { numberFormat: "@" }) } : looks.factKey,
  }));
}
