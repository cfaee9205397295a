import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createHeadlessGrid } from "../../src/hosts/embedded/grid/create-grid";
import type { Grid } from "../../src/hosts/embedded/grid/grid";
import { importWorksheets } from "../../src/hosts/embedded/grid/import-xlsx";
import { insertSheets } from "../../src/hosts/embedded/grid/insert-sheets";
import { readSheetState } from "../../src/hosts/embedded/grid/sheet-state";
import { readForm } from "./support/form";

let grid: Grid;
beforeEach(async () => {
  grid = await createHeadlessGrid();
});
afterEach(() => {
  grid.dispose();
});

async function insertForm(position: number): Promise<readonly string[]> {
  const ids = await insertSheets(grid, await importWorksheets(readForm()), position);
  await grid.univerAPI.getFormula().onCalculationResultApplied();
  return ids;
}

function sheetNamed(name: string): NonNullable<ReturnType<Grid["workbook"]["getSheetByName"]>> {
  const sheet = grid.workbook.getSheetByName(name);
  if (sheet === null) throw new Error(`no sheet ${name}`);
  return sheet;
}

test("sheets stand where they were asked for, and the active tab stays", async () => {
  const ids = await insertForm(0);
  expect(grid.workbook.getSheets().map((sheet) => sheet.getSheetName())).toEqual([
    "表三",
    "表 四's",
    "_参数",
    "Sheet1",
  ]);
  expect(ids).toEqual(
    grid.workbook
      .getSheets()
      .slice(0, 3)
      .map((sheet) => sheet.getSheetId()),
  );
  expect(grid.workbook.getActiveSheet().getSheetName()).toBe("Sheet1");
  expect(sheetNamed("_参数").isSheetHidden()).toBe(true);
});

test("formulas of the file are computed and follow an edit", async () => {
  await insertForm(1);
  const sheet = sheetNamed("表三");
  expect(sheet.getRange("L6").getValue()).toBe("√");
  expect(sheet.getRange("L21").getValue()).toBe("差 -1");
  sheet.getRange("J21").setValue(3);
  await grid.univerAPI.getFormula().onCalculationResultApplied();
  expect(sheet.getRange("L21").getValue()).toBe("√");
  expect(sheetNamed("表 四's").getRange("A5").getValue()).toBe(12);
});

test("a second insertion gets new names, and its formulas point to its own sheets", async () => {
  await insertForm(1);
  await insertForm(4);
  expect(grid.workbook.getSheets().map((sheet) => sheet.getSheetName())).toEqual([
    "Sheet1",
    "表三",
    "表 四's",
    "_参数",
    "表三 (2)",
    "表 四's (2)",
    "_参数 (2)",
  ]);
  const copy = sheetNamed("表 四's (2)");
  expect(copy.getRange("A5").getFormula()).toBe("='表三 (2)'!J6*2");
  expect(copy.getRange("A6").getFormula()).toBe('="表三!"&A1');
});

test("conditional formats, validation, merges, freeze and settings arrive", async () => {
  await insertForm(1);
  const sheet = sheetNamed("表三");
  expect(sheet.getConditionalFormattingRules().map((rule) => rule.rule)).toEqual([
    expect.objectContaining({ subType: "formula", value: '=LEFT($L6,1)="差"' }),
    expect.objectContaining({ subType: "formula", value: '=LEFT($L6,1)="差"' }),
    expect.objectContaining({ subType: "number", operator: "lessThan", value: 0 }),
  ]);
  expect(sheet.getDataValidations()).toHaveLength(2);
  sheet.getRange("D7").setValue(-3);
  const status = await sheet.getRange("D6:D7").getValidatorStatus();
  expect(status.flat()).toEqual(["valid", "invalid"]);
  expect(sheet.getMergedRanges()).toHaveLength(18);
  expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([5, 3]);
  expect(readSheetState(sheet).pageSetup.printArea).toBe("A1:J30");
  expect(sheet.getRange("D7").getCustomMetaData()).toEqual({ unlocked: true });
});

test("the insertion cannot be undone, as in Excel", async () => {
  sheetNamed("Sheet1").getRange("A1").setValue(1);
  await insertForm(1);
  await grid.univerAPI.undo();
  expect(grid.workbook.getSheets()).toHaveLength(4);
  expect(sheetNamed("Sheet1").getRange("A1").getValue()).toBe(1);
});
