import { readFileSync } from "node:fs";

import { forms } from "../../src/app/forms";
import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId, CellValue } from "../../src/core/model/cell";
import { reviewAnchor } from "../../src/formats/xlsx/form-layout";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { readForm } from "../../src/formats/xlsx/read-form";
import { exportWorkbook } from "../../src/hosts/embedded/grid/export-xlsx";
import { importWorksheets } from "../../src/hosts/embedded/grid/import-xlsx";
import { openWorkbook } from "../../src/hosts/embedded/grid/open-workbook";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { nb2019 } from "../../src/templates/nb2019";
import { eventsArrive, openExcel, type OpenExcel } from "../embedded/support/open-excel";
import { withoutIdentity } from "../xlsx/support/workbooks";

// Reasons and the change log through the adapter that Excel runs and Microsoft's own client, saved and opened again.

const placed = placeForm(nb2019);
const { values } = JSON.parse(readFileSync("test/data/reports/001-fengtai-2020.json", "utf8")) as {
  readonly values: Readonly<Record<CellId, CellValue>>;
};
const rule = "nb2019.t2.itemsZeroDecisions[t2_6.coercion]";
const decisions: CellId = "t2_6.coercion.decisions";
const reason = "=历史遗留案件，2027-01-12前办结";

jest.setTimeout(60_000);

let excel: OpenExcel;

async function start(): Promise<Session> {
  excel = await openExcel();
  Object.assign(globalThis, {
    Excel: excel.Excel,
    Office: { context: { requirements: { isSetSupported: () => false } } },
  });
  return newSession();
}

function newSession(): Session {
  return createSession({
    workbook: excelWorkbook,
    files: { save: () => Promise.reject(new Error("nothing is saved here")) },
    pause: () => eventsArrive(),
    now: () => new Date(Date.UTC(2027, 0, 12)),
    clock: () => performance.now(),
  });
}

afterEach(() => excel.close());

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

function sheet(name: string) {
  const found = excel.grid.workbook.getSheetByName(name);
  if (found === null) throw new Error(name);
  return found;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await eventsArrive();
  expect(holds()).toBe(true);
}

/** Writes as a person does, not through Office.js. */
function type(cell: CellId, value: CellValue): void {
  const place = placed.values.get(cell);
  if (place === undefined) throw new Error(cell);
  sheet(place.sheet)
    .getRange(place.row, place.column)
    .setValue(value ?? "");
}

async function fill(session: Session): Promise<void> {
  await session.start();
  await session.insertForm({ template: "nb2019", unit: "北京市丰台区科学技术和信息化局", year: 2020 });
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
  await session.checkAgain();
  type(decisions, 3);
  await until(() => form(session).outcome === "explain");
}

async function saved(): Promise<Uint8Array> {
  await excel.executor.settled();
  const { properties, xmlParts } = excel.executor.document;
  return exportWorkbook(excel.grid, { properties, customXmlParts: [...xmlParts.values()] });
}

test("a reason from the pane stands in the saved file, on its sheet and where programs that drop parts find it", async () => {
  const session = await start();
  await fill(session);
  await session.explain(rule, { text: reason, by: "王某" });
  expect(session.getState().notice).toBeNull();
  const wanted = { [rule]: { text: reason, left: 3, right: 0, by: "王某", at: "2027-01-12" } };
  const bytes = await saved();
  const found = await readForm(bytes, forms);
  expect(found).toMatchObject({ ok: true, report: { explanations: wanted } });
  const bare = await readForm(withoutIdentity(bytes), forms);
  expect(bare).toMatchObject({ ok: true, report: { explanations: wanted } });
  const { names } = await importWorksheets(bytes);
  expect(names.find(({ name }) => name === "GOUJI.form")).toMatchObject({ formula: '"1|nb2019"', hidden: true });
});

test("the reason, one typed by hand and the change log are there when the file is opened again", async () => {
  const session = await start();
  await fill(session);
  await session.explain(rule, { text: reason, by: "王某" });
  await session.write([{ cell: decisions, from: 3, to: 4 }], "suggestion");
  const bytes = await saved();
  await excel.close();

  const again = await start();
  const imported = await importWorksheets(bytes);
  await openWorkbook(excel.grid, imported);
  imported.customXmlParts.forEach(({ namespace, xml }, index) => {
    excel.executor.document.xmlParts.set(String(index), { id: String(index), namespace: namespace ?? "", xml });
  });
  await again.start();
  expect(form(again)).toMatchObject({ outcome: "explain", explanations: { [rule]: "expired" } });
  expect(form(again).report.explanations[rule]).toMatchObject({ text: reason, left: 3 });
  const { log } = form(again);
  expect(log.at(-1)).toMatchObject({ cause: "suggestion", changes: [{ cell: decisions, from: 3, to: 4 }] });
  expect(log.length).toBeGreaterThan(1);

  const block = (await excelWorkbook.readBlocks([reviewAnchor])).get(reviewAnchor);
  const at = block?.values.findIndex((line) => line.includes(rule)) ?? -1;
  const column = block?.values[at]?.indexOf(reason) ?? -1;
  expect([at >= 0, column >= 0]).toEqual([true, true]);
  const before = excel.executor.log.length;
  sheet("校验与说明")
    .getRange((block?.row ?? 0) + at, (block?.column ?? 0) + column)
    .setValue("4件均已办结");
  await until(() => form(again).outcome === "pass");
  expect(form(again).report.explanations[rule]).toMatchObject({ text: "4件均已办结", left: 4, by: "王某" });
  expect(excel.executor.log.slice(before).filter(({ wrote, stored }) => wrote || stored)).toEqual([]);
});
