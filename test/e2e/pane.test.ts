import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Frame, Locator } from "playwright-core";
import { findTemplate } from "../../src/app/forms";
import type { CellId } from "../../src/core/model/cell";
import { filled, unit } from "../pane/support/sample";
import { addressOf, fillForm, until } from "./support/fill-form";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(480_000);

const template = findTemplate("nb2019");
if (template === undefined) throw new Error("nb2019 is gone");
const wrongCell: CellId = "t3.notProcessedPetition.enterprise";
const [wrongSheet, wrongAddress] = addressOf(template, wrongCell);

let tryout: Tryout;
let pane: Frame;
beforeAll(async () => {
  // High enough that no cell of 表三 that is clicked hides behind a scroll bar.
  tryout = await openTryout({ height: 1100 });
  pane = tryout.pane();
});
afterAll(async () => {
  await tryout.close();
});

function verdict(words: string): Promise<void> {
  return pane.locator("[data-verdict]", { hasText: words }).waitFor();
}

function tab(name: string): Locator {
  return pane.getByRole("tab", { name });
}

function chosen(name: string): Locator {
  return pane.getByRole("tab", { name, selected: true });
}

/** The pane has brought the sheet to this cell. */
async function selected(sheet: string, address: string): Promise<void> {
  await until(async () => (await tryout.selection()) === `${sheet}!${address}`, `${sheet}!${address} is not selected`);
}

/** The pane needs no more width than it has. */
async function fits(): Promise<boolean> {
  return pane.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

describe("an empty workbook", () => {
  test("gets its form by keyboard alone", async () => {
    await pane.getByLabel("报告年度").focus();
    await pane.getByLabel("报告年度").selectOption("2020");
    await tryout.press("Tab");
    await tryout.press("Enter");
    await pane.getByText("请写单位名称").waitFor();
    await tryout.screenshot("pane-unit-missing");
    await tryout.page.keyboard.insertText(unit);
    await tryout.press("Enter");
    await verdict("还没填完（0%）");
    expect(await tryout.sheetNames()).toEqual(expect.arrayContaining(["Sheet1", "表二", "表三", "表四", "正文要素"]));
    expect(await tryout.selection()).toBe("表二!B5");
    await tryout.screenshot("pane-inserted");
  });
});

describe("filling in", () => {
  test("is followed sheet by sheet, and ends in an all-clear", async () => {
    await fillForm(tryout, template, filled());
    await verdict("表已平，正文还有 6 处待填");
    expect(await pane.getByText("已填完").count()).toBe(3);
    await tab("校验").click();
    await pane.getByText("都对得上，没有要处理的问题").waitFor();
    await pane.getByText("40 条平衡关系，全部成立").waitFor();
    await tryout.screenshot("pane-clear");
  });
});

describe("a wrong figure", () => {
  test("is listed at once, with both sums", async () => {
    await tryout.typeInCell(wrongSheet, wrongAddress, "5");
    await verdict("有 2 处必须改");
    const cards = pane.getByRole("listitem");
    expect(await cards.count()).toBe(2);
    expect(await cards.first().innerText()).toContain("各项之和为6，总计为5，总计比各项之和少1。");
    expect(await fits()).toBe(true);
    await tryout.screenshot("pane-wrong");
  });

  test("is announced once typing has paused", async () => {
    const announced = pane.locator("[data-announcement]", { hasText: "强制 2 处" });
    await announced.waitFor({ state: "attached" });
    expect(await announced.getAttribute("role")).toBe("status");
  });

  test("is found with one click, and the sheet is brought to it", async () => {
    await tryout.showSheet("表二");
    await pane.getByRole("button", { name: "定位到 表三 · 商业企业" }).click();
    await selected(wrongSheet, wrongAddress);
    await tryout.screenshot("pane-located");
  });

  test("is healed by undoing, and the pane with it", async () => {
    await tryout.clickCell(wrongSheet, wrongAddress);
    await tryout.undo();
    await verdict("表已平，正文还有 6 处待填");
    await pane.getByText("都对得上，没有要处理的问题").waitFor();
  });
});

describe("a text where a figure belongs", () => {
  test("is pointed out, and goes again", async () => {
    // Typed it would be refused by the sheet; pasted it gets in. Another cell, as a second click would open this one.
    const [sheet, address] = addressOf(template, "t3.notProcessedPetition.research");
    await tryout.pasteBlock(sheet, address, [["四件"]]);
    await pane.getByText("应为非负整数").waitFor();
    await tryout.screenshot("pane-text");
    await tryout.undo();
    await verdict("表已平，正文还有 6 处待填");
  });
});

describe("the report", () => {
  test("is written when its view opens, with every number of the tables tied to its cell", async () => {
    await tab("报告").click();
    const article = pane.locator("article");
    await article.getByRole("heading", { name: "2020年政府信息公开工作年度报告" }).waitFor();
    const number = article.getByRole("button", { name: /^6件，出自 表三 · / }).first();
    await tryout.screenshot("pane-report");
    await number.focus();
    await tryout.press("Enter");
    await selected("表三", "J6");
    expect(await fits()).toBe(true);
  });

  test("shows what is still to be filled in", async () => {
    expect(await pane.getByText(/还有 \d+ 处【待填】/u).count()).toBe(1);
    expect(await pane.locator("mark").count()).toBeGreaterThan(0);
  });
});

describe("the Word file", () => {
  test("is saved under the name of unit and year, and the pane says so until it is read", async () => {
    const download = tryout.page.waitForEvent("download");
    await pane.getByRole("button", { name: "导出 Word" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${unit}_2020_政府信息公开工作年度报告.docx`);
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 2).toString("latin1")).toBe("PK");
    await pane.getByText(`已生成 ${file.suggestedFilename()}`).waitFor();
    await tryout.screenshot("pane-saved");
    await pane.getByRole("button", { name: "知道了" }).click();
    expect(await pane.getByText("已生成").count()).toBe(0);
  });
});

describe("the page for the office's website", () => {
  test("is saved beside the Word file, or copied with its tables", async () => {
    const download = tryout.page.waitForEvent("download");
    await pane.getByRole("button", { name: "保存网页" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`${unit}_2020_政府信息公开工作年度报告.html`);
    const page = await readFile(await file.path(), "utf8");
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/u);
    expect(page.match(/<table>/gu)).toHaveLength(3);
    await pane.getByRole("button", { name: "知道了" }).click();
    await pane.getByRole("button", { name: "复制网页内容" }).click();
    await pane.getByText("已复制，可以粘贴到网站后台的编辑框里。").waitFor();
    await tryout.screenshot("pane-web-page");
  });
});

describe("the workbook", () => {
  test("is saved under the name of unit and year, after the first report in it", async () => {
    const download = tryout.page.waitForEvent("download");
    await tryout.page.getByRole("button", { name: "另存为" }).click();
    expect((await download).suggestedFilename()).toBe(`${unit}_2020.xlsx`);
  });
});

describe("the width of the pane", () => {
  test.each([320, 350, 450])("may be %i px in every view", async (width) => {
    const frame = tryout.page.locator('iframe[name="taskpane"]');
    await frame.evaluate((element, pixels) => {
      element.style.cssText = `width: ${String(pixels)}px !important; flex: none;`;
    }, width);
    for (const name of ["表式", "校验", "报告"]) {
      await tab(name).click();
      expect(await pane.evaluate(() => innerWidth)).toBe(width);
      expect(await fits()).toBe(true);
    }
  });
});

describe("the ribbon", () => {
  test("opens the views", async () => {
    await tryout.page.getByRole("button", { name: "校验", exact: true }).click();
    await chosen("校验").waitFor();
    await tryout.page.getByRole("button", { name: "插入表式" }).click();
    await chosen("表式").waitFor();
  });
});

test("nothing went wrong unseen", () => {
  expect(tryout.errors).toEqual([]);
});
