import type { Report } from "../../core/model/report";
import type { Seal } from "../../core/seal/seal";
import { review } from "../../messages/review";
import { workbook } from "../../messages/workbook";
import { sheetRange } from "./a1";
import { encodeText } from "./cell-text";
import { identityText, writeCustomPart } from "./custom-part";
import { manifestAnchor, placeTextSheet, textAnchor, type TextLine } from "./sealed-sheets";
import { identityName, splitIdentity } from "./identity-carriers";
import type { Rect } from "./placed-form";
import { reviewColumns } from "./review-items";
import { looks } from "./styles";
import type { BookCell, BookData, BookName, BookSheet } from "./workbook-data";

export type Sealing = {
  readonly report: Report;
  readonly seal: Seal;
  /** The report text. */
  readonly lines: readonly TextLine[];
};

/**
 * The workbook of a form made into one to be sent: without the inputs of the text, with the text itself, every cell
 * locked, and the seal in the custom XML part and again in hidden cells of the sheet 校验与说明.
 */
export function sealBook(book: BookData, { report, seal, lines }: Sealing): BookData {
  const inputs = workbook.facts.name;
  const text = placeTextSheet(lines);
  const kept = book.sheets.filter(({ name }) => name !== inputs);
  const sheets = kept.flatMap((sheet) =>
    sheet.name === review.sheet ? [text.sheet, withSeal(sheet, report, seal)] : [sheet],
  );
  const names: readonly BookName[] = [
    ...book.names.filter(({ name, refersTo }) => name === identityName || !refersTo.startsWith(`'${inputs}'!`)),
    { name: textAnchor, refersTo: sheetRange(text.sheet.name, text.block) },
    ...manifestNames(kept),
  ];
  return { ...book, sheets: sheets.map(locked), names, customXml: writeCustomPart(report, seal) };
}

function locked(sheet: BookSheet): BookSheet {
  const cells = sheet.cells.map(({ look, ...cell }): BookCell => {
    const { input: _, ...rest } = look;
    return { ...cell, look: rest };
  });
  // Nobody types into it, so there is nothing to be checked while typing.
  return { ...sheet, cells, validations: [], isProtected: true };
}

/** Rows of the title, of unit and year and of the guide: their hidden columns are free. */
const freeRows = 3;
const hidden = ["key", "data"] as const;

function withSeal(sheet: BookSheet, report: Report, seal: Seal): BookSheet {
  const pieces = splitIdentity(identityText(report, seal), freeRows * hidden.length);
  const cells = pieces.map((piece, index): BookCell => ({
    row: Math.floor(index / hidden.length),
    column: reviewColumns.indexOf(hidden[index % hidden.length] ?? "key"),
    value: encodeText(piece),
    look: looks.factKey,
  }));
  return { ...sheet, cells: [...sheet.cells, ...cells] };
}

/** The lines of the manifest below its heading. */
function manifestNames(sheets: readonly BookSheet[]): readonly BookName[] {
  const sheet = sheets.find(({ name }) => name === review.sheet);
  const heading = sheet?.cells.find(({ value }) => value === review.manifest);
  if (sheet === undefined || heading === undefined) throw new Error("The workbook has no manifest");
  const last = Math.max(...sheet.cells.map(({ row }) => row));
  const block: Rect = {
    row: heading.row + 1,
    column: 0,
    rows: last - heading.row,
    columns: reviewColumns.indexOf("key"),
  };
  return [{ name: manifestAnchor, refersTo: sheetRange(sheet.name, block) }];
}
