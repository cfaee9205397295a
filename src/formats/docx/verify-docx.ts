import type { CellId } from "../../core/model/cell";
import type { Template } from "../../core/model/template";
import type { Inputs } from "../../core/narrative/inputs";
import type { Narrative } from "../../core/narrative/narrative";
import { documentMessages } from "../../messages/document";
import { cellName } from "../../messages/finding";
import { verifyNumbers } from "../verify-numbers";
import { placeGrid } from "../xlsx/place-grid";
import { printable, printed } from "./printable";
import { readDocx, type DocxBlock, type DocxTable } from "./read-docx";

/**
 * The figures in the tables of a document that was written for the form, as they are printed.
 * @throws Error when the document has other tables than the form
 */
export function readDocxFigures(template: Template, bytes: Uint8Array): ReadonlyMap<CellId, string> {
  return figuresIn(template, readDocx(bytes));
}

function figuresIn(template: Template, blocks: readonly DocxBlock[]): ReadonlyMap<CellId, string> {
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
  const sheets = template.sheets.filter(({ sectionId }) => sectionId !== null);
  if (tables.length !== sheets.length)
    throw new Error(`The document has ${String(tables.length)} tables, the form ${String(sheets.length)}`);
  const figures = new Map<CellId, string>();
  sheets.forEach((sheet, index) => {
    const table = tables[index];
    if (table === undefined) return;
    for (const { cell, row, column, columns } of placeGrid(template, sheet, 0).figures)
      figures.set(cell, textAt(table, row, column, columns));
  });
  return figures;
}

function textAt({ cells }: DocxTable, row: number, column: number, columns: number): string {
  const found = cells.find((cell) => cell.row === row && cell.column === column && cell.columns === columns);
  if (found === undefined) throw new Error(`The document has no cell in row ${String(row)}, column ${String(column)}`);
  return found.text;
}

/**
 * Reads a document back and holds it against what it was made from: every figure of the tables, every paragraph of
 * the text in its order, and every number in the text against its source.
 * @throws Error with a sentence for people
 */
export function verifyDocx(bytes: Uint8Array, inputs: Inputs, narrative: Narrative): void {
  const { template, report } = inputs;
  const blocks = readDocx(bytes);
  for (const [cell, found] of figuresIn(template, blocks)) {
    const expected = printed(report.values.get(cell));
    if (found !== expected) throw new Error(documentMessages.figureDiffers(cellName(template, cell), expected, found));
  }
  const written = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text.replaceAll("\n", "")] : []));
  const expected = [
    narrative.title,
    ...narrative.preamble.map(({ text }) => text),
    ...narrative.sections.flatMap((section) => [section.title, ...section.paragraphs.map(({ text }) => text)]),
  ];
  let at = 0;
  for (const text of expected) {
    const found = written.indexOf(printable(text), at);
    if (found < 0) throw new Error(documentMessages.textDiffers(text));
    at = found + 1;
  }
  verifyNumbers(inputs, narrative);
}
