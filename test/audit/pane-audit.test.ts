import { auditForeignText, auditReportText } from "../../src/app/audit-pane";
import type { AuditSubject } from "../../src/app/audit-text";
import { reportText, sheetOf } from "../../src/app/report-text";
import type { Report } from "../../src/core/model/report";
import { savedReport, templateOf } from "../narrative/reports";

const report = savedReport("012-pingtan-2021");
const template = templateOf(report);
const subject: AuditSubject = { template, report };

/** The report with its sheet 年报正文, one paragraph edited. */
function edited(from: string, to: string): { readonly report: Report; readonly row: number } {
  const sheet = sheetOf(reportText(template, report));
  const row = sheet.rows.findIndex(({ text }) => text.includes(from));
  const rows = sheet.rows.map((one, index) => (index === row ? { ...one, text: one.text.replace(from, to) } : one));
  return { report: { ...report, text: { ...sheet, rows } }, row };
}

test("what the figures make agrees throughout", () => {
  const answer = auditReportText(subject, reportText(template, report));
  expect(answer).toMatchObject({ wrong: [], open: [] });
  expect(answer.agreeing).toBeGreaterThan(5);
});

test("a number that the clerk changed is shown with its words, its row and its cell", () => {
  const changed = edited("70件", "71件");
  const own = { template, report: changed.report };
  const answer = auditReportText(own, reportText(template, changed.report));
  expect(answer.wrong).toMatchObject([
    {
      text: "71件",
      expected: 70,
      row: changed.row,
      place: "t3.newReceived.total",
      before: expect.stringMatching(/申请$/u),
    },
  ]);
  expect(answer.wrong[0]?.message).toContain("70件");
  expect(answer.findings.map(({ rule }) => rule)).not.toContain("nb2021.narr.applications");
});

test("an edited sentence follows no figure, so a new figure shows in it", () => {
  const changed = edited("70件", "70件（网上渠道为主）");
  const values = new Map(changed.report.values).set("t3.newReceived.naturalPerson", 69).set("t3.newReceived.total", 75);
  const now = { ...changed.report, values };
  const answer = auditReportText({ template, report: now }, reportText(template, now));
  expect(answer.wrong).toMatchObject([
    { text: "70件", expected: 75, row: changed.row, before: "2021年，共收到政府信息公开申请" },
    { text: "64件", expected: 69, row: changed.row },
  ]);
});

test("in another text what can be told comes before what cannot, and nothing leads to the sheet", () => {
  const text = `${"开展政民互动200余场，".repeat(6)}市教育局收到政府信息公开申请12 件，当场答复。收到政府信息公开申请69件。`;
  const answer = auditForeignText({ template, report: { ...report, unit: "某市" } }, text);
  expect(answer.open.map(({ text: said }) => said)).toEqual(["12 件", ...Array<string>(6).fill("200余场")]);
  expect(answer.open[0]).toMatchObject({ row: null, behind: "，当场答复。", place: "t3.newReceived.total" });
  expect(answer.open[0]?.before).toMatch(/^….{36}$/u);
  expect(answer.agreeing + answer.wrong.length).toBe(1);
});

test("findings lead to their section, 强制 first", () => {
  const sheet = sheetOf(reportText(template, report));
  const rows = sheet.rows.map((row) => (row.text.startsWith("五、") ? { ...row, text: "五、存在问题" } : row));
  const now = { ...report, text: { ...sheet, rows } };
  const { findings } = auditReportText({ template, report: now }, reportText(template, now));
  expect(findings[0]).toMatchObject({ rule: "nb2021.narr.sections", severity: "error" });
});
