import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { AuditReport } from "../../src/app/audit-text";
import type { CheckReport } from "../../src/app/check-report";
import { reportText, sheetOf } from "../../src/app/report-text";
import { narrativeText } from "../../src/core/narrative/narrative-text";
import { savedReport, templateOf } from "../narrative/reports";
import { gouji, memoryFiles } from "../support/memory-file";

const data = (name: string): string => readFileSync(join(__dirname, "../data", name), "utf8");
const hongze = JSON.parse(data("reports/004-hongze-2024.json")) as Record<string, unknown>;
const text = data("texts/004-hongze-2024.txt");
const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...hongze, ...change });

type Rows = readonly { readonly key: string; readonly text: string }[];
const sheet = (...lines: readonly string[]): { readonly rows: Rows; readonly known: readonly string[] } => ({
  rows: lines.map((line) => ({ key: "", text: line, told: null })),
  known: [],
});

async function check(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<CheckReport> {
  const { out } = await gouji(memoryFiles(files), "check", "r.json", ...args, "--json");
  return JSON.parse(out) as CheckReport;
}

const rulesOf = ({ findings }: Pick<CheckReport, "findings">): readonly string[] => findings.map(({ rule }) => rule);

test("check holds the text rules only where there is a text", async () => {
  const files = { "r.json": changed({}), "t.txt": text };
  const figures = await check(files);
  const both = await check(files, "--text", "t.txt");
  expect(rulesOf(figures)).not.toContain("nb2021.narr.applications");
  expect(rulesOf(both)).toEqual(["nb2021.narr.applications", ...rulesOf(figures)]);
  expect(both.findings[0]).toMatchObject({ left: 17, right: 95, difference: -78, explained: false });
  expect([figures.verdict, both.verdict]).toEqual(["pass", "explain"]);
  expect(both.passed).toContain("nb2021.narr.sections");
});

test("a reason for a finding on the text stands, however it was given", async () => {
  const reasons = { "nb2021.narr.applications": "正文只写区政府办公室受理的件数" };
  const bound = { text: "口径不同", left: 17, right: 95, by: "王某", at: "2025-01-10" };
  for (const reason of [reasons["nb2021.narr.applications"], bound]) {
    const explanations = { "nb2021.narr.applications": reason };
    const answer = await check({ "r.json": changed({ explanations }), "t.txt": text }, "--text", "t.txt");
    expect([answer.verdict, answer.findings[0]?.explained]).toEqual(["pass", true]);
  }
  const old = { "nb2021.narr.applications": { ...bound, left: 16 } };
  expect((await check({ "r.json": changed({ explanations: old }), "t.txt": text }, "--text", "t.txt")).verdict).toBe(
    "explain",
  );
});

test("the edited sheet 年报正文 is a text too", async () => {
  const edited = sheet("一、总体情况", "全年收到政府信息公开申请17件。");
  const answer = await check({ "r.json": changed({ text: edited }) });
  expect(rulesOf(answer)).toContain("nb2021.narr.applications");
});

test("last year's sheet, or last year's document, tells what was taken over", async () => {
  const last = savedReport("004-hongze-2024");
  const made = reportText(templateOf(last), last);
  const files = {
    "t.txt": narrativeText(made.narrative),
    "p.txt": narrativeText(made.narrative).replaceAll("2024", "2023"),
    "p.json": changed({ year: 2023, text: sheetOf(made) }),
    "r.json": changed({}),
  };
  const answer = await check(files, "--text", "t.txt", "--prior", "p.json");
  expect(rulesOf(answer)).toContain("nb2021.narr.repeat");
  for (const prior of ["p.json", "p.txt"]) {
    const ask = ["audit", "t.txt", "--against", "r.json", "--prior", prior, "--json"];
    const { out } = await gouji(memoryFiles(files), ...ask);
    expect(rulesOf(JSON.parse(out) as AuditReport)).toContain("nb2021.narr.repeat");
  }
  expect(rulesOf(await check(files, "--text", "t.txt"))).not.toContain("nb2021.narr.repeat");
});

test("audit answers as the contract says, and 1 where the text contradicts the tables", async () => {
  const files = memoryFiles({
    "r.json": changed({}),
    "ok.txt": "全年收到政府信息公开申请95件。",
    "bad.md": "全年新收政府信息公开申请59件。",
  });
  const good = await gouji(files, "audit", "ok.txt", "--against", "r.json", "--json");
  expect([good.status, JSON.parse(good.out)]).toEqual([
    0,
    {
      claims: [
        {
          text: "95件",
          value: 95,
          unit: "件",
          sentence: "全年收到政府信息公开申请95件。",
          offset: 12,
          verdict: "consistent",
          expected: 95,
          sources: ["t3.newReceived.total"],
          message: "与“表三 · 一、本年新收政府信息公开申请数量 · 总计”一致。",
        },
      ],
      findings: [],
    },
  ]);
  const bad = await gouji(files, "audit", "bad.md", "--against", "r.json");
  expect([bad.status, bad.out.includes("【不一致】59件：")]).toEqual([1, true]);
});

test("a text belongs to one report", async () => {
  const files = memoryFiles({ "a.json": changed({}), "b.json": changed({}), "t.txt": text });
  const { status, told } = await gouji(files, "check", "a.json", "b.json", "--text", "t.txt", "--json");
  expect([status, told]).toEqual([2, expect.stringContaining("--text")]);
});
