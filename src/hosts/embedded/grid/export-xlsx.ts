import {
  BooleanNumber,
  CellValueType,
  type ICellData,
  type IColumnData,
  type IRange,
  type IRowData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";
import {
  type Cell,
  type CellValue,
  type ColumnDef,
  type FontStyle,
  type RowDef,
  type WorkbookProperties,
  type WriteSheet,
  writeXlsx,
} from "hucre";
import { definedNamesXml } from "./export-names";
import { exportConditionalFormat, exportDataValidation } from "./export-rules";
import { exportPageSetup, exportProtection } from "./export-settings";
import { exportFont, exportStyle, hexColor } from "./export-styles";
import { formulaToFile } from "./formula-text";
import type { Grid } from "./grid";
import { definedOnly } from "./import-sheet-settings";
import type { CellExtras, DocumentProperties, ExportExtras } from "./imported";
import { patchPackage, type SheetPatch } from "./package-patch";
import { richTextRuns } from "./rich-text";
import { readSheetState } from "./sheet-state";
import { columnWidth, digitWidth, pixelsToPoints } from "./units";

/**
 * The living workbook as an .xlsx: values, formulas with their results, looks, sizes, merges, frozen panes, conditional
 * formats, validation, protection, print set-up, names, and what `extras` adds. Throws where the workbook holds
 * something that cannot be saved. Formulas must have been computed; the caller waits for that.
 */
export async function exportWorkbook(grid: Grid, extras: ExportExtras): Promise<Uint8Array> {
  const sheets = grid.workbook.getSheets();
  const font = defaultFont(grid);
  const digit = digitWidth({ name: font.name ?? "等线", size: font.size ?? 11 });
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => exportSheet(sheet, digit)),
    properties: exportProperties(extras.properties),
    defaultFont: font,
    activeSheet: sheets.findIndex((sheet) => sheet.getSheetId() === grid.workbook.getActiveSheet().getSheetId()),
  });
  return patchPackage(bytes, {
    definedNames: definedNamesXml(grid),
    customXmlParts: extras.customXmlParts,
    sheets: sheets.map((sheet) => sheetPatch(sheet, digit)),
  });
}

/** The font by which the file measures columns: that of the first sheet. */
function defaultFont({ workbook }: Grid): FontStyle {
  const [first] = workbook.getSheets();
  const style = first?.getSheet().getDefaultCellStyleInternal();
  return { name: "等线", size: 11, ...exportFont(style ?? {}) };
}

function sheetPatch(sheet: FWorksheet, digit: number): SheetPatch {
  const { defaultRowHeight, defaultColumnWidth } = sheet.getSheet().getConfig();
  const { paperSize, blackAndWhite } = readSheetState(sheet).pageSetup;
  return {
    defaultRowHeight: pixelsToPoints(defaultRowHeight),
    defaultColumnWidth: columnWidth(defaultColumnWidth, digit),
    paperSize,
    blackAndWhite: blackAndWhite === true,
  };
}

function exportSheet(sheet: FWorksheet, digit: number): WriteSheet {
  const config = sheet.getSheet().getConfig();
  const state = readSheetState(sheet);
  const { header, footer } = state.pageSetup;
  const { xSplit, ySplit } = config.freeze;
  const hidden = config.hidden === BooleanNumber.TRUE;
  const tabColor = hexColor(config.tabColor);
  const cells = exportCells(sheet);
  const rowDefs = exportRows(sheet);
  // The library writes rows only as far as there are cells; rows below may be hidden or high.
  const lastRow = Math.max(-1, ...rowDefs.keys());
  if (lastRow >= 0 && !cells.has(`${String(lastRow)},0`)) cells.set(`${String(lastRow)},0`, { value: null });
  return {
    name: sheet.getSheetName(),
    cells,
    columns: exportColumns(sheet, digit),
    rowDefs,
    merges: config.mergeData.map(({ startRow, startColumn, endRow, endColumn }: IRange) => ({
      startRow,
      startCol: startColumn,
      endRow,
      endCol: endColumn,
    })),
    conditionalRules: sheet
      .getConditionalFormattingRules()
      .map((rule, index) => exportConditionalFormat(rule, index + 1)),
    dataValidations: sheet.getDataValidations().flatMap(({ rule }) => exportDataValidation(rule) ?? []),
    pageSetup: exportPageSetup(state.pageSetup),
    headerFooter: definedOnly({ oddHeader: header, oddFooter: footer }),
    view: {
      showGridLines: config.showGridlines !== BooleanNumber.FALSE,
      ...(tabColor === undefined ? {} : { tabColor: { rgb: tabColor } }),
    },
    ...definedOnly({ protection: exportProtection(state.protection) }),
    ...(xSplit > 0 || ySplit > 0 ? { freezePane: { rows: Math.max(ySplit, 0), columns: Math.max(xSplit, 0) } } : {}),
    ...(hidden ? (state.veryHidden === true ? { veryHidden: true } : { hidden: true }) : {}),
  };
}

function exportColumns(sheet: FWorksheet, digit: number): ColumnDef[] {
  const columns: ColumnDef[] = [];
  const living = sheet.getSheet().getConfig().columnData as Readonly<Record<string, Nullable<Partial<IColumnData>>>>;
  for (const [key, data] of Object.entries(living)) {
    const column = Number(key);
    while (columns.length <= column) columns.push({});
    columns[column] = {
      ...(data?.w === undefined ? {} : { width: columnWidth(data.w, digit) }),
      ...(data?.hd === BooleanNumber.TRUE ? { hidden: true } : {}),
    };
  }
  return columns;
}

function exportRows(sheet: FWorksheet): Map<number, RowDef> {
  const rows = new Map<number, RowDef>();
  const living = sheet.getSheet().getConfig().rowData as Readonly<Record<string, Nullable<Partial<IRowData>>>>;
  for (const [key, data] of Object.entries(living)) {
    const height = data?.ia === BooleanNumber.TRUE ? (data.ah ?? data.h) : (data?.h ?? data?.ah);
    rows.set(Number(key), {
      ...(height === undefined ? {} : { height: pixelsToPoints(height) }),
      ...(data?.hd === BooleanNumber.TRUE ? { hidden: true } : {}),
    });
  }
  return rows;
}

function exportCells(sheet: FWorksheet): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const core = sheet.getSheet();
  const formulas = sheet.getInject().get(FormulaDataModel);
  const unitId = sheet.getWorkbook().getUnitId();
  core.getCellMatrix().forValue((row, column, cell: Nullable<ICellData>) => {
    if (cell === null || cell === undefined) return;
    const formula = formulas.getFormulaStringByCell(row, column, sheet.getSheetId(), unitId) ?? cell.f ?? null;
    const style = core.getComposedCellStyleByCellData(row, column, cell);
    const exported = exportCell(cell, formula === "" ? null : formula, style);
    if (exported !== null) cells.set(`${String(row)},${String(column)}`, exported);
  });
  return cells;
}

function exportCell(cell: ICellData, formula: string | null, style: IStyleData): Partial<Cell> | null {
  const { unlocked, note } = (cell.custom ?? {}) as CellExtras;
  const styled = (cell.s !== undefined && cell.s !== null) || unlocked === true;
  const value = exportValue(cell);
  const runs = cell.p?.body === undefined ? null : richTextRuns(cell.p.body);
  if (value === null && formula === null && !styled && note === undefined && runs === null) return null;
  return {
    ...(formula === null
      ? { value: runs === null ? value : runs.map((run) => run.text).join("") }
      : {
          value: null,
          formula: formulaToFile(formula.replace(/^=/, "")),
          ...(value === null ? {} : { formulaResult: value }),
        }),
    ...(runs !== null && formula === null && runs.length > 1 ? { richText: [...runs] } : {}),
    style: exportStyle(style, unlocked === true),
    ...(note === undefined ? {} : { comment: { author: note.author, text: note.text } }),
  };
}

function exportValue({ v: value, t: type }: ICellData): CellValue {
  if (value === undefined || value === null || value === "") return null;
  if (type === CellValueType.BOOLEAN) return value === 1 || value === true || value === "TRUE";
  if (type === CellValueType.NUMBER) return Number(value);
  return value;
}

function exportProperties(properties: DocumentProperties): WorkbookProperties {
  return definedOnly({
    title: properties.title,
    subject: properties.subject,
    creator: properties.author,
    keywords: properties.keywords,
    description: properties.comments,
    category: properties.category,
    company: properties.company,
    manager: properties.manager,
    lastModifiedBy: properties.lastAuthor,
    created: properties.created === undefined ? undefined : new Date(properties.created),
    custom: properties.custom === undefined ? undefined : { ...properties.custom },
  });
}
