import { readFileSync } from "node:fs";

import { gouji, memoryFiles } from "../support/memory-file";

const fengtai = readFileSync("test/data/reports/001-fengtai-2020.json", "utf8");
const report = JSON.parse(fengtai) as { values: Record<string, unknown> } & Record<string, unknown>;
const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...report, ...change });
const cell = "t3.notProcessedPetition.enterprise";

type Check = {
  readonly verdict: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly left: number;
    readonly right: number;
    readonly message: string;
    readonly severity: string;
  }[];
};

test("a workbook made from a report gives back every value of every cell", async () => {
  const files = memoryFiles({ "r.json": fengtai });
  const made = await gouji(
    files,
    "new",
    "--unit",
    "北京市丰台区科学技术和信息化局",
    "--year",
    "2020",
    "--values",
    "r.json",
    "-o",
    "f.xlsx",
  );
  expect(made).toMatchObject({ status: 0, out: "" });
  const { out } = await gouji(files, "read", "f.xlsx", "--json");
  const read = JSON.parse(out) as typeof report;
  expect(read.values).toEqual(report.values);
  expect(read).toMatchObject({ template: "nb2019", unit: "北京市丰台区科学技术和信息化局", year: 2020 });
});

test("the real report passes; one wrong figure is told with its row, its column and both sums", async () => {
  const files = memoryFiles({ "good.json": fengtai, "bad.json": changed({ values: { ...report.values, [cell]: 5 } }) });
  const good = await gouji(files, "check", "good.json", "--json");
  expect(good.status).toBe(0);
  expect((JSON.parse(good.out) as Check).findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const bad = await gouji(files, "check", "bad.json", "--json");
  expect(bad.status).toBe(1);
  const { verdict, findings } = JSON.parse(bad.out) as Check;
  expect(verdict).toBe("fail");
  expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
    { rule: "nb2019.t3.resultSum[enterprise]", left: 6, right: 5 },
    {
      rule: "nb2019.t3.rowSum[notProcessedPetition]",
      left: 5,
      right: 4,
      message: expect.stringContaining("总计比各项之和少1"),
    },
  ]);
});

test("several files are answered in order, and one that cannot be read does not hide the others", async () => {
  const files = memoryFiles({ "a.json": fengtai, "b.xlsx": "no workbook" });
  const { status, out } = await gouji(files, "check", "b.xlsx", "a.json", "--json");
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject([
    { file: "b.xlsx", error: expect.any(String) },
    { file: "a.json", verdict: "pass" },
  ]);
});

test("the list of forms and the schema are plain JSON", async () => {
  expect(JSON.parse((await gouji(memoryFiles(), "templates", "--json")).out)).toMatchObject([
    { id: "text2008", from: 2008, to: 2018, cells: 0, verified: false },
    { id: "gb2014", from: 2014, to: 2018, cells: 58, verified: false },
    { id: "tj2017", from: 2017, to: 2018, cells: 49, verified: true },
    { id: "nb2019", from: 2019, to: 2020, cells: 198, verified: true, variants: [{ id: "bj2020", years: [2020] }] },
    { id: "nb2021", from: 2021, to: null, cells: 200, verified: true },
  ]);
  expect(JSON.parse((await gouji(memoryFiles(), "schema")).out)).toMatchObject({
    type: "object",
    required: expect.arrayContaining(["template", "unit", "year", "values"]),
  });
});

describe("what cannot be done is one Chinese sentence that names the place, and nothing is written", () => {
  const bad: readonly (readonly [string, Record<string, string>, readonly string[], RegExp])[] = [
    ["no workbook", { "x.xlsx": "hello" }, ["read", "x.xlsx"], /^x\.xlsx：.*不是 Excel 工作簿/u],
    ["an empty file", { "x.xlsx": "" }, ["read", "x.xlsx"], /^x\.xlsx：文件是空的/u],
    ["a file that is not there", {}, ["read", "x.xlsx"], /^x\.xlsx：文件打不开/u],
    ["broken JSON", { "x.json": "{" }, ["check", "x.json"], /^x\.json：.*JSON/u],
    ["a missing part", { "x.json": changed({ unit: undefined }) }, ["check", "x.json"], /^x\.json：.*“unit”/u],
    [
      "an unknown cell",
      { "x.json": changed({ values: { "t3.granted.nobody": 1 } }) },
      ["check", "x.json"],
      /t3\.granted\.nobody/u,
    ],
    ["an unknown form", { "x.json": changed({ template: "nb1999" }) }, ["check", "x.json"], /nb1999.*nb2019、nb2021/u],
    [
      "a form of another year",
      { "x.json": changed({ year: 2024 }) },
      ["check", "x.json"],
      /nb2019 不用于2024年度.*nb2021/u,
    ],
    ["a year without a form", {}, ["new", "--unit", "某局", "--year", "1990", "-o", "f.xlsx"], /没有1990年度的表式/u],
    ["a year with several forms", {}, ["new", "--unit", "某局", "--year", "2016", "-o", "f.xlsx"], /gb2014、text2008/u],
    [
      "a variant that the form has not",
      {},
      ["new", "--unit", "某局", "--year", "2020", "--variant", "sh2020", "-o", "f.xlsx"],
      /nb2019 没有地区样式“sh2020”.*bj2020/u,
    ],
    [
      "a variant in a year for which nobody saw it",
      {},
      ["new", "--unit", "某局", "--year", "2019", "--variant", "bj2020", "-o", "f.xlsx"],
      /bj2020 只核实用于2020年度/u,
    ],
    ["a variant in a file", { "x.json": changed({ variant: "sh2020" }) }, ["check", "x.json"], /^x\.json：.*“sh2020”/u],
    [
      "figures of another variant",
      { "x.json": fengtai },
      [
        ...["new", "--unit", "某局", "--year", "2020", "--variant", "bj2020"],
        ...["--values", "x.json", "-o", "f.xlsx"],
      ],
      /^x\.json：.*不能填入地区样式 bj2020/u,
    ],
    ["a year that is none", {}, ["new", "--unit", "某局", "--year", "明年", "-o", "f.xlsx"], /“明年”/u],
    ["a form that is none", {}, ["new", "--template", "x", "--unit", "某局", "--year", "2026", "-o", "f.xlsx"], /“x”/u],
    ["a missing unit", {}, ["new", "--year", "2026", "-o", "f.xlsx"], /--unit/u],
    ["an output of another kind", {}, ["new", "--unit", "某局", "--year", "2026", "-o", "f.pdf"], /f\.pdf.*\.xlsx/u],
    ["an unknown option", {}, ["check", "--fast", "x.json"], /--fast/u],
    ["an unknown verb", {}, ["launch"], /launch/u],
    ["no file", {}, ["check"], /check/u],
  ];
  test.each(bad)("%s", async (_, given, words, sentence) => {
    const files = memoryFiles(given);
    const { status, out, told } = await gouji(files, ...words);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(told).toMatch(sentence);
    expect(told.split("\n")).toHaveLength(1);
    expect([...files.stored.keys()]).toEqual(Object.keys(given));
  });

  test("an output path that cannot be written", async () => {
    const files = memoryFiles({}, ["f.xlsx"]);
    expect(await gouji(files, "new", "--unit", "某局", "--year", "2026", "-o", "f.xlsx")).toMatchObject({
      status: 2,
      told: "f.xlsx：无法写入",
    });
    expect(files.stored.size).toBe(0);
  });
});

test.each([
  ["a text", "5件"],
  ["a negative", -1],
  ["a fraction", 2.5],
])("%s in a count cell is an error that names the cell, and nothing is lost", async (_, value) => {
  const files = memoryFiles({ "r.json": changed({ values: { ...report.values, [cell]: value } }) });
  const { status, out } = await gouji(files, "check", "r.json", "--json");
  expect(status).toBe(1);
  expect((JSON.parse(out) as Check).findings).toContainEqual(
    expect.objectContaining({
      rule: "nb2019.t3.domain[notProcessedPetition.enterprise]",
      cells: [cell],
      message: expect.stringContaining("信访举报投诉"),
    }),
  );
  const read = await gouji(files, "read", "r.json", "--json");
  expect(JSON.parse(read.out)).toMatchObject({ values: { [cell]: value } });
});

test("categories of 正文要素 that do not add up are 强制, in words and for programs", async () => {
  const wechat = { id: "wechat", label: "政务微信发布信息", value: 263, unit: "条", parts: { 动态: 137, 通知: 125 } };
  const files = memoryFiles({ "r.json": changed({ facts: { disclosure: [wechat] } }) });
  const checked = await gouji(files, "check", "r.json", "--json");
  const { verdict, findings } = JSON.parse(checked.out) as Check;
  expect([checked.status, verdict]).toEqual([1, "fail"]);
  expect(findings[0]).toMatchObject({
    rule: "nb2019.facts.partsSum[wechat]",
    severity: "error",
    left: 262,
    right: 263,
  });
  const narrated = await gouji(files, "narrate", "r.json", "--text");
  expect(narrated.out).toContain("263条，其中【待填：政务微信发布信息的分类，各类之和与总数不等，请核对】");
  expect(narrated.out).not.toContain("137条");
});

test("what was checked is counted as the pane counts it: balances one by one, all else by rule", async () => {
  const { out } = await gouji(memoryFiles({ "r.json": fengtai }), "check", "r.json");
  // The same 40 as under the findings in the pane.
  expect(out.split("\n").at(-1)).toMatch(/^\d\d 条规则、40 条平衡关系成立。\d+ 条规则无法判断（没有上年数据/u);
});

test("a text in a figure's cell is quoted, so that it is found", async () => {
  const values = { ...report.values, [cell]: "四件" };
  const { out } = await gouji(memoryFiles({ "r.json": changed({ values }) }), "check", "r.json");
  expect(out).toContain("信访举报投诉类申请·商业企业”应为非负整数。现在填的是“四件”。");
});
