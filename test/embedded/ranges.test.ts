import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { codeOf, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

async function addressOf(
  pick: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Excel.Range,
): Promise<string> {
  return excel.Excel.run(async (context) => {
    const range = pick(context.workbook.worksheets.getItem("Sheet1"), context).load("address");
    await context.sync();
    return range.isNullObject ? "null" : range.address;
  });
}

test.each<[string, (sheet: Excel.Worksheet) => Excel.Range]>([
  ["Sheet1!B2", (sheet) => sheet.getRange("B2:D5").getCell(0, 0)],
  ["Sheet1!F9", (sheet) => sheet.getRange("B2:D5").getCell(7, 4)],
  ["Sheet1!B3:D3", (sheet) => sheet.getRange("B2:D5").getRow(1)],
  ["Sheet1!D2:D5", (sheet) => sheet.getRange("B2:D5").getColumn(2)],
  ["Sheet1!B5:D5", (sheet) => sheet.getRange("B2:D5").getLastRow()],
  ["Sheet1!D5", (sheet) => sheet.getRange("B2:D5").getLastCell()],
  ["Sheet1!C1:E4", (sheet) => sheet.getRange("B2:D5").getOffsetRange(-1, 1)],
  ["Sheet1!B2:E4", (sheet) => sheet.getRange("B2:D5").getResizedRange(-1, 1)],
  ["Sheet1!2:5", (sheet) => sheet.getRange("B2:D5").getEntireRow()],
  ["Sheet1!B:D", (sheet) => sheet.getRange("B2:D5").getEntireColumn()],
  ["Sheet1!B2:F9", (sheet) => sheet.getRange("B2:D5").getBoundingRect("F9")],
  ["Sheet1!C3:D5", (sheet) => sheet.getRange("B2:D5").getIntersection(sheet.getRange("C3:Z99"))],
  ["null", (sheet) => sheet.getRange("B2:D5").getIntersectionOrNullObject("F9")],
  ["Sheet1!C7:I31", (sheet) => sheet.getRangeByIndexes(6, 2, 25, 7)],
  ["Sheet1!AB12", (sheet) => sheet.getCell(11, 27)],
  ["Sheet1!1:1048576", (sheet) => sheet.getRange()],
  ["null", (sheet) => sheet.getUsedRangeOrNullObject()],
  ["Sheet1!A1", (sheet) => sheet.getUsedRange()],
])("%s", async (address, pick) => {
  expect(await addressOf(pick)).toBe(address);
});

test("the used range is the cells with something in them", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("C4").values = [["x"]];
    sheet.getRange("E2").formulas = [["=1+1"]];
    sheet.getRange("H9").format.fill.color = "red";
    await context.sync();
  });
  expect(await addressOf((sheet) => sheet.getUsedRange())).toBe("Sheet1!C2:H9");
  expect(await addressOf((sheet) => sheet.getUsedRange(true))).toBe("Sheet1!C2:E4");
  expect(await addressOf((sheet) => sheet.getRange("A1:D9").getUsedRangeOrNullObject(true))).toBe("Sheet1!C4");
});

test("the selection is what is selected, by the add-in or a person", async () => {
  await excel.Excel.run(async (context) => {
    const second = context.workbook.worksheets.add("第二页");
    second.getRange("B2:C3").select();
    await context.sync();
  });
  expect(await addressOf((_sheet, context) => context.workbook.getSelectedRange())).toBe("第二页!B2:C3");
  expect(await addressOf((_sheet, context) => context.workbook.getActiveCell())).toBe("第二页!B2");
});

describe("writing values", () => {
  const read = (address: string, property: "values" | "formulas" = "values"): Promise<unknown[][]> =>
    excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load(property);
      await context.sync();
      return range[property] as unknown[][];
    });
  const write = (address: string, values: unknown): Promise<void> =>
    excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange(address).values = values as unknown[][];
      await context.sync();
    });

  test("one value goes to all cells, a formula adapted to each", async () => {
    await write("A1:A3", 2);
    await write("B1:B3", "=A1*10");
    expect(await read("A1:B3", "formulas")).toEqual([
      [2, "=A1*10"],
      [2, "=A2*10"],
      [2, "=A3*10"],
    ]);
  });

  test("null leaves a cell alone, an empty text clears it", async () => {
    await write("A1:C1", [[1, 2, 3]]);
    await write("A1:C1", [[null, "", 4]]);
    expect(await read("A1:C1")).toEqual([[1, "", 4]]);
  });

  test("texts are read as if typed", async () => {
    await write("A1:G1", [["12", "1,234", "5%", "TRUE", "2026-11-21", "'007", "#N/A"]]);
    expect(await read("A1:G1")).toEqual([[12, 1234, 0.05, true, 46347, "007", "#N/A"]]);
  });

  test("an array of another size is InvalidArgument, and nothing is written", async () => {
    expect(await codeOf(write("A1:B2", [[1, 2]]))).toBe("InvalidArgument");
    expect(await codeOf(write("A1:B2", [[1], [2]]))).toBe("InvalidArgument");
    expect(await read("A1:B2")).toEqual([
      ["", ""],
      ["", ""],
    ]);
  });

  test("errors of formulas are texts of their own type", async () => {
    await write("A1:B1", [["=1/0", "=NOSUCHNAME+1"]]);
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").load("values,valueTypes");
      await context.sync();
      expect(range.values).toEqual([["#DIV/0!", "#NAME?"]]);
      expect(range.valueTypes).toEqual([["Error", "Error"]]);
    });
  });

  test("cells beyond the grid's edge are blank, and the grid grows for them", async () => {
    expect(await read("XFD1048576")).toEqual([[""]]);
    await write("AZ300", "远");
    expect(await read("AZ300")).toEqual([["远"]]);
  });

  test("a large block is written in pieces by the client and read whole", async () => {
    const block = Array.from({ length: 500 }, (_, row) =>
      Array.from({ length: 10 }, (_unused, column) => row * 10 + column),
    );
    await write("A1:J500", block);
    expect(await read("A1:J500")).toEqual(block);
  });
});

test("a batch stops at its first error; what came before stays", async () => {
  const failed = excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [["前"]];
    sheet.getRange("A2:B2").values = [[1]];
    sheet.getRange("A3").values = [["后"]];
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({ code: "InvalidArgument", debugInfo: { errorLocation: "Range.values" } });
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3").load("values");
    await context.sync();
    expect(range.values).toEqual([["前"], [""], [""]]);
  });
});

test("a tracked range follows inserted rows and is lost with its cells", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("B5:C6").load("address");
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    await context.sync();
    range.load("address");
    await context.sync();
    expect(range.address).toBe("Sheet1!B7:C8");
    sheet.getRange("6:9").delete("Up");
    range.load("address");
    expect(await codeOf(context.sync())).toBe("InvalidObjectPath");
  });
});

test("clear takes contents, formats or both", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    range.values = [[5]];
    range.format.fill.color = "#FF0000";
    range.clear("Contents");
    range.load("values,format/fill/color");
    await context.sync();
    expect([range.values, range.format.fill.color]).toEqual([[[""]], "#FF0000"]);
    range.values = [[6]];
    range.clear("Formats");
    range.load("values,format/fill/color");
    await context.sync();
    expect([range.values, range.format.fill.color]).toEqual([[[6]], "#FFFFFF"]);
  });
});

test("copyFrom takes formulas along, or values only", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B1").values = [[2, "=A1*3"]];
    sheet.getRange("A2:B3").copyFrom("A1:B1");
    sheet.getRange("D1").copyFrom(sheet.getRange("A1:B1"), "Values", false, true);
    const copied = sheet.getRange("A2:B3").load("formulas");
    const values = sheet.getRange("D1:D2").load("formulas");
    await context.sync();
    expect(copied.formulas).toEqual([
      [2, "=A2*3"],
      [2, "=A3*3"],
    ]);
    expect(values.formulas).toEqual([[2], [6]]);
  });
});
