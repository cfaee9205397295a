import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { codeOf, openExcel, type OpenExcel } from "./support/open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

describe("custom XML parts", () => {
  const XML = '<form xmlns="urn:gouji:form"><template>nb2021</template></form>';

  test("are added, found by namespace, read, replaced and deleted", async () => {
    await excel.Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add(XML);
      part.load("id,namespaceUri");
      await context.sync();
      expect(part.id).toMatch(/^\{[0-9A-F-]{36}\}$/);
      expect(part.namespaceUri).toBe("urn:gouji:form");
      const found = parts.getByNamespace("urn:gouji:form").getOnlyItemOrNullObject();
      const xml = found.getXml();
      parts.load("items/id,items/namespaceUri");
      await context.sync();
      expect(xml.value).toBe(XML);
      expect(parts.items.map(({ namespaceUri }) => namespaceUri)).toEqual(["urn:gouji:form"]);
      found.setXml(XML.replace("nb2021", "nb2019"));
      const changed = parts.getItem(part.id).getXml();
      await context.sync();
      expect(changed.value).toContain("nb2019");
      found.delete();
      const gone = parts.getItemOrNullObject(part.id).load("id");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test("a call on a part that does not exist gives nothing, as in Excel", async () => {
    await excel.Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.getByNamespace("urn:none").getOnlyItemOrNullObject();
      const xml = part.getXml();
      part.load("id");
      await context.sync();
      expect(part.isNullObject).toBe(true);
      expect(xml.value).toBeUndefined();
    });
  });

  test("text that is no XML is refused", async () => {
    const added = excel.Excel.run(async (context) => {
      context.workbook.customXmlParts.add("不是XML");
      await context.sync();
    });
    expect(await codeOf(added)).toBe("InvalidArgument");
  });
});

test("settings are kept by key", async () => {
  await excel.Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("unit", "某某局");
    settings.add("years", [2020, 2021]);
    settings.add("unit", "另一局");
    await context.sync();
    settings.load("items/key,items/value");
    const none = settings.getItemOrNullObject("x").load("key");
    await context.sync();
    expect(settings.items.map(({ key, value }) => [key, value as unknown])).toEqual([
      ["unit", "另一局"],
      ["years", [2020, 2021]],
    ]);
    expect(none.isNullObject).toBe(true);
    settings.getItem("unit").delete();
    const count = settings.getCount();
    await context.sync();
    expect(count.value).toBe(1);
  });
});

test("document properties, calculation mode and structure protection", async () => {
  await excel.Excel.run(async (context) => {
    const { workbook } = context;
    workbook.properties.title = "年度报告";
    workbook.properties.load("title,author");
    workbook.application.load("calculationMode");
    workbook.protection.protect("秘密");
    workbook.protection.load("protected");
    await context.sync();
    expect([
      workbook.properties.title,
      workbook.properties.author,
      workbook.application.calculationMode,
      workbook.protection.protected,
    ]).toEqual(["年度报告", "", "Automatic", true]);
  });
  const added = excel.Excel.run(async (context) => {
    context.workbook.worksheets.add("x");
    await context.sync();
  });
  expect(await codeOf(added)).toBe("InvalidOperation");
});

describe("insertWorksheetsFromBase64", () => {
  const FORM = readFileSync(join(__dirname, "../embedded-grid/data/form.xlsx")).toString("base64");

  test("brings sheets with names, formats and print set-up where they are wanted", async () => {
    await excel.Excel.run(async (context) => {
      const ids = context.workbook.insertWorksheetsFromBase64(FORM, {
        sheetNamesToInsert: ["表三"],
        positionType: "Before",
        relativeTo: "Sheet1",
      });
      await context.sync();
      expect(ids.value).toHaveLength(1);
      const sheet = context.workbook.worksheets.getItem(ids.value[0] ?? "").load("name,position");
      const used = sheet.getUsedRange(true).load("address");
      context.workbook.names.load("items/name,items/type");
      sheet.pageLayout.load("orientation,paperSize");
      sheet.protection.load("protected");
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      expect([sheet.name, sheet.position, active.name]).toEqual(["表三", 0, "Sheet1"]);
      expect(used.address).toMatch(/^表三!A1:/);
      expect(context.workbook.names.items.map(({ name }) => name)).toContain("GOUJI.t3");
    });
  });

  test("a sheet whose name is taken gets a number", async () => {
    await excel.Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(FORM, { sheetNamesToInsert: ["表三"] });
      context.workbook.insertWorksheetsFromBase64(FORM, { sheetNamesToInsert: ["表三"] });
      context.workbook.worksheets.load("items/name");
      await context.sync();
      expect(context.workbook.worksheets.items.map(({ name }) => name)).toEqual(["Sheet1", "表三", "表三 (2)"]);
    });
  });

  test.each([
    ["bm8gZmlsZQ==", {}, "FileFormatError"],
    [FORM, { sheetNamesToInsert: ["没有"] }, "ItemNotFound"],
    [FORM, { positionType: "After", relativeTo: "没有" } as const, "InvalidArgument"],
  ])("refuses what it cannot do (%#)", async (file, options, code) => {
    const inserted = excel.Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64(file, options);
      await context.sync();
    });
    expect(await codeOf(inserted)).toBe(code);
  });
});
