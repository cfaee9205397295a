import { readFileSync } from "node:fs";

import { createSession } from "../../../src/app/session";
import type { OpenForm, Session } from "../../../src/app/session-state";
import type { CellId, CellValue } from "../../../src/core/model/cell";
import type { Template } from "../../../src/core/model/template";
import { placeForm } from "../../../src/formats/xlsx/place-form";
import * as functions from "../../../src/functions/functions";
import { registerCustomFunctions, type CustomFunctionCode } from "../../../src/hosts/embedded/client/custom-functions";
import { excelWorkbook } from "../../../src/hosts/excel/excel-workbook";
import { eventsArrive, openExcel, type OpenExcel } from "../../embedded/support/open-excel";

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

/** The session of the pane over the adapter that Excel runs, Microsoft's own client and the embedded workbook. */
export type ExcelPane = {
  readonly excel: OpenExcel;
  readonly session: Session;
  readonly saved: ReadonlyMap<string, Uint8Array>;
  readonly form: () => OpenForm;
  /** A second pane on the same workbook, as after closing and opening it. */
  readonly reopened: () => Promise<Session>;
  /** Writes as a person does, not through Office.js. */
  readonly type: (cell: CellId, value: CellValue) => void;
  readonly put: (sheet: string, row: number, column: number, value: CellValue) => void;
  /** The result and the formula of a cell; the formula is empty where there is none. */
  readonly see: (sheet: string, row: number, column: number) => { readonly value: string; readonly formula: string };
  readonly at: (cell: CellId) => { readonly sheet: string; readonly row: number; readonly column: number };
  /** Puts figures in, block by block, as pastes; `skip` leaves cells alone. */
  readonly fill: (values: ReadonlyMap<CellId, CellValue>, skip?: (cell: CellId) => boolean) => Promise<void>;
  readonly until: (holds: () => boolean) => Promise<void>;
  /** Waits until nothing goes over the wire any more. */
  readonly quiet: () => Promise<void>;
};

export function publishedFigures(file: string): ReadonlyMap<CellId, CellValue> {
  const { values } = JSON.parse(readFileSync(`test/data/reports/${file}`, "utf8")) as {
    values: Readonly<Record<CellId, CellValue>>;
  };
  return new Map(Object.entries(values) as [CellId, CellValue][]);
}

export async function openExcelPane(): Promise<ExcelPane & { readonly close: () => Promise<void> }> {
  const excel = await openExcel();
  Object.assign(globalThis, {
    Excel: excel.Excel,
    Office: { context: { requirements: { isSetSupported: () => true } } },
  });
  registerCustomFunctions(excel.grid, { functions: checks }, (id) => implementations[id], { namespace: "GOUJI" });
  const saved = new Map<string, Uint8Array>();
  const open = async (): Promise<Session> => {
    const session = createSession({
      workbook: excelWorkbook,
      files: { save: (name, bytes) => Promise.resolve(void saved.set(name, bytes)) },
      pause: () => new Promise((resolve) => setTimeout(resolve, 120)),
      now: () => new Date(Date.UTC(2027, 0, 12)),
      // No time passes: what is found does not depend on the machine.
      clock: () => 0,
    });
    await session.start();
    return session;
  };
  const session = await open();

  const form = (): OpenForm => {
    const state = session.getState();
    if (state.phase !== "open") throw new Error(state.phase);
    return state.form;
  };
  const at: ExcelPane["at"] = (cell) => {
    const place = placeForm(form().template).values.get(cell);
    if (place === undefined) throw new Error(cell);
    return place;
  };
  const range = (name: string, row: number, column: number, rows = 1, columns = 1) => {
    const sheet = excel.grid.workbook.getSheetByName(name);
    if (sheet === null) throw new Error(name);
    return sheet.getRange(row, column, rows, columns);
  };
  const put: ExcelPane["put"] = (sheet, row, column, value) => {
    const cell = range(sheet, row, column);
    if (typeof value === "string" && value.startsWith("=")) cell.setFormula(value);
    else cell.setValue(value ?? "");
  };
  const until: ExcelPane["until"] = async (holds) => {
    for (let tries = 0; tries < 200 && !holds(); tries += 1) await eventsArrive();
    expect(holds()).toBe(true);
  };
  const quiet: ExcelPane["quiet"] = async () => {
    let before = -1;
    while (before !== excel.executor.log.length) {
      before = excel.executor.log.length;
      await eventsArrive(200);
    }
  };
  return {
    excel,
    session,
    saved,
    form,
    reopened: open,
    at,
    put,
    type: (cell, value) => {
      const { sheet, row, column } = at(cell);
      put(sheet, row, column, value);
    },
    see: (sheet, row, column) => {
      const found = range(sheet, row, column);
      return { value: String(found.getValue() ?? ""), formula: found.getFormula() };
    },
    fill: async (values, skip = () => false) => {
      const { template } = form();
      const runs = runsOf(
        template,
        [...values.keys()].filter((cell) => !skip(cell)),
      );
      for (const block of blocksOf(template, runs)) {
        const [first] = block[0] ?? [];
        if (first === undefined) continue;
        const { sheet, row, column } = at(first);
        range(sheet, row, column, block.length, block[0]?.length).setValues(
          block.map((run) => run.map((cell) => values.get(cell) ?? "")),
        );
        // The grid forgets to compute what is pasted while it computes.
        await quiet();
      }
      await quiet();
    },
    until,
    quiet,
    close: () => excel.close(),
  };
}

/** Cells that stand side by side. */
function runsOf(template: Template, cells: readonly CellId[]): readonly (readonly CellId[])[] {
  const places = placeForm(template).values;
  const runs: CellId[][] = [];
  for (const cell of cells) {
    const place = places.get(cell);
    const last = runs.at(-1)?.at(-1);
    const before = last === undefined ? undefined : places.get(last);
    const joins =
      place !== undefined &&
      before?.sheet === place.sheet &&
      before.row === place.row &&
      before.column + before.columns === place.column &&
      before.columns === 1;
    if (joins) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/** Runs of one length that stand below each other. */
function blocksOf(
  template: Template,
  runs: readonly (readonly CellId[])[],
): readonly (readonly (readonly CellId[])[])[] {
  const places = placeForm(template).values;
  const blocks: (readonly CellId[])[][] = [];
  for (const run of runs) {
    const above = blocks.at(-1)?.at(-1);
    const [place, before] = [run[0], above?.[0]].map((cell) => (cell === undefined ? undefined : places.get(cell)));
    const joins =
      above?.length === run.length &&
      place !== undefined &&
      before?.sheet === place.sheet &&
      before.column === place.column &&
      before.row + 1 === place.row;
    if (joins) blocks.at(-1)?.push(run);
    else blocks.push([run]);
  }
  return blocks;
}
