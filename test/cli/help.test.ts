import { gouji, memoryFiles } from "../support/memory-file";

test("a command's help speaks of that command alone", async () => {
  const { out, status } = await gouji(memoryFiles(), "check", "--help");
  expect(status).toBe(0);
  expect(out).toMatch(/^gouji check 文件…/u);
  expect(out).toContain("--rules");
  expect(out).toContain("--json");
  expect(out).not.toContain("narrate");
  expect((await gouji(memoryFiles(), "help", "check")).out).toBe(out);
});

test("every command of the whole help has one of its own", async () => {
  const { out } = await gouji(memoryFiles(), "--help");
  const verbs = [...out.matchAll(/^ {2}([a-z]+) /gmu)].map(([, verb = ""]) => verb);
  expect(verbs).toContain("schema");
  for (const verb of verbs) {
    const own = (await gouji(memoryFiles(), verb, "--help")).out;
    expect(own.startsWith(`gouji ${verb} `)).toBe(true);
    expect(own.length).toBeLessThan(out.length);
  }
});

test("a year whose form nobody knows yet is served with a remark, the years that are filed without", async () => {
  const ask = (year: string): ReturnType<typeof gouji> =>
    gouji(memoryFiles(), "new", "--unit", "某某局", "--year", year, "-o", "f.xlsx");
  const far = await ask("2035");
  expect([far.status, far.out]).toEqual([0, ""]);
  expect(far.told).toContain("现在还不知道2035年度用哪种表式，先用“政府信息公开工作年度报告（2021年格式）”");
  for (const year of ["2026", "2027"]) expect((await ask(year)).told).not.toContain("还不知道");
});
