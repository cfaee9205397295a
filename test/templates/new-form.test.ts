/**
 * A form for a new year is a folder of data: this one is read from JSON, listed beside the others, and then goes through
 * all that the program does, by the same commands and without a line of code of its own.
 */
import type * as fs from "node:fs";

import { placeForm } from "../../src/formats/xlsx/place-form";
import type { Template } from "../../src/core/model/template";
import { forms } from "../../src/app/forms";
import { bindRules } from "../../src/core/rules/expand";
import { applyVariant } from "../../src/core/model/variant";
import type * as known from "../../src/templates";
import { gouji, memoryFiles } from "../support/memory-file";

jest.mock("../../src/templates", () => {
  const { readFileSync } = jest.requireActual<typeof fs>("node:fs");
  const part = (name: string): unknown => JSON.parse(readFileSync(`test/data/forms/nb2030/${name}.json`, "utf8"));
  const added = {
    ...(part("form") as object),
    ...(part("text") as object),
    tables: part("tables"),
    sheets: part("sheets"),
    rules: part("rules"),
  };
  const { templates } = jest.requireActual<typeof known>("../../src/templates");
  // A new form ends the years of the one before it.
  const older = templates.map((form) =>
    form.reportYears.to === null ? { ...form, reportYears: { ...form.reportYears, to: 2029 } } : form,
  );
  return { templates: [...older, added] };
});

const values = {
  "p1.site.count": 1,
  "p1.site.visits": 120.5,
  "p1.site.change": 0,
  "p1.media.count": 3,
  "p1.media.visits": 30.25,
  "p1.media.change": -1,
  "p1.all.count": 4,
  "p1.all.visits": 150.75,
  "p1.all.change": -1,
  "h1.opening.person": 1,
  "h1.opening.firm": 0,
  "h1.opening.total": 1,
  "h1.received.person": 5,
  "h1.received.firm": 2,
  "h1.received.total": 7,
  "h1.done.person": 6,
  "h1.done.firm": 1,
  "h1.done.total": 7,
  "h1.closing.person": 0,
  "h1.closing.firm": 1,
  "h1.closing.total": 1,
};
const report = {
  template: "nb2030",
  variant: null,
  unit: "某某局",
  year: 2030,
  values,
  facts: { disclosure: [{ id: "pub_total", label: "主动公开信息总数", value: 12, unit: "条" }] },
  footer: { 填表人: "王某" },
};
const added = (): Template => {
  const found = forms.find(({ id }) => id === "nb2030");
  if (found === undefined) throw new Error("the folder was not read");
  return found;
};

test("it is listed, and serves the years it names", async () => {
  const list = JSON.parse((await gouji(memoryFiles(), "templates", "--json")).out) as { id: string }[];
  expect(list.at(-1)).toEqual({
    id: "nb2030",
    title: "政府信息公开工作年度报告（2030年格式）",
    from: 2030,
    to: null,
    cells: 21,
    verified: false,
    variants: [{ id: "xx2030", title: "某省样式", note: "政务新媒体分政务微信、政务微博两行" }],
  });
  const files = memoryFiles({ "r.json": JSON.stringify({ ...report, year: 2029 }) });
  expect((await gouji(files, "check", "r.json")).told).toContain("nb2030 不用于2029年度");
});

test("its rules bind and its sheets are placed", () => {
  const book = bindRules(added());
  expect(book.rules.map(({ id }) => id)).toContain("nb2030.h1.flow[total]");
  const placed = placeForm(added());
  expect(placed.values.size).toBe(21);
  expect(placed.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["平台表", "办理表", "正文要素"]));
});

test("it is written, read back, checked and told in words", async () => {
  const files = memoryFiles({ "r.json": JSON.stringify(report) });
  const made = await gouji(files, "new", "--unit", "某某局", "--year", "2030", "--values", "r.json", "-o", "f.xlsx");
  expect(made.status).toBe(0);
  expect(made.told).toContain("未核验");
  const back = JSON.parse((await gouji(files, "read", "f.xlsx", "--json")).out) as typeof report;
  expect(back).toMatchObject({ template: "nb2030", variant: null, unit: "某某局", year: 2030, values });
  expect(back).toMatchObject({ facts: report.facts, footer: { 填表人: "王某" } });
  const check = await gouji(files, "check", "f.xlsx", "--json");
  expect(JSON.parse(check.out)).toMatchObject({ verdict: "pass", undecided: ["nb2030.h1.opening"] });
  const { out } = await gouji(files, "narrate", "f.xlsx", "--text");
  expect(out).toContain("2030年，主动公开信息12条。新收申请7件，办结7件，其中个人6件、单位1件。");
  const word = await gouji(files, "narrate", "f.xlsx", "-o", "f.docx");
  expect(word.status).toBe(0);
});

test("a wrong figure is found with its line and both sums, and last year's report is compared", async () => {
  const wrong = { ...report, values: { ...values, "h1.done.firm": 2 } };
  const last = { ...report, values: { ...values, "h1.closing.total": 4 } };
  const files = memoryFiles({ "r.json": JSON.stringify(wrong), "last.json": JSON.stringify(last) });
  const { out, status } = await gouji(files, "check", "r.json", "--prior", "last.json", "--json");
  expect(status).toBe(1);
  const { findings } = JSON.parse(out) as { findings: readonly { rule: string; left: number; right: number }[] };
  expect(findings).toMatchObject([
    { rule: "nb2030.h1.rowSum[done]", left: 8, right: 7 },
    { rule: "nb2030.h1.flow[firm]", left: 2, right: 3 },
    { rule: "nb2030.h1.opening", left: 1, right: 4 },
  ]);
});

test("its variant is data too", async () => {
  const rest = Object.fromEntries(Object.entries(values).filter(([cell]) => !cell.startsWith("p1.media.")));
  const divided = {
    ...rest,
    "p1.wechat.count": 2,
    "p1.wechat.visits": 20,
    "p1.wechat.change": 0,
    "p1.weibo.count": 1,
    "p1.weibo.visits": 10.25,
    "p1.weibo.change": -1,
  };
  const files = memoryFiles({ "r.json": JSON.stringify({ ...report, variant: "xx2030", values: divided }) });
  await gouji(files, "new", "--unit", "某某局", "--year", "2030", "--values", "r.json", "-o", "f.xlsx");
  const back = JSON.parse((await gouji(files, "read", "f.xlsx", "--json")).out) as { values: object };
  expect(back).toMatchObject({ variant: "xx2030", values: divided });
  expect(JSON.parse((await gouji(files, "check", "f.xlsx", "--json")).out)).toMatchObject({ verdict: "pass" });
  const sum = bindRules(applyVariant(added(), "xx2030") ?? added()).byId.get("nb2030.p1.sum[count]");
  expect(sum?.cells).toEqual(["p1.site.count", "p1.wechat.count", "p1.weibo.count", "p1.all.count"]);
});
