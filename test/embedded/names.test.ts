import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { codeOf, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

test("a name stands for a range, is found again and follows inserted rows", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.name = "表 三";
    context.workbook.names.add("GOUJI.t3", sheet.getRange("C7:I31"), "表三数据区");
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    const item = context.workbook.names.getItem("GOUJI.t3").load("name,formula,value,type,scope,comment,visible");
    const range = item.getRange().load("address");
    await context.sync();
    expect(item.toJSON()).toMatchObject({
      name: "GOUJI.t3",
      formula: "='表 三'!$C$9:$I$33",
      value: "'表 三'!$C$9:$I$33",
      type: "Range",
      scope: "Workbook",
      comment: "表三数据区",
      visible: true,
    });
    expect(range.address).toBe("'表 三'!C9:I33");
  });
});

test("names hold constants and formulas, and can be changed, hidden and deleted", async () => {
  await excel.Excel.run(async (context) => {
    const { names } = context.workbook;
    names.add("unit", '="某某局"');
    names.add("year", "=2026");
    await context.sync();
    const year = names.getItem("year");
    year.formula = "=2027";
    names.getItem("unit").visible = false;
    names.load("items/name,items/value,items/type,items/visible");
    await context.sync();
    expect(names.items.map(({ name, value, type, visible }) => [name, value as unknown, type, visible])).toEqual([
      ["unit", "某某局", "String", false],
      ["year", 2027, "Integer", true],
    ]);
    year.delete();
    const gone = names.getItemOrNullObject("year").load("name");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test("a range behind a missing name is a null object in the same batch", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.names.getItemOrNullObject("GOUJI.t3").getRangeOrNullObject().load("values");
    await context.sync();
    expect(range.isNullObject).toBe(true);
  });
});

test("a name of a sheet is apart from the workbook's", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.names.add("local", sheet.getRange("A1"));
    context.workbook.names.load("items");
    sheet.names.load("items/name,items/scope");
    await context.sync();
    expect(context.workbook.names.items).toEqual([]);
    expect(sheet.names.items.map(({ name, scope }) => [name, scope])).toEqual([["local", "Worksheet"]]);
  });
});

test("formulas follow names", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    context.workbook.names.add("part", sheet.getRange("A1:A3"));
    const sum = sheet.getRange("B1");
    sum.formulas = [["=SUM(part)"]];
    sum.load("values");
    await context.sync();
    expect(sum.values).toEqual([[6]]);
  });
});

test.each([
  ["1abc", "InvalidArgument"],
  ["A1", "InvalidArgument"],
  ["a b", "InvalidArgument"],
])("the name %s is refused", async (name, code) => {
  const added = excel.Excel.run(async (context) => {
    context.workbook.names.add(name, "=1");
    await context.sync();
  });
  expect(await codeOf(added)).toBe(code);
});

test("the same name twice is ItemAlreadyExists", async () => {
  const added = excel.Excel.run(async (context) => {
    context.workbook.names.add("x1y", "=1");
    context.workbook.names.add("X1Y", "=2");
    await context.sync();
  });
  expect(await codeOf(added)).toBe("ItemAlreadyExists");
});
