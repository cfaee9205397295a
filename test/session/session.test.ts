import { readFileSync } from "node:fs";

import type { RawCell } from "../../src/app/ports";
import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { nb2019 } from "../../src/templates/nb2019";

const places = placeForm(nb2019).values;
const { values } = JSON.parse(readFileSync("test/data/reports/001-fengtai-2020.json", "utf8")) as {
  values: Record<CellId, RawCell>;
};
const petition: CellId = "t3.notProcessedPetition.enterprise";

function at(cell: CellId): { sheet: string; row: number; column: number } {
  const place = places.get(cell);
  if (place === undefined) throw new Error(cell);
  return place;
}

/** What stands in the real report at a place of the form. */
function real(sheet: string, row: number, column: number): RawCell {
  for (const [cell, place] of places)
    if (place.sheet === sheet && place.row === row && place.column === column) return values[cell] ?? "";
  return "";
}

async function filled(): Promise<{ session: Session; workbook: MemoryWorkbook; saved: Map<string, Uint8Array> }> {
  const workbook = createMemoryWorkbook(real);
  const saved = new Map<string, Uint8Array>();
  const session = createSession({
    workbook,
    files: { save: (name, bytes) => Promise.resolve(void saved.set(name, bytes)) },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2027, 0, 12)),
    clock: () => performance.now(),
  });
  await session.start();
  expect(session.getState()).toMatchObject({ phase: "empty", notice: null, busy: null });
  await session.insertForm({ template: "nb2019", unit: "北京市丰台区科学技术和信息化局", year: 2020 });
  return { session, workbook, saved };
}

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

const errors = (session: Session): readonly string[] =>
  form(session)
    .result.findings.filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function type(workbook: MemoryWorkbook, cell: CellId, value: RawCell): Promise<void> {
  const { sheet, row, column } = at(cell);
  workbook.type(sheet, row, column, value);
  await settled();
}

test("the inserted form is read, checked and counted", async () => {
  const { session } = await filled();
  expect(errors(session)).toEqual([]);
  expect(form(session).progress).toEqual([
    { sheet: "表二", filled: 22, total: 22 },
    { sheet: "表三", filled: 161, total: 161 },
    { sheet: "表四", filled: 15, total: 15 },
  ]);
  expect(form(session).report).toMatchObject({ unit: "北京市丰台区科学技术和信息化局", year: 2020 });
});

test("an edit of one cell is checked without a round trip, and its undoing heals it", async () => {
  const { session, workbook } = await filled();
  const before = workbook.trips();
  await type(workbook, petition, 5);
  expect(errors(session)).toEqual(["nb2019.t3.resultSum[enterprise]", "nb2019.t3.rowSum[notProcessedPetition]"]);
  await type(workbook, petition, 4);
  expect(errors(session)).toEqual([]);
  expect(workbook.trips()).toEqual(before);
});

test("a pasted block costs one round trip, and one more where it runs over labels", async () => {
  const { session, workbook } = await filled();
  const before = workbook.trips();
  const { sheet, row, column } = at("t3.newReceived.naturalPerson");
  workbook.paste(
    sheet,
    row - 1,
    column - 1,
    Array.from({ length: 30 }, () => Array.from({ length: 10 }, () => 1)),
  );
  await settled();
  expect(workbook.trips()).toEqual({ ...before, readAreas: 1, readSheets: (before["readSheets"] ?? 0) + 1 });
  expect(errors(session)).toContain("nb2019.t3.rowSum[granted]");
});

test("edits outside the form cost nothing", async () => {
  const { session, workbook } = await filled();
  const before = workbook.trips();
  const shown = session.getState();
  workbook.paste("表三", 60, 20, [[1, 2]]);
  workbook.type("另一张表", 0, 0, 5);
  await settled();
  expect(workbook.trips()).toEqual(before);
  expect(session.getState()).toBe(shown);
});

test("a burst of edits is worked off in order, the last one counts", async () => {
  const { session, workbook } = await filled();
  const { sheet, row, column } = at(petition);
  for (const value of [5, 6, 7, 4]) workbook.type(sheet, row, column, value);
  await settled();
  expect(errors(session)).toEqual([]);
});

test("a row inserted above the form moves it; figures and places are found again", async () => {
  const { session, workbook } = await filled();
  workbook.insertRow("表三", 0);
  await settled();
  expect(errors(session)).toEqual([]);
  await session.goTo(petition);
  expect(workbook.selected()).toMatchObject({ sheet: "表三", row: at(petition).row + 1, column: at(petition).column });
});

test("a row inserted inside the table is said, and its figures are not misread", async () => {
  const { session, workbook } = await filled();
  workbook.insertRow("表三", at(petition).row);
  await settled();
  expect(session.getState().notice).toMatchObject({ kind: "error", text: expect.stringContaining("表三") });
  expect(form(session).report.values.has(petition)).toBe(false);
});

test("text, strokes and text-numbers are told apart", async () => {
  const { session, workbook } = await filled();
  await type(workbook, petition, "４");
  expect(errors(session)).toEqual([]);
  await type(workbook, petition, "4件");
  expect(errors(session)).toContain("nb2019.t3.domain[notProcessedPetition.enterprise]");
});

test("a second form is refused in words, and nothing is lost", async () => {
  const { session, workbook } = await filled();
  await session.insertForm({ template: "nb2019", unit: "某局", year: 2020 });
  expect(session.getState().notice).toMatchObject({
    kind: "error",
    text: expect.stringContaining("一个工作簿只放一份表式"),
  });
  expect(workbook.trips()["insertForm"]).toBe(1);
  expect(errors(session)).toEqual([]);
});

test("when Excel fails, the clerk is told and can go on", async () => {
  const { session, workbook } = await filled();
  workbook.failNext("readBlocks", new Error("GeneralException"));
  await session.checkAgain();
  expect(session.getState()).toMatchObject({
    busy: null,
    notice: { kind: "error", text: expect.stringContaining("数据没有改动") },
  });
  await session.goTo(petition);
  expect(session.getState().notice).toMatchObject({ kind: "error" });
  await session.checkAgain();
  expect(session.getState().notice).toBeNull();
  workbook.failNext("readAreas", new Error("GeneralException"));
  workbook.paste("表三", at(petition).row, at(petition).column, [[5]]);
  await settled();
  expect(session.getState().notice).toMatchObject({ kind: "error" });
  // The next edit, wherever it is, brings the one that was missed as well.
  await type(workbook, "t3.newReceived.other", 0);
  expect(errors(session)).toHaveLength(2);
});

test("a full check costs one round trip", async () => {
  const { session, workbook } = await filled();
  const before = workbook.trips();
  await session.checkAgain();
  expect(workbook.trips()).toEqual({ ...before, readBlocks: (before["readBlocks"] ?? 0) + 1 });
});

test("the report text follows the figures", async () => {
  const { session, workbook } = await filled();
  expect(form(session).narrative?.placeholders).toHaveLength(6);
  await session.narrate();
  expect(JSON.stringify(form(session).narrative)).toContain("6件");
  await type(workbook, "t3.newReceived.total", 7);
  expect(JSON.stringify(form(session).narrative)).toContain("7件");
});

test("the view in use stays with the workbook", async () => {
  const { session } = await filled();
  expect(await session.recallView()).toBeNull();
  await session.rememberView("check");
  expect(await session.recallView()).toBe("check");
});

describe("what Gouji writes on command", () => {
  const target: CellId = "t3.notProcessedPetition.enterprise";

  test("the wrong cell is named with the right value; one click writes it, 撤销 brings the old figure back", async () => {
    const { session, workbook } = await filled();
    await type(workbook, target, 40);
    const [suggestion] = form(session).localisation.suggestions;
    expect(suggestion).toMatchObject({ certain: true, changes: [{ cell: target, from: 40, to: 4 }] });
    await session.write(suggestion?.changes ?? [], "suggestion");
    await settled();
    expect(errors(session)).toEqual([]);
    expect(form(session).undoable).toMatchObject({ back: [{ cell: target, from: 4, to: 40 }] });
    await session.undo();
    await settled();
    expect(form(session).report.values.get(target)).toBe(40);
    expect(form(session).undoable).toBeNull();
    expect(form(session).log.map(({ cause }) => cause)).toEqual(["hand", "suggestion", "undo"]);
  });

  test("撤销 keeps what was typed since", async () => {
    const { session, workbook } = await filled();
    await session.write([{ cell: target, from: 4, to: 9 }], "suggestion");
    await type(workbook, target, 7);
    expect(form(session).undoable).toBeNull();
    await session.undo();
    expect(form(session).report.values.get(target)).toBe(7);
  });

  test("a write that fails is said, and the figures shown are those of the sheet", async () => {
    const { session, workbook } = await filled();
    workbook.failNext("writeCells", new Error("AccessDenied"));
    await session.write([{ cell: target, from: 4, to: 9 }], "suggestion");
    expect(session.getState().notice).toMatchObject({ kind: "error" });
    await session.checkAgain();
    expect(form(session).report.values.get(target)).toBe(4);
    expect(form(session).log).toEqual([]);
  });

  test("blank totals and blanks are proposed, and written only when asked for", async () => {
    const { session, workbook } = await filled();
    await type(workbook, "t3.newReceived.total", "");
    await type(workbook, "t3.partial.other", "");
    await type(workbook, "t3.partial.research", "/");
    expect(form(session).proposals.totals).toEqual([{ cell: "t3.newReceived.total", from: null, to: 6 }]);
    expect(form(session).proposals.zeros).toEqual([{ cell: "t3.partial.other", from: null, to: 0 }]);
    expect(workbook.trips()["writeCells"]).toBeUndefined();
    await session.write([...form(session).proposals.totals, ...form(session).proposals.zeros], "totals");
    expect(form(session).report.values.get("t3.newReceived.total")).toBe(6);
    expect(form(session).report.values.get("t3.partial.research")).toBe("/");
  });

  test("a reason stays with the workbook and expires when its figures change", async () => {
    const { session, workbook } = await filled();
    const rule = "nb2019.t2.itemsZeroDecisions[t2_6.coercion]";
    await type(workbook, "t2_6.coercion.decisions", 3);
    expect(form(session).outcome).toBe("explain");
    await session.explain(rule, { text: "历史遗留案件", by: "王某" });
    expect(form(session)).toMatchObject({ outcome: "pass", explanations: { [rule]: "current" } });
    await session.checkAgain();
    expect(form(session).report.explanations[rule]).toEqual({
      text: "历史遗留案件",
      left: 3,
      right: 0,
      by: "王某",
      at: "2027-01-12",
    });
    await type(workbook, "t2_6.coercion.decisions", 4);
    expect(form(session)).toMatchObject({ outcome: "explain", explanations: { [rule]: "expired" } });
    await session.explain(rule, { text: "", by: "王某" });
    expect(form(session).explanations[rule]).toBe("none");
  });

  test("what the rules need to know of the unit is told once and kept", async () => {
    const { session } = await filled();
    expect(form(session).result.undecided).toContain("nb2019.t2.rulePower");
    await session.describeUnit({ unitType: "department", rulemaking: false });
    expect(form(session).result.passed).toContain("nb2019.t2.rulePower");
    await session.confirmZeros("王某");
    expect(form(session).report.zeroReport).toEqual({ by: "王某", at: "2027-01-12" });
  });

  test("变更记录 can be kept as a file that opens in Excel", async () => {
    const { session, workbook, saved } = await filled();
    await type(workbook, target, "=1+1");
    await session.write([{ cell: target, from: "=1+1", to: 4 }], "suggestion");
    await session.saveLog();
    const [[name, bytes] = ["", new Uint8Array()]] = saved;
    expect(name).toBe("北京市丰台区科学技术和信息化局_2020_变更记录.csv");
    const text = Buffer.from(bytes).toString("utf8");
    expect(text).toContain("表三 · 1.信访举报投诉类申请 · 商业企业,4,'=1+1,手工修改");
    expect(text).toContain("表三 · 1.信访举报投诉类申请 · 商业企业,'=1+1,4,按建议修改");
  });

  test("the check report is kept as a workbook under its own name", async () => {
    const { session, saved } = await filled();
    await session.saveCheckReport();
    const [[name, bytes] = ["", new Uint8Array()]] = saved;
    expect(name).toMatch(/^北京市丰台区科学技术和信息化局.*校验.*\.xlsx$/u);
    expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b]);
    expect(session.getState().notice).toMatchObject({ kind: "done" });
  });
});

test("that a file was made is not said any longer once the figures are others", async () => {
  const { session, workbook } = await filled();
  await session.saveLog();
  expect(session.getState().notice).toMatchObject({ kind: "done" });
  await type(workbook, petition, 3);
  expect(session.getState().notice).toBeNull();
});
