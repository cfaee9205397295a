import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { join } from "node:path";
import { openTryout, type Tryout } from "./support/page";

const FORM = join(__dirname, "../embedded-grid/data/form.xlsx");

// A cold start compiles the page first.
jest.setTimeout(120_000);

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
});

// A group of its own, because tests outside of groups run before them.
describe("after all that", () => {
  test("nothing is fetched from elsewhere, and nothing is reported as an error", () => {
    const foreign = tryout.requests.filter(
      (address) => !/^(?:blob|data):/.test(address) && !address.startsWith(tryout.url),
    );
    expect(foreign).toEqual([]);
    expect(tryout.errors).toEqual([]);
  });
});
