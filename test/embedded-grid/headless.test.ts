import { afterEach, expect, test } from "@jest/globals";
import { createHeadlessGrid } from "../../src/hosts/embedded/grid/create-grid";
import type { Grid } from "../../src/hosts/embedded/grid/grid";

let grid: Grid | undefined;
afterEach(() => {
  grid?.dispose();
  grid = undefined;
});

test("a new workbook has one empty tab called Sheet1", async () => {
  grid = await createHeadlessGrid();
  expect(grid.workbook.getSheets().map((sheet) => sheet.getSheetName())).toEqual(["Sheet1"]);
  expect(grid.workbook.getActiveSheet().getRange("A1").getValue()).toBeNull();
});

test("formulas are computed and follow an edit, custom functions included", async () => {
  grid = await createHeadlessGrid();
  const { univerAPI, workbook } = grid;
  univerAPI.getFormula().registerFunction("GOUJI.TWICE", (value) => Number(value) * 2, "");
  const sheet = workbook.getActiveSheet();
  sheet.getRange("A1:B2").setValues([
    [1, 2],
    ["=SUM(A1:B1)", "=GOUJI.TWICE(A2)"],
  ]);
  await univerAPI.getFormula().onCalculationResultApplied();
  expect(sheet.getRange("A2:B2").getValues()).toEqual([[3, 6]]);
  sheet.getRange("A1").setValue(5);
  await univerAPI.getFormula().onCalculationResultApplied();
  expect(sheet.getRange("A2:B2").getValues()).toEqual([[7, 14]]);
});

test("a grid can be closed while a calculation is still due", async () => {
  const closing = await createHeadlessGrid();
  closing.workbook.getActiveSheet().getRange("A1").setValue("=1+1");
  closing.dispose();
  await new Promise((resolve) => setTimeout(resolve, 300));
});
