import { readFileSync } from "node:fs";

import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId, CellValue } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { nb2019 } from "../../src/templates/nb2019";
import * as functions from "../../src/functions/functions";
import { registerCustomFunctions, type CustomFunctionCode } from "../../src/hosts/embedded/client/custom-functions";
import { eventsArrive, openExcel, type OpenExcel } from "../embedded/support/open-excel";

// The adapter that Excel runs, Microsoft's own client library, and the embedded workbook in place of Excel.

const placed = placeForm(nb2019);
type Figures = Readonly<Record<CellId, CellValue>>;

function published(name: string): Figures {
  return (JSON.parse(readFileSync(`test/data/reports/${name}.json`, "utf8")) as { values: Figures }).values;
}

const fengtai = published("001-fengtai-2020");
const petition: CellId = "t3.notProcessedPetition.enterprise";

const block = (name: string) => ({ name, dimensionality: "matrix" });
const checks = [
  { id: "ROWCHECK", name: "ROWCHECK", parameters: ["parts", "total"].map(block) },
  { id: "SUMCHECK", name: "SUMCHECK", parameters: ["parts", "total"].map(block) },
  { id: "ATMOST", name: "ATMOST", parameters: ["part", "whole"].map(block) },
  { id: "FLOWCHECK", name: "FLOWCHECK", parameters: ["new", "over", "handled", "forward"].map(block) },
];
const implementations: Readonly<Record<string, CustomFunctionCode>> = {
  ROWCHECK: functions.rowCheck as CustomFunctionCode,
  SUMCHECK: functions.sumCheck as CustomFunctionCode,
  ATMOST: functions.atMost as CustomFunctionCode,
  FLOWCHECK: functions.flowCheck as CustomFunctionCode,
};

let excel: OpenExcel;
let session: Session;

beforeEach(async () => {
  excel = await openExcel();
  Object.assign(globalThis, {
    Excel: excel.Excel,
    Office: { context: { requirements: { isSetSupported: () => true } } },
  });
  registerCustomFunctions(excel.grid, { functions: checks }, (id) => implementations[id], { namespace: "GOUJI" });
  session = createSession({
    workbook: excelWorkbook,
    files: { save: () => Promise.reject(new Error("nothing is saved here")) },
    pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
    now: () => new Date(Date.UTC(2027, 0, 12)),
    clock: () => performance.now(),
  });
  await session.start();
  await session.insertForm({ template: "nb2019", unit: "北京市丰台区科学技术和信息化局", year: 2020 });
  expect(session.getState()).toMatchObject({ phase: "open", notice: null });
});
afterEach(() => excel.close());

function at(cell: CellId): { sheet: string; row: number; column: number } {
  const place = placed.values.get(cell);
  if (place === undefined) throw new Error(cell);
  return place;
}

function form(): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

const errors = (): readonly string[] =>
  form()
    .result.findings.filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

function sheet(name: string) {
  const found = excel.grid.workbook.getSheetByName(name);
  if (found === null) throw new Error(name);
  return found;
}

/** Writes as a person does, not through Office.js. */
function type(cell: CellId, value: CellValue): void {
  const place = at(cell);
  sheet(place.sheet)
    .getRange(place.row, place.column)
    .setValue(value ?? "");
}

/** Waits until the pane has worked off what happened in the sheet. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await eventsArrive();
  expect(holds()).toBe(true);
}

/** The figures of the real report, block by block, as pastes. */
async function fill(values: Figures = fengtai): Promise<void> {
  for (const { name, sheet: at, row, column, rows, columns } of placed.anchors) {
    const cells = [...placed.values].filter(([cell]) => name === `GOUJI.${cell.slice(0, cell.indexOf("."))}`);
    if (cells.length === 0) continue;
    const block = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_unused, c) => {
        const found = cells.find(([, place]) => place.row === row + r && place.column === column + c);
        return found === undefined ? "" : (values[found[0]] ?? "");
      }),
    );
    sheet(at).getRange(row, column, rows, columns).setValues(block);
  }
  await until(() => form().progress.every(({ filled, total }) => filled === total));
  await quiet();
}

/** Waits until nothing goes over the wire any more. */
async function quiet(): Promise<void> {
  let before = -1;
  while (before !== excel.executor.log.length) {
    before = excel.executor.log.length;
    await eventsArrive(200);
  }
}

function shown(cell: CellId, place: "right" | "below"): string {
  const { sheet: name, row, column } = at(cell);
  const checks =
    placed.sheets.find((found) => found.name === name)?.cells.filter(({ content }) => content.kind === "check") ?? [];
  const texts = checks
    .filter((found) => (place === "right" ? found.row === row : found.column === column))
    .map((found) => String(sheet(name).getRange(found.row, found.column).getValue() ?? ""));
  return texts.join("|");
}

test("the real report goes in, is checked live, and the check cells are custom functions that agree", async () => {
  await fill();
  expect(errors()).toEqual([]);
  const checks = placed.sheets.flatMap(({ name, cells }) =>
    cells.filter(({ content }) => content.kind === "check").map((cell) => ({ name, ...cell })),
  );
  expect(checks.length).toBeGreaterThan(35);
  for (const { name, row, column } of checks)
    expect(sheet(name).getRange(row, column).getFormula()).toContain("GOUJI.");
  await excel.executor.settled();
  expect(shown(petition, "right")).toBe("√");

  type(petition, 5);
  await until(() => errors().length > 0);
  await excel.executor.settled();
  expect(errors()).toEqual(["nb2019.t3.resultSum[enterprise]", "nb2019.t3.rowSum[notProcessedPetition]"]);
  expect(shown(petition, "right")).toBe("差 +1");
  expect(shown(petition, "below")).toBe("√|差 +1");
});

test("one cell costs no round trip, a block one, a full check one; no edit writes to the sheet", async () => {
  await fill();
  const { log } = excel.executor;
  const since = (start: number): readonly { wrote: boolean }[] => log.slice(start);

  let start = log.length;
  type(petition, 5);
  await until(() => errors().length === 2);
  await quiet();
  expect(since(start)).toEqual([]);

  start = log.length;
  const { sheet: name, row, column } = at("t3.newReceived.naturalPerson");
  sheet(name)
    .getRange(row, column, 2, 3)
    .setValues([
      [9, 9, 9],
      [8, 8, 8],
    ]);
  await until(() => form().report.values.get("t3.newReceived.naturalPerson") === 9);
  await quiet();
  expect(since(start)).toHaveLength(1);

  const edits = since(0).filter(({ wrote }) => wrote).length;
  start = log.length;
  await session.checkAgain();
  expect(since(start)).toHaveLength(1);
  expect(since(0).filter(({ wrote }) => wrote)).toHaveLength(edits);
  const [check] = log.slice(start);
  expect((check?.requestBytes ?? Infinity) + (check?.responseBytes ?? Infinity)).toBeLessThan(10 * 1024);
});

test("a click on a finding goes to its cell", async () => {
  await session.goTo(petition);
  const { sheet: name, row, column } = at(petition);
  expect(excel.grid.workbook.getActiveSheet().getSheetName()).toBe(name);
  const range = excel.grid.workbook.getActiveSheet().getSelection()?.getActiveRange();
  expect([range?.getRow(), range?.getColumn()]).toEqual([row, column]);
});

test("the view in use is remembered in the workbook", async () => {
  await session.rememberView("check");
  expect(await session.recallView()).toBe("check");
});

test("a second pane on the same workbook finds the form", async () => {
  await fill();
  const second = createSession({
    workbook: excelWorkbook,
    files: { save: () => Promise.reject(new Error("nothing is saved here")) },
    pause: () => Promise.resolve(),
    now: () => new Date(0),
    clock: () => performance.now(),
  });
  await second.start();
  expect(second.getState()).toMatchObject({
    phase: "open",
    form: { report: { unit: "北京市丰台区科学技术和信息化局", year: 2020 } },
  });
});

test("what is written on the 正文要素 sheet comes into the text without a round trip", async () => {
  await fill();
  await session.narrate();
  await quiet();
  const facts = placed.sheets.find(({ id }) => id === "facts");
  const line = facts?.cells.find(({ style }) => style === "factNumber");
  if (facts === undefined || line === undefined) throw new Error("no sheet for the facts");
  const start = excel.executor.log.length;
  sheet(facts.name).getRange(line.row, line.column).setValue(368);
  await until(() => JSON.stringify(form().narrative).includes("368条"));
  expect(excel.executor.log.slice(start)).toEqual([]);
});

test("a report of zeros goes the same way and asks only for the tick of a zero report", async () => {
  await fill(published("004-henan-2020"));
  expect(errors()).toEqual([]);
  expect(
    form()
      .result.findings.filter(({ severity }) => severity === "warning")
      .map(({ rule }) => rule),
  ).toEqual(["nb2019.zeroReport"]);
  await session.confirmZeros("王某");
  expect(form().outcome).toBe("pass");
  const second = createSession({
    workbook: excelWorkbook,
    files: { save: () => Promise.reject(new Error("nothing is saved here")) },
    pause: () => Promise.resolve(),
    now: () => new Date(0),
    clock: () => performance.now(),
  });
  await second.start();
  expect(second.getState()).toMatchObject({
    phase: "open",
    form: { outcome: "pass", report: { zeroReport: { by: "王某" } } },
  });
});
