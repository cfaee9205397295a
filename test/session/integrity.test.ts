import { readFileSync } from "node:fs";

import type { RawCell } from "../../src/app/ports";
import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { nb2021 } from "../../src/templates/nb2021";

// Damage of the open form is told by place and mended without touching a figure.

const placed = placeForm(nb2021);
const { values } = JSON.parse(readFileSync("test/data/reports/012-pingtan-2021.json", "utf8")) as {
  values: Record<CellId, RawCell>;
};

function real(sheet: string, row: number, column: number): RawCell {
  for (const [cell, place] of placed.values)
    if (place.sheet === sheet && place.row === row && place.column === column) return values[cell] ?? "";
  return "";
}

type Opened = { readonly session: Session; readonly workbook: MemoryWorkbook };

async function opened(totals: "typed" | "formula" = "typed"): Promise<Opened> {
  const workbook = createMemoryWorkbook(real);
  const session = createSession({
    workbook,
    files: { save: () => Promise.reject(new Error("nothing is saved here")) },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2022, 0, 12)),
    clock: () => 0,
  });
  await session.start();
  await session.insertForm({ template: "nb2021", unit: "某某局", year: 2021, totals });
  return { session, workbook };
}

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const faults = (session: Session): readonly string[] => form(session).integrity?.faults ?? [];
const lost = (session: Session): readonly string[] => form(session).integrity?.lost ?? [];

/** Where a text of the form stands. */
function label(sheet: string, text: string): { readonly row: number; readonly column: number } {
  const found = placed.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find(({ content }) => content.kind === "text" && content.text.includes(text));
  if (found === undefined) throw new Error(text);
  return found;
}

function check(rule: string): { readonly row: number; readonly column: number } {
  const found = placed.sheets
    .flatMap(({ cells }) => cells)
    .find(({ content }) => content.kind === "check" && content.rule === rule);
  if (found === undefined) throw new Error(rule);
  return found;
}

test("a label and a check cell that were overwritten are told by place, and mended without touching a figure", async () => {
  const { session, workbook } = await opened();
  const before = form(session).report;
  const word = label("表三", "（二）部分公开");
  const verdict = check("nb2021.t3.rowSum[granted]");
  workbook.type("表三", word.row, word.column, "部分同意");
  workbook.type("表三", verdict.row, verdict.column, "√");
  await settled();
  expect(faults(session)).toEqual([
    expect.stringMatching(/^表三!.*的文字应为“（二）部分公开.*现为“部分同意”。$/u),
    expect.stringMatching(/^表三!.*的校验公式（.*）被改成了固定的内容。$/u),
  ]);

  await session.repairForm();
  expect(session.getState().notice).toEqual({ kind: "done", text: "已修复2处，数字没有改动。" });
  expect(faults(session)).toEqual([]);
  expect(form(session).report).toEqual(before);
  const [sheet] = await workbook.readSheets(["表三"]);
  expect(sheet?.values[word.row]?.[word.column]).toContain("（二）部分公开");
  expect(sheet?.formulas[verdict.row]?.[verdict.column]).toMatch(/^=/u);
  // Nothing more is wrong, so nothing is written.
  await session.repairForm();
  expect(session.getState().notice?.text).toBe("没有可以自动修复的地方，数字没有改动。");
});

test("edits of figures do not make the form be looked at; an edit beside them does, once", async () => {
  const { session, workbook } = await opened();
  const { sheet, row, column } = placed.values.get("t3.granted.naturalPerson") ?? { sheet: "", row: 0, column: 0 };
  const start = workbook.trips();
  workbook.type(sheet, row, column, 5);
  await settled();
  expect(workbook.trips()).toEqual(start);
  const word = label("表三", "（二）部分公开");
  workbook.type("表三", word.row, word.column, "x");
  await settled();
  expect(workbook.trips()).toEqual({ ...start, readSheets: (start["readSheets"] ?? 0) + 1 });
  expect(session.getState().notice).toBeNull();
});

test("a row put in between is told with its number and what to do; once it is gone all is well", async () => {
  const { session, workbook } = await opened();
  workbook.insertRow("表三", 10);
  await settled();
  expect(lost(session)).toEqual(["表三第11行是多出来的，这张表的数字没有核对。请把里面的数字移走，再删除多出的行。"]);
  expect(session.getState().notice).toMatchObject({ kind: "error", text: lost(session)[0] });
  expect(form(session).integrity?.cells).toEqual([]);
});

test("a sheet that is gone is told with what to do", async () => {
  const { session, workbook } = await opened();
  workbook.deleteSheet("表四");
  await settled();
  expect(lost(session)).toEqual([expect.stringMatching(/^表四找不到.*请撤销刚才的操作.*插入表式/u)]);
});

test("names that were lost are given back by the labels", async () => {
  const { session, workbook } = await opened();
  const before = new Map(form(session).report.values);
  workbook.deleteName("GOUJI.t3");
  await settled();
  expect(form(session).report.values.has("t3.granted.total")).toBe(false);
  expect(faults(session)).toEqual(["表三的定位名称丢失或不全，表里的数字没有读取。"]);
  await session.repairForm();
  expect(faults(session)).toEqual([]);
  expect(new Map(form(session).report.values)).toEqual(before);
  expect(session.getState().notice).toMatchObject({ kind: "done" });
});
