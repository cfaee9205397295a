import type { RawCell } from "../../src/app/ports";
import { createSession } from "../../src/app/session";
import type { OpenForm, Session } from "../../src/app/session-state";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { factColumns, type FactColumn } from "../../src/formats/xlsx/fact-lines";
import { createMemoryWorkbook, type MemoryWorkbook } from "../../src/hosts/memory/memory-workbook";
import { verdictOf } from "../../src/taskpane/verdict";
import { nb2021 } from "../../src/templates/nb2021";

const placed = placeForm(nb2021);
const sheet = "正文要素";
const lines = placed.sheets.find(({ name }) => name === sheet)?.cells ?? [];

/** What a new form says, with zeros in all figures. */
function blank(name: string, row: number, column: number): RawCell {
  if (name !== sheet) return 0;
  const content = lines.find((cell) => cell.row === row && cell.column === column)?.content;
  if (content?.kind === "text") return content.text;
  return content?.kind === "input" ? (content.value ?? "") : "";
}

function rowOf(key: string, nth = 0): number {
  const rows = lines.flatMap(({ row, content }) => (content.kind === "text" && content.text === key ? [row] : []));
  const row = rows[nth];
  if (row === undefined) throw new Error(key);
  return row;
}

async function started(): Promise<{ session: Session; workbook: MemoryWorkbook }> {
  const workbook = createMemoryWorkbook(blank);
  const session = createSession({
    workbook,
    files: { save: () => Promise.resolve() },
    pause: () => Promise.resolve(),
    now: () => new Date(Date.UTC(2027, 0, 12)),
    clock: () => 0,
  });
  await session.start();
  await session.insertForm({ template: "nb2021", unit: "某某局", year: 2026 });
  await session.confirmZeros("王某");
  return { session, workbook };
}

function form(session: Session): OpenForm {
  const state = session.getState();
  if (state.phase !== "open") throw new Error(state.phase);
  return state.form;
}

/** Types into a column of a line and waits until the session has worked it off. */
async function type(
  { session, workbook }: { session: Session; workbook: MemoryWorkbook },
  row: number,
  column: FactColumn,
  value: RawCell,
): Promise<void> {
  const told = new Promise<void>((resolve) => {
    const stop = session.subscribe(() => {
      stop();
      resolve();
    });
  });
  workbook.type(sheet, row, factColumns.indexOf(column), value);
  await told;
}

const wrong = (session: Session): readonly string[] =>
  form(session)
    .result.findings.filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

test("categories that stop adding up are a 强制 finding as they are typed, and a correction heals it", async () => {
  const open = await started();
  const { session } = open;
  expect(wrong(session)).toEqual([]);
  await type(open, rowOf("f:disclosure:wechat"), "value", 263);
  await type(open, rowOf("p:disclosure:wechat"), "name", "动态");
  expect(wrong(session)).toEqual([]);
  await type(open, rowOf("p:disclosure:wechat"), "value", 260);
  expect(wrong(session)).toEqual(["nb2021.facts.partsSum[wechat]"]);
  expect(form(session).outcome).toBe("fail");
  expect(verdictOf(form(session))).toEqual({ kind: "fail", errors: 1 });
  await type(open, rowOf("p:disclosure:wechat", 1), "value", 3);
  expect(wrong(session)).toEqual([]);
});

test("a fact path leads to its place on the sheet", async () => {
  const open = await started();
  const { session, workbook } = open;
  await type(open, rowOf("p:disclosure:wechat", 1), "name", "通知 公告");
  await type(open, rowOf("p:disclosure:wechat", 1), "value", 3);
  const value = factColumns.indexOf("value");
  const places: readonly (readonly [string, number, number])[] = [
    ["disclosure.wechat.value", rowOf("f:disclosure:wechat"), value],
    ['disclosure.wechat.parts."通知 公告"', rowOf("p:disclosure:wechat", 1), value],
    ["disclosure.pub_site.value-disclosure.wechat.value", rowOf("f:disclosure:pub_site"), value],
    ["problem.problem2.text", rowOf("f:problem:problem2"), factColumns.indexOf("text")],
  ];
  for (const [path, row, column] of places) {
    await session.goTo(path);
    expect(workbook.selected()).toEqual({ sheet, row, column, rows: 1, columns: 1 });
  }
  await session.goTo("t3.newReceived.total");
  expect(workbook.selected()?.sheet).toBe("表三");
});
