import { readFileSync } from "node:fs";

import type { RawCell } from "../../src/app/ports";
import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { nb2021 } from "../../src/templates/nb2021";

// What the open form is held against: rules of the superior office and last year's figures.

const read = (name: string): Buffer => readFileSync(`test/data/reports/${name}.json`);
const { unit, values } = JSON.parse(read("013-pingtan-2022").toString()) as {
  unit: string;
  values: Record<CellId, RawCell>;
};
const places = placeForm(nb2021).values;
const task = (text: string): Uint8Array => new TextEncoder().encode(text);
const rules = `任务: 2022年度年报
下发单位: 某市政府办
年度: 2022
截止日期: 2023-01-20
单位: [${unit}, 另一个局]
规则:
  - { 编号: 上限, 级别: 核实, 规则: t3.newReceived.total <= 1 }
  - { 编号: 增长, 级别: 提示, 规则: t3.newReceived.total <= 0.5 * 上年.t3.newReceived.total }
`;

function real(sheet: string, row: number, column: number): RawCell {
  for (const [cell, place] of places)
    if (place.sheet === sheet && place.row === row && place.column === column) return values[cell] ?? "";
  return "";
}

async function opened(workbook: MemoryWorkbook): Promise<Session> {
  const session = createSession({
    workbook,
    files: { save: () => Promise.reject(new Error("nothing is saved here")) },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2023, 0, 12)),
    clock: () => 0,
  });
  await session.start();
  return session;
}

async function withForm(): Promise<{ session: Session; workbook: MemoryWorkbook }> {
  const workbook = createMemoryWorkbook(real);
  const session = await opened(workbook);
  await session.insertForm({ template: "nb2021", unit, year: 2022 });
  return { session, workbook };
}

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

const found = (session: Session): readonly string[] => form(session).result.findings.map(({ rule }) => rule);

describe("rules of the superior office", () => {
  test("apply from when the file is loaded, in later sessions too, until it is taken away", async () => {
    const { session, workbook } = await withForm();
    const before = found(session);
    await session.useTaskFile("任务.yaml", task(rules));
    expect(session.getState().notice).toEqual({
      kind: "done",
      text: "已载入 任务.yaml，其中 2 条规则从现在起参加校验。",
    });
    expect(found(session)).toContain("own.上限");
    expect(form(session).result.undecided).toContain("own.增长");
    expect(form(session).outcome).toBe("explain");

    const later = await opened(workbook);
    expect(found(later)).toContain("own.上限");
    expect(form(later).against.task?.file).toMatchObject({ title: "2022年度年报", deadline: "2023-01-20", year: 2022 });

    await later.dropTaskFile();
    expect(found(later)).toEqual(before);
    expect(found(await opened(workbook))).toEqual(before);
  });

  test("are asked again with each edit", async () => {
    const { session, workbook } = await withForm();
    await session.useTaskFile("任务.yaml", task("- { 编号: 上限, 级别: 强制, 规则: t3.newReceived.total <= 500 }"));
    expect(found(session)).not.toContain("own.上限");
    const place = places.get("t3.newReceived.total");
    workbook.type(place?.sheet ?? "", place?.row ?? 0, place?.column ?? 0, 501);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(found(session)).toContain("own.上限");
  });

  test("a file with a mistake is refused with the line, and what was in use stays", async () => {
    const { session } = await withForm();
    await session.useTaskFile("任务.yaml", task(rules));
    await session.useTaskFile("新.yaml", task("规则:\n  - 编号: a\n    级别: 强制\n    规则: t3.nothing.total <= 5\n"));
    expect(session.getState().notice).toMatchObject({ kind: "error", text: expect.stringMatching(/新\.yaml.*第4行/u) });
    expect(found(session)).toContain("own.上限");
  });

  test("loaded before there is a form they are shown, and apply once it is inserted", async () => {
    const workbook = createMemoryWorkbook(real);
    const session = await opened(workbook);
    await session.useTaskFile("任务.yaml", task(rules));
    expect(session.getState()).toMatchObject({ phase: "empty", task: { year: 2022, units: [{ name: unit }, {}] } });
    expect((await opened(workbook)).getState()).toMatchObject({ phase: "empty", task: { title: "2022年度年报" } });
    await session.insertForm({ template: "nb2021", unit, year: 2022 });
    expect(found(session)).toContain("own.上限");
  });
});

describe("last year's report", () => {
  test("is compared live from when it is chosen, and kept with the workbook as figures alone", async () => {
    const { session, workbook } = await withForm();
    await session.useTaskFile("任务.yaml", task(rules));
    expect(form(session).result.undecided).toContain("nb2021.t3.carryCross[total]");
    await session.usePrior("上年.json", read("012-pingtan-2021"));
    expect(session.getState().notice).toMatchObject({
      kind: "done",
      text: expect.stringContaining("已载入2021年度的"),
    });
    const carried = form(session).book.rules.flatMap(({ id }) => (id.includes("carryCross") ? [id] : []));
    expect(carried.length).toBeGreaterThan(5);
    for (const id of carried) expect(form(session).result.undecided).not.toContain(id);
    expect(found(session)).toContain("own.增长");

    const kept = (await workbook.recall("gouji.prior")) ?? "";
    expect(Object.keys(JSON.parse(kept) as object).sort()).toEqual(["name", "template", "unit", "values", "year"]);
    const later = await opened(workbook);
    expect(found(later)).toEqual(found(session));
    expect(form(later).against.prior).toMatchObject({ name: "上年.json", report: { year: 2021, facts: {} } });

    // An edit is held against last year without reading anything.
    const place = places.get("t3.carriedOver.total");
    workbook.type(place?.sheet ?? "", place?.row ?? 0, place?.column ?? 0, 77);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(found(session)).toContain("nb2021.t3.carryCross[total]");

    await session.dropPrior();
    expect(form(session).result.undecided).toContain("nb2021.t3.carryCross[total]");
    expect(form(await opened(workbook)).against.prior).toBeNull();
  });

  test("a report of another year is refused, one of another unit is pointed out", async () => {
    const { session } = await withForm();
    await session.usePrior("x.json", read("001-fengtai-2020"));
    expect(session.getState().notice).toMatchObject({
      kind: "error",
      text: "x.json：是2020年度的报告；要比较的是2021年度，请选2021年度的文件。",
    });
    expect(form(session).against.prior).toBeNull();
    const other = JSON.parse(read("012-pingtan-2021").toString()) as object;
    await session.usePrior("y.json", task(JSON.stringify({ ...other, unit: "某局" })));
    expect(session.getState().notice?.text).toContain("那份报告的单位是“某局”");
  });
});
