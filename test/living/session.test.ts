import { readFileSync } from "node:fs";

import type { RawCell } from "../../src/app/ports";
import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId } from "../../src/core/model/cell";
import type { LivingParagraph } from "../../src/core/narrative/living";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { nb2021 } from "../../src/templates/nb2021";

const placed = placeForm(nb2021);
const { values } = JSON.parse(readFileSync("test/data/reports/006-jinhu-2023.json", "utf8")) as {
  values: Record<CellId, RawCell>;
};
const total: CellId = "t3.newReceived.total";
const sheet = "年报正文";

function real(name: string, row: number, column: number): RawCell {
  for (const [cell, place] of placed.values)
    if (place.sheet === name && place.row === row && place.column === column) return values[cell] ?? "";
  return "";
}

async function opened(): Promise<{ session: Session; workbook: MemoryWorkbook; saved: readonly string[] }> {
  const saved: string[] = [];
  const workbook = createMemoryWorkbook(real);
  const session = createSession({
    workbook,
    files: { save: (name) => Promise.resolve(void saved.push(name)) },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2024, 0, 12)),
    clock: () => performance.now(),
  });
  await session.start();
  await session.insertForm({ template: "nb2021", unit: "某某县民政局", year: 2023 });
  return { session, workbook, saved };
}

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  expect(state.notice).toBeNull();
  return state.form;
}

const paragraphs = (session: Session): readonly LivingParagraph[] => form(session).text?.living.paragraphs ?? [];
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

async function type(workbook: MemoryWorkbook, value: RawCell): Promise<void> {
  const place = placed.values.get(total);
  if (place === undefined) throw new Error(total);
  workbook.type(place.sheet, place.row, place.column, value);
  await settled();
}

/** The line of the block in which a paragraph stands that has this number of cases received. */
async function received(workbook: MemoryWorkbook): Promise<{ row: number; text: string }> {
  const block = (await workbook.readBlocks(["GOUJI.text"])).get("GOUJI.text");
  const row = block?.values.findIndex(([text]) => String(text).includes("143件")) ?? -1;
  return { row, text: String(block?.values[row]?.[0]) };
}

test("opening the report writes its text into the sheet, opening it again writes nothing", async () => {
  const { session, workbook } = await opened();
  expect(workbook.trips()["writeText"]).toBeUndefined();
  await session.narrate();
  expect(workbook.trips()["writeText"]).toBe(1);
  expect(form(session).text?.living.isBehind).toBe(false);
  await session.narrate();
  expect(workbook.trips()["writeText"]).toBe(1);
});

test("an edit of a figure changes the text at once and writes to no sheet; 更新正文 does", async () => {
  const { session, workbook } = await opened();
  await session.narrate();
  const writes = ({ writeText, writeCells, writeIdentity }: Readonly<Record<string, number>>): unknown[] => [
    writeText,
    writeCells,
    writeIdentity,
  ];
  const before = writes(workbook.trips());
  await type(workbook, 144);
  expect(writes(workbook.trips())).toEqual(before);
  const behind = paragraphs(session).filter(({ shown, text }) => shown !== text);
  expect(behind.map(({ shown, text }) => [shown?.includes("143件"), text.includes("144件")])).toEqual([[true, true]]);
  await session.updateText();
  expect(workbook.trips()["writeText"]).toBe(2);
  const state = session.getState();
  expect(state.notice?.kind).toBe("done");
  expect((await received(workbook)).row).toBe(-1);
});

test("an edit on the sheet is noticed; the old figure in it is taken in by one click", async () => {
  const { session, workbook } = await opened();
  await session.narrate();
  const { row, text } = await received(workbook);
  workbook.type(sheet, row, 0, text.replace("143件", "申请143件，均已登记"));
  await settled();
  expect(paragraphs(session).filter(({ state }) => state === "edited")).toHaveLength(1);
  await type(workbook, 150);
  const [edited] = paragraphs(session).filter(({ state }) => state === "edited");
  const stale = edited?.figures.findIndex(({ state }) => state === "stale") ?? -1;
  expect(edited?.figures[stale]).toMatchObject({ text: "143件", now: { text: "150件" } });
  await session.saveDocument("docx");
  expect(session.getState().notice).toMatchObject({ kind: "error" });
  expect(session.getState().notice?.text).toContain("143件（现为150件）");
  session.dismissNotice();

  await session.takeFigures(edited?.row ?? -1, [stale]);
  const [taken] = paragraphs(session).filter(({ state }) => state === "edited");
  expect(taken?.text).toContain("申请150件，均已登记");
  expect(taken?.figures.map(({ state }) => state)).not.toContain("stale");
  expect((await workbook.readBlocks(["GOUJI.text"])).get("GOUJI.text")?.values[row]?.[0]).toContain("申请150件");
});

test("a paragraph that was taken out comes back on command", async () => {
  const { session, workbook } = await opened();
  await session.narrate();
  const { row } = await received(workbook);
  workbook.type(sheet, row, 0, "");
  await settled();
  const [removed] = paragraphs(session).filter(({ state }) => state === "removed");
  expect(JSON.stringify(form(session).narrative)).not.toContain("143件");
  await session.restoreParagraph(removed?.key ?? "");
  expect(paragraphs(session).every(({ state }) => state === "follows")).toBe(true);
  expect((await received(workbook)).row).toBe(row);
});

test("selecting a cell, or a line of the text, tells what it is to the text without a round trip", async () => {
  const { session, workbook } = await opened();
  await session.narrate();
  const before = workbook.trips();
  const place = placed.values.get(total);
  if (place === undefined) throw new Error(total);
  workbook.pick(place);
  expect(form(session).selected).toEqual({ sources: [total], row: null });
  const { row } = await received(workbook);
  workbook.pick({ sheet, row, column: 0, rows: 1, columns: 1 });
  const picked = form(session).selected?.row;
  expect(paragraphs(session).find((one) => one.row === picked)?.text).toContain("143件");
  expect({ ...workbook.trips(), readBlocks: before["readBlocks"] }).toEqual(before);
});

test("last year's figures come into the text, and into the files that carry it", async () => {
  const { session, saved } = await opened();
  await session.narrate();
  const last = { template: "nb2021", unit: "某某县民政局", year: 2022, values: { ...values, [total]: 100 } };
  await session.usePrior("上年.json", new TextEncoder().encode(JSON.stringify(last)));
  session.dismissNotice();
  const compared = JSON.stringify(form(session).narrative);
  expect(compared).toContain("prior.");
  await session.saveDocument("docx");
  expect(session.getState().notice?.kind).toBe("done");
  expect(saved).toHaveLength(1);
});
