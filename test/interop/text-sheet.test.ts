import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { reportText, sheetOf } from "../../src/app/report-text";
import type { Report } from "../../src/core/model/report";
import { convert } from "../support/soffice";
import { read, realReport, templateOf, write } from "../xlsx/support/workbooks";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-text-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A real report with its text, in which somebody has rewritten one paragraph and added another. */
function withText(): Report {
  const report = realReport("012-pingtan-2021");
  const said = `${String(report.values.get("t3.newReceived.total"))}件`;
  const { rows, known } = sheetOf(reportText(templateOf(report), report));
  const edited = rows.map((row) => ({ ...row, text: row.text.replace(said, `申请${said}，<均>已“登记”`) }));
  return { ...report, text: { known, rows: [...edited, { key: "", text: "=自己写的一段\n分两行", told: null }] } };
}

test("the text, and what is kept beside it, survives saving by LibreOffice", async () => {
  const report = withText();
  const file = join(folder, "text.xlsx");
  await writeFile(file, await write(report));
  const back = await read(await readFile(await convert(file, "xlsx", await mkdtemp(join(folder, "out")))));
  expect(back.report).toEqual(report);
}, 120_000);
