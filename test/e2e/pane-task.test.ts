import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Frame } from "playwright-core";
import { parseReportFile } from "../../src/app/report-file";
import type { CellId } from "../../src/core/model/cell";
import { address } from "../../src/formats/xlsx/a1";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { writeForm } from "../../src/formats/xlsx/write-form";
import { nb2021 } from "../../src/templates/nb2021";
import { addressOf, until } from "./support/fill-form";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(240_000);

const text = (name: string): string => readFileSync(`test/data/reports/${name}.json`, "utf8");
const report = parseReportFile(text("013-pingtan-2022"), "013");
const sheet = placeForm(nb2021).sheets.find(({ name }) => name === "表三");
const task = `任务: 2022年度政府信息公开工作年度报告
下发单位: 平潭综合实验区党工委管委会办公室
年度: 2022
截止日期: 2023-01-20
单位: [${report.unit}]
规则:
  - 编号: 新收上限
    级别: 核实
    规则: t3.newReceived.total <= 1
    表述: 本年新收{left0}件，超过1件的请说明原因。
`;

let tryout: Tryout;
let pane: Frame;
beforeAll(async () => {
  tryout = await openTryout({ height: 1100 });
  pane = tryout.pane();
  const bytes = await writeForm(nb2021, report, { date: new Date(Date.UTC(2023, 0, 12)) });
  await tryout.openFile({
    name: "平潭2022.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(bytes),
  });
  pane = tryout.pane();
  await pane.locator("[data-verdict]", { hasText: /可以上报|还需说明|正文/u }).waitFor();
});
afterAll(async () => {
  await tryout.close();
});

function place(found: { readonly row: number; readonly column: number } | undefined): string {
  if (found === undefined) throw new Error("表三 lacks it");
  return address(found.row, found.column);
}

async function choose(title: string, name: string, content: string): Promise<void> {
  await pane.locator(`input[type="file"][aria-label="${title}"]`).setInputFiles({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(content),
  });
}

async function setWidth(width: number): Promise<void> {
  await tryout.page.locator('iframe[name="taskpane"]').evaluate((element, pixels) => {
    element.style.cssText = `width: ${String(pixels)}px !important;`;
  }, width);
}

async function fits(): Promise<boolean> {
  return pane.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

async function openView(name: string): Promise<void> {
  await pane.getByRole("tab", { name }).click();
}

test("rules of the superior office and last year's figures apply at once, and say where they come from", async () => {
  await openView("表式");
  await pane.getByRole("button", { name: /^上级的任务和规则/u }).click();
  await choose("上级的任务和规则", "任务.yaml", "规则:\n  - { 编号: a, 级别: 强制, 规则: t3.nothing.total <= 1 }\n");
  await pane.getByText(/任务\.yaml.*第2行/u).waitFor();
  await choose("上级的任务和规则", "任务.yaml", task);
  await pane.getByText("截止日期：2023年1月20日").waitFor();
  await pane.getByText("下发单位：平潭综合实验区党工委管委会办公室").waitFor();
  await pane.getByRole("button", { name: /^上年数据/u }).click();
  await choose("上年数据", "2021年报.json", text("012-pingtan-2021"));
  await pane.getByText(/2021年度，\d+ 个数/u).waitFor();
  for (const width of [320, 450, 350]) {
    await setWidth(width);
    expect(await fits()).toBe(true);
    await tryout.screenshot(`pane-task-${String(width)}`);
  }
  await openView("校验");
  await pane
    .getByText(/本年新收\d+件，超过1件的请说明原因。/u)
    .first()
    .waitFor();

  const carried: CellId = "t3.carriedOver.naturalPerson";
  const right = report.values.get(carried);
  await tryout.typeInCell(...addressOf(nb2021, carried), "7");
  await pane.getByText(/上年/u).first().waitFor();
  await tryout.screenshot("pane-task-check");
  await tryout.typeInCell(...addressOf(nb2021, carried), String(right));
});

test("a damaged form is told by place and mended without touching a figure", async () => {
  const label = place(
    sheet?.cells.find(({ content }) => content.kind === "text" && content.text.startsWith("（二）部分公开")),
  );
  const verdict = place(
    sheet?.cells.find(({ content }) => content.kind === "check" && content.rule === "nb2021.t3.rowSum[granted]"),
  );
  const [before, formula] = [
    (await tryout.readCell("表三", label)).text,
    (await tryout.readCell("表三", verdict)).formula,
  ];
  const figures = async (): Promise<readonly unknown[]> =>
    Promise.all(
      (["t3.granted.total", "t3.partial.total", "t3.totalHandled.total"] as const).map(
        async (cell) => (await tryout.readCell(...addressOf(nb2021, cell))).value,
      ),
    );
  const values = await figures();
  await tryout.typeInCell("表三", label, "部分同意");
  await tryout.typeInCell("表三", verdict, "1");
  const card = pane.locator("[data-integrity]");
  await card.getByText(`表三!${label}的文字应为“${before}”，现为“部分同意”。`).waitFor();
  await card.getByText(new RegExp(`表三!${verdict}的校验公式.*被改成了固定的内容`, "u")).waitFor();
  for (const width of [320, 450, 350]) {
    await setWidth(width);
    expect(await fits()).toBe(true);
    await tryout.screenshot(`pane-integrity-${String(width)}`);
  }
  await card.getByRole("button", { name: "修复表式" }).click();
  await pane.getByText("已修复2处，数字没有改动。").waitFor();
  await card.waitFor({ state: "detached" });
  await until(async () => (await tryout.readCell("表三", label)).text === before, "The label does not come back");
  expect((await tryout.readCell("表三", verdict)).formula).toBe(formula);
  expect(await figures()).toEqual(values);
  await tryout.screenshot("pane-integrity-mended");
  expect(tryout.errors).toEqual([]);
});
