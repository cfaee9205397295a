import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { eventsArrive, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

test("every sync is one entry that says what it did, how large it was and whether it wrote", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").load("values");
    await context.sync();
    range.values = [["中", 2]];
    await context.sync();
  });
  const [read, wrote, ...cleanup] = excel.executor.log;
  expect(read).toMatchObject({ wrote: false, error: null });
  expect(read?.actions).toContain("load workbook.Worksheets.getItem().GetRange()");
  expect(read?.requestBytes).toBeGreaterThan(100);
  expect(wrote).toMatchObject({ wrote: true, error: null });
  // Once the range has been read, the client goes on by the reference it got.
  expect(wrote?.actions.some((action) => /^set .*\.Values$/.test(action))).toBe(true);
  expect(cleanup.every((entry) => !entry.wrote)).toBe(true);
});

test("a failed batch is logged with its code", async () => {
  await expect(
    excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("x").getRange("A1").values = [[1]];
      await context.sync();
    }),
  ).rejects.toThrow();
  expect(excel.executor.log[0]).toMatchObject({ wrote: false, error: "ItemNotFound" });
});

test("typing is no request, and a handler that only looks writes nothing", async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (args) => {
      await excel.Excel.run(async (inner) => {
        args.getRange(inner).load("values");
        await inner.sync();
      });
    });
    await context.sync();
  });
  const before = excel.executor.log.length;
  excel.grid.workbook.getActiveSheet().getRange("A1").setValue(1);
  expect(excel.executor.log).toHaveLength(before);
  await eventsArrive(60);
  const after = excel.executor.log.slice(before);
  expect(after.length).toBeGreaterThan(0);
  expect(after.some((entry) => entry.wrote)).toBe(false);
});

test("settings are no change of a sheet and leave undo alone", async () => {
  const sheet = excel.grid.workbook.getActiveSheet();
  sheet.getRange("A1").setValue("手填");
  await excel.Excel.run(async (context) => {
    context.workbook.settings.add("view", "check");
    context.workbook.customXmlParts.add("<a/>");
    await context.sync();
  });
  expect(excel.executor.log[0]).toMatchObject({ wrote: false, stored: true });
  excel.grid.workbook.undo();
  await eventsArrive();
  expect(sheet.getRange("A1").getValue()).toBeNull();
});

test("before ExcelApi 1.19 a write empties the undo list, later it does not", async () => {
  const type = async (one: OpenExcel): Promise<unknown> => {
    const sheet = one.grid.workbook.getActiveSheet();
    sheet.getRange("A1").setValue("手填");
    await one.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B1").values = [["写入"]];
      await context.sync();
    });
    one.grid.workbook.undo();
    await eventsArrive();
    return [sheet.getRange("A1").getValue(), sheet.getRange("B1").getValue()];
  };
  expect(await type(excel)).toEqual(["手填", "写入"]);
  const newer = await openExcel({ excelApi: "1.19" });
  expect(await type(newer)).toEqual(["手填", null]);
  await newer.close();
});
