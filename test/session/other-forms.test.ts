import { readFileSync } from "node:fs";

import { templateFor } from "../../src/app/forms";
import type { RawCell } from "../../src/app/ports";
import { createSession } from "../../src/app/session";
import type { OpenForm } from "../../src/app/session-state";
import type { CellId } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { createMemoryWorkbook } from "../../src/hosts/memory/memory-workbook";

type Saved = {
  readonly template: string;
  readonly variant: string | null;
  readonly unit: string;
  readonly year: number;
  readonly values: Readonly<Record<CellId, number | null>>;
  readonly footer?: Readonly<Record<string, string>>;
};

/** The form of a published report in an open workbook, with its figures typed in. */
async function opened(name: string): Promise<{ saved: Saved; form: OpenForm }> {
  const saved = JSON.parse(readFileSync(`test/data/reports/${name}.json`, "utf8")) as Saved;
  const placed = placeForm(templateFor(saved));
  const typed = new Map<string, RawCell>();
  const put = (sheet: string, row: number, column: number, value: RawCell): void =>
    void typed.set([sheet, row, column].join(), value);
  for (const [cell, { sheet, row, column }] of placed.values) put(sheet, row, column, saved.values[cell] ?? "");
  for (const { name: sheet, cells } of placed.sheets)
    for (const { row, column, content } of cells)
      if (content.kind === "footer") put(sheet, row, column, saved.footer?.[content.label] ?? "");
  const session = createSession({
    workbook: createMemoryWorkbook((...place) => typed.get(place.join()) ?? ""),
    files: { save: () => Promise.resolve() },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2027, 0, 12)),
    clock: () => performance.now(),
  });
  await session.start();
  const { template, variant, unit, year } = saved;
  await session.insertForm({ template, variant, unit, year });
  const state = session.getState();
  if (state.phase !== "open") throw new Error(JSON.stringify(state));
  return { saved, form: state.form };
}

const errors = ({ result }: OpenForm): readonly string[] =>
  result.findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);

test("a variant is read by its own rows", async () => {
  const { saved, form } = await opened("001-fengtai-2020-beijing");
  expect(form.template).toMatchObject({ id: "nb2019", variant: "bj2020" });
  expect(form.report.variant).toBe("bj2020");
  expect(Object.fromEntries(form.report.values)).toEqual(saved.values);
  expect(errors(form)).toEqual([]);
  expect(form.progress).toContainEqual({ sheet: "表二", filled: 25, total: 25 });
});

test("the table of 2017 is read with its 表尾", async () => {
  const { saved, form } = await opened("002-desheng-2017");
  expect(errors(form)).toEqual(["tj2017.docSum", "tj2017.policyOpen"]);
  expect(form.report.footer).toEqual(saved.footer);
  expect(form.progress).toEqual([{ sheet: "统计表", filled: 48, total: 49 }]);
});

test("a form without a table has nothing to fill in but the inputs of the text", async () => {
  const { form } = await opened("003-baoji-2019");
  expect(form.report).toMatchObject({ template: "text2008", unit: "宝鸡高新区管委会", year: 2019 });
  expect(form.progress).toEqual([]);
  expect(form.outcome).toBe("pass");
});
