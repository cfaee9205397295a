import { readFileSync } from "node:fs";

import { readKeptLog, writeKeptLog } from "../../src/app/kept-log";
import type { ChangeLog } from "../../src/app/change-log";
import type { RawCell } from "../../src/app/ports";
import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId } from "../../src/core/model/cell";
import { identityAnchor, reviewAnchor } from "../../src/formats/xlsx/form-layout";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { cellKey } from "../../src/formats/xlsx/cell-key";
import { joinIdentity } from "../../src/formats/xlsx/identity-carriers";
import { logNamespace, writeLogPart } from "../../src/formats/xlsx/log-part";
import { openWorkbook } from "../../src/formats/xlsx/open-workbook";
import { reviewColumns, type ReviewColumn } from "../../src/formats/xlsx/review-items";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { writeForm } from "../../src/formats/xlsx/write-form";
import { nb2019 } from "../../src/templates/nb2019";
import { completeReport } from "../seal/support/complete";
import { partsOf } from "../xlsx/support/workbooks";

const placed = placeForm(nb2019);
const { values } = JSON.parse(readFileSync("test/data/reports/001-fengtai-2020.json", "utf8")) as {
  values: Record<CellId, RawCell>;
};
/** 处理决定 of a kind of action of which the unit has no item: 核实. */
const rule = "nb2019.t2.itemsZeroDecisions[t2_6.coercion]";
const decisions: CellId = "t2_6.coercion.decisions";

function real(sheet: string, row: number, column: number): RawCell {
  for (const [cell, place] of placed.values)
    if (place.sheet === sheet && place.row === row && place.column === column) return values[cell] ?? "";
  return "";
}

/** Opens the workbook as a person does on another day. */
async function open(workbook: MemoryWorkbook, day = 12): Promise<Session> {
  const session = createSession({
    workbook,
    files: { save: () => Promise.resolve() },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2027, 0, day)),
    clock: () => performance.now(),
  });
  await session.start();
  return session;
}

/** A form with figures that ask for a reason. */
async function unusual(): Promise<{ session: Session; workbook: MemoryWorkbook }> {
  const workbook = createMemoryWorkbook(real);
  const session = await open(workbook);
  await session.insertForm({ template: "nb2019", unit: "北京市丰台区科学技术和信息化局", year: 2020 });
  await type(workbook, decisions, 3);
  expect(form(session).outcome).toBe("explain");
  return { session, workbook };
}

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function type(workbook: MemoryWorkbook, cell: CellId, value: RawCell): Promise<void> {
  const place = placed.values.get(cell);
  if (place === undefined) throw new Error(cell);
  workbook.type(place.sheet, place.row, place.column, value);
  await settled();
}

const column = (name: ReviewColumn): number => reviewColumns.indexOf(name);

/** The row of the sheet 校验与说明 that speaks of the rule, by the names of its columns, and where it stands. */
async function row(workbook: MemoryWorkbook, wanted = rule) {
  const block = (await workbook.readBlocks([reviewAnchor])).get(reviewAnchor);
  const at = block?.values.findIndex((line) => line[column("key")] === wanted) ?? -1;
  const line = block?.values[at];
  if (block === undefined || line === undefined) return undefined;
  const cells = Object.fromEntries(reviewColumns.map((name, index) => [name, line[index]]));
  return { sheet: block.sheet, row: block.row + at, cells };
}

async function typeReason(workbook: MemoryWorkbook, name: ReviewColumn, text: string): Promise<void> {
  const found = await row(workbook);
  if (found === undefined) throw new Error("the sheet says nothing of the rule");
  workbook.type(found.sheet, found.row, column(name), text);
  await settled();
}

describe("the sheet 校验与说明 of an open workbook", () => {
  test("shows a reason given in the pane, and who gave it when", async () => {
    const { session, workbook } = await unusual();
    await session.explain(rule, { text: "历史遗留案件", by: "王某" });
    expect((await row(workbook))?.cells).toMatchObject({
      severity: "核实",
      difference: 3,
      text: "历史遗留案件",
      by: "王某",
      at: "2027-01-12",
      state: "有效",
    });
    await session.explain(rule, { text: "", by: "王某" });
    expect((await row(workbook))?.cells).toMatchObject({ text: "", by: "", at: "", state: "待说明" });
  });

  test("the hidden cells repeat what the custom XML part says", async () => {
    const { session, workbook } = await unusual();
    await session.explain(rule, { text: "历史遗留案件", by: "王某" });
    const block = (await workbook.readBlocks([identityAnchor])).get(identityAnchor);
    const text = joinIdentity((block?.values ?? []).map(([cell]) => String(cell)));
    expect(JSON.parse(text ?? "")).toMatchObject({
      template: "nb2019",
      explanations: { [rule]: { text: "历史遗留案件", left: 3, right: 0, by: "王某", at: "2027-01-12" } },
    });
  });

  test("an edit of a figure writes nothing; the next command shows what has become of the reasons", async () => {
    const { session, workbook } = await unusual();
    await session.explain(rule, { text: "历史遗留案件", by: "王某" });
    const before = workbook.trips();
    await type(workbook, decisions, 4);
    expect(workbook.trips()).toEqual(before);
    expect(form(session).explanations[rule]).toBe("expired");
    expect((await row(workbook))?.cells).toMatchObject({ state: "有效" });
    await session.confirmZeros(null);
    expect((await row(workbook))?.cells).toMatchObject({ text: "历史遗留案件", state: "已过期", difference: 4 });
    await type(workbook, decisions, 0);
    await session.confirmZeros(null);
    expect((await row(workbook))?.cells).toMatchObject({ text: "历史遗留案件", state: "已成立", difference: "" });
  });

  test("a reason typed there by hand counts at once, without a round trip, for the figures of that moment", async () => {
    const { session, workbook } = await unusual();
    await session.confirmZeros(null);
    const before = workbook.trips();
    await typeReason(workbook, "text", "历史遗留案件");
    await typeReason(workbook, "by", "李某");
    const { readBlocks } = workbook.trips();
    expect(workbook.trips()).toEqual({ ...before, readBlocks });
    const reason = { text: "历史遗留案件", left: 3, right: 0, by: "李某", at: "2027-01-12" };
    expect(form(session)).toMatchObject({ outcome: "pass", report: { explanations: { [rule]: reason } } });
    // The figures change before anything has been written: the reason is not bound to them anew.
    await type(workbook, decisions, 5);
    await session.checkAgain();
    expect(form(session)).toMatchObject({
      outcome: "explain",
      explanations: { [rule]: "expired" },
      report: { explanations: { [rule]: reason } },
    });
    await session.confirmZeros(null);
    expect((await row(workbook))?.cells).toMatchObject({ text: "历史遗留案件", by: "李某", state: "已过期" });
    expect(form(session).report.explanations).toEqual({ [rule]: reason });
  });

  test("a reason edited or taken out there is edited or withdrawn", async () => {
    const { session, workbook } = await unusual();
    await session.explain(rule, { text: "历史遗留案件", by: "王某" });
    await typeReason(workbook, "text", "历史遗留案件，已办结");
    expect(form(session).report.explanations[rule]).toMatchObject({ text: "历史遗留案件，已办结", by: "王某" });
    await typeReason(workbook, "text", "");
    expect(form(session)).toMatchObject({ outcome: "explain", explanations: { [rule]: "none" } });
    await session.confirmZeros(null);
    expect(form(session).explanations[rule]).toBe("none");
  });

  test("what was typed is found when the workbook is opened again, whether or not a command came after it", async () => {
    const { session, workbook } = await unusual();
    await session.confirmZeros(null);
    await typeReason(workbook, "text", "历史遗留案件");
    const again = await open(workbook, 20);
    expect(form(again).report.explanations[rule]).toMatchObject({ text: "历史遗留案件", left: 3, at: "2027-01-20" });
    await again.explain(rule, { text: "历史遗留案件，已核对", by: "李某" });
    const third = await open(workbook, 21);
    expect(form(third).report.explanations).toEqual({
      [rule]: { text: "历史遗留案件，已核对", left: 3, right: 0, by: "李某", at: "2027-01-20" },
    });
  });

  test("a text in a row of no rule is told of once", async () => {
    const { session, workbook } = await unusual();
    await session.confirmZeros(null);
    const found = await row(workbook);
    workbook.type(found?.sheet ?? "", (found?.row ?? 0) + 20, column("text"), "另有情况");
    await settled();
    const { notice } = session.getState();
    expect(notice?.text).toContain("“另有情况”没有对应的规则");
    session.dismissNotice();
    await session.checkAgain();
    expect(session.getState().notice).toBeNull();
  });

  test("rows inserted above it move it; nothing is written over its head", async () => {
    const { session, workbook } = await unusual();
    await session.confirmZeros(null);
    const before = await row(workbook);
    workbook.insertRow(before?.sheet ?? "", 0);
    await settled();
    await session.explain(rule, { text: "历史遗留案件", by: "王某" });
    const after = await row(workbook);
    expect([after?.row, after?.cells["text"]]).toEqual([(before?.row ?? NaN) + 1, "历史遗留案件"]);
  });
});

describe("变更记录 stays with the workbook", () => {
  const said = (log: ChangeLog) =>
    log.map(({ at, cause, changes }) => [at.getUTCDate(), cause, ...changes.map(({ from, to }) => [from, to])]);

  test("over sessions, oldest first; edits are written with the next command", async () => {
    const { session, workbook } = await unusual();
    expect(workbook.trips()["writeLog"]).toBeUndefined();
    await session.write([{ cell: decisions, from: 3, to: 0 }], "suggestion");
    expect(workbook.trips()["writeLog"]).toBe(1);
    const again = await open(workbook, 20);
    await type(workbook, decisions, 7);
    expect(workbook.trips()["writeLog"]).toBe(1);
    await again.confirmZeros(null);
    const third = await open(workbook, 21);
    expect(said(form(third).log)).toEqual([
      [12, "hand", [0, 3]],
      [12, "suggestion", [3, 0]],
      [20, "hand", [0, 7]],
    ]);
    expect(form(third).undoable).toBeNull();
    await type(workbook, decisions, 0);
    expect(form(third).undoable?.back).toEqual([{ cell: decisions, from: 0, to: 3 }]);
  });

  test("when the pane goes out of sight what is new is written, and nothing else is", async () => {
    const { session, workbook } = await unusual();
    await session.leave();
    expect(workbook.trips()["writeLog"]).toBe(1);
    const before = workbook.trips();
    await session.leave();
    expect(workbook.trips()).toEqual(before);
    const again = await open(workbook);
    await again.leave();
    expect(said(form(again).log)).toEqual([[12, "hand", [0, 3]]]);
    expect(workbook.trips()["writeLog"]).toBe(1);
  });

  test("and is no part of what is sealed", async () => {
    const { template, report } = completeReport();
    const { sheets } = openWorkbook(await writeForm(template, report, { date: new Date(0) }));
    const workbook = createMemoryWorkbook(
      (name, line, place) => sheets.find((known) => known.name === name)?.cells.get(cellKey(line, place))?.value ?? "",
    );
    const session = await open(workbook);
    await session.insertForm({ template: template.id, unit: report.unit, year: report.year });
    const cell: CellId = "t2_6.coercion.decisions";
    const from = form(session).report.values.get(cell) ?? null;
    await session.write([{ cell, from, to: 77 }], "suggestion");
    await session.undo();
    const request = { by: "王某", to: "a@b.cn", cc: "", onStep: () => undefined, isCancelled: () => false };
    const made = await session.seal(request);
    expect([session.getState().notice, made === null]).toEqual([null, false]);
    expect(await workbook.readLog()).toContain(logNamespace);
    const parts = partsOf(made?.workbook.bytes ?? new Uint8Array());
    expect(Object.keys(parts)).not.toEqual([]);
    for (const xml of Object.values(parts)) expect(xml).not.toContain(logNamespace);
  });

  const change = (index: number): ChangeLog[number] => ({
    at: new Date(Date.UTC(2027, 0, 12, 8, 0, index)),
    cause: "hand",
    changes: [{ cell: "t3.granted.total", from: index === 0 ? null : "/", to: index }],
  });

  test("comes back as it was written, texts with signs of XML included", () => {
    const log: ChangeLog = [
      change(0),
      { ...change(1), cause: "undo", changes: [{ cell: "t3.granted.total", from: '<a href="x">&\u0001', to: null }] },
    ];
    expect(readKeptLog(writeKeptLog(log))).toEqual(log);
    expect(readKeptLog(writeKeptLog([]))).toEqual([]);
  });

  test("is bounded: the newest changes stay", () => {
    const log = Array.from({ length: 2500 }, (_, index) => change(index));
    expect(readKeptLog(writeKeptLog(log))).toEqual(log.slice(500));
    const long = { ...change(1), changes: [{ cell: "t3.granted.total" as const, from: "长".repeat(150_000), to: 1 }] };
    expect(readKeptLog(writeKeptLog([change(0), long, long]))).toEqual([long]);
  });

  test.each([
    ["none", null],
    ["another part", '<other xmlns="urn:else">x</other>'],
    ["no JSON", writeLogPart("{")],
    ["another shape", writeLogPart('{"version":1,"entries":[["never","hand",[["t3.granted.total",1,2]]],["x"]]}')],
    ["a newer kind", writeLogPart('{"version":2,"entries":[]}')],
  ])("%s is an empty log", (_, xml) => {
    expect(readKeptLog(xml)).toEqual([]);
  });
});
