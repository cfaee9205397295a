import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { newForm } from "../../src/app/new-form";
import { nb2021 } from "../../src/templates/nb2021";
import { addressOf, until } from "./support/fill-form";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(480_000);

const name = "012-pingtan-2021.json";
const sheet = "年报正文";
const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

let tryout: Tryout;
beforeAll(async () => {
  tryout = await openTryout({ height: 1100 });
});
afterAll(async () => {
  await tryout.close();
});

async function workbook(): Promise<Uint8Array> {
  const values = { name, bytes: new Uint8Array(readFileSync(join(__dirname, "../data/reports", name))) };
  const date = new Date(Date.UTC(2022, 0, 12));
  return (await newForm({ unit: "平潭综合实验区管委会", year: 2021, totals: "typed", date, values })).bytes;
}

/** The cell of the sheet in which these words stand, and all that stands there. */
async function paragraphWith(words: string): Promise<readonly [address: string, text: string]> {
  for (let row = 2; row < 60; row += 1) {
    const { value } = await tryout.readCell(sheet, `A${String(row)}`);
    if (typeof value === "string" && value.includes(words)) return [`A${String(row)}`, value.trim()];
  }
  throw new Error(words);
}

async function selects(place: string): Promise<void> {
  await until(async () => (await tryout.selection()) === place, `${place} is not selected`);
}

test("a wrong figure in an edited sentence is shown with its place, and any file is held against the workbook", async () => {
  await tryout.openFile({ name: "年报.xlsx", mimeType: workbookType, buffer: Buffer.from(await workbook()) });
  const pane = tryout.pane();
  await pane.getByRole("tab", { name: "报告" }).click();
  const own = pane.getByRole("region", { name: "正文与表核对" });
  await own.getByText(/^\d+ 处与表内一致，没有不一致的$/u).waitFor();

  const [address, text] = await paragraphWith("70件");
  await tryout.typeInCell(sheet, address, text.replace("70件", "71件"));
  await own.getByText(/有 1 处与表内不一致/u).waitFor();
  await own.getByText("为70件，与文中不一致").waitFor();
  await tryout.screenshot("pane-audit-wrong");
  await own.getByRole("button", { name: "看“71件”对应的“表三" }).click();
  await selects(addressOf(nb2021, "t3.newReceived.total").join("!"));
  await own.getByRole("button", { name: "看“71件”所在的一句" }).click();
  await selects(`${sheet}!${address}`);
  await tryout.typeInCell(sheet, address, text);
  await own.getByText(/没有不一致的$/u).waitFor();

  const file = pane.getByRole("region", { name: "核对文件" });
  const draft = "全年收到政府信息公开申请七十七件，办结69件。开展政民互动200余场。";
  await file
    .locator("input[type=file]")
    .setInputFiles({ name: "送审稿.txt", mimeType: "text/plain", buffer: Buffer.from(draft) });
  await file.getByText("有 1 处与表内不一致，其余 1 处一致").waitFor();
  await file.getByRole("button", { name: "无法判断" }).click();
  await file.getByText("200余场").waitFor();
  await file.scrollIntoViewIfNeeded();
  await tryout.screenshot("pane-audit-file");
  expect(tryout.errors).toEqual([]);
});
