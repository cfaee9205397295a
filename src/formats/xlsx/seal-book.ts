import type { Report } from "../../core/model/report";
import type { Template } from "../../core/model/template";
import type { TextSheet } from "../../core/narrative/text-row";
import type { Seal } from "../../core/seal/seal";
import { review } from "../../messages/review";
import { submit } from "../../messages/submit";
import { textSheet } from "../../messages/text-sheet";
import { workbook } from "../../messages/workbook";
import { sheetRange } from "./a1";
import { encodeText } from "./cell-text";
import { identityText, writeCustomPart } from "./custom-part";
import { textAnchor } from "./form-layout";
import { splitIdentity } from "./identity-carriers";
import { reviewColumns } from "./review-items";
import { placeSealedText } from "./sealed-text";
import { looks } from "./styles";
import type { BookCell, BookData, BookName, BookSheet } from "./workbook-data";

/** Names the lines of the manifest on the sheet 校验与说明. */
export const manifestAnchor = "GOUJI.sealed";

export type Sealing = {
  readonly template: Template;
  readonly report: Report;
  /** The report text; of the report itself nothing else than figures and reasons is written. */
  readonly text: TextSheet;
  readonly seal: Seal;
};

/**
 * The workbook of a form made into one to be sent: without the inputs of the text, every cell locked, and the seal in
 * the custom XML part and again in hidden cells of the sheet 校验与说明.
 */
export function sealBook(book: BookData, { template, report, text, seal }: Sealing): BookData {
  const written = placeSealedText(template, text);
  const sheets = book.sheets
    .filter(({ name }) => name !== workbook.facts.name)
    .map((sheet) => {
      if (sheet.name === textSheet.name) return written.sheet;
      return sheet.name === review.sheet ? withSeal(sheet, report, seal) : sheet;
    });
  const names: readonly BookName[] = [
    ...book.names.filter(
      ({ name, refersTo }) => name !== textAnchor && !refersTo.startsWith(`'${workbook.facts.name}'!`),
    ),
    { name: textAnchor, refersTo: sheetRange(written.sheet.name, written.block) },
    { name: manifestAnchor, refersTo: manifestRange(sheets) },
  ];
  return { ...book, sheets: sheets.map(locked), names, customXml: writeCustomPart(report, seal) };
}

/** Nobody types into it, so there is nothing to be checked while typing. */
function locked(sheet: BookSheet): BookSheet {
  return { ...sheet, validations: [], isProtected: true };
}

/** Rows of the title, of unit and year and of the guide: their hidden columns are free. */
export const freeRows = 3;
export const sealColumns = ["key", "data"] as const;

function withSeal(sheet: BookSheet, report: Report, seal: Seal): BookSheet {
  const pieces = splitIdentity(identityText(report, seal), freeRows * sealColumns.length);
  const cells = pieces.map((piece, index): BookCell => ({
    row: Math.floor(index / sealColumns.length),
    column: reviewColumns.indexOf(sealColumns[index % sealColumns.length] ?? "key"),
    value: encodeText(piece),
    look: looks.factKey,
  }));
  // What stands above the table of a workbook at work says how to write into it.
  const shown = sheet.cells.map((cell) =>
    cell.value === review.guide ? { ...cell, value: submit.sealedGuide } : cell,
  );
  return { ...sheet, cells: [...shown, ...cells] };
}

/** The lines below the heading of the manifest. */
function manifestRange(sheets: readonly BookSheet[]): string {
  const sheet = sheets.find(({ name }) => name === review.sheet);
  const heading = sheet?.cells.find(({ value }) => value === review.manifest);
  if (sheet === undefined || heading === undefined) throw new Error("The workbook has no manifest");
  const last = Math.max(...sheet.cells.map(({ row }) => row));
  const columns = reviewColumns.indexOf("key");
  return sheetRange(sheet.name, { row: heading.row + 1, column: 0, rows: last - heading.row, columns });
}
