import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, Locator } from "playwright-core";
import { findTemplate } from "../../src/app/forms";
import type { CellId, CellValue } from "../../src/core/model/cell";
import { cellsOf } from "../../src/core/model/template";
import { isTotal } from "../../src/core/rules/expand";
import { cellName } from "../../src/messages/finding";
import { addressOf, fillForm, until } from "./support/fill-form";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(480_000);

const template = findTemplate("nb2021");
if (template === undefined) throw new Error("nb2021 is gone");
const form = template;

/** 新收 by 自然人 in what 平潭综合实验区管委会 published for 2021. */
const wrongCell: CellId = "t3.newReceived.naturalPerson";
const right = 64;
const wrong = 640;
const place = cellName(form, wrongCell);

let tryout: Tryout;
let pane: Frame;
let published: ReadonlyMap<CellId, CellValue>;
beforeAll(async () => {
  const text = await readFile(join(__dirname, "../data/reports/012-pingtan-2021.json"), "utf8");
  const { values } = JSON.parse(text) as { readonly values: Readonly<Record<CellId, CellValue>> };
  published = new Map(cellsOf(form).map((cell) => [cell, values[cell] ?? null]));
  tryout = await openTryout({ height: 1100 });
  pane = tryout.pane();
  await pane.getByLabel("报告年度").selectOption("2021");
  await pane.getByLabel("单位名称").fill("平潭综合实验区管委会");
  await pane.getByRole("button", { name: "插入表式" }).click();
  await verdict("还没填完（0%）");
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

async function holds(cell: CellId, value: CellValue): Promise<void> {
  await until(
    async () => (await tryout.readCell(...addressOf(form, cell))).value === value,
    `${cell} does not become ${String(value)}`,
  );
}

async function setWidth(width: number): Promise<void> {
  await tryout.page.locator('iframe[name="taskpane"]').evaluate((element, pixels) => {
    element.style.cssText = `width: ${String(pixels)}px !important;`;
  }, width);
}

/** 补合计 for just so many cells, after the pane has caught up with what was entered. */
async function fillTotals(count: number, picture: string): Promise<void> {
  const section = pane.locator("button[aria-expanded]", { hasText: /^补合计/u });
  if ((await section.getAttribute("aria-expanded")) === "false") await section.click();
  await pane.locator("button:not([aria-expanded])", { hasText: `补合计 ${String(count)} 格` }).waitFor();
  expect(await pane.locator("[data-change]").count()).toBe(count);
  await tryout.screenshot(picture);
  await pane.locator("button:not([aria-expanded])", { hasText: `补合计 ${String(count)} 格` }).click();
  await pane.getByText(`已补合计 ${String(count)} 格。`).waitFor();
}

/** The pane needs no more width than it has. */
async function fits(): Promise<boolean> {
  return pane.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

describe("a form without totals", () => {
  const total = form.tables.flatMap(({ id }) =>
    cellsOf(form).filter((cell) => cell.startsWith(`${id}.`) && isTotal(form, cell)),
  );

  // A row without any figure has no total yet.
  const known = (): readonly CellId[] => total.filter((cell) => published.get(cell) !== 0 || !cell.startsWith("t3."));

  test("gets its zeros by sheet and its totals on one click each, seen before", async () => {
    const typed = new Map(
      [...published].map(([cell, value]): [CellId, CellValue] => [
        cell,
        total.includes(cell) || (value === 0 && cell.startsWith("t3.")) ? null : value,
      ]),
    );
    await fillForm(tryout, form, typed);
    await fillTotals(known().length, "pane-locate-totals");
    await holds("t3.newReceived.total", published.get("t3.newReceived.total") ?? null);

    await pane.getByRole("button", { name: /^补零/u }).click();
    await tryout.screenshot("pane-locate-zeros");
    await pane.getByRole("button", { name: /^给表三补零/u }).click();
    await holds("t3.newReceived.enterprise", 0);
    await pane.getByText(/已补零 \d+ 格。/u).waitFor();
  });

  test("loses the zeros again with 撤销", async () => {
    await pane.getByRole("button", { name: "撤销" }).click();
    await holds("t3.newReceived.enterprise", null);
    await pane.getByText(/已撤销，\d+ 格回到原样。/u).waitFor();
    await pane.getByRole("button", { name: /^补零/u }).click();
    await pane.getByRole("button", { name: /^给表三补零/u }).click();
    await holds("t3.newReceived.enterprise", 0);
    await fillTotals(total.length - known().length, "pane-locate-filled");
    for (const cell of total) expect((await tryout.readCell(...addressOf(form, cell))).value).toBe(published.get(cell));
  });
});

describe("a wrong digit in a real report", () => {
  test("is named at once with the right value", async () => {
    await tab("校验").click();
    await tryout.typeInCell(...addressOf(form, wrongCell), String(wrong));
    const slip = pane.locator("[data-slip]");
    await slip.waitFor();
    expect(await slip.count()).toBe(1);
    const words = await slip.innerText();
    expect(words).toContain("很可能是这一格");
    expect(words).toContain("唯一可能");
    expect(words).toContain(place);
    expect(words).toMatch(/应为\s*64（现为 640，末尾多一个0）/u);
    expect(words).toContain("改后 2 处必须改的问题消除");
    expect(await slip.getByRole("listitem").count()).toBe(2);
    await verdict("有 2 处必须改");
    for (const width of [320, 450, 350]) {
      await setWidth(width);
      expect(await fits()).toBe(true);
      await tryout.screenshot(`pane-locate-slip-${String(width)}`);
    }
  });

  test("is healed on one click, and comes back with 撤销", async () => {
    await pane.getByRole("button", { name: `把 ${place} 改为 64` }).click();
    await holds(wrongCell, right);
    await pane.getByText(`已改正 ${place}：640 → 64。`).waitFor();
    expect(await pane.locator("[data-slip]").count()).toBe(0);
    expect(await pane.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("刚才的改动");
    await tryout.screenshot("pane-locate-healed");

    await pane.getByRole("button", { name: "撤销" }).click();
    await holds(wrongCell, wrong);
    await pane.getByText(`已撤销，${place} 回到 640。`).waitFor();
    await pane.getByRole("button", { name: `把 ${place} 改为 64` }).click();
    await holds(wrongCell, right);
  });
});

describe("the looks", () => {
  test.each([
    ["dark", "#1f1f1f"],
    ["contrast", "#000000"],
    ["light", "#ffffff"],
  ])("follow a %s Office", async (name, background) => {
    await pane.evaluate((color) => {
      const { context } = (globalThis as unknown as { readonly Office: { readonly context: object } }).Office;
      const text = color === "#ffffff" ? "#000000" : "#ffffff";
      const value = { bodyBackgroundColor: color, bodyForegroundColor: text };
      Object.defineProperty(context, "officeTheme", { value, configurable: true });
      dispatchEvent(new Event("focus"));
    }, background);
    await tryout.typeInCell(...addressOf(form, wrongCell), String(wrong));
    await pane.locator("[data-slip]").waitFor();
    await tryout.screenshot(`pane-locate-${name}`);
    await tryout.typeInCell(...addressOf(form, wrongCell), String(right));
    await pane.locator("[data-slip]").waitFor({ state: "detached" });
  });
});

describe("something unusual but true", () => {
  const inForce: CellId = "t2_1.normative.inForce";

  test("takes a written reason by keyboard, which expires with its figures", async () => {
    await tryout.typeInCell(...addressOf(form, inForce), "60");
    const write = pane.getByRole("button", { name: /^为 .*写说明$/u });
    await write.focus();
    await tryout.press("Enter");
    await tryout.page.keyboard.insertText("清理后重新公布");
    await tryout.press("Tab");
    await tryout.page.keyboard.insertText("王某");
    await tryout.screenshot("pane-locate-reason");
    await tryout.press("Tab");
    await tryout.press("Enter");
    await pane.getByText("已说明：清理后重新公布").waitFor();
    await pane.getByText(/^王某，\d{4}年\d+月\d+日$/u).waitFor();
    const change = pane.getByRole("button", { name: /的说明$/u });
    expect(await change.evaluate((button) => button === document.activeElement)).toBe(true);
    await tryout.screenshot("pane-locate-explained");

    await tryout.typeInCell(...addressOf(form, inForce), "61");
    await pane.getByText("说明已过期（数字已变，原说明：清理后重新公布）").waitFor();
    await tryout.screenshot("pane-locate-expired");
    await tryout.typeInCell(...addressOf(form, inForce), String(published.get(inForce)));
    await pane.getByText("说明已过期").waitFor({ state: "detached" });
  });
});

describe("the change log", () => {
  test("lists what was done, newest first, and is exported", async () => {
    await tab("表式").click();
    await pane.getByRole("button", { name: /^单位情况/u }).click();
    await pane.getByLabel("单位类型").selectOption("government");
    await pane.getByRole("button", { name: /^单位情况\s*政府/u }).waitFor();
    await pane.getByRole("button", { name: /^变更记录/u }).click();
    const entries = pane.locator("ol > li");
    expect(await entries.first().innerText()).toMatch(/手工修改[\s\S]*61 → 665/u);
    expect(await pane.locator("ol").innerText()).toContain(`${place}：640 → 64`);
    await pane.locator("ol").scrollIntoViewIfNeeded();
    await tryout.screenshot("pane-locate-log");
    const download = tryout.page.waitForEvent("download");
    await pane.getByRole("button", { name: "导出变更记录" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("平潭综合实验区管委会_2021_变更记录.csv");
    expect(await readFile(await file.path(), "utf8")).toContain("按建议修改");
  });
});

test("nothing went wrong unseen", () => {
  expect(tryout.errors).toEqual([]);
});
