import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { codeOf, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

test("formats are set and read; mixed ones are null", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const { format } = sheet.getRange("A1:B2");
    format.fill.color = "#FFF0C2";
    format.font.name = "宋体";
    format.font.size = 14;
    format.font.bold = true;
    format.font.italic = true;
    format.font.underline = "Single";
    format.font.color = "red";
    format.horizontalAlignment = "Center";
    format.verticalAlignment = "Top";
    format.wrapText = true;
    format.textOrientation = 45;
    format.indentLevel = 2;
    format.columnWidth = 60;
    format.rowHeight = 30;
    await context.sync();
    format.load("horizontalAlignment,verticalAlignment,wrapText,textOrientation,indentLevel,columnWidth,rowHeight");
    format.font.load();
    format.fill.load("color");
    const mixed = sheet.getRange("A1:C1").format;
    mixed.load("wrapText,columnWidth,fill/color,font/bold");
    const plain = sheet.getRange("D9").format.load("fill/color,font/color,horizontalAlignment");
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
      textOrientation: 45,
      indentLevel: 2,
      columnWidth: 60,
      rowHeight: 30,
      fill: { color: "#FFF0C2" },
      font: { name: "宋体", size: 14, bold: true, italic: true, underline: "Single", color: "#FF0000" },
    });
    expect([mixed.wrapText, mixed.columnWidth, mixed.fill.color, mixed.font.bold]).toEqual([null, null, null, null]);
    expect([plain.fill.color, plain.font.color, plain.horizontalAlignment]).toEqual(["#FFFFFF", "#000000", "General"]);
    sheet.getRange("A1:B2").format.fill.clear();
    format.fill.load("color");
    await context.sync();
    expect(format.fill.color).toBe("#FFFFFF");
  });
});

test("borders of the outside and the inside are lines of their own", async () => {
  await excel.Excel.run(async (context) => {
    const { borders } = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3").format;
    for (const edge of [
      "EdgeTop",
      "EdgeBottom",
      "EdgeLeft",
      "EdgeRight",
      "InsideHorizontal",
      "InsideVertical",
    ] as const) {
      borders.getItem(edge).style = "Continuous";
    }
    borders.getItem("EdgeTop").weight = "Thick";
    borders.getItem("EdgeTop").color = "#C00000";
    const top = borders.getItem("EdgeTop").load("style,weight,color");
    const inside = borders.getItem("InsideVertical").load("style,weight,color");
    const below = context.workbook.worksheets
      .getItem("Sheet1")
      .getRange("B1")
      .format.borders.getItem("EdgeBottom")
      .load("weight");
    await context.sync();
    expect(top.toJSON()).toMatchObject({ style: "Continuous", weight: "Thick", color: "#C00000" });
    expect(inside.toJSON()).toMatchObject({ style: "Continuous", weight: "Thin", color: "#000000" });
    expect(below.weight).toBe("Thick");
    borders.getItem("InsideVertical").style = "None";
    inside.load("style");
    borders.load("items/sideIndex,items/style");
    await context.sync();
    expect(inside.style).toBe("None");
    expect(borders.items.filter(({ style }) => style === "None").map(({ sideIndex }) => sideIndex)).toEqual([
      "InsideVertical",
      "DiagonalDown",
      "DiagonalUp",
    ]);
  });
});

test("number formats show in text and leave values alone", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:C1");
    range.values = [[0.5, 1234.5, 45000]];
    range.numberFormat = [["0%", "#,##0.00", "yyyy-mm-dd"]];
    range.load("values,text,numberFormat");
    await context.sync();
    expect(range.values).toEqual([[0.5, 1234.5, 45000]]);
    expect(range.text).toEqual([["50%", "1,234.50", "2023-03-15"]]);
    expect(range.numberFormat).toEqual([["0%", "#,##0.00", "yyyy-mm-dd"]]);
  });
});

test("a text cell keeps digits as text", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    range.numberFormat = [["@"]];
    range.values = [["0012"]];
    range.load("values,valueTypes,text");
    await context.sync();
    expect([range.values, range.valueTypes, range.text]).toEqual([[["0012"]], [["String"]], [["0012"]]]);
  });
});

test("merging keeps the first value, unmerging gives the cells back", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("A1:B2");
    range.values = [
      [1, 2],
      [3, 4],
    ];
    range.merge();
    const merged = sheet.getRange("A1:D9").getMergedAreasOrNullObject().load("address,areaCount");
    range.load("values");
    await context.sync();
    expect([merged.address, merged.areaCount]).toEqual(["Sheet1!A1:B2", 1]);
    expect(range.values).toEqual([
      [1, ""],
      ["", ""],
    ]);
    range.unmerge();
    const none = sheet.getRange("A1:D9").getMergedAreasOrNullObject().load("address");
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
});

describe("conditional formats", () => {
  test("a formula rule colours cells, is found by its id and goes with clearAll", async () => {
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("L6:L30");
      const added = range.conditionalFormats.add("Custom");
      added.custom.rule.formula = '=LEFT($L6,1)="差"';
      added.custom.format.fill.color = "#FFE5E5";
      added.custom.format.font.color = "#C00000";
      added.custom.format.font.bold = true;
      added.stopIfTrue = true;
      added.load("id,type,priority,stopIfTrue");
      await context.sync();
      const same = range.conditionalFormats.getItem(added.id);
      same.custom.rule.load("formula");
      same.custom.format.fill.load("color");
      same.custom.format.font.load("color,bold");
      const where = same.getRange().load("address");
      range.conditionalFormats.load("items/type");
      await context.sync();
      expect(added.toJSON()).toMatchObject({ type: "Custom", priority: 0, stopIfTrue: true });
      expect(same.custom.rule.formula).toBe('=LEFT($L6,1)="差"');
      expect([same.custom.format.fill.color, same.custom.format.font.color, same.custom.format.font.bold]).toEqual([
        "#FFE5E5",
        "#C00000",
        true,
      ]);
      expect(where.address).toBe("Sheet1!L6:L30");
      expect(range.conditionalFormats.items).toHaveLength(1);
      range.conditionalFormats.clearAll();
      const count = range.conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  test("rules for values and texts keep their operators; the newest comes first", async () => {
    await excel.Excel.run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A9");
      const value = conditionalFormats.add("CellValue");
      value.cellValue.rule = { operator: "Between", formula1: "=1", formula2: "=5" };
      const text = conditionalFormats.add("ContainsText");
      text.textComparison.rule = { operator: "BeginsWith", text: "差" };
      await context.sync();
      value.load("priority,type,cellValue/rule");
      text.load("priority,type,textComparison/rule");
      await context.sync();
      expect([value.type, value.priority, value.cellValue.rule]).toEqual([
        "CellValue",
        1,
        { operator: "Between", formula1: "=1", formula2: "=5" },
      ]);
      expect([text.type, text.priority, text.textComparison.rule]).toEqual([
        "ContainsText",
        0,
        { operator: "BeginsWith", text: "差" },
      ]);
    });
  });

  test("a kind that is missing here says so", async () => {
    const added = excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").conditionalFormats.add("DataBar");
      await context.sync();
    });
    expect(await codeOf(added)).toBe("NotImplemented");
  });
});

describe("data validation", () => {
  test("a rule with alert and prompt is set, read and tells whether the cells obey", async () => {
    await excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:B3");
      const validation = range.dataValidation;
      validation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
      validation.errorAlert = { title: "数字", message: "请填0或正整数", style: "Stop", showAlert: true };
      validation.prompt = { title: "件数", message: "整数", showPrompt: true };
      validation.ignoreBlanks = true;
      range.values = [[1], [2]];
      validation.load();
      await context.sync();
      expect(validation.toJSON()).toMatchObject({
        type: "WholeNumber",
        rule: { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
        errorAlert: { title: "数字", message: "请填0或正整数", style: "Stop", showAlert: true },
        prompt: { title: "件数", message: "整数", showPrompt: true },
        ignoreBlanks: true,
        valid: true,
      });
      range.values = [[-1], [2]];
      validation.load("valid");
      await context.sync();
      expect(validation.valid).toBeNull();
      validation.clear();
      validation.load("type");
      await context.sync();
      expect(validation.type).toBe("None");
    });
  });

  test("lists come from texts or cells", async () => {
    await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const typed = sheet.getRange("A1").dataValidation;
      typed.rule = { list: { inCellDropDown: true, source: "政府,部门" } };
      const cells = sheet.getRange("A2").dataValidation;
      cells.rule = { list: { inCellDropDown: true, source: sheet.getRange("D1:D3") } };
      typed.load("rule,type");
      cells.load("rule");
      await context.sync();
      expect([typed.type, typed.rule.list?.source, cells.rule.list?.source]).toEqual([
        "List",
        "政府,部门",
        "=Sheet1!$D$1:$D$3",
      ]);
    });
  });
});
