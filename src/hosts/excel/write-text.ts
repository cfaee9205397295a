import type { TextBlock } from "../../app/ports";
import { looks, type CellLook } from "../../formats/xlsx/styles";
import { textStyles } from "../../formats/xlsx/text-sheet";
import type { TextLine, TextLook } from "../../formats/xlsx/text-sheet-rows";

/** Empty lines that are left below the text for the clerk. */
const spareLines = 20;

/** Puts the text into the sheet 年报正文: words, what is kept beside them, looks. One round trip. */
export function writeText(block: TextBlock, lines: readonly TextLine[]): Promise<void> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItem(block.sheet);
    const missing = Math.max(0, lines.length + spareLines - block.rows);
    // Rows put in before the last one of the block belong to it.
    if (missing > 0)
      sheet
        .getRangeByIndexes(block.row + block.rows - 1, 0, missing, 1)
        .getEntireRow()
        .insert("Down");
    const rows = block.rows + missing;
    const column = (offset: number, row = 0, count = rows): Excel.Range =>
      sheet.getRangeByIndexes(block.row + row, block.column + offset, count, 1);
    const cells = (of: (line: TextLine) => string): string[][] =>
      Array.from({ length: rows }, (_, row) => {
        const line = lines[row];
        return [line === undefined ? "" : of(line)];
      });
    column(0).values = cells(({ text }) => text);
    column(block.keyColumn).values = cells(({ key }) => key);
    column(block.dataColumn).values = cells(({ data }) => data);
    for (const { look, row, count } of runs(lines, rows)) dress(column(0, row, count), looks[textStyles[look]]);
    column(0, 1, Math.max(1, lines.length - 1)).format.autofitRows();
    await context.sync();
  });
}

type Run = { readonly look: TextLook; readonly row: number; readonly count: number };

/** Lines of one look that follow each other. */
function runs(lines: readonly TextLine[], rows: number): readonly Run[] {
  const found: { look: TextLook; row: number; count: number }[] = [];
  for (let row = 0; row < rows; row += 1) {
    const look = lines[row]?.look ?? "spare";
    const last = found.at(-1);
    if (last?.look === look) last.count += 1;
    else found.push({ look, row, count: 1 });
  }
  return found;
}

const horizontal = { left: "Left", center: "Center", right: "Right" } as const;

function dress({ format }: Excel.Range, look: CellLook): void {
  format.font.name = look.font;
  format.font.size = look.size;
  format.font.bold = look.bold === true;
  format.font.color = `#${look.color ?? "000000"}`;
  format.horizontalAlignment = horizontal[look.horizontal];
  format.verticalAlignment = look.vertical === "top" ? "Top" : "Center";
  format.wrapText = look.wrap === true;
}
