import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import type { CellId } from "../../src/core/model/cell";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { nb2021 } from "../../src/templates/nb2021";

const cell: CellId = "t3.newReceived.naturalPerson";
const places = placeForm(nb2021).values;

/** A session whose host may be told to keep its answers to itself for a while: they say what was there when asked. */
async function slow(): Promise<{
  readonly session: Session;
  readonly workbook: MemoryWorkbook;
  readonly hold: () => () => void;
}> {
  const workbook = createMemoryWorkbook(() => 0);
  let gate = Promise.resolve();
  const session = createSession({
    workbook: {
      ...workbook,
      readBlocks: async (anchors) => {
        const blocks = await workbook.readBlocks(anchors);
        await gate;
        return blocks;
      },
      writeIdentity: async (xml) => {
        await gate;
        await workbook.writeIdentity(xml);
      },
    },
    files: { save: () => Promise.resolve() },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2027, 0, 12)),
    clock: () => 0,
  });
  await session.start();
  await session.insertForm({ template: "nb2021", unit: "某某局", year: 2026 });
  const hold = (): (() => void) => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    return () => {
      open();
    };
  };
  return { session, workbook, hold };
}

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

function at(): { readonly sheet: string; readonly row: number; readonly column: number } {
  const place = places.get(cell);
  if (place === undefined) throw new Error(cell);
  return place;
}

/** Long enough for whatever needs no host to be over. */
async function meanwhile(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** A command comes after whatever was begun before it. */
const settled = (session: Session): Promise<void> => session.describeUnit({ unitType: null, rulemaking: null });

test("an edit made while the sheets are read is seen, and is one edit", async () => {
  const { session, workbook, hold } = await slow();
  const open = hold();
  const checking = session.checkAgain();
  await meanwhile();
  const { sheet, row, column } = at();
  workbook.type(sheet, row, column, 4242);
  await meanwhile();
  open();
  await checking;
  await settled(session);
  expect(form(session).report.values.get(cell)).toBe(4242);
  expect(form(session).log.map(({ cause, changes }) => [cause, changes])).toEqual([
    ["hand", [{ cell, from: 0, to: 4242 }]],
  ]);
});

test("what is said of the report while the sheets are read stays said", async () => {
  const { session, hold } = await slow();
  const open = hold();
  const both = Promise.all([session.checkAgain(), session.confirmZeros("王某")]);
  await meanwhile();
  open();
  await both;
  expect(form(session).report.zeroReport?.by).toBe("王某");
});

test("two things said at once are both kept", async () => {
  const { session } = await slow();
  await Promise.all([session.confirmZeros("王某"), session.describeUnit({ unitType: "township", rulemaking: false })]);
  expect(form(session).report).toMatchObject({ unitType: "township", rulemaking: false });
  expect(form(session).report.zeroReport?.by).toBe("王某");
});

test("the pane shows what is done first while more is asked for, and nothing once all is done", async () => {
  const { session, hold } = await slow();
  const open = hold();
  const both = Promise.all([session.checkAgain(), session.confirmZeros("王某")]);
  await meanwhile();
  expect(session.getState().busy).toBe("checking");
  open();
  await both;
  expect(session.getState().busy).toBeNull();
});
