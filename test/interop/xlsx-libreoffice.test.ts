import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";

import type { Report } from "../../src/core/model/report";
import type { Template } from "../../src/core/model/template";
import { bindRules } from "../../src/core/rules/expand";
import { checkCellText } from "../../src/formats/xlsx/check-formula";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { openWorkbook } from "../../src/formats/xlsx/open-workbook";
import { cellKey } from "../../src/formats/xlsx/cell-key";
import { templates } from "../../src/templates";
import { convert } from "../support/soffice";
import { balancedReport } from "../properties/arbitraries";
import { editParts, partsOf, read, realReport, realReports, write } from "../xlsx/support/workbooks";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gouji-libreoffice-"));
  await mkdir(join(folder, "out"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function resave(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const file = join(folder, `${name}.xlsx`);
  await writeFile(file, bytes);
  return readFile(await convert(file, "xlsx", join(folder, "out")));
}

/** Takes the results of all formulas away, so that what is found afterwards was computed by the other program. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const sheets = Object.keys(partsOf(bytes)).filter((path) => path.startsWith("xl/worksheets/sheet"));
  const strip = (xml: string): string => xml.replace(/<\/f>(?:<v>[^<]*<\/v>|<v\/>)/g, "</f>");
  return editParts(bytes, Object.fromEntries(sheets.map((path) => [path, strip])));
}

test.each(realReports)(
  "%s is the same report after LibreOffice saved it",
  async (name) => {
    const reasons = {
      "x.y[z]": { text: "=机构改革划入2件\n“另有”<说明>", left: 5, right: 3, by: "王某", at: "2027-01-12" },
    };
    const report = { ...realReport(name), explanations: reasons };
    const back = await read(await resave(name, await write(report)));
    expect(back.report).toEqual(report);
    expect(back.damage).toEqual([]);
  },
  120_000,
);

const figure = fc.oneof(
  fc.nat({ max: 40 }),
  fc.integer({ min: -1_000_000, max: 10_000_000 }),
  fc.integer({ min: 0, max: 99_000_000 }).map((amount) => amount / 10_000),
  fc.constantFrom(null, "/", "-", "无", "5件", "=1+1"),
);

/** Reports in which checks hold, fail and cannot be told: balanced ones, some with cells blanked or changed. */
function disturbed(template: Template): fc.Arbitrary<Report> {
  const changes = fc.array(fc.option(figure, { freq: 6, nil: undefined }), { minLength: 200, maxLength: 200 });
  return fc.tuple(balancedReport(template), changes).map(([report, changed]) => {
    const values = new Map([...report.values].map(([cell, value], index) => [cell, changed[index] ?? value] as const));
    for (const [index, cell] of [...values.keys()].entries()) if (changed[index] === null) values.set(cell, null);
    return { ...report, values };
  });
}

const withTables = templates.filter(({ tables }) => tables.length > 0);

describe.each(withTables.map((template): [string, Template] => [template.id, template]))(
  "in the form %s",
  (id, template) => {
    it("LibreOffice computes the same text in every check cell as the rules do", async () => {
      const rules = new Map(bindRules(template).rules.map((rule) => [rule.id, rule]));
      const reports = [
        ...fc.sample(disturbed(template), { numRuns: 4, seed: 20270112 }),
        ...fc.sample(balancedReport(template), { numRuns: 1, seed: 20270112 }),
      ];
      const texts = new Set<string>();
      for (const [index, report] of reports.entries()) {
        const bytes = await resave(`${id}-${String(index)}`, withoutResults(await write(report)));
        const workbook = openWorkbook(bytes);
        for (const sheet of placeForm(template).sheets) {
          const cells = workbook.sheets.find(({ name }) => name === sheet.name)?.cells;
          for (const { row, column, content } of sheet.cells) {
            const rule = content.kind === "check" ? rules.get(content.rule) : undefined;
            if (rule === undefined) continue;
            const shown = cells?.get(cellKey(row, column))?.value ?? "";
            expect([rule.id, shown]).toEqual([rule.id, checkCellText(rule, report)]);
            texts.add(String(shown).slice(0, 1));
          }
        }
      }
      // All three kinds of answers were met.
      expect([...texts].sort()).toEqual(["", "√", "差"]);
    }, 240_000);
  },
);

it("totals that add themselves up give the figures that were typed", async () => {
  const report = realReport("012-pingtan-2021");
  const bytes = await resave("sums", withoutResults(await write(report, { totals: "formula" })));
  expect((await read(bytes)).report.values).toEqual(report.values);
}, 120_000);

it("each form takes one page per table", async () => {
  for (const template of templates.filter(
    ({ tables, sheets }) => tables.length > 0 && !sheets.some(({ layout }) => layout.long),
  )) {
    const report = fc.sample(balancedReport(template), { numRuns: 1, seed: 1 })[0];
    if (report === undefined) throw new Error("no sample");
    const file = join(folder, `${template.id}-pages.xlsx`);
    // Only the tables: the inputs of the text and the reasons may take several pages.
    await writeFile(
      file,
      editParts(await write(report), {
        "xl/workbook.xml": (xml) =>
          xml
            .replace(/<sheet name="(?:正文要素|年报正文|校验与说明)"[^>]*>/g, "")
            .replace(/<definedName [^>]*>[^<]*(?:正文要素|年报正文|校验与说明)[^<]*<\/definedName>/g, ""),
      }),
    );
    const pdf = await readFile(await convert(file, "pdf", folder), "latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(template.sheets.length);
  }
}, 120_000);
