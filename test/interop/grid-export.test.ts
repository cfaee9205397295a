import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHeadlessGrid } from "../../src/hosts/embedded/grid/create-grid";
import { exportWorkbook } from "../../src/hosts/embedded/grid/export-xlsx";
import type { Grid } from "../../src/hosts/embedded/grid/grid";
import { importWorksheets } from "../../src/hosts/embedded/grid/import-xlsx";
import { openWorkbook } from "../../src/hosts/embedded/grid/open-workbook";
import { type Dump, dumpWorkbook } from "../embedded-grid/support/openpyxl";
import { readForm } from "../embedded-grid/support/form";
import { convert, csv } from "../support/soffice";

let grid: Grid;
let folder: string;
let saved: string;
let before: Dump;
let after: Dump;

beforeAll(async () => {
  grid = await createHeadlessGrid();
  folder = await mkdtemp(join(tmpdir(), "gouji-grid-"));
  const imported = await importWorksheets(readForm());
  await openWorkbook(grid, imported);
  await grid.univerAPI.getFormula().onCalculationResultApplied();
  saved = join(folder, "saved.xlsx");
  await writeFile(saved, await exportWorkbook(grid, imported));
  before = await dumpWorkbook(join(__dirname, "../embedded-grid/data/form.xlsx"));
  after = await dumpWorkbook(saved);
}, 60_000);

afterAll(async () => {
  grid.dispose();
  await rm(folder, { recursive: true, force: true });
});

const parts = ["name", "state", "merges", "hiddenRows", "freeze", "gridlines", "tab", "rules", "validations"];
test.each([...parts, "protection", "print"])("openpyxl finds the same after opening and saving: %s", (part) => {
  expect(after.sheets.map((sheet) => sheet[part])).toEqual(before.sheets.map((sheet) => sheet[part]));
});

test("every cell keeps value, formula, font, fill, borders, alignment, number format, lock and note", () => {
  for (const [index, sheet] of before.sheets.entries()) expect(after.sheets[index]?.["cells"]).toEqual(sheet["cells"]);
});

test("rows keep their heights to the pixel, which is three quarters of a point", () => {
  const heights = (dump: Dump): [string, number][] =>
    Object.entries((dump.sheets[0]?.["heights"] ?? {}) as Record<string, number>);
  const given = new Map(heights(before));
  expect(heights(after).map(([row]) => row)).toEqual([...given.keys()]);
  for (const [row, points] of heights(after)) expect(Math.abs(points - (given.get(row) ?? 0))).toBeLessThan(0.376);
});

test("columns keep their widths to a tenth of a digit", () => {
  expect(after.sheets[0]?.["widths"]).toEqual(before.sheets[0]?.["widths"]);
});

test("names, hidden and sheet-scoped ones too, and the properties survive", () => {
  expect(after.names).toEqual(before.names);
  expect([after.title, after.author]).toEqual([before.title, before.author]);
});

test("what is saved is read again as the same workbook, custom XML part included", async () => {
  const again = await importWorksheets(new Uint8Array(await readFile(saved)));
  const first = await importWorksheets(readForm());
  expect(again.customXmlParts).toEqual(first.customXmlParts);
  expect(again.names).toEqual(first.names);
  expect(again.sheets.map((sheet) => sheet.state)).toEqual(first.sheets.map((sheet) => sheet.state));
  expect(again.sheets[0]?.cells[20]?.[11]).toEqual({ ...first.sheets[0]?.cells[20]?.[11], v: "差 -1", t: 1 });
});

test("LibreOffice opens what is saved and computes the same", async () => {
  const text = await readFile(await convert(saved, csv, folder), "utf8");
  const rows = text.split("\n");
  expect(rows[5]).toBe("一、本年新收政府信息公开申请数量,,,1,5,,,,,6,,√");
  expect(rows[20]?.endsWith(",3,,,,,4,,差 -1")).toBe(true);
}, 60_000);
