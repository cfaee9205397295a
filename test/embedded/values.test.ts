import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { codeOf, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

test("values written in one batch are read back in the next", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C2");
    range.values = [
      [1, "两", true],
      ["=A1+1", "", "'5"],
    ];
    await context.sync();
    range.load("values,formulas,valueTypes,address,rowCount");
    await context.sync();
    expect(range.values).toEqual([
      [1, "两", true],
      [2, "", "5"],
    ]);
    expect(range.formulas).toEqual([
      [1, "两", true],
      ["=A1+1", "", "5"],
    ]);
    expect(range.valueTypes).toEqual([
      ["Double", "String", "Boolean"],
      ["Double", "Empty", "String"],
    ]);
    expect(range.address).toBe("Sheet1!A1:C2");
    expect(range.rowCount).toBe(2);
  });
});

test("reading what was not loaded fails as in Excel", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("address");
    await context.sync();
    expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
  });
});

test("a missing sheet is ItemNotFound, or a null object when asked for one", async () => {
  expect(
    await codeOf(
      excel.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("没有").load("name");
        await context.sync();
      }),
    ),
  ).toBe("ItemNotFound");
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
    sheet.load("name");
    await context.sync();
    expect(sheet.isNullObject).toBe(true);
  });
});

test("a call that does not exist here says which", async () => {
  await expect(
    excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").charts.load("items/name");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "NotImplemented", message: expect.stringContaining("Worksheet.charts") });
  await expect(
    excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").onFormatChanged.add(() => Promise.resolve());
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "NotImplemented", message: expect.stringContaining("Worksheet.onFormatChanged") });
});
