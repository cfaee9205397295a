import type { Template } from "../../core/model/template";
import type { TextSheet } from "../../core/narrative/text-row";
import { textSheet as words } from "../../messages/text-sheet";
import type { PlacedCell, PlacedSheet, Rect, StyleName } from "./placed-form";
import { looks } from "./styles";
import { textColumns, textLines, type TextLook } from "./text-sheet-rows";
import { columnsPixels, lineCount, linesHeight } from "./text-size";

/** As wide as the text of a 公文 (156 mm, less what Excel adds): it is printed without being made smaller. */
export const textWidths: readonly number[] = [72, 12, 12];
const leastHeight = 24;
const tallest = 400;
/** Lines below the text in which the clerk may go on, inside the anchored block. */
const spareLines = 40;
/** Lines of the block at least: a text that is yet to be written finds room. */
const leastLines = 160;

export const textSheetId = "text";

export const textStyles: Readonly<Record<TextLook, StyleName>> = {
  guide: "factHint",
  title: "textTitle",
  heading: "textHeading",
  subheading: "textSubheading",
  text: "textBody",
  table: "textTable",
  spare: "textBody",
};

/** The sheet 年报正文: one paragraph a row, as on the page. Its block is the whole sheet. */
export function placeTextSheet(
  template: Template,
  text: TextSheet | undefined,
): { readonly sheet: PlacedSheet; readonly block: Rect } {
  const lines = textLines(template, text ?? { rows: [], known: [] });
  const rows = Math.max(leastLines, lines.length + spareLines);
  const cells: PlacedCell[] = [];
  const heights: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const { look, text: said, key, data } = lines[row] ?? { look: "spare", text: "", key: "", data: "" };
    [said, key, data].forEach((value, column) => {
      const style = column === 0 ? textStyles[look] : "factKey";
      const content: PlacedCell["content"] = value === "" ? { kind: "empty" } : { kind: "text", text: value };
      cells.push({ row, column, rows: 1, columns: 1, style, content });
    });
    if (row < lines.length) heights.push(heightOf(look, said));
  }
  return {
    block: { row: 0, column: 0, rows, columns: textColumns.length },
    sheet: {
      id: textSheetId,
      name: words.name,
      cells,
      columnWidths: textWidths,
      hiddenColumns: [1, 2],
      rowHeights: heights,
      growingFrom: 1,
      freeze: { rows: 1, columns: 0 },
      print: {
        area: { row: 1, column: 0, rows: Math.max(1, lines.length - 1), columns: 1 },
        titleRows: 0,
        orientation: "portrait",
        pagesTall: 0,
        isLetter: true,
      },
      validations: [],
      conditionals: [],
    },
  };
}

function heightOf(look: TextLook, text: string): number {
  const { size } = looks[textStyles[look]];
  const needed = linesHeight(lineCount(text, columnsPixels(textWidths.slice(0, 1)), size), size);
  return Math.min(tallest, Math.max(leastHeight, needed + (look === "title" || look === "heading" ? 8 : 0)));
}
