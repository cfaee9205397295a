import { beforeAll, expect, test } from "@jest/globals";
import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import { importWorksheets } from "../../src/hosts/embedded/grid/import-xlsx";
import type { ImportedSheet, ImportedWorkbook } from "../../src/hosts/embedded/grid/imported";
import { readForm } from "./support/form";

let book: ImportedWorkbook;
let form: ImportedSheet;
let other: ImportedSheet;
beforeAll(async () => {
  book = await importWorksheets(readForm());
  [form, other] = book.sheets as [ImportedSheet, ImportedSheet];
});

test("sheets keep their names, order and visibility", () => {
  expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["表三", "visible"],
    ["表 四's", "visible"],
    ["_参数", "hidden"],
  ]);
  expect([form.tabColor, form.showGridlines, other.showGridlines]).toEqual(["#1f6f5c", false, true]);
});

test("values keep their types: texts, numbers, dates as serial numbers, truth values, numerals kept as text", () => {
  const column = (row: number): unknown => [other.cells[row]?.[0]?.v, other.cells[row]?.[0]?.t];
  expect(column(0)).toEqual(["行政复议", 1]);
  expect(column(1)).toEqual([46399, 2]);
  expect(other.cells[1]?.[0]?.s?.n).toEqual({ pattern: 'yyyy"年"m"月"d"日"' });
  expect(column(2)).toEqual([0.339, 2]);
  expect(column(3)).toEqual([1, 3]);
  expect(column(6)).toEqual(["007", 4]);
});

test("formulas are read as Excel shows them", () => {
  expect(form.cells[5]?.[11]?.f).toContain("=IF(COUNT(J6)=0");
  expect(form.cells[36]?.[3]?.f).toBe("=GOUJI.ROWCHECK(D6:I6,J6)");
  expect(other.cells[4]?.[0]?.f).toBe("='表三'!J6*2");
  expect(other.cells[7]?.[0]?.f).toBe("=IFERROR(IFS(A3>1,1,TRUE,2),0)");
});

test("merged cells, frozen panes and sizes are those of the file", () => {
  expect(form.merges).toContainEqual({ startRow: 7, endRow: 28, startColumn: 0, endColumn: 0 });
  expect(form.freeze).toEqual({ ySplit: 5, xSplit: 3, startRow: 5, startColumn: 3 });
  expect([form.rows[0]?.h, form.rows[5]?.h, form.rows[39]?.hd]).toEqual([40, 29, BooleanNumber.TRUE]);
  // Widths of 34 and 9.5 digits; a digit of 宋体 11 is 8 pixels wide.
  expect([form.columns[2]?.w, form.columns[3]?.w]).toEqual([272, 76]);
});

test("fonts, borders, fills, alignment and vertical text are taken over", () => {
  expect(form.cells[0]?.[0]?.s).toMatchObject({
    ff: "黑体",
    fs: 16,
    bl: BooleanNumber.TRUE,
    ht: HorizontalAlign.CENTER,
    vt: VerticalAlign.MIDDLE,
    tb: WrapStrategy.WRAP,
  });
  const input = form.cells[5]?.[3];
  expect(input?.s?.bg).toEqual({ rgb: "#fffdf2" });
  expect(input?.s?.bd?.t).toEqual({ s: BorderStyleTypes.THIN, cl: { rgb: "#000000" } });
  expect(input?.custom).toEqual({ unlocked: true });
  expect(form.cells[5]?.[0]?.custom).toBeUndefined();
  expect(form.cells[7]?.[0]?.s?.tr).toEqual({ a: 0, v: BooleanNumber.TRUE });
  expect(form.cells[4]?.[11]?.custom?.note).toEqual({ author: "勾稽", text: "左边各项之和减总计" });
});

test("conditional formats come in order of priority with their own formats", () => {
  expect(form.conditionalFormats.map(({ kind, formulas, stopIfTrue }) => [kind, formulas, stopIfTrue])).toEqual([
    ["expression", ['LEFT($L6,1)="差"'], true],
    ["expression", ['LEFT($L6,1)="差"'], false],
    ["cellIs", ["0"], false],
  ]);
  expect(form.conditionalFormats[0]?.style).toEqual({
    bl: BooleanNumber.TRUE,
    cl: { rgb: "#c00000" },
    bg: { rgb: "#ffe5e5" },
  });
});

test("data validation, protection and print set-up are taken over", () => {
  expect(form.dataValidations).toEqual([
    expect.objectContaining({ type: "whole", operator: "greaterThanOrEqual", formula1: "0", errorTitle: "只填整数" }),
    expect.objectContaining({
      type: "list",
      formula1: "政府,部门,乡镇",
      listFromCells: false,
      promptTitle: "单位类型",
    }),
  ]);
  expect(form.state.protection.enabled).toBe(true);
  expect(form.state.protection.options).toMatchObject({ allowFormatColumns: true, allowInsertRows: false });
  expect(other.state.protection.enabled).toBe(false);
  expect(form.state.pageSetup).toMatchObject({
    printArea: "A1:J30",
    titleRows: "3:5",
    orientation: "portrait",
    paperSize: 9,
    fitToWidth: 1,
    fitToHeight: 1,
    centerHorizontally: true,
    footer: "&C第 &P 页",
  });
});

test("names carry scope and visibility; the custom XML part and the properties are found", () => {
  expect(book.names).toEqual([
    { name: "GOUJI.t3", formula: "'表三'!$D$6:$J$30", scope: null, hidden: false },
    { name: "_gouji_year", formula: "'_参数'!$A$1", scope: null, hidden: true },
    { name: "本表", formula: "'表 四''s'!$A$1:$A$9", scope: "表 四's", hidden: false },
  ]);
  expect(book.customXmlParts).toEqual([
    {
      id: "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
      namespace: "urn:gouji:test",
      xml: expect.stringContaining(`template="nb2021"`) as unknown as string,
    },
  ]);
  expect(book.properties).toMatchObject({ title: "政府信息公开工作年度报告", author: "某某局" });
});

test("bytes that are no workbook are refused", async () => {
  await expect(importWorksheets(new TextEncoder().encode("not a zip"))).rejects.toThrow();
});
