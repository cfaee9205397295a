import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { emptyReport, type Report } from "../../src/core/model/report";
import { cellsOf, type Template } from "../../src/core/model/template";
import { writeForm } from "../../src/formats/xlsx/write-form";
import { templates } from "../../src/templates";
import { type Dump, dumpWorkbook } from "../embedded-grid/support/openpyxl";
import { openAndSave } from "../embedded-grid/support/round-trip";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-form-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A report of the form with a figure in every cell. */
function filled(template: Template): Report {
  const values = new Map(cellsOf(template).map((cell, index) => [cell, index % 7] as const));
  return { ...emptyReport(template.id, "某某市科学技术局", template.reportYears.from), values };
}

describe.each(templates.map((template) => [template.id, template] as const))("the form %s", (id, template) => {
  let before: Dump;
  let after: Dump;
  beforeAll(async () => {
    const bytes = await writeForm(template, filled(template), { date: new Date(0) });
    const [given, saved] = [join(folder, `${id}.xlsx`), join(folder, `${id}-saved.xlsx`)];
    await writeFile(given, bytes);
    await writeFile(saved, await openAndSave(bytes));
    [before, after] = [await dumpWorkbook(given), await dumpWorkbook(saved)];
  }, 60_000);

  test.each(["name", "state", "cells", "results", "merges", "freeze", "rules", "validations", "protection", "print"])(
    "keeps its %s when it is opened in the grid and saved",
    (part) => {
      expect(after.sheets.map((sheet) => sheet[part])).toEqual(before.sheets.map((sheet) => sheet[part]));
    },
  );

  test("keeps its widths to the pixel", () => {
    // The grid counts in whole pixels, a seventh of a character; both widths are rounded to a tenth.
    after.sheets.forEach((sheet, index) => {
      const given = before.sheets[index]?.["widths"] as Readonly<Record<string, number>>;
      const kept = sheet["widths"] as Readonly<Record<string, number>>;
      expect(Object.keys(kept)).toEqual(Object.keys(given));
      for (const [column, width] of Object.entries(kept))
        expect(Math.abs(width - (given[column] ?? NaN))).toBeLessThan(0.15);
    });
  });

  test("keeps its anchors", () => {
    expect(after.names).toEqual(before.names);
  });
});
