import {
  type Cell,
  type CellStyle,
  type ConditionalRule,
  type DataValidation,
  type MergeRange,
  type WriteSheet,
  writeXlsx,
} from "hucre";

import { range } from "./a1";
import { finishPackage } from "./finish-package";
import type { Rect } from "./placed-form";
import type { CellLook } from "./styles";
import { fileColumnWidth } from "./text-size";
import type { BookCell, BookConditional, BookSheet, BookValidation, WorkbookWriter } from "./workbook-data";

/** A4 with room for the page number, in inches. */
const margins = { left: 0.59, right: 0.59, top: 0.71, bottom: 0.71, header: 0.31, footer: 0.35 };
/** A 公文 (GB/T 9704): 37 mm above, 35 below, 28 left, 26 right; the page number stands in the lower margin. */
const letterMargins = { left: 1.1, right: 1.02, top: 1.46, bottom: 1.38, header: 0.6, footer: 0.98 };
const black = { style: "thin", color: { rgb: "000000" } } as const;

/** Writes a workbook with hucre. The same book and date always give the same bytes. */
export const writeWithHucre: WorkbookWriter = async (book) => {
  const bytes = await writeXlsx({
    sheets: book.sheets.map(sheet),
    defaultFont: { name: "宋体", size: 12, charset: 134 },
    namedRanges: book.names.map(({ name, refersTo }) => ({ name, range: refersTo })),
    properties: {
      title: book.title,
      created: book.date,
      modified: book.date,
    },
  });
  return finishPackage(bytes, book);
};

function sheet(data: BookSheet): WriteSheet {
  const { print } = data;
  return {
    name: data.name,
    columns: data.columnWidths.map((width, column) => ({
      width: fileColumnWidth(width),
      ...(data.hiddenColumns?.includes(column) === true && { hidden: true }),
    })),
    rowDefs: new Map(data.rowHeights.map((height, row) => [row, { height }])),
    rows: rowsOf(data.cells),
    cells: new Map(
      data.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cellOf(cell, data.isProtected === true)]),
    ),
    merges: data.merges.map(merge),
    dataValidations: data.validations.map(validation),
    conditionalRules: data.conditionals.map(conditional),
    freezePane: data.freeze,
    view: { showGridLines: false },
    ...(data.isProtected === true && { protection: { sheet: true, objects: true, scenarios: true } }),
    pageSetup: {
      paperSize: "a4",
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.pagesTall,
      margins: print.isLetter === true ? letterMargins : margins,
      horizontalCentered: true,
      printArea: range(print.area, { row: true, column: true }),
      ...(print.titleRows > 0 && {
        printTitlesRow: `$${String((print.titleFrom ?? 0) + 1)}:$${String(print.titleRows)}`,
      }),
    },
    headerFooter: { oddFooter: print.footer },
  };
}

/** The library takes the sheet's extent from its rows. */
function rowsOf(cells: readonly BookCell[]): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [];
  for (const { row, column, value } of cells) {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
  }
  return rows;
}

function cellOf({ value, formula, look }: BookCell, isProtected: boolean): Partial<Cell> {
  const style = styleOf(look, isProtected);
  if (formula !== undefined) return { formula, formulaResult: value ?? "", style };
  return { value, style };
}

function styleOf(look: CellLook, isProtected: boolean): CellStyle {
  return {
    font: {
      name: look.font,
      size: look.size,
      charset: 134,
      ...(look.bold === true && { bold: true }),
      ...(look.color !== undefined && { color: { rgb: look.color } }),
    },
    ...(look.fill !== undefined && {
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: look.fill } },
    }),
    ...(look.border === true && { border: { top: black, right: black, bottom: black, left: black } }),
    alignment: {
      horizontal: look.horizontal,
      vertical: look.vertical,
      ...(look.wrap === true && { wrapText: true }),
      ...(look.indent !== undefined && { indent: look.indent }),
      ...(look.stacked === true && { textRotation: 255 }),
    },
    ...(look.numberFormat !== undefined && { numFmt: look.numberFormat }),
    protection: { locked: isProtected || look.input !== true },
  };
}

function merge({ row, column, rows, columns }: Rect): MergeRange {
  return { startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 };
}

function validation({ area, formula, list, errorTitle, error, prompt }: BookValidation): DataValidation {
  return {
    range: range(area),
    ...(list === undefined ? { type: "custom", formula1: formula ?? "TRUE" } : { type: "list", values: [...list] }),
    allowBlank: true,
    // A list without a message only proposes.
    ...(error !== "" && { showErrorMessage: true, errorStyle: "stop", errorTitle, errorMessage: error }),
    ...(prompt && { showInputMessage: true, inputTitle: prompt.title, inputMessage: prompt.text }),
  };
}

function conditional({ area, formula, color, fill }: BookConditional, index: number): ConditionalRule {
  return {
    type: "expression",
    priority: index + 1,
    range: range(area),
    formula,
    style: {
      font: { color: { rgb: color } },
      // A differential fill shows its background colour where a cell's own fill shows the foreground.
      fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill }, bgColor: { rgb: fill } },
    },
  };
}
