import { BooleanNumber, type ICellData, type IStyleData, type IWorksheetData } from "@univerjs/core";
import { AddDataValidationMutation } from "@univerjs/data-validation";
import { InsertSheetMutation } from "@univerjs/sheets";
import { AddConditionalRuleMutation } from "@univerjs/sheets-conditional-formatting";
import { renameSheets } from "./formula-text";
import type { Grid } from "./grid";
import type { ImportedConditionalFormat, ImportedDataValidation, ImportedSheet, ImportedWorkbook } from "./imported";
import { conditionalFormatRule, dataValidationRule } from "./insert-rules";

/**
 * Puts the sheets of a file into the living workbook, before the tab that stands at `position` (0-based; the number of
 * tabs means at the end). A sheet whose name is taken is called `表三 (2)`, as in Excel, and formulas, conditional formats
 * and validation of the inserted sheets follow it. Names of the file are left to the caller. As in Excel this cannot be
 * undone and empties the undo list; the active tab stays. Resolves to the new sheets' ids, in the file's order.
 */
export function insertSheets(grid: Grid, imported: ImportedWorkbook, position: number): Promise<readonly string[]> {
  const unitId = grid.workbook.getId();
  const active = grid.workbook.getActiveSheet();
  const newNames = freeNames(
    imported.sheets.map((sheet) => sheet.name),
    grid.workbook.getSheets().map((sheet) => sheet.getSheetName()),
  );
  const ids = imported.sheets.map((sheet, offset) => {
    const id = newSheetId(grid);
    const name = newNames.get(sheet.name) ?? sheet.name;
    const { snapshot, styles } = sheetSnapshot(sheet, id, name, newNames);
    run(grid, InsertSheetMutation.id, { unitId, index: position + offset, sheet: snapshot, styles });
    return id;
  });
  for (const [index, sheet] of imported.sheets.entries()) {
    const subUnitId = ids[index] ?? "";
    insertConditionalFormats(grid, subUnitId, sheet.conditionalFormats, newNames);
    insertDataValidations(grid, subUnitId, sheet.dataValidations, newNames);
  }
  // Univer goes to each sheet it adds.
  grid.workbook.setActiveSheet(active);
  grid.clearUndo();
  return Promise.resolve(ids);
}

function run(grid: Grid, mutation: string, params: object): void {
  if (!grid.univerAPI.syncExecuteCommand(mutation, params)) throw new Error(`The grid refused ${mutation}`);
}

/** Which names the new sheets get where theirs are taken; Excel compares without regard to case. */
function freeNames(wanted: readonly string[], taken: readonly string[]): Map<string, string> {
  const used = new Set([...taken, ...wanted].map((name) => name.toLowerCase()));
  const clashes = wanted.filter((name) => taken.some((other) => other.toLowerCase() === name.toLowerCase()));
  return new Map(
    clashes.map((name) => {
      let number = 2;
      let free = numbered(name, number);
      while (used.has(free.toLowerCase())) free = numbered(name, (number += 1));
      used.add(free.toLowerCase());
      return [name, free];
    }),
  );
}

const MAX_NAME_LENGTH = 31;

function numbered(name: string, number: number): string {
  const suffix = ` (${String(number)})`;
  return name.slice(0, MAX_NAME_LENGTH - suffix.length) + suffix;
}

function newSheetId(grid: Grid): string {
  const taken = new Set(grid.workbook.getSheets().map((sheet) => sheet.getSheetId()));
  let number = taken.size + 1;
  while (taken.has(`sheet-${String(number)}`)) number += 1;
  return `sheet-${String(number)}`;
}

type Snapshot = { readonly snapshot: Partial<IWorksheetData>; readonly styles: Record<string, IStyleData> };

function sheetSnapshot(
  sheet: ImportedSheet,
  id: string,
  name: string,
  newNames: ReadonlyMap<string, string>,
): Snapshot {
  const styleIds = new Map<string, string>();
  const styles: Record<string, IStyleData> = {};
  const styleId = (style: IStyleData): string => {
    const key = JSON.stringify(style);
    const known = styleIds.get(key);
    if (known !== undefined) return known;
    const next = `${id}-${String(styleIds.size)}`;
    styleIds.set(key, next);
    styles[next] = style;
    return next;
  };
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [row, cells] of Object.entries(sheet.cells)) {
    const line: Record<number, ICellData> = (cellData[Number(row)] = {});
    for (const [column, { s: style, f: formula, ...cell }] of Object.entries(cells)) {
      line[Number(column)] = {
        ...cell,
        ...(formula === undefined || formula === null ? {} : { f: renameSheets(formula, newNames) }),
        ...(style === undefined ? {} : { s: styleId(style) }),
      };
    }
  }
  const snapshot: Partial<IWorksheetData> = {
    id,
    name,
    tabColor: sheet.tabColor ?? "",
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    freeze: sheet.freeze ?? { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
    rowCount: sheet.rowCount,
    columnCount: sheet.columnCount,
    defaultRowHeight: sheet.defaultRowHeight,
    defaultColumnWidth: sheet.defaultColumnWidth,
    defaultStyle: sheet.defaultStyle,
    mergeData: sheet.merges.map((merge) => ({ ...merge })),
    cellData,
    rowData: { ...sheet.rows },
    columnData: { ...sheet.columns },
    rowHeader: { width: 46, hidden: BooleanNumber.FALSE },
    columnHeader: { height: 20, hidden: BooleanNumber.FALSE },
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rightToLeft: BooleanNumber.FALSE,
    custom: { ...sheet.state },
  };
  return { snapshot, styles };
}

function insertConditionalFormats(
  grid: Grid,
  subUnitId: string,
  formats: readonly ImportedConditionalFormat[],
  newNames: ReadonlyMap<string, string>,
): void {
  const unitId = grid.workbook.getId();
  // Univer puts each new rule on top, so the one of lowest priority goes first.
  for (const [index, format] of [...formats.entries()].reverse()) {
    const formulas = format.formulas.map((formula) => renameSheets(formula, newNames));
    const rule = conditionalFormatRule({ ...format, formulas }, `${subUnitId}-cf-${String(index)}`);
    run(grid, AddConditionalRuleMutation.id, { unitId, subUnitId, rule });
  }
}

function insertDataValidations(
  grid: Grid,
  subUnitId: string,
  validations: readonly ImportedDataValidation[],
  newNames: ReadonlyMap<string, string>,
): void {
  const unitId = grid.workbook.getId();
  for (const [index, validation] of validations.entries()) {
    const { formula1, formula2 } = validation;
    const renamed: ImportedDataValidation = {
      ...validation,
      ...(formula1 === undefined ? {} : { formula1: renameSheets(formula1, newNames) }),
      ...(formula2 === undefined ? {} : { formula2: renameSheets(formula2, newNames) }),
    };
    const rule = dataValidationRule(renamed, `${subUnitId}-dv-${String(index)}`);
    run(grid, AddDataValidationMutation.id, { unitId, subUnitId, rule });
  }
}
