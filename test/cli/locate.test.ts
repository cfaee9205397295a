import { readFileSync } from "node:fs";

import { gouji, memoryFiles } from "../support/memory-file";

type Suggestion = {
  readonly certain: boolean;
  readonly kind: string;
  readonly changes: readonly { readonly cell: string; readonly from: unknown; readonly to: number }[];
  readonly resolves: readonly string[];
  readonly message: string;
};

const published = (name: string): string => readFileSync(`test/data/reports/${name}.json`, "utf8");
const system = JSON.stringify({ rules: ["a + b == c", "a + 1 == d"], record: { a: 46, b: 5, c: 69, d: 65 } });

test("locate answers with sets, suggestions and the repaired record", async () => {
  const { status, out } = await gouji(memoryFiles({ "s.json": system }), "locate", "s.json", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    violated: ["a + b == c", "a + 1 == d"],
    minimumWeight: 1,
    sets: [["a"]],
    imputed: {},
    stillMissing: [],
    suggestions: [{ certain: true, kind: "transposed", changes: [{ cell: "a", from: 46, to: 64 }] }],
    repaired: { a: 64, b: 5, c: 69, d: 65 },
  });
});

test("locate speaks to people without --json", async () => {
  const { out } = await gouji(memoryFiles({ "s.json": system }), "locate", "s.json");
  expect(out.trim().split("\n")).toEqual([
    "不成立：a + b == c",
    "不成立：a + 1 == d",
    "最少要改的（权重1）：a",
    "a 现为46，应为64（相邻两位颠倒）。",
  ]);
  const fine = JSON.stringify({ rules: ["a == b"], record: { a: 1, b: 1 } });
  expect((await gouji(memoryFiles({ "s.json": fine }), "locate", "s.json")).out).toContain("没有不成立的规则");
});

test.each([
  [
    "a rule that cannot be read",
    { "s.json": `{"rules": ["a = 1"], "record": {"a": 1}}` },
    ["locate", "s.json"],
    /第3个字符/u,
  ],
  ["no file", {}, ["locate"], /locate/u],
  ["two files", { "s.json": system }, ["locate", "s.json", "t.json"], /t\.json/u],
  ["an unknown option", { "s.json": system }, ["locate", "--fast", "s.json"], /--fast/u],
])("locate refuses %s with status 2", async (_, files, words, message) => {
  const { status, out, told } = await gouji(memoryFiles(files), ...words);
  expect([status, out]).toEqual([2, ""]);
  expect(told).toMatch(message);
});

test("check names the wrong cell with the figure it should have", async () => {
  const report = JSON.parse(published("012-pingtan-2021")) as { readonly values: Record<string, number> };
  const cell = "t3.newReceived.naturalPerson";
  const files = memoryFiles({ "r.json": JSON.stringify({ ...report, values: { ...report.values, [cell]: 46 } }) });
  const { status, out } = await gouji(files, "check", "r.json", "--json");
  expect(status).toBe(1);
  const { suggestions } = JSON.parse(out) as { readonly suggestions: readonly Suggestion[] };
  expect(suggestions[0]).toMatchObject({
    certain: true,
    kind: "transposed",
    changes: [{ cell, from: 46, to: 64 }],
    resolves: ["nb2021.t3.balance[naturalPerson]", "nb2021.t3.rowSum[newReceived]"],
    message: "“表三 · 一、本年新收政府信息公开申请数量 · 自然人”现为46，应为64（相邻两位颠倒）。改后消除2条强制。",
  });
  const spoken = await gouji(files, "check", "r.json");
  expect(spoken.out).toContain("【建议】“表三 · 一、本年新收政府信息公开申请数量 · 自然人”现为46，应为64");
});

test("check proposes the totals of a published report that left them at 0", async () => {
  const files = memoryFiles({ "r.json": published("003-hongze-2023") });
  const { suggestions } = JSON.parse((await gouji(files, "check", "r.json", "--json")).out) as {
    readonly suggestions: readonly Suggestion[];
  };
  const firsts = suggestions.slice(0, 2).map(({ changes }) => changes);
  expect(firsts).toEqual([
    [{ cell: "t4.cases.reviewTotal", from: 0, to: 11 }],
    [{ cell: "t4.cases.afterReviewTotal", from: 0, to: 5 }],
  ]);
});
