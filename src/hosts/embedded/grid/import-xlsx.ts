import {
  BooleanNumber,
  CellValueType,
  type IColumnData,
  type IRange,
  type IRowData,
  type IStyleData,
} from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { type Cell, type CellValue, dateToSerial, type FontStyle, readXlsx, type Sheet, type Workbook } from "hucre";
import { parseArea } from "./a1";
import { formulaFromFile } from "./formula-text";
import { importConditionalFormats, importDataValidation } from "./import-rules";
import {
  definedOnly,
  importPageSetup,
  importProtection,
  readSheetXml,
  type SheetXmlExtras,
} from "./import-sheet-settings";
import { importColor, importFont, importStyle, type Theme } from "./import-styles";
import type { CellExtras, DocumentProperties, ImportedCell, ImportedSheet, ImportedWorkbook } from "./imported";
import { richTextDocument } from "./rich-text";
import { columnPixels, digitWidth, pointsToPixels } from "./units";
import { nameKey, openPackage } from "./workbook-package";

const DEFAULT_FONT = { name: "Calibri", size: 11 } as const;
// Room below and to the right of what the file uses, so that the sheet does not end at the form's edge.
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 8;

/**
 * Reads an .xlsx of any origin. Throws an Error where the bytes are no workbook, are encrypted or unreasonably large.
 * Pictures, charts, pivot tables, tables and filters are not taken over; no official form has them.
 */
export async function importWorksheets(bytes: Uint8Array): Promise<ImportedWorkbook> {
  const parts = openPackage(bytes);
  const workbook = await readXlsx(bytes, { readStyles: true });
  const context = contextOf(workbook);
  return {
    sheets: workbook.sheets.map((sheet) =>
      importSheet(sheet, readSheetXml(parts.sheetXml.get(sheet.name) ?? ""), context),
    ),
    names: (workbook.namedRanges ?? []).map(({ name, range, scope, comment }) => ({
      name,
      formula: formulaFromFile(range),
      scope: scope ?? null,
      hidden: parts.hiddenNames.has(nameKey(name, scope ?? null)),
      ...(comment === undefined ? {} : { comment }),
    })),
    customXmlParts: parts.customXmlParts,
    properties: importProperties(workbook),
    activeSheet: workbook.activeSheet ?? 0,
  };
}

type Context = { readonly font: IStyleData; readonly digit: number; readonly theme: Theme };

function contextOf(workbook: Workbook): Context {
  const theme = workbook.themeColors ?? [];
  const font: FontStyle = { ...DEFAULT_FONT, ...workbook.defaultFont };
  return {
    font: importFont(font, theme),
    digit: digitWidth({ name: font.name ?? DEFAULT_FONT.name, size: font.size ?? DEFAULT_FONT.size }),
    theme,
  };
}

function importSheet(sheet: Sheet, extras: SheetXmlExtras, context: Context): ImportedSheet {
  const cells = importCells(sheet, context);
  const usedRows = Math.max(sheet.rows.length, ...(sheet.merges ?? []).map((merge) => merge.endRow + 1), 1);
  const usedColumns = Math.max(...sheet.rows.map((row) => row.length), sheet.columns?.length ?? 0, 1);
  const { rows: frozenRows = 0, columns: frozenColumns = 0 } = sheet.freezePane ?? {};
  return {
    name: sheet.name,
    visibility: sheet.veryHidden === true ? "veryHidden" : sheet.hidden === true ? "hidden" : "visible",
    tabColor: importColor(sheet.view?.tabColor, context.theme)?.rgb ?? null,
    showGridlines: sheet.view?.showGridLines !== false,
    rowCount: usedRows + SPARE_ROWS,
    columnCount: Math.max(usedColumns + SPARE_COLUMNS, 20),
    defaultRowHeight: pointsToPixels(extras.defaultRowHeight ?? 15),
    defaultColumnWidth: columnPixels(extras.defaultColumnWidth ?? 8 + 5 / context.digit, context.digit),
    defaultStyle: context.font,
    rows: importRows(sheet, extras),
    columns: importColumns(sheet, context.digit),
    cells,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }): IRange => ({
      startRow,
      endRow,
      startColumn: startCol,
      endColumn: endCol,
    })),
    freeze:
      frozenRows === 0 && frozenColumns === 0
        ? null
        : { ySplit: frozenRows, xSplit: frozenColumns, startRow: frozenRows, startColumn: frozenColumns },
    conditionalFormats: importConditionalFormats(sheet.conditionalRules ?? [], context.theme),
    dataValidations: (sheet.dataValidations ?? []).map(importDataValidation),
    state: {
      protection: importProtection(sheet.protection),
      pageSetup: importPageSetup(sheet.pageSetup, sheet.headerFooter, extras),
      ...(sheet.veryHidden === true ? { veryHidden: true } : {}),
    },
  };
}

function importRows(sheet: Sheet, extras: SheetXmlExtras): Record<number, Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [row, points] of extras.rowHeights) rows[row] = { h: pointsToPixels(points), ia: BooleanNumber.FALSE };
  for (const [row, { hidden }] of sheet.rowDefs ?? []) {
    if (hidden === true) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  }
  return rows;
}

function importColumns(sheet: Sheet, digit: number): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const [column, { width, hidden }] of (sheet.columns ?? []).entries()) {
    const data: Partial<IColumnData> = {
      ...(width === undefined ? {} : { w: columnPixels(width, digit) }),
      ...(hidden === true ? { hd: BooleanNumber.TRUE } : {}),
    };
    if (Object.keys(data).length > 0) columns[column] = data;
  }
  return columns;
}

function importCells(sheet: Sheet, context: Context): Record<number, Record<number, ImportedCell>> {
  const cells: Record<number, Record<number, ImportedCell>> = {};
  const put = (row: number, column: number, cell: ImportedCell): void => {
    (cells[row] ??= {})[column] = cell;
  };
  for (const [row, values] of sheet.rows.entries()) {
    for (const [column, value] of values.entries()) {
      if (value !== null) put(row, column, importValue(value));
    }
  }
  const formulaAt = formulaReader(sheet);
  for (const [key, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    put(row, column, importCell(cell, formulaAt(row, column, cell), context));
  }
  return cells;
}

function importValue(value: CellValue): ImportedCell {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value instanceof Date) return { v: dateToSerial(value), t: CellValueType.NUMBER };
  return { v: value, t: CellValueType.STRING };
}

function importCell(cell: Cell, formula: string | null, context: Context): ImportedCell {
  const custom = cellExtras(cell);
  const style = importStyle(cell.style ?? {}, context.theme);
  const richText = cell.richText === undefined || cell.richText.length < 2 ? null : cell.richText;
  return {
    ...importValue(cell.formulaResult ?? cell.value),
    ...(formula === null ? {} : { f: `=${formula}` }),
    ...(richText === null ? {} : { p: richTextDocument(richText, context.theme) }),
    // A text that looks like a number stays a text.
    ...(cell.style?.numFmt === "@" && typeof cell.value === "string" ? { t: CellValueType.FORCE_STRING } : {}),
    ...(Object.keys(style).length === 0 ? {} : { s: style }),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}

function cellExtras(cell: Cell): CellExtras {
  return {
    ...(cell.style?.protection?.locked === false ? { unlocked: true } : {}),
    ...(cell.comment === undefined ? {} : { note: { author: cell.comment.author ?? "", text: cell.comment.text } }),
  };
}

/** Gives each cell its own formula: of a shared one, the file writes the text only at the first cell. */
function formulaReader(sheet: Sheet): (row: number, column: number, cell: Cell) => string | null {
  const masters = new Map<number, { readonly formula: string; readonly row: number; readonly column: number }>();
  for (const cell of sheet.cells?.values() ?? []) {
    if (cell.formulaSharedIndex === undefined || cell.formulaRef === undefined || !cell.formula) continue;
    const { startRow: row, startColumn: column } = parseArea(cell.formulaRef);
    masters.set(cell.formulaSharedIndex, { formula: formulaFromFile(cell.formula), row, column });
  }
  const lexer = new LexerTreeBuilder();
  return (row, column, cell) => {
    if (cell.formula === undefined) return null;
    if (cell.formula !== "") return formulaFromFile(cell.formula);
    const master = masters.get(cell.formulaSharedIndex ?? -1);
    if (master === undefined) return null;
    return lexer.moveFormulaRefOffset(`=${master.formula}`, column - master.column, row - master.row).replace(/^=/, "");
  };
}

function importProperties({ properties }: Workbook): DocumentProperties {
  if (properties === undefined) return {};
  const custom = Object.entries(properties.custom ?? {}).map(
    ([key, value]) => [key, value instanceof Date ? value.toISOString() : value] as const,
  );
  return {
    ...definedOnly({
      title: properties.title,
      subject: properties.subject,
      author: properties.creator,
      keywords: properties.keywords,
      comments: properties.description,
      category: properties.category,
      company: properties.company,
      manager: properties.manager,
      lastAuthor: properties.lastModifiedBy,
      created: properties.created?.toISOString(),
    }),
    ...(custom.length === 0 ? {} : { custom: Object.fromEntries(custom) }),
  };
}
