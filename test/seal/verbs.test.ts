import { toReportFile } from "../../src/app/report-file";
import type { Fact } from "../../src/core/model/facts";
import { gouji, memoryFiles, type MemoryFiles } from "../support/memory-file";
import { completeReport } from "./support/complete";
import { editCell, editPart } from "./support/edit-cell";

jest.setTimeout(60_000);

type Json = Readonly<Record<string, unknown>>;

const { template, report } = completeReport();
const whole = toReportFile(report, template) as Json & {
  readonly values: Readonly<Record<string, number | null>>;
  readonly facts: Readonly<Record<string, readonly Fact[]>>;
};

function withFile(file: Json): MemoryFiles {
  return memoryFiles({ "r.json": JSON.stringify(file) });
}

async function refusal(files: MemoryFiles, ...words: readonly string[]): Promise<readonly Json[]> {
  const { status, out } = await gouji(files, "seal", ...words, "-o", "s.xlsx", "--json");
  expect(status).toBe(1);
  expect(files.stored.has("s.xlsx")).toBe(false);
  const answer = JSON.parse(out) as { readonly sealed: boolean; readonly obstacles: readonly Json[] };
  expect(answer.sealed).toBe(false);
  return answer.obstacles;
}

describe("what stands in the way of sealing, each once", () => {
  test("强制", async () => {
    const files = withFile({ ...whole, values: { ...whole.values, "t3.newReceived.total": 71 } });
    expect(await refusal(files, "r.json")).toContainEqual(
      expect.objectContaining({ kind: "error", rule: "nb2021.t3.rowSum[newReceived]" }),
    );
  });

  test("核实 without a reason, and with one for figures that have changed since", async () => {
    const values = { ...whole.values, "t2_1.normative.inForce": 5 };
    const open = await refusal(withFile({ ...whole, values }), "r.json");
    expect(open).toMatchObject([
      { kind: "reason", cells: expect.arrayContaining(["t2_1.normative.inForce"]) as unknown },
    ]);
    const rule = String(open[0]?.["rule"]);
    const stale = { text: "清理", left: 1, right: 2, by: "王某", at: "2027-01-01" };
    const expired = await refusal(withFile({ ...whole, values, explanations: { [rule]: stale } }), "r.json");
    expect(expired).toMatchObject([{ kind: "reason", message: expect.stringContaining("过期") as string }]);
    const carried = "nb2021.t3.carryCross[total]";
    const settled = { text: "不再适用", left: 5, right: 3, by: "", at: "" };
    const files = withFile({
      ...whole,
      values,
      explanations: { [rule]: "集中清理", [carried]: "机构改革划入", "nb2021.t4.noRequests": settled },
    });
    expect((await gouji(files, "seal", "r.json", "-o", "s.xlsx")).status).toBe(0);
    const { out } = await gouji(files, "mail", "s.xlsx", "--to", "a@b.cn", "-o", "d.eml", "--json");
    expect(out).toMatch(/1\. [^\n]*集中清理[^\n]*2\. [^\n]*上年[^\n]*机构改革划入/u);
    expect(out).not.toContain("不再适用");
  });

  test("a blank, with 补齐", async () => {
    const files = withFile({ ...whole, values: { ...whole.values, "t2_6.coercion.decisions": null } });
    const [blank] = await refusal(files, "r.json");
    expect(blank).toMatchObject({ kind: "blank", cells: ["t2_6.coercion.decisions"] });
    expect(blank?.["message"]).toContain("补零");
  });

  test("【待填】 in the text", async () => {
    const files = withFile({ ...whole, facts: { ...whole.facts, problem: [] } });
    expect(await refusal(files, "r.json")).toMatchObject([
      { kind: "placeholder", message: expect.stringContaining("【待填：存在的主要问题】") as string },
    ]);
  });

  test("damage to the form", async () => {
    const files = withFile(whole);
    await gouji(files, "new", "--unit", "某局", "--year", "2021", "--values", "r.json", "-o", "f.xlsx");
    const bytes = editPart(await files.read("f.xlsx"), "xl/sharedStrings.xml", (xml) =>
      xml.replace(">自然人<", ">公民<"),
    );
    await files.write("g.xlsx", bytes);
    expect(await refusal(files, "g.xlsx")).toMatchObject([{ kind: "damage" }]);
  });

  test("a number in the clerk's own words that the tables contradict", async () => {
    const files = withFile(whole);
    await gouji(files, "new", "--unit", "某局", "--year", "2021", "--values", "r.json", "-o", "f.xlsx");
    const { out } = await gouji(files, "narrate", "f.xlsx", "--text");
    expect(out).toContain("70件");
    await files.write("text.txt", new TextEncoder().encode(out.replace("70件", "75件")));
    expect(await refusal(files, "f.xlsx", "--report", "text.txt")).toContainEqual(
      expect.objectContaining({ kind: "text", message: expect.stringContaining("75件") as string }),
    );
  });
});

test("the text edited in Word is what is sealed", async () => {
  const files = withFile(whole);
  await gouji(files, "narrate", "r.json", "-o", "r.docx");
  const { status, told, out } = await gouji(files, "seal", "r.json", "--report", "r.docx", "-o", "s.xlsx", "--json");
  expect([status, told, out.slice(0, 1)]).toEqual([0, "已生成：s.xlsx", "{"]);
  expect((await gouji(files, "verify", "s.xlsx")).status).toBe(0);
});

describe("what was sealed", () => {
  let files: MemoryFiles;
  beforeAll(async () => {
    files = withFile(whole);
    expect((await gouji(files, "seal", "r.json", "-o", "s.xlsx", "--by", "王某")).status).toBe(0);
  });

  test("is read, checked and narrated like any workbook, and sealed again", async () => {
    const read = JSON.parse((await gouji(files, "read", "s.xlsx", "--json")).out) as Json;
    expect(read["values"]).toEqual(whole.values);
    expect(read["seal"]).toMatchObject({ by: "王某", controlTotals: { newReceived: 70, litigations: 12 } });
    const { status, told } = await gouji(files, "check", "s.xlsx");
    expect([status, told]).toEqual([0, ""]);
    const text = (await gouji(files, "narrate", "s.xlsx", "--text")).out;
    expect(text).toBe((await gouji(files, "narrate", "r.json", "--text")).out);
    expect((await gouji(files, "seal", "s.xlsx", "-o", "again.xlsx")).status).toBe(0);
  });

  test("leaves what people keep beside it at home", async () => {
    const names = JSON.stringify(whole.facts);
    expect(names).toContain("的有关情况");
    const read = JSON.parse((await gouji(files, "read", "s.xlsx", "--json")).out) as Json;
    expect(read["facts"]).toEqual({});
    expect((await files.read("s.xlsx")).length).toBeLessThan(60_000);
  });

  test("is sent only sealed and unchanged, to addresses, with the files that were named", async () => {
    await files.write("正文.docx", new Uint8Array([1, 2, 3]));
    const draft = ["mail", "--to", "a@b.cn", "c@d.cn", "--attach", "正文.docx", "s.xlsx", "-o", "d.eml", "--json"];
    const { status, out } = await gouji(files, ...draft);
    expect([status, JSON.parse(out)]).toMatchObject([
      0,
      {
        to: ["a@b.cn", "c@d.cn"],
        attachments: [expect.stringMatching(/_2021_政府信息公开工作年度报告\.xlsx$/u), "正文.docx"],
      },
    ]);
    const edited = editCell(await files.read("s.xlsx"), { sheet: "表三", row: 5, column: 3 }, 65);
    await files.write("edited.xlsx", edited);
    const cases: readonly (readonly [words: readonly string[], told: string])[] = [
      [["edited.xlsx", "--to", "a@b.cn"], "改动"],
      [["r.json", "--to", "a@b.cn"], "r.json"],
      [["s.xlsx"], "--to"],
      [["s.xlsx", "--to", "张三"], "邮箱"],
      [["s.xlsx", "--to", "a@b.cn", "--attach", "没有.docx"], "没有.docx"],
    ];
    for (const [words, told] of cases) {
      const found = await gouji(files, "mail", ...words, "-o", "x.eml");
      expect([found.status, found.out, files.stored.has("x.eml")]).toEqual([2, "", false]);
      expect(found.told).toContain(told);
    }
  });

  test("is verified in words too", async () => {
    expect((await gouji(files, "verify", "s.xlsx")).out).toContain("已封存，完好");
    const edited = editCell(await files.read("s.xlsx"), { sheet: "表三", row: 5, column: 3 }, 65);
    await files.write("edited.xlsx", edited);
    const found = await gouji(files, "verify", "edited.xlsx");
    expect([found.status, found.out]).toEqual([1, expect.stringMatching(/已改动[^]*自然人：64 → 65/u)]);
    await gouji(files, "new", "--unit", "某局", "--year", "2021", "-o", "open.xlsx");
    const open = await gouji(files, "verify", "open.xlsx", "--json");
    expect([open.status, JSON.parse(open.out)]).toMatchObject([1, { sealed: false, intact: false, sealedAt: null }]);
  });
});
