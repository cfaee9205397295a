import type { Inputs } from "../../core/narrative/inputs";
import type { Narrative } from "../../core/narrative/narrative";
import { documentMessages } from "../../messages/document";
import { cellName } from "../../messages/finding";
import { printable, printed } from "../docx/printable";
import { verifyNumbers } from "../verify-numbers";
import { placeGrid } from "../xlsx/place-grid";
import type { Rect } from "../xlsx/placed-form";
import { readPage } from "./read-page";

/**
 * Reads a page back and holds it against what it was made from: every figure of the tables in its place, every
 * paragraph in its order, every number of the text against its source.
 * @throws Error with a sentence for people
 */
export function verifyHtml(page: string, inputs: Inputs, narrative: Narrative): void {
  const { template, report } = inputs;
  const { texts, tables } = readPage(page);
  const sheets = template.sheets.filter(({ sectionId }) => sectionId !== null);
  sheets.forEach((sheet, index) => {
    const grid = placeGrid(template, sheet, 0);
    const cells = new Map((tables[index] ?? []).map((cell) => [placeOf(cell), cell.text]));
    for (const figure of grid.figures) {
      const expected = printed(report.values.get(figure.cell));
      const found = cells.get(placeOf(figure)) ?? "";
      if (found !== expected || !cells.has(placeOf(figure)))
        throw new Error(documentMessages.figureDiffers(cellName(template, figure.cell), expected, found));
    }
    for (const placed of grid.labels)
      if (cells.get(placeOf(placed)) !== placed.label.text)
        throw new Error(documentMessages.textDiffers(placed.label.text));
  });
  const expected = [
    narrative.title,
    ...narrative.preamble.map(({ text }) => text),
    ...narrative.sections.flatMap((section) => [section.title, ...section.paragraphs.map(({ text }) => text)]),
  ];
  let at = 0;
  for (const text of expected) {
    const found = texts.indexOf(printable(text), at);
    if (found < 0) throw new Error(documentMessages.textDiffers(text));
    at = found + 1;
  }
  verifyNumbers(inputs, narrative);
}

function placeOf({ row, column, rows, columns }: Rect): string {
  return [row, column, rows, columns].join(" ");
}
