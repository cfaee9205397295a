import type { Facts } from "../../src/core/model/facts";
import { factLines, factColumns } from "../../src/formats/xlsx/fact-lines";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { factRowsOf, readFactRows, type FactRow } from "../../src/formats/xlsx/read-facts";
import { workbook as messages } from "../../src/messages/workbook";
import { nb2019 } from "../../src/templates/nb2019";
import { editParts, read, realReport, write } from "./support/workbooks";

const { facts: fields } = nb2019;

/** The rows of the sheet as a host would read them. */
function rowsOf(facts: Facts): FactRow[] {
  const placed = placeForm(nb2019, { facts });
  const block = placed.anchors.find(({ name }) => name === "GOUJI.facts");
  const sheet = placed.sheets.find(({ name }) => name === block?.sheet);
  if (block === undefined || sheet === undefined) throw new Error("no sheet for facts");
  const cells = Array.from({ length: block.rows }, () => factColumns.map((): string | number => ""));
  for (const { row, column, content } of sheet.cells) {
    const line = cells[row - block.row];
    if (line === undefined) continue;
    if (content.kind === "text") line[column] = content.text;
    if (content.kind === "input") line[column] = content.value ?? "";
  }
  return [...factRowsOf(cells)];
}

/** Edits the row with a key; the n-th of several. */
function edit(rows: readonly FactRow[], key: string, change: FactRow, nth = 0): FactRow[] {
  const at = rows.map((row, index) => (row.key === key ? index : -1)).filter((index) => index >= 0)[nth];
  if (at === undefined) throw new Error(key);
  return rows.map((row, index) => (index === at ? { ...row, ...change } : row));
}

function insertAfter(rows: readonly FactRow[], key: string, row: FactRow, nth = 0): FactRow[] {
  const at = rows.map((line, index) => (line.key === key ? index : -1)).filter((index) => index >= 0)[nth];
  if (at === undefined) throw new Error(key);
  return [...rows.slice(0, at + 1), row, ...rows.slice(at + 1)];
}

const reading = (rows: readonly FactRow[], known: Facts): Facts => readFactRows(fields, rows, known, messages).facts;

it("offers every field of the form, with all its lines", () => {
  const lines = factLines(fields, {});
  const offered = fields.reduce((sum, { lines: count = 1 }) => sum + count, 0);
  const counted = lines.reduce((sum, line) => sum + (line.kind === "fact" ? 1 + line.parts.length : 0), 0);
  expect(counted).toBe(offered);
});

it("an empty sheet says nothing", () => {
  expect(reading(rowsOf({}), {})).toEqual({});
});

it("what is typed becomes facts with the proposed unit, and parts under their names", () => {
  let rows = edit(rowsOf({}), "f:disclosure:wechat", { value: 263 });
  rows = edit(rows, "p:disclosure:wechat", { name: "工作动态", value: 137 });
  rows = edit(rows, "p:disclosure:wechat", { name: "通知公告", value: 126 }, 1);
  rows = edit(rows, "f:disclosure:channel1", { name: "公告栏", value: 12, unit: "期", approx: "余" });
  rows = edit(rows, "f:problem:problem1", { text: "公开不够及时。" });
  expect(reading(rows, {})).toEqual({
    disclosure: [
      { id: "wechat", label: "政务微信发布信息", value: 263, unit: "条", parts: { 工作动态: 137, 通知公告: 126 } },
      { id: "channel1", label: "公告栏", value: 12, unit: "期", approx: "余" },
    ],
    problem: [{ id: "problem1", label: "存在的主要问题", value: null, unit: null, text: "公开不够及时。" }],
  });
});

it("an edit changes only its fact; a share printed elsewhere stays only with its figure", () => {
  const known: Facts = {
    disclosure: [
      { id: "pub_total", label: "主动公开信息", value: 75, unit: "条", pct: 8.6 },
      { id: "weibo", label: "政务微博发布信息", value: 3, unit: "条", pct: 1.5 },
    ],
  };
  const rows = edit(rowsOf(known), "f:disclosure:pub_total", { value: 76 });
  expect(reading(rows, known)).toEqual({
    disclosure: [{ id: "pub_total", label: "主动公开信息", value: 76, unit: "条" }, known.disclosure?.[1]],
  });
});

it("a line that was emptied is a fact no more", () => {
  const known: Facts = { supervision: [{ id: "trainings", label: "业务培训", value: 3, unit: "次" }] };
  const rows = edit(rowsOf(known), "f:supervision:trainings", { value: null });
  expect(reading(rows, known)).toEqual({});
});

it("a row that somebody inserted is a fact of its section, or a part between parts", () => {
  let rows = insertAfter(rowsOf({}), "f:platform:account", { name: "短视频账号", value: 2, unit: "个" });
  rows = edit(rows, "f:disclosure:pub_total", { value: 10 });
  rows = edit(rows, "p:disclosure:pub_total", { name: "甲", value: 4 });
  rows = insertAfter(rows, "p:disclosure:pub_total", { name: "乙", value: 6 });
  expect(reading(rows, {})).toEqual({
    disclosure: [{ id: "pub_total", label: "主动公开信息总数", value: 10, unit: "条", parts: { 甲: 4, 乙: 6 } }],
    platform: [{ id: "own1", label: "短视频账号", value: 2, unit: "个" }],
  });
});

it("sorted rows keep their meaning, and a copied row becomes a fact of its own", () => {
  const known: Facts = { supervision: [{ id: "trainings", label: "业务培训", value: 3, unit: "次" }] };
  const rows = rowsOf(known);
  const training = rows.find(({ key }) => key === "f:supervision:trainings");
  if (training === undefined) throw new Error("no row");
  const moved = [training, ...rows.filter((row) => row !== training)];
  expect(reading(moved, known)).toEqual(known);
  const copied = insertAfter(rows, "f:supervision:trainings", { ...training, name: "专题讲座", value: 1 });
  expect(reading(copied, known).supervision).toEqual([
    known.supervision?.[0],
    { id: "own1", label: "专题讲座", value: 1, unit: "次" },
  ]);
});

it("without its hidden keys the sheet is read by its labels", () => {
  const { facts } = realReport("004-henan-2020");
  const rows = rowsOf(facts).map((row): FactRow => ({ ...row, key: null }));
  expect(reading(rows, facts)).toEqual(facts);
});

it("words in the column for numbers are named, not guessed", () => {
  const rows = edit(rowsOf({}), "f:supervision:trainings", { value: "三次" });
  const { facts, unread } = readFactRows(fields, rows, {}, messages);
  expect(facts).toEqual({});
  expect(unread.map(({ raw }) => raw)).toEqual(["三次"]);
});

it("an edited workbook gives the edited facts", async () => {
  const report = realReport("001-fengtai-2020");
  const bytes = editParts(await write(report), {
    "xl/worksheets/sheet4.xml": (xml) => xml.replace("<v>105</v>", "<v>106</v>"),
  });
  const back = await read(bytes);
  const site = back.report.facts.disclosure?.find(({ id }) => id === "pub_site");
  expect(site?.value).toBe(106);
  expect(back.report.values).toEqual(report.values);
});
