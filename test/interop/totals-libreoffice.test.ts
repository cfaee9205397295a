import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { inspectFile, repairFile } from "../../src/app/integrity";
import { isTotal } from "../../src/core/rules/expand";
import { nb2021 } from "../../src/templates/nb2021";
import { convert } from "../support/soffice";
import { gouji, memoryFiles } from "../support/memory-file";
import { read, realReport, write } from "../xlsx/support/workbooks";

// 自动合计 after another program has saved the file: still formulas, still the same figures, still no fault.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-totals-"));
  await mkdir(join(folder, "out"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("formula totals survive LibreOffice, check and repair", async () => {
  const report = realReport("012-pingtan-2021");
  const file = join(folder, "a.xlsx");
  await writeFile(file, await write(report, { totals: "formula" }));
  const resaved = await readFile(await convert(file, "xlsx", join(folder, "out")));
  const totals = [...report.values.keys()].filter((cell) => isTotal(nb2021, cell)).sort();

  const found = await inspectFile(resaved, "a.xlsx");
  expect(found.faults).toEqual([]);
  expect(found.reading.formulasInCells.map(({ cell }) => cell).sort()).toEqual(totals);
  expect(found.report.values).toEqual(report.values);

  const { status, told, out } = await gouji(memoryFiles({ "a.xlsx": resaved }), "check", "a.xlsx", "--json");
  expect(status).toBe(0);
  expect(told).toContain(`有${String(totals.length)}格合计是公式`);
  expect(JSON.parse(out)).toMatchObject({ suggestions: [] });

  const repaired = await repairFile(resaved, "a.xlsx", new Date(2027, 0, 12));
  const again = await read(repaired.bytes);
  expect(again.formulasInCells.map(({ cell }) => cell).sort()).toEqual(totals);
  expect(again.report.values).toEqual(report.values);
}, 180_000);
