import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(480_000);

let tryout: Tryout;
beforeAll(async () => {
  tryout = await openTryout();
  await tryout.page.waitForFunction(() => {
    const [frame] = Array.from(window.frames as unknown as ArrayLike<Window & { Office?: { onReady?: unknown } }>);
    return frame?.Office?.onReady !== undefined;
  });
});
afterAll(() => tryout.close());

test("Microsoft's client in the frame writes to the grid and reads what a person types", async () => {
  const written = await tryout.pane().evaluate(async () => {
    const { host } = await Office.onReady();
    return Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      range.values = [
        [1, 2],
        ["=SUM(A1:B1)", "两"],
      ];
      range.load("values,address");
      await context.sync();
      return { host: String(host), values: range.values as unknown[][], address: range.address };
    });
  });
  expect(written).toEqual({
    host: "Excel",
    address: "Sheet1!A1:B2",
    values: [
      [1, 2],
      [3, "两"],
    ],
  });
  await tryout.waitForText("Sheet1", "A2", "3");
});

test("a keystroke reaches a handler in the frame with its details", async () => {
  await tryout.pane().evaluate(async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((args) => {
        Object.assign(window, { seen: { address: args.address, ...args.details } });
        return Promise.resolve();
      });
      await context.sync();
    });
  });
  await tryout.typeInCell("Sheet1", "A1", "5");
  await tryout.pane().waitForFunction(() => "seen" in window);
  expect(await tryout.pane().evaluate(() => (window as unknown as { seen: unknown }).seen)).toMatchObject({
    address: "A1",
    valueBefore: 1,
    valueAfter: 5,
  });
  await tryout.waitForText("Sheet1", "A2", "7");
});

test("a missing call fails by its name, in Excel's namespace and in Office's", async () => {
  const errors = await tryout.pane().evaluate(async () => {
    const inExcel = await Excel.run(async (context) => {
      context.workbook.tables.load("items");
      await context.sync();
    }).then(
      () => "no error",
      (error: unknown) => String(error),
    );
    try {
      Office.context.ui.displayDialogAsync("https://example.org");
      return [inExcel, "no error"];
    } catch (error) {
      return [inExcel, String(error)];
    }
  });
  expect(errors[0]).toMatch(/^NotImplemented: Workbook\.tables /);
  expect(errors[1]).toMatch(/^NotImplemented: Office\.context\.ui\.displayDialogAsync /);
});

test("nothing is asked of another machine, and no page reports an error", () => {
  expect(tryout.requests.filter((url) => !url.startsWith(tryout.url))).toEqual([]);
  expect(tryout.errors).toEqual([]);
});
