import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Frame } from "playwright-core";
import { newForm } from "../../src/app/new-form";
import type { CellId } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { readForm } from "../../src/formats/xlsx/read-form";
import { address } from "../../src/formats/xlsx/a1";
import { templates } from "../../src/templates";
import { nb2021 } from "../../src/templates/nb2021";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(480_000);

const name = "006-jinhu-2023.json";
const received: CellId = "t3.newReceived.total";
const place = placeForm(nb2021).values.get(received);
const sheet = "年报正文";

let tryout: Tryout;
let pane: Frame;
beforeAll(async () => {
  tryout = await openTryout({ height: 1100 });
  pane = tryout.pane();
});
afterAll(async () => {
  await tryout.close();
});

async function workbook(): Promise<Uint8Array> {
  const values = { name, bytes: new Uint8Array(readFileSync(`test/data/reports/${name}`)) };
  const date = new Date(Date.UTC(2024, 0, 12));
  return (await newForm({ unit: "金湖县人民政府", year: 2023, totals: "typed", date, values })).bytes;
}

/** The row of the sheet in which these words stand. */
async function rowOf(words: string): Promise<number> {
  for (let row = 2; row < 60; row += 1) {
    const { value } = await tryout.readCell(sheet, `A${String(row)}`);
    if (typeof value === "string" && value.includes(words)) return row;
  }
  throw new Error(words);
}

test("a paragraph edited in the grid is kept, its old figure is shown with the new one and taken in", async () => {
  if (place === undefined) throw new Error(received);
  const bytes = await workbook();
  const read = await readForm(bytes, templates);
  if (!read.ok) throw new Error(read.failure.code);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await tryout.openFile({ name: "年报.xlsx", mimeType, buffer: Buffer.from(bytes) });
  pane = tryout.pane();
  await pane.getByRole("tab", { name: "报告" }).click();
  await pane.getByText("“年报正文”表与数据一致。").waitFor();

  // The clerk rewrites a paragraph in the grid.
  const row = await rowOf("143件");
  await tryout.typeInCell(sheet, `A${String(row)}`, "本年共收到申请143件，比较平稳，均由办公室统一登记。");
  const edited = pane.locator("[data-state=edited]");
  await edited.getByText("已改写").waitFor();

  // A figure changes; the sheet stays as it is until she says so.
  await tryout.typeInCell(place.sheet, address(place.row, place.column), "150");
  await edited.getByText("旧数字 1 处").waitFor();
  const take = pane.getByRole("button", { name: "把旧数字 143件 换成 150件" });
  await take.waitFor();
  expect((await tryout.readCell(sheet, `A${String(row)}`)).value).toContain("143件");
  await tryout.screenshot("pane-text-stale");

  await take.click();
  await pane.getByText("本年共收到申请150件").first().waitFor();
  await tryout.waitForText(sheet, `A${String(row)}`, "　　本年共收到申请150件，比较平稳，均由办公室统一登记。");
  expect(await take.count()).toBe(0);

  // What is selected in the grid is framed in the text, and the other way round.
  await tryout.clickCell(place.sheet, address(place.row, place.column));
  await pane.getByText("选中的格用在 1 段里").waitFor();
  await pane.getByRole("button", { name: "150件，出自 表三" }).first().click();
  expect(await tryout.selection()).toBe(`${place.sheet}!${address(place.row, place.column)}`);

  // Last year's text beside this year's.
  await pane.getByRole("button", { name: "与上年对照" }).click();
  const last = "金湖县人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本年共收到申请88件，均由办公室统一登记。";
  await pane
    .getByLabel("选择上年文件")
    .last()
    .setInputFiles({ name: "上年.txt", mimeType: "text/plain", buffer: Buffer.from(last) });
  await pane.getByText("改动 2 段").waitFor();
  await tryout.screenshot("pane-text-compare");
  await tryout.page.setViewportSize({ width: 1000, height: 1100 });
  await tryout.screenshot("pane-text-narrow");
  expect(tryout.errors).toEqual([]);
});
