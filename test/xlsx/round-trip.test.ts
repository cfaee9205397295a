import fc from "fast-check";

import { emptyReport } from "../../src/core/model/report";
import { cellsOf } from "../../src/core/model/template";
import { templates } from "../../src/templates";
import { anyReport } from "./support/arbitraries";
import { read, realReport, realReports, write } from "./support/workbooks";

describe.each(templates.map((template) => [template.id, template] as const))("a form %s", (_, template) => {
  it("comes back with every value, fact and reason that was written", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport(template), async (report) => {
        const back = await read(await write(report));
        expect(back.report).toEqual(report);
        expect(back.damage).toEqual([]);
        expect(back.oddities).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it("comes back with blanks in every cell when nothing was entered", async () => {
    const report = emptyReport(template.id, "某某局", template.reportYears.from);
    const back = await read(await write(report));
    expect([...back.report.values.keys()].sort()).toEqual([...cellsOf(template)].sort());
    expect([...back.report.values.values()].filter((value) => value !== null)).toEqual([]);
    expect(back.report.facts).toEqual({});
  });
});

it.each(realReports)("the published report %s comes back as it is", async (name) => {
  const report = realReport(name);
  const back = await read(await write(report));
  expect(back).toMatchObject({ damage: [], oddities: [], formulasInCells: [] });
  expect(back.report).toEqual(report);
});

it.each(realReports)("%s comes back with totals as formulas too, and says which they are", async (name) => {
  const report = realReport(name);
  const back = await read(await write(report, { totals: "formula", checks: "custom" }));
  expect(back.report).toEqual(report);
  expect(back.formulasInCells.length).toBeGreaterThan(25);
  expect(back.formulasInCells.every(({ cell }) => /\.total$|Total$|totalHandled/.test(cell))).toBe(true);
});

it("keeps a total that contradicts its parts instead of putting a formula over it", async () => {
  const report = realReport("001-fengtai-2020");
  const values = new Map(report.values).set("t3.granted.total", 3);
  const back = await read(await write({ ...report, values }, { totals: "formula" }));
  expect(back.report.values.get("t3.granted.total")).toBe(3);
  expect(back.formulasInCells.map(({ cell }) => cell)).not.toContain("t3.granted.total");
  expect(back.formulasInCells.map(({ cell }) => cell)).toContain("t3.partial.total");
});

it("gives the same bytes for the same report and date", async () => {
  const report = realReport("012-pingtan-2021");
  expect(await write(report)).toEqual(await write(report));
});

it("refuses a report of another form and cells that the form has not", async () => {
  const report = realReport("012-pingtan-2021");
  const stranger = new Map(report.values).set("t9.a.b", 1);
  await expect(write({ ...report, values: stranger })).rejects.toThrow("t9.a.b");
});
