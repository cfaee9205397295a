import { readFileSync } from "node:fs";

import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId, CellValue } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { nb2021 } from "../../src/templates/nb2021";
import { eventsArrive, openExcel, type OpenExcel } from "../embedded/support/open-excel";

// The adapter that Excel runs, Microsoft's own client library, and the embedded workbook in place of Excel.

const placed = placeForm(nb2021);
const { values } = JSON.parse(readFileSync("test/data/reports/006-jinhu-2023.json", "utf8")) as {
  values: Readonly<Record<CellId, CellValue>>;
};
const total: CellId = "t3.newReceived.total";

jest.setTimeout(60_000);

let excel: OpenExcel;
let session: Session;

beforeEach(async () => {
  excel = await openExcel();
  Object.assign(globalThis, {
    Excel: excel.Excel,
    Office: { context: { requirements: { isSetSupported: () => false } } },
  });
  session = createSession({
    workbook: excelWorkbook,
    files: { save: () => Promise.reject(new Error("nothing is saved here")) },
    pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
    now: () => new Date(Date.UTC(2024, 0, 12)),
    clock: () => performance.now(),
  });
  await session.start();
  await session.insertForm({ template: "nb2021", unit: "某某县民政局", year: 2023 });
  const cells = [...placed.values].filter(([cell]) => cell.startsWith("t3."));
  await session.write(
    cells.map(([cell]) => ({ cell, from: null, to: values[cell] ?? null })),
    "zeros",
  );
  await session.narrate();
  await quiet();
});
afterEach(() => excel.close());

function form(): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  expect(state.notice).toBeNull();
  return state.form;
}

function sheet(name: string) {
  const found = excel.grid.workbook.getSheetByName(name);
  if (found === null) throw new Error(name);
  return found;
}

/** Writes as a person does, not through Office.js. */
function type(name: string, row: number, column: number, value: string | number): void {
  sheet(name).getRange(row, column).setValue(value);
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await eventsArrive();
  expect(holds()).toBe(true);
}

/** Waits until nothing goes over the wire any more. */
async function quiet(): Promise<void> {
  let before = -1;
  while (before !== excel.executor.log.length) {
    before = excel.executor.log.length;
    await eventsArrive(200);
  }
}

const text = (row: number): string => String(sheet("年报正文").getRange(row, 0).getValue() ?? "");
const rowWith = (words: string): number =>
  Array.from({ length: 100 }, (_, row) => row).find((row) => text(row).includes(words)) ?? -1;
const states = (): readonly string[] => form().text?.living.paragraphs.map(({ state }) => state) ?? [];

test("the text is in the sheet, dressed as on the page", () => {
  const font = (row: number): unknown[] => {
    const style = sheet("年报正文").getRange(row, 0).getCellStyleData();
    return [style?.ff, style?.fs];
  };
  expect(text(1).replace("\n", "")).toBe("某某县民政局2023年政府信息公开工作年度报告");
  expect(font(1)).toEqual(["宋体", 22]);
  expect(font(rowWith("一、总体情况"))).toEqual(["黑体", 16]);
  expect(font(rowWith("143件"))).toEqual(["仿宋", 16]);
  expect(form().text?.living.isBehind).toBe(false);
});

test("the clerk's words and rows are noticed and kept, and a new figure is taken in", async () => {
  const row = rowWith("143件");
  type("年报正文", row, 0, text(row).replace("143件", "申请143件，均已登记"));
  await until(() => states().includes("edited"));
  sheet("年报正文").insertRowAfter(row);
  type("年报正文", row + 1, 0, "这一段是我局自己写的。");
  await until(() => states().includes("added"));
  await quiet();

  const start = excel.executor.log.length;
  const place = placed.values.get(total);
  if (place === undefined) throw new Error(total);
  type(place.sheet, place.row, place.column, 150);
  await until(() => JSON.stringify(form().text?.living).includes("150件"));
  await quiet();
  expect(excel.executor.log.slice(start).filter(({ wrote }) => wrote)).toEqual([]);

  const edited = form().text?.living.paragraphs.find(({ state }) => state === "edited");
  const stale = edited?.figures.findIndex(({ state }) => state === "stale") ?? -1;
  await session.takeFigures(edited?.row ?? -1, [stale]);
  await quiet();
  expect(text(row)).toContain("申请150件，均已登记");
  await session.narrate();
  expect(text(row + 1)).toContain("这一段是我局自己写的。");
});

test("a block that is too short for the text grows, a sheet that was deleted is made again", async () => {
  const lines = Array.from({ length: 200 }, (_, index) => ({
    look: "text" as const,
    text: `第${String(index)}段`,
    key: "",
    data: "",
  }));
  const anchor = async (): Promise<number | undefined> =>
    (await excelWorkbook.readBlocks(["GOUJI.text"])).get("GOUJI.text")?.rows;
  const [block] = (await excelWorkbook.readBlocks(["GOUJI.text"])).values();
  if (block === undefined) throw new Error("no block");
  await excelWorkbook.writeText({ ...block, keyColumn: 1, dataColumn: 2 }, lines);
  expect(await anchor()).toBe(220);
  expect(text(199)).toBe("第199段");

  excel.grid.workbook.deleteSheet(sheet("年报正文"));
  await until(() => form().text?.hasSheet === false);
  await session.makeTextSheet();
  expect(form().text?.hasSheet).toBe(true);
  expect(rowWith("143件")).toBeGreaterThan(0);
  expect(await anchor()).toBeDefined();
});
