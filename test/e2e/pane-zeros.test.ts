import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Frame } from "playwright-core";
import { findTemplate } from "../../src/app/forms";
import type { CellId, CellValue } from "../../src/core/model/cell";
import { fillForm } from "./support/fill-form";
import { openTryout, type Tryout } from "./support/page";

// A cold start compiles the page first.
jest.setTimeout(480_000);

const template = findTemplate("nb2019");
if (template === undefined) throw new Error("nb2019 is gone");
const { unit, values } = JSON.parse(readFileSync("test/data/reports/004-henan-2020.json", "utf8")) as {
  unit: string;
  values: Record<CellId, CellValue>;
};

let tryout: Tryout;
let pane: Frame;
beforeAll(async () => {
  tryout = await openTryout({ height: 1100 });
  pane = tryout.pane();
});
afterAll(async () => {
  await tryout.close();
});

test("a report of zeros is filed the same way and asks only for the tick of a zero report", async () => {
  await pane.getByLabel("报告年度").selectOption("2020");
  await pane.getByLabel("单位名称").fill(unit);
  await pane.getByRole("button", { name: "插入表式" }).click();
  await pane.locator("[data-verdict]", { hasText: "还没填完（0%）" }).waitFor();
  await fillForm(tryout, template, new Map(Object.entries(values) as [CellId, CellValue][]));
  await pane.locator("[data-verdict]", { hasText: "还需说明 1 处" }).waitFor();
  await pane.getByRole("tab", { name: "校验" }).click();
  await pane.getByText("已填的数字全部为0").first().waitFor();
  await tryout.screenshot("pane-zeros");
  expect(tryout.errors).toEqual([]);
});
