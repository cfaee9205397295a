import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { importWorksheets } from "../../src/hosts/embedded/grid/import-xlsx";
import { openTryout, type Tryout } from "./support/page";

const FORM = join(__dirname, "../embedded-grid/data/form.xlsx");

// A cold start compiles the page first.
jest.setTimeout(480_000);

let tryout: Tryout;
beforeAll(async () => {
  tryout = await openTryout();
});
afterAll(async () => {
  await tryout.close();
});

describe("a new workbook", () => {
  test("starts with one empty tab, in Chinese, with the pane at its usual width", async () => {
    expect(await tryout.sheetNames()).toEqual(["Sheet1"]);
    expect((await tryout.page.locator('iframe[name="taskpane"]').boundingBox())?.width).toBe(350);
    await tryout.screenshot("grid-empty");
  });

  test("takes typing; Enter goes down, Tab goes right", async () => {
    await tryout.clickCell("Sheet1", "B2");
    await tryout.page.keyboard.type("12");
    await tryout.press("Tab");
    expect(await tryout.selection()).toBe("Sheet1!C2");
    await tryout.page.keyboard.type("30");
    await tryout.press("Enter");
    await tryout.typeInCell("Sheet1", "D2", "=B2+C2");
    await tryout.waitForText("Sheet1", "D2", "42");
    expect((await tryout.readCell("Sheet1", "B2")).value).toBe(12);
  });

  test("undoes and redoes with Ctrl+Z and Ctrl+Y", async () => {
    await tryout.typeInCell("Sheet1", "B2", "50");
    await tryout.waitForText("Sheet1", "D2", "80");
    await tryout.undo();
    await tryout.waitForText("Sheet1", "D2", "42");
    await tryout.press("Control+y");
    await tryout.waitForText("Sheet1", "D2", "80");
  });

  test("takes a block of cells from the clipboard", async () => {
    await tryout.pasteBlock("Sheet1", "B5", [
      [1, 2, 3],
      [4, 5, 6],
    ]);
    await tryout.waitForText("Sheet1", "D6", "6");
    expect((await tryout.readCell("Sheet1", "C5")).value).toBe(2);
    expect((await tryout.readCell("Sheet1", "E5")).value).toBeNull();
  });
});

describe("an opened form", () => {
  beforeAll(async () => {
    await tryout.openFile(FORM);
    await tryout.page.getByText("已打开 form.xlsx").waitFor();
  });

  test("looks like the file", async () => {
    expect(await tryout.sheetNames()).toEqual(["表三", "表 四's", "_参数"]);
    await tryout.waitForText("表三", "L21", "差 -1");
    expect(await tryout.readCell("表三", "L21")).toMatchObject({ fill: "#ffe5e5", color: "#c00000" });
    expect((await tryout.readCell("表三", "J21")).fill).toBe("#fff0c2");
    await tryout.screenshot("grid-form");
  });

  test("colours a cell as soon as a figure stops or starts to balance", async () => {
    await tryout.typeInCell("表三", "E6", "6");
    await tryout.waitForText("表三", "L6", "差 +1");
    await tryout.screenshot("grid-unbalanced");
    await tryout.undo();
    await tryout.waitForText("表三", "L6", "√");
  });

  test("refuses a figure that its validation forbids, with the form's own words", async () => {
    await tryout.clickCell("表三", "D7");
    await tryout.page.keyboard.type("-3");
    await tryout.press("Enter");
    const dialog = tryout.page.getByRole("dialog");
    await dialog.getByText("请填 0 或正整数").waitFor();
    await tryout.screenshot("grid-validation");
    await dialog.getByRole("button", { name: "确定" }).click();
    await dialog.waitFor({ state: "detached" });
    await tryout.press("Escape");
    expect((await tryout.readCell("表三", "D7")).value).toBeNull();
  });

  test("keeps what is locked: typing, deleting and pasting leave labels alone", async () => {
    const label = "一、本年新收政府信息公开申请数量";
    await tryout.clickCell("表三", "A6");
    await tryout.page.keyboard.type("x");
    await tryout.page.getByText("这个单元格受保护").waitFor();
    await tryout.press("Delete");
    await tryout.pasteBlock("表三", "A6", [[1, 2]]);
    expect((await tryout.readCell("表三", "A6")).text).toBe(label);
  });

  test("takes a pasted block without losing borders and tints, blank cells included, and undoes it at once", async () => {
    const before = await tryout.readCell("表三", "E10");
    await tryout.pasteBlock("表三", "D10", [
      ["", 7],
      [3, ""],
    ]);
    await tryout.waitForText("表三", "E10", "7");
    expect(await tryout.readCell("表三", "E10")).toMatchObject({ value: 7, fill: before.fill });
    expect((await tryout.readCell("表三", "D10")).value).toBeNull();
    expect((await tryout.readCell("表三", "D11")).value).toBe(3);
    expect(await tryout.selection()).toBe("表三!D10:E11");
    await tryout.undo();
    await tryout.waitForText("表三", "E10", "");
    expect((await tryout.readCell("表三", "D11")).value).toBeNull();
  });

  test("copies a cell down by dragging its corner", async () => {
    await tryout.typeInCell("表三", "F12", "4");
    await tryout.dragFill("表三", "F12", "F14");
    await tryout.waitForText("表三", "F14", "4");
    await tryout.undo();
    await tryout.waitForText("表三", "F14", "");
  });

  test("is saved and opened again with the figures that were typed", async () => {
    await tryout.typeInCell("表三", "G12", "9");
    await tryout.waitForText("表三", "G12", "9");
    const [saved] = await Promise.all([
      tryout.page.waitForEvent("download"),
      tryout.page.getByRole("button", { name: "另存为" }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe("form.xlsx");
    const again = await importWorksheets(new Uint8Array(await readFile(await saved.path())));
    expect(again.sheets[0]?.cells[11]?.[6]?.v).toBe(9);
    expect(again.customXmlParts[0]?.namespace).toBe("urn:gouji:test");
  });

  test("stays open when another file turns out to be no workbook", async () => {
    await tryout.openFile({ name: "notes.xlsx", mimeType: "text/plain", buffer: Buffer.from("not a workbook") });
    await tryout.page.getByRole("alert").getByText("notes.xlsx").waitFor();
    await tryout.screenshot("grid-bad-file");
    await tryout.page.getByRole("button", { name: "知道了" }).click();
    expect(await tryout.sheetNames()).toEqual(["表三", "表 四's", "_参数"]);
    expect((await tryout.readCell("表三", "G12")).value).toBe(9);
  });
});

describe("the task pane beside it", () => {
  test("is made wider and narrower with the keyboard and the mouse, within its limits", async () => {
    const width = async (): Promise<number | undefined> =>
      (await tryout.page.locator('iframe[name="taskpane"]').boundingBox())?.width;
    const splitter = tryout.page.getByRole("separator");
    await splitter.focus();
    await tryout.press("ArrowLeft");
    expect(await width()).toBe(360);
    await tryout.press("End");
    expect(await width()).toBe(320);
    await tryout.press("ArrowRight");
    expect(await width()).toBe(320);
    const box = await splitter.boundingBox();
    if (box === null) throw new Error("no splitter");
    await tryout.page.mouse.move(box.x + 3, box.y + 200);
    await tryout.page.mouse.down();
    await tryout.page.mouse.move(box.x - 97, box.y + 200, { steps: 4 });
    await tryout.page.mouse.up();
    expect(await width()).toBe(420);
  });

  test("can be closed, and comes back with a button of the ribbon", async () => {
    const frame = tryout.page.locator('iframe[name="taskpane"]');
    await tryout.page.getByRole("button", { name: "关闭任务窗格" }).click();
    await frame.waitFor({ state: "hidden" });
    await tryout.page.getByRole("button", { name: "校验" }).click();
    await frame.waitFor({ state: "visible" });
  });
});

// A group of its own, because tests outside of groups run before them.
describe("after all that", () => {
  test("nothing was fetched from elsewhere, and nothing was reported as an error", () => {
    const foreign = tryout.requests.filter(
      (address) => !/^(?:blob|data|about):/.test(address) && !address.startsWith(tryout.url),
    );
    expect(foreign).toEqual([]);
    expect(tryout.errors).toEqual([]);
  });
});
