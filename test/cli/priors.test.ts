import { readFileSync } from "node:fs";

import { gouji, memoryFiles } from "../support/memory-file";

const read = (name: string): string => readFileSync(`test/data/reports/${name}.json`, "utf8");
const now = read("013-pingtan-2022");
const last = read("012-pingtan-2021");
const crossed = "nb2021.t3.carryCross[total]";

async function check(files: Parameters<typeof memoryFiles>[0]): Promise<{ undecided: string[]; told: string }> {
  const { out, told } = await gouji(memoryFiles(files), "check", "now.json", "--prior", "last", "--json");
  return { undecided: (JSON.parse(out) as { undecided: string[] }).undecided, told };
}

describe("last year's reports from a folder", () => {
  test("each report finds its own by unit and year, whatever else lies there", async () => {
    const other = JSON.stringify({ ...(JSON.parse(last) as object), unit: "另一个单位" });
    const older = JSON.stringify({ ...(JSON.parse(last) as object), year: 2020, template: "nb2019", values: {} });
    const { undecided, told } = await check({
      "now.json": now,
      "last/a.json": other,
      "last/b.json": last,
      "last/c.json": older,
      "last/d.xlsx": "hello",
      "last/读我.txt": "x",
    });
    expect(undecided).not.toContain(crossed);
    expect(told).toContain("last/d.xlsx：");
    expect(told).not.toContain("没有与上年比较");
  });

  test("where there is none, or more than one, it is said and nothing is compared", async () => {
    const other = JSON.stringify({ ...(JSON.parse(last) as object), unit: "另一个单位" });
    const none = await check({ "now.json": now, "last/a.json": other });
    expect(none.undecided).toContain(crossed);
    expect(none.told).toContain("2021年度的报告，没有与上年比较");
    const two = await check({ "now.json": now, "last/a.json": last, "last/b.json": last });
    expect(two.undecided).toContain(crossed);
    expect(two.told).toContain("不止一份（last/a.json、last/b.json）");
  });

  test("a folder without any report is refused in one sentence", async () => {
    const files = memoryFiles({ "now.json": now, "last/读我.txt": "x" });
    const { status, out, told } = await gouji(files, "check", "now.json", "--prior", "last", "--json");
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(told).toMatch(/^last：这个文件夹里没有可以读取的报告/u);
  });
});
