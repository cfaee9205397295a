import { saveCheckReport } from "../../src/app/check-report-file";
import { checkWith } from "../../src/app/check-report";
import type { CellId, CellValue } from "../../src/core/model/cell";
import type { Report } from "../../src/core/model/report";
import { checkRows } from "../../src/formats/xlsx/check-report-rows";
import { openWorkbook } from "../../src/formats/xlsx/open-workbook";
import { nb2021 } from "../../src/templates/nb2021";
import { gouji, memoryFiles } from "../support/memory-file";
import { realReport, write } from "../xlsx/support/workbooks";

const base = realReport("012-pingtan-2021");
const warned = "nb2021.t2.validMin[normative]";

function report(values: Readonly<Record<string, CellValue>>, rest: Partial<Report> = {}): Report {
  return { ...base, ...rest, values: new Map([...base.values, ...(Object.entries(values) as [CellId, CellValue][])]) };
}

const wrong = report(
  {
    "t2_1.normative.issued": 9,
    "t2_1.normative.repealed": 0,
    "t2_1.normative.inForce": 4,
    "t4.cases.reviewTotal": null,
    "t3.granted.other": "5件",
  },
  { explanations: { [warned]: { text: "清理文件5件", left: 9, right: 4, by: "王某", at: "2027-01-12" } } },
);

const rowsOf = (found: Report, prior?: Report) => {
  const checked = checkWith(nb2021, found, { prior });
  return { checked, rows: checkRows({ ...checked, prior: prior?.values }) };
};

test("every rule is there once, cells of one rule together, the broken ones first and 强制 first among them", () => {
  const { checked, rows } = rowsOf(wrong);
  expect(rows.reduce((sum, { rules }) => sum + rules, 0)).toBe(checked.book.rules.length);
  const order = rows.map(({ state, severity }) => (state === "broken" ? `${state} ${severity}` : state));
  expect([...new Set(order)]).toEqual(
    ["broken 强制", "broken 核实", "broken 提示", "undecided", "passed", "notAsked"].filter((state) =>
      order.includes(state),
    ),
  );
  expect([...order].filter((state, index) => state !== order[index - 1])).toEqual([...new Set(order)]);
});

test("a finding stands with its figures, its reason and who gave it, and where its rule comes from", () => {
  const found = rowsOf(wrong).rows.find(({ id }) => id === warned);
  expect(found).toMatchObject({
    state: "broken",
    severity: "核实",
    left: 9,
    right: 4,
    difference: 5,
    note: "清理文件5件",
    signed: "王某\n2027-01-12",
    place: "表二 · 行政规范性文件",
  });
  expect(found?.source).toContain("表式结构");
  const expired = rowsOf({ ...wrong, explanations: { [warned]: { text: "旧", left: 8, right: 4, by: "", at: "" } } });
  expect(expired.rows.find(({ id }) => id === warned)?.note).toBe("【已过期】旧");
  const open = rowsOf({ ...wrong, explanations: {} }).rows.find(({ id }) => id === warned);
  expect(open?.note).toBe("【待说明】");
});

test("a rule that holds shows both sums in the words of the form", () => {
  expect(rowsOf(base).rows.find(({ id }) => id === "nb2021.t3.balance[total]")).toMatchObject({
    state: "passed",
    place: "表三 · 总计",
    rule: "一、本年新收政府信息公开申请数量＋二、上年结转政府信息公开申请数量＝（七）总计＋四、结转下年度继续办理",
    left: 70,
    right: 70,
  });
  expect(rowsOf(base).rows.find(({ id }) => id === "nb2021.t4.sumRev")).toMatchObject({ place: "表四 · 行政复议" });
});

test("what cannot be told says why: no last year, an unknown unit, a blank", () => {
  const { rows } = rowsOf({ ...wrong, rulemaking: null, unitType: null });
  const note = (id: string) => rows.find((row) => row.id === id);
  expect(note("nb2021.t3.carryCross[total]")).toMatchObject({ state: "undecided", note: "缺上年数据" });
  expect(note("nb2021.t2.rulePower")).toMatchObject({ state: "undecided", note: "单位类型或规章制定权未知" });
  expect(note("nb2021.t4.sumRev")).toMatchObject({
    state: "undecided",
    note: expect.stringMatching(/^格未填：表四.*行政复议.*总计$/u),
  });
  expect(rowsOf(wrong, base).rows.find(({ id }) => id === "nb2021.t3.carryCross[total]")?.note).not.toBe("缺上年数据");
});

const textsOf = (bytes: Uint8Array, sheet = 0): readonly string[] =>
  [...(openWorkbook(bytes).sheets[sheet]?.cells.values() ?? [])].map(({ value }) => String(value));

test("the command line writes it: head, counts and rows, and nothing that runs", async () => {
  const unit = "=某某局+1";
  const files = memoryFiles({ "a.xlsx": await write({ ...wrong, unit }) });
  const { status, told } = await gouji(files, "check", "a.xlsx", "-o", "校验报告.xlsx", "--json");
  expect({ status, told }).toEqual({ status: 1, told: expect.stringContaining("已生成：校验报告.xlsx") });
  const bytes = files.stored.get("校验报告.xlsx") ?? new Uint8Array();
  const texts = textsOf(bytes);
  expect(texts).toEqual(
    expect.arrayContaining(["政府信息公开工作年度报告校验报告", `'${unit}`, "2021年", "清理文件5件", warned]),
  );
  expect(texts.some((text) => /^nb2021-[0-9a-f]{8}$/u.test(text))).toBe(true);
  expect(texts.some((text) => /^有\d+处必须改正，不能上报$/u.test(text))).toBe(true);
  expect(
    [...(openWorkbook(bytes).sheets[0]?.cells.values() ?? [])].filter(({ formula }) => formula !== undefined),
  ).toEqual([]);
});

test("several files make one report with a sheet for each unit", async () => {
  const files = memoryFiles({
    "a.xlsx": await write({ ...base, unit: "市教育局" }),
    "b.xlsx": await write({ ...wrong, unit: "市教育局" }),
    "c.xlsx": "no workbook",
  });
  const { status } = await gouji(files, "check", "a.xlsx", "b.xlsx", "c.xlsx", "-o", "r.xlsx", "--json");
  expect(status).toBe(2);
  const names = openWorkbook(files.stored.get("r.xlsx") ?? new Uint8Array()).sheets.map(({ name }) => name);
  expect(names).toEqual(["市教育局", "市教育局 (2)"]);
});

test("where no file can be read no report is written, and other kinds of output are refused", async () => {
  const files = memoryFiles({ "c.xlsx": "no workbook" });
  expect((await gouji(files, "check", "c.xlsx", "-o", "r.xlsx")).status).toBe(2);
  expect(await gouji(files, "check", "c.xlsx", "-o", "r.pdf")).toMatchObject({
    status: 2,
    told: expect.stringContaining(".xlsx"),
  });
  expect([...files.stored.keys()]).toEqual(["c.xlsx"]);
});

test("the pane saves it under a name that says unit and year; the same check gives the same bytes", async () => {
  const saved: [string, Uint8Array][] = [];
  const port = { save: (name: string, bytes: Uint8Array) => Promise.resolve(void saved.push([name, bytes])) };
  const date = new Date(2027, 0, 12, 9, 5);
  const { checked } = rowsOf(base);
  await saveCheckReport(checked, port, date);
  expect(await saveCheckReport(checked, port, date)).toBe(`${base.unit}_2021_校验报告.xlsx`);
  expect(saved[0]).toEqual(saved[1]);
  expect(textsOf(saved[0]?.[1] ?? new Uint8Array())).toContain("2027年1月12日 09:05");
});
