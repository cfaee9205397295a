import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { address, range } from "../../src/formats/xlsx/a1";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { dumpWorkbook, editWorkbook, type Dump } from "../xlsx/support/openpyxl";
import { read, realReport, realReports, templateOf, write } from "../xlsx/support/workbooks";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-openpyxl-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each(realReports)("Python's openpyxl opens %s", (name) => {
  const report = realReport(name);
  const placed = placeForm(templateOf(report), { facts: report.facts });
  let dump: Dump;
  beforeAll(async () => {
    const file = join(folder, `${name}.xlsx`);
    await writeFile(file, await write(report));
    dump = await dumpWorkbook(file);
  }, 60_000);

  const sheet = (tab: string): Dump["sheets"][number] => {
    const found = dump.sheets.find((known) => known.name === tab);
    if (found === undefined) throw new Error(tab);
    return found;
  };

  it("without a complaint, and finds no author", () => {
    expect(dump.warnings).toEqual([]);
    // Where a file names no author, openpyxl names itself.
    expect(dump.properties).toEqual([
      "openpyxl",
      null,
      `${report.unit}${String(report.year)}年政府信息公开工作年度报告`,
    ]);
  });

  it("and finds every figure in its place", () => {
    const found = [...placed.values].map(([cell, place]) => [
      cell,
      sheet(place.sheet).values[address(place.row, place.column)] ?? null,
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(report.values));
  });

  it("and finds the merges, the print area and the page", () => {
    for (const { name: tab, cells, print } of placed.sheets) {
      const found = sheet(tab);
      expect(found.merges).toEqual(
        cells
          .filter(({ rows, columns }) => rows * columns > 1)
          .map((cell) => range(cell))
          .sort(),
      );
      expect(found.printArea).toContain(range(print.area, { row: true, column: true }));
      expect(found.titleRows).toBe(print.titleRows === 0 ? "None" : `$1:$${String(print.titleRows)}`);
      expect(found.paper).toEqual(["9", print.orientation]);
      expect(found.fit).toEqual([1, print.pagesTall]);
      expect(found.footer).toContain("&P");
      expect(found.fonts.every((font) => font === "宋体" || font === "黑体")).toBe(true);
      expect(found.comments).toBe(0);
    }
  });

  it("and finds open exactly the cells for figures, unit and year", () => {
    for (const tab of ["表二", "表三", "表四"]) {
      const wanted = placed.sheets
        .filter((known) => known.name === tab)
        .flatMap(({ cells }) => cells.filter(({ content: { kind } }) => ["figure", "unit", "year"].includes(kind)))
        .flatMap(({ row, column, rows, columns }) =>
          Array.from({ length: rows * columns }, (_, index) =>
            address(row + Math.floor(index / columns), column + (index % columns)),
          ),
        );
      expect(sheet(tab).open).toEqual(wanted.sort());
    }
  });

  it("and finds what may be typed, with words that say what to do", () => {
    expect(sheet("表三").validations.length).toBeGreaterThan(0);
    for (const [, type, error] of sheet("表三").validations) {
      expect(type).toBe("custom");
      expect(error).toMatch(/填不小于0的整数/);
    }
    expect(sheet("表三").conditionals.length).toBeLessThan(10);
  });

  it("and finds the native checks with their present texts, and the names", () => {
    const { formulas, values } = sheet("表三");
    const checks = Object.entries(formulas);
    expect(checks.length).toBeGreaterThan(30);
    for (const [place, formula] of checks) {
      expect(formula).toMatch(/^=IF\(/);
      expect(formula).not.toMatch(/GOUJI/);
      expect(values[place]).toBe("√");
    }
    expect(Object.keys(dump.names)).toEqual(expect.arrayContaining(placed.anchors.map((anchor) => anchor.name)));
  });
});

it("the same report is read after openpyxl inserted rows and columns, renamed and moved sheets", async () => {
  const report = realReport("012-pingtan-2021");
  const [from, to] = [join(folder, "before.xlsx"), join(folder, "after.xlsx")];
  await writeFile(from, await write(report));
  await editWorkbook(from, to);
  const back = await read(await readFile(to));
  expect(back.report).toEqual(report);
  expect(back.damage).toEqual([]);
}, 60_000);
