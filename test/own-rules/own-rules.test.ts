import { readFileSync } from "node:fs";

import { checkReport, checkWith } from "../../src/app/check-report";
import { bookWithOwnRules, parseTaskFile } from "../../src/app/own-rules";
import type { CellId, CellValue } from "../../src/core/model/cell";
import { emptyReport, type Report } from "../../src/core/model/report";
import { cellsOf } from "../../src/core/model/template";
import { checkAll, summarize } from "../../src/core/rules/check";
import { findingMessage } from "../../src/messages/finding";
import { nb2021 } from "../../src/templates/nb2021";
import { gouji, memoryFiles } from "../support/memory-file";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const parse = (text: string) => parseTaskFile(bytes(text), "规则.yaml");

function report(values: Record<string, CellValue>): Report {
  const zeros = cellsOf(nb2021).map((cell): [CellId, CellValue] => [cell, 0]);
  return {
    ...emptyReport("nb2021", "某某局", 2026),
    values: new Map([...zeros, ...(Object.entries(values) as [CellId, CellValue][])]),
  };
}

async function broken(rules: string, subject: Report, prior?: Report) {
  const book = bookWithOwnRules(nb2021, await parse(rules));
  const { findings, undecided } = summarize(book, checkAll(book, { ...subject, prior: prior?.values }));
  return {
    own: findings.filter(({ rule }) => rule.startsWith("own.")),
    messages: findings.filter(({ rule }) => rule.startsWith("own.")).map((finding) => findingMessage(book, finding)),
    undecided: undecided.filter((rule) => rule.startsWith("own.")),
  };
}

const limit = `
依据: 某市政府办公室2026年通知
规则:
  - 编号: 新收上限
    级别: 核实
    规则: t3.newReceived.total ≤ 500
    表述: 本年新收{left0}件，超过500件的请说明。
    例:
      - 数据: { t3.newReceived.total: 501 }
        结论: 不成立
      - 数据: { t3.newReceived.total: 500 }
        结论: 成立
`;

test("a rule of the superior office finds, in its own words, what the form's rules do not", async () => {
  const found = await broken(limit, report({ "t3.newReceived.total": 501 }));
  expect(found.own).toMatchObject([
    {
      rule: "own.新收上限",
      severity: "warning",
      left: 501,
      right: 500,
      difference: 1,
      cells: ["t3.newReceived.total"],
    },
  ]);
  expect(found.messages).toEqual(["本年新收501件，超过500件的请说明。"]);
  expect((await broken(limit, report({ "t3.newReceived.total": 500 }))).own).toEqual([]);
});

test("JSON with English keys says the same", async () => {
  const json = JSON.stringify({
    source: "某市政府办公室2026年通知",
    rules: [{ id: "own.新收上限", severity: "warning", rule: "t3.newReceived.total <= 500" }],
  });
  const { own, messages } = await broken(json, report({ "t3.newReceived.total": 501 }));
  expect(own).toMatchObject([{ rule: "own.新收上限" }]);
  expect(messages).toEqual(["表三·一、本年新收政府信息公开申请数量·总计（501）应不大于500。"]);
});

test("a rule over every column is one balance for each of them", async () => {
  const rules = "- { 编号: 答复, 级别: 强制, 规则: 't3.granted.{col} + t3.partial.{col} <= t3.totalHandled.{col}' }";
  const { own, messages } = await broken(rules, report({ "t3.granted.other": 2, "t3.partial.other": 1 }));
  expect(own).toMatchObject([{ rule: "own.答复[other]", left: 3, right: 0 }]);
  expect(messages).toEqual([
    "其他列：表三·（一）予以公开（2）＋表三·（二）部分公开（区分处理的，只计这一情形，不计其他情形）（1）应不大于表三·（七）总计（0）。",
  ]);
});

test("rows can be named, and a line that is none of the form's is refused with its line", async () => {
  const rule = (over: string) =>
    `- 编号: a\n  级别: 提示\n  规则: "t3.{row}.total >= t3.{row}.other"\n  逐行逐列: ${over}`;
  expect((await broken(rule("[granted]"), report({ "t3.granted.other": 1, "t3.partial.other": 1 }))).own).toMatchObject(
    [{ rule: "own.a[granted]" }],
  );
  await expect(broken(rule("[granted, nobody]"), report({}))).rejects.toThrow(
    "规则.yaml第3行：“nobody”不是规则中各格都有的行或列。",
  );
});

test("last year's figures are cells like all others; without them nothing can be told", async () => {
  const rules = "- {编号: x, 级别: 核实, 规则: t3.newReceived.total <= 1.5 * 上年.t3.newReceived.total}";
  const now = report({ "t3.newReceived.total": 31 });
  expect((await broken(rules, now)).undecided).toEqual(["own.x"]);
  expect((await broken(rules, now, report({ "t3.newReceived.total": 20 }))).own).toMatchObject([
    { left: 31, right: 30 },
  ]);
  expect((await broken(rules, now, report({ "t3.newReceived.total": 21 }))).own).toEqual([]);
});

test("conditions, units, years and forms limit what is asked", async () => {
  const rule = (more: string) => `- {编号: x, 级别: 强制, 规则: t3.granted.total = 1, ${more}}`;
  expect((await broken(rule("条件: t3.newReceived.total > 0"), report({}))).own).toEqual([]);
  expect((await broken(rule("条件: t3.newReceived.total >= 0"), report({}))).own).toHaveLength(1);
  expect((await broken(rule("年度: 2025"), report({}))).own).toEqual([]);
  expect((await broken(rule("单位类型: 乡镇"), { ...report({}), unitType: "department" })).own).toEqual([]);
  expect((await broken(rule("单位类型: 乡镇"), { ...report({}), unitType: "township" })).own).toHaveLength(1);
  expect((await broken(rule("表式: nb2019"), report({}))).own).toEqual([]);
});

test("a blank counts as 0 in a sum and leaves a bound open, unless the rule says otherwise", async () => {
  const blank = report({ "t3.granted.other": null, "t3.granted.naturalPerson": 1 });
  const sum = "t3.granted.other + t3.granted.naturalPerson = t3.granted.research";
  expect((await broken(`- {编号: x, 级别: 强制, 规则: ${sum}}`, blank)).own).toHaveLength(1);
  expect((await broken(`- {编号: x, 级别: 强制, 空格: 不判断, 规则: ${sum}}`, blank)).undecided).toEqual(["own.x"]);
  expect((await broken("- {编号: x, 级别: 强制, 规则: t3.granted.other >= 1}", blank)).undecided).toEqual(["own.x"]);
});

test("cells that must be filled in", async () => {
  const rules = "- {编号: 必填, 级别: 强制, 必填: [t2_8.fee.amount, 't4.*.*']}";
  const { own, messages } = await broken(rules, report({ "t2_8.fee.amount": "/", "t4.cases.reviewTotal": null }));
  expect(own).toMatchObject([{ rule: "own.必填", cells: ["t2_8.fee.amount", "t4.cases.reviewTotal"] }]);
  expect(messages[0]).toMatch(/^有2格没有填写/u);
});

test("own rules stand beside the form's and change none of them", async () => {
  const book = bookWithOwnRules(nb2021, await parse(limit));
  const plain = bookWithOwnRules(nb2021, undefined);
  expect(book.rules.slice(0, plain.rules.length)).toEqual(plain.rules);
  const subject = report({ "t3.granted.other": 1 });
  const wanted = checkReport(checkWith(nb2021, subject), () => false).findings.map(({ rule }) => rule);
  expect(summarize(book, checkAll(book, subject)).findings.map(({ rule }) => rule)).toEqual(wanted);
});

test("a task file carries units, year, form, deadline and address", async () => {
  const task = await parse(`
任务: 2026年度政府信息公开工作年度报告
下发单位: 某市人民政府办公室
年度: 2026
表式: nb2021
截止日期: 2027-01-20
报送邮箱: xxgk@example.gov.cn
单位:
  - 市教育局
  - { 单位名称: 城关镇人民政府, 单位类型: 乡镇, 邮箱: cg@example.gov.cn, 统一社会信用代码: 11320000X }
规则:
  - { 编号: 收费, 级别: 提示, 规则: t2_8.fee.amount <= 10000 }
`);
  expect(task).toMatchObject({
    title: "2026年度政府信息公开工作年度报告",
    issuer: "某市人民政府办公室",
    year: 2026,
    template: "nb2021",
    deadline: "2027-01-20",
    replyTo: "xxgk@example.gov.cn",
    units: [
      { name: "市教育局", unitType: null, email: null },
      { name: "城关镇人民政府", unitType: "township", email: "cg@example.gov.cn", code: "11320000X" },
    ],
  });
  expect(bookWithOwnRules(nb2021, task).byId.get("own.收费")?.rule.source.ref).toBe("某市人民政府办公室");
});

describe("what is wrong is one sentence with its line", () => {
  const one = "- 编号: a\n  级别: 强制\n  规则: ";
  test.each<[string, string, string]>([
    ["a tab", "规则:\n\t- 编号: a", "第2行：缩进要用空格，不能用制表符。"],
    [
      "a bracket left open",
      "规则: [1, 2\n单位: []",
      "第2行：写法有误，请检查缩进、冒号、引号和括号（含 { }、*、# 的文字要加引号）。",
    ],
    ["a key twice", "年度: 2026\n年度: 2025", "第2行：同一项写了两次。"],
    ["a key in both languages", "年度: 2026\nyear: 2025", "第2行：同一项写了两次。"],
    [
      "an unknown key",
      "规则:\n  - 编号: a\n    级别: 强制\n    规则: t3.granted.total = 1\n    严重: 是",
      "第5行：没有“严重”这一项。",
    ],
    ["a missing severity", "规则:\n  - 编号: a\n    规则: t3.granted.total = 1", "第2行：缺少“级别”。"],
    [
      "an unknown severity",
      "规则:\n  - 编号: a\n    级别: 重要\n    规则: t3.granted.total = 1",
      "第3行：“级别”的内容不合规定，应为强制、核实或提示。",
    ],
    ["no rule", "- 编号: a\n  级别: 强制", "第1行：“规则”和“必填”要写一个，且只写一个。"],
    [
      "an id used twice",
      `${one}t3.granted.total = 1\n${one}t3.granted.total = 2`,
      "第4行：编号“a”已经用过，每条规则的编号不能相同。",
    ],
    ["a cell that is none", `${one}t3.granted.nobody = 1`, "第3行：表式 nb2021 没有格号“t3.granted.nobody”。"],
    [
      "no comparison",
      `${one}t3.granted.total + 1`,
      "第3行：规则“t3.granted.total + 1”末尾缺少关系符（＝ ≤ ≥ < > 之一）或运算符。",
    ],
    [
      "two comparisons",
      `${one}1 < t3.granted.total < 5`,
      "第3行：规则“1 < t3.granted.total < 5”第22个字“<”处关系符多于一个。",
    ],
    [
      "a product",
      `${one}t3.granted.total * t3.partial.total = 1`,
      "第3行：规则“t3.granted.total * t3.partial.total = 1”第18个字“*”处两个格不能相乘。",
    ],
    ["a side that is empty", `${one}'t3.granted.total ='`, "第3行：规则“t3.granted.total =”末尾缺少数字或格号。"],
    ["only numbers", `${one}1 = 2`, "第3行：规则“1 = 2”没有提到任何一格。"],
    [
      "rows and columns at once",
      `${one}'t3.{row}.total = t3.granted.{col}'`,
      "第3行：一条规则里 {row} 和 {col} 只能用一种。",
    ],
    ["a bad date", "截止日期: 明年", "第1行：“截止日期”的内容不合规定，应为如 2027-01-20 的日期。"],
    ["an unknown form", "年度: 2026\n表式: nb1999", "第2行：没有名为“nb1999”的表式"],
    ["a form of other years", "年度: 2026\n表式: nb2019", "第2行：表式 nb2019 不用于2026年度。"],
    [
      "an example that the rule contradicts",
      `${one}t3.granted.total = 1\n  例:\n  - 数据: {t3.granted.total: 2}\n    结论: 成立`,
      "第5行：这个例子应为“成立”，按规则却是“不成立”。",
    ],
    ["a reference", "规则: &a\n  - 编号: *a", "第2行：不能用“*名称”引用别处，含 * 的文字要加引号。"],
    ["a text that is no file of rules", "你好", "第1行：内容不合规定，应为“项名: 内容”。"],
  ])("%s", async (_, text, sentence) => {
    const trouble = parse(text).then((task) => bookWithOwnRules(nb2021, task));
    await expect(trouble).rejects.toThrow(`规则.yaml${sentence}`);
    await trouble.catch((error: unknown) => {
      expect(String(error).split("\n")).toHaveLength(1);
    });
  });

  test("an empty file, and one that is no text", async () => {
    await expect(parse("")).rejects.toThrow("规则.yaml：文件里没有内容。");
    await expect(parseTaskFile(new Uint8Array([0xff, 0xfe, 0x00]), "x")).rejects.toThrow("不是文字文件");
  });
});

test("every file shown in the documentation is accepted", async () => {
  const blocks = [...readFileSync("docs/own-rules.md", "utf8").matchAll(/```(?:yaml|json)\n(.*?)```/gsu)];
  const rules = await Promise.all(
    blocks.map(async ([, text = ""]) => {
      const book = bookWithOwnRules(nb2021, await parse(text));
      return book.rules.filter(({ id }) => id.startsWith("own.")).length;
    }),
  );
  expect(rules).toEqual([11, 1, 1]);
});

test("the command line applies them, and says which line is wrong", async () => {
  const files = memoryFiles({
    "r.json": JSON.stringify({
      template: "nb2021",
      unit: "某某局",
      year: 2026,
      values: { "t3.newReceived.total": 501 },
    }),
    "own.yaml": limit,
    "bad.yaml": "- 编号: a\n  级别: 强制\n  规则: t3.granted.nobody = 1",
  });
  const { out } = await gouji(files, "check", "r.json", "--rules", "own.yaml", "--json");
  expect(JSON.parse(out)).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ rule: "own.新收上限", explained: false })]),
  });
  expect(await gouji(files, "check", "r.json", "--rules", "bad.yaml", "--json")).toEqual({
    status: 2,
    out: "",
    told: "bad.yaml第3行：表式 nb2021 没有格号“t3.granted.nobody”。",
  });
});
