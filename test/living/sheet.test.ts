import { readFileSync } from "node:fs";
import { join } from "node:path";

import { newForm } from "../../src/app/new-form";
import { loadReport } from "../../src/app/load-report";
import { toReportFile } from "../../src/app/report-file";
import { editedText, openMatters, reportText } from "../../src/app/report-text";
import type { CellId } from "../../src/core/model/cell";
import type { Report } from "../../src/core/model/report";
import type { TextRow } from "../../src/core/narrative/text-row";
import { openWorkbook } from "../../src/formats/xlsx/open-workbook";
import { readTextSheet } from "../../src/formats/xlsx/text-sheet-read";
import { writeForm } from "../../src/formats/xlsx/write-form";
import { templateOf } from "../narrative/reports";

const date = new Date("2027-01-12T00:00:00Z");
const source = join(__dirname, "../data/reports/006-jinhu-2023.json");

async function made(): Promise<Report> {
  const values = { name: "006.json", bytes: new Uint8Array(readFileSync(source)) };
  const { report } = await loadReport(values.bytes, values.name);
  const { unit, year } = report;
  const { bytes } = await newForm({ unit, year, totals: "typed", date, values });
  return (await loadReport(bytes, "a.xlsx")).report;
}

async function reread(report: Report): Promise<Report> {
  return (await loadReport(await writeForm(templateOf(report), report, { date }), "b.xlsx")).report;
}

function withRows(report: Report, change: (rows: readonly TextRow[]) => readonly TextRow[]): Report {
  if (report.text === undefined) throw new Error("The report has no text");
  return { ...report, text: { ...report.text, rows: change(report.text.rows) } };
}

test("a form made with figures holds their text, and it reads back as it was made", async () => {
  const report = await made();
  const text = reportText(templateOf(report), report);
  expect(text.living.isBehind).toBe(false);
  expect(new Set(text.living.paragraphs.map(({ state }) => state))).toEqual(new Set(["follows"]));
  expect(editedText(templateOf(report), report)).toBeUndefined();
  expect(await reread(report)).toEqual(report);
  const file = new TextEncoder().encode(JSON.stringify(toReportFile(report, templateOf(report))));
  expect((await loadReport(file, "c.json")).report.text).toEqual(report.text);
});

test("what the clerk wrote is read and published, with the figures in it that have changed", async () => {
  const report = await made();
  const total = "t3.newReceived.total" as CellId;
  const said = `${String(report.values.get(total))}件`;
  const edited = withRows(report, (rows) => [
    ...rows.map((row) => ({ ...row, text: row.text.replace(said, `申请${said}，均已登记`) })),
    { key: "", text: "=这一段是我局自己写的\n分作两行", told: null },
  ]);
  const read = await reread(edited);
  expect(read).toEqual(edited);
  expect(editedText(templateOf(read), read)).toContain(`申请${said}，均已登记`);
  const changed = { ...read, values: new Map(read.values).set(total, 99) };
  const { stale } = openMatters(reportText(templateOf(read), changed));
  expect(stale).toMatchObject([{ text: said, now: "99件", source: total }]);
});

test("the sheet is found by what is left of it: keys, headings, name or tab", async () => {
  const report = await made();
  const template = templateOf(report);
  const book = openWorkbook(await writeForm(template, report, { date }));
  const changed = (keep: (cell: { readonly column: number; readonly text: string }) => boolean, name: string) =>
    book.sheets.map((sheet) => {
      if (sheet.name !== "年报正文") return sheet;
      const cells = [...sheet.cells].filter(([place, { value }]) =>
        keep({ column: Number(place.split(",")[1]), text: String(value) }),
      );
      return { ...sheet, name, cells: new Map(cells) };
    });
  const isTitle = (text: string): boolean => template.sections.some(({ title }) => text.includes(title));
  const read = (sheets: typeof book.sheets, names: typeof book.names = []): readonly string[] =>
    readTextSheet(template, { ...book, sheets, names })?.rows.flatMap(({ text }) => (text === "" ? [] : [text])) ?? [];
  const whole = report.text?.rows.map(({ text }) => text);
  expect(read(changed(() => true, "改名"))).toEqual(whole);
  expect(read(changed(({ column }) => column === 0, "改名"))).toHaveLength(whole?.length ?? 0);
  expect(read(changed(({ text }) => !isTitle(text), "改名"))).toHaveLength((whole?.length ?? 0) - 6);
  const bare = ({ column, text }: { readonly column: number; readonly text: string }): boolean =>
    column === 0 && !isTitle(text);
  expect(read(changed(bare, "改名"))).toEqual([]);
  expect(read(changed(bare, "年报正文"))).not.toEqual([]);
  const names = book.names.map((one) => ({ ...one, refersTo: one.refersTo.replace("年报正文", "改名") }));
  expect(read(changed(bare, "改名"), names)).not.toEqual([]);
});

test("a form without text has an empty sheet for it", async () => {
  const report = await made();
  const { text, ...bare } = report;
  expect(text).toBeDefined();
  expect(await reread(bare)).toEqual(bare);
});
