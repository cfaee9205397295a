import { readFileSync } from "node:fs";

import { formsForYear } from "../../src/app/forms";
import { applyVariant } from "../../src/core/model/variant";
import { cellName } from "../../src/messages/finding";
import { tj2017 } from "../../src/templates/tj2017";
import { gouji, memoryFiles, type MemoryFiles } from "../support/memory-file";

type ReportFile = {
  readonly template: string;
  readonly unit: string;
  readonly year: number;
  readonly values: Readonly<Record<string, number | null>>;
  readonly facts: readonly { readonly id: string; readonly value: number | null; readonly replyRate?: number }[];
  readonly footer?: Readonly<Record<string, string>>;
};
type Check = {
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly message: string }[];
  readonly undecided: readonly string[];
};

const saved = (name: string): string => readFileSync(`test/data/reports/${name}.json`, "utf8");
const parsed = (name: string): ReportFile => JSON.parse(saved(name)) as ReportFile;
const desheng = "002-desheng-2017";

/** The workbook of a published report, made by the command line. */
async function workbookOf(name: string): Promise<MemoryFiles> {
  const { template, unit, year } = parsed(name);
  const files = memoryFiles({ "r.json": saved(name) });
  const words = ["--template", template, "--unit", unit, "--year", String(year), "--values", "r.json", "-o", "f.xlsx"];
  const { status, told } = await gouji(files, "new", ...words);
  expect([status, told.split("\n")[0]]).toEqual([0, "已生成：f.xlsx"]);
  return files;
}

async function read(files: MemoryFiles): Promise<ReportFile> {
  return JSON.parse((await gouji(files, "read", "f.xlsx", "--json")).out) as ReportFile;
}

test("which forms serve which year", () => {
  const ids = (year: number): readonly string[] => formsForYear(year).map(({ id }) => id);
  expect(ids(2007)).toEqual([]);
  expect(ids(2013)).toEqual(["text2008"]);
  expect(ids(2014)).toEqual(["gb2014", "text2008"]);
  expect(ids(2018)).toEqual(["tj2017", "gb2014", "text2008"]);
  expect(ids(2019)).toEqual(["nb2019"]);
  expect(ids(2021)).toEqual(["nb2021"]);
});

describe("the table of 2017 (tj2017), published with two contradictions", () => {
  it("comes back from its workbook, with its 表尾 and the blank that it has", async () => {
    const report = parsed(desheng);
    const back = await read(await workbookOf(desheng));
    expect(back.values).toEqual({ ...report.values, "s.sorg.value": null });
    expect(back.footer).toEqual(report.footer);
    expect(back.footer).toMatchObject({ 单位负责人: "王恩清", 电话: "8060333", 日期: "2018年1月18日" });
  });

  it("is told 26 against four parts of 0, and 2 against 0; the blank stays a blank", async () => {
    const { out, status } = await gouji(await workbookOf(desheng), "check", "f.xlsx", "--json");
    const { findings, undecided } = JSON.parse(out) as Check;
    expect(status).toBe(1);
    expect(findings).toMatchObject([
      { rule: "tj2017.docSum", severity: "error", left: 0, right: 26, difference: -26 },
      { rule: "tj2017.policyOpen", severity: "error", left: 2, right: 0, difference: 2 },
      { rule: "tj2017.blank", severity: "hint", cells: ["s.sorg.value"] },
    ]);
    expect(undecided).toEqual(["tj2017.sorgStaff"]);
    expect(findings[0]?.message).toContain("总计比各项之和多26");
    expect(findings[2]?.message).toContain("1格");
  });

  it("is written in words only as far as its figures agree", async () => {
    const { out } = await gouji(await workbookOf(desheng), "narrate", "f.xlsx", "--text");
    expect(out).toContain("2017年，本部门制发公文26件，其中【待填：本部门公文四类标注的件数");
    expect(out).toContain("本部门主动公开政策性文件2件，进行政策解读2件。");
    expect(out).toContain("本部门政务公开工作机构有工作人员3人，其中专职2人、兼职1人。");
    expect(out).not.toContain("政务公开工作机构0个");
  });

  it("names rows that bear the same label by the row above them", () => {
    expect(cellName(tj2017, "s.recvDone.value")).toBe("统计表 · （一）本部门收到申请数量 · 其中：申请办结数量");
    expect(cellName(tj2017, "s.policy.value")).toBe(
      "统计表 · （一）本部门及机关各处室制发公文中主动公开的政策性文件数量",
    );
  });

  it("needs no --template where the figures say what they are", async () => {
    const files = memoryFiles({ "r.json": saved(desheng) });
    const words = ["--unit", "某局", "--year", "2017", "-o", "f.xlsx"];
    expect(await gouji(files, "new", ...words)).toMatchObject({ status: 2, told: /./u });
    expect((await gouji(files, "new", ...words)).told).toMatch(/tj2017、gb2014、text2008/u);
    expect(await gouji(files, "new", ...words, "--values", "r.json")).toMatchObject({ status: 0 });
  });
});

describe("the table of 2014 (gb2014)", () => {
  it("is 未核验 in the list, when it is made, and on paper", async () => {
    const files = memoryFiles();
    expect((await gouji(files, "templates")).out).toMatch(/gb2014 .*（未核验）/u);
    const words = ["--template", "gb2014", "--unit", "某局", "--year", "2016", "-o", "f.xlsx"];
    expect((await gouji(files, "new", ...words)).told).toContain("未核验");
  });

  it("finds parts that do not make their total, with the amounts of money as decimals", async () => {
    const values = { "s.recv.value": 3, "s.recvFace.value": 1, "s.recvNet.value": 1, "s.charge.value": 0.0125 };
    const files = memoryFiles({
      "r.json": JSON.stringify({ template: "gb2014", unit: "某局", year: 2015, values }),
    });
    const { findings } = JSON.parse((await gouji(files, "check", "r.json", "--json")).out) as Check;
    expect(findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { rule: "gb2014.recvSum", left: 2, right: 3 },
    ]);
    const { out } = await gouji(files, "narrate", "r.json", "--text");
    expect(out).toContain("收到政府信息公开申请3件，其中【待填：");
    expect(out).toContain("依申请公开信息收取费用0.0125万元。");
  });
});

describe("the free report without a table (text2008)", () => {
  it.each(["000-fengtai-park-2017", "003-baoji-2019"])("%s comes back from its workbook", async (name) => {
    const files = await workbookOf(name);
    const { facts } = await read(files);
    const flat = Object.values(facts).flat() as ReportFile["facts"];
    const figures = (list: ReportFile["facts"]): readonly string[] =>
      list.map(({ id, value }) => `${id} ${String(value)}`).sort();
    // 回复率 becomes a fact of its own.
    const given = parsed(name).facts;
    const rates = given.flatMap(({ id, replyRate }) =>
      replyRate === undefined ? [] : [{ id: `${id}_reply_rate`, value: replyRate }],
    );
    expect(figures(flat)).toEqual(figures([...given, ...rates]));
    expect(JSON.parse((await gouji(files, "check", "f.xlsx", "--json")).out)).toMatchObject({
      verdict: "pass",
      findings: [],
    });
  });

  it("is still read for 2019, but no longer offered", async () => {
    expect(parsed("003-baoji-2019")).toMatchObject({ template: "text2008", year: 2019 });
    const files = memoryFiles({ "r.json": JSON.stringify({ ...parsed("003-baoji-2019"), year: 2020 }) });
    expect((await gouji(files, "check", "r.json")).told).toContain("text2008 不用于2020年度");
  });

  it("is 未核验: the article that lists its parts was not at hand", async () => {
    const files = memoryFiles();
    expect((await gouji(files, "templates")).out).toMatch(/text2008 .*（未核验）/u);
    const words = ["--template", "text2008", "--unit", "某局", "--year", "2010", "-o", "f.xlsx"];
    expect((await gouji(files, "new", ...words)).told).toContain("未核验");
  });

  it("says what the inputs hold, and asks for what the law demanded", async () => {
    const { out } = await gouji(await workbookOf("003-baoji-2019"), "narrate", "f.xlsx", "--text");
    expect(out).toContain("2019年，收到政府信息公开申请2件。");
    expect(out).toContain("2019年，依申请提供政府信息未收取费用。");
    expect(out).toContain("未发生因政府信息公开申请的行政复议、提起的行政诉讼。");
    const { out: other } = await gouji(await workbookOf("000-fengtai-park-2017"), "narrate", "f.xlsx", "--text");
    expect(other).toContain("【待填：依申请提供政府信息收取费用的金额，没有收取的填0】");
  });
});

test("a form without variants knows none, and itself for null", () => {
  expect(applyVariant(tj2017, "bj2020")).toBeUndefined();
  expect(applyVariant(tj2017, null)).toBe(tj2017);
});
