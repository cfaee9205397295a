import fc from "fast-check";

import { findTemplate, ruleBook } from "../../src/app/forms";
import { checkWith } from "../../src/app/check-report";
import { sealReport, type SealResult } from "../../src/app/seal";
import { sealTextOf } from "../../src/app/seal-text";
import { verifyFile } from "../../src/app/verify";
import { verifyReport } from "../../src/app/verify-report";
import type { Report } from "../../src/core/model/report";
import type { Template } from "../../src/core/model/template";
import { checkAll, outcome, summarize, withReason } from "../../src/core/rules/check";
import { placeForm } from "../../src/formats/xlsx/place-form";
import { reviewColumns } from "../../src/formats/xlsx/review-items";
import { readForm } from "../../src/formats/xlsx/read-form";
import { balancedReport } from "../properties/arbitraries";
import { completeFacts, completeReport } from "./support/complete";
import { editCell, editPart, partOf } from "./support/edit-cell";

const date = new Date(Date.UTC(2027, 0, 12, 1, 30));

function form(id: string): Template {
  const template = findTemplate(id);
  if (template === undefined) throw new Error(`${id} is gone`);
  return template;
}

function trySeal(template: Template, report: Report, prior?: Report): Promise<SealResult> {
  const { book, verdicts } = checkWith(template, report, { prior });
  const { findings } = summarize(book, verdicts);
  const text = sealTextOf(template, report, prior);
  return sealReport({ book, report, prior, findings, text, damage: [] }, { by: "王某", date });
}

async function seal(template: Template, report: Report): Promise<Uint8Array> {
  const result = await trySeal(template, report);
  if (!result.sealed) throw new Error(result.obstacles.map(({ message }) => message).join("\n"));
  return result.bytes;
}

/** Every 核实 with a reason. */
function explained(template: Template, report: Report, texts: readonly string[]): Report {
  const { findings } = summarize(ruleBook(template), checkAll(ruleBook(template), report));
  const explanations = findings
    .filter(({ severity }) => severity === "warning")
    .reduce(
      (reasons, finding, index) =>
        withReason(reasons, finding.rule, finding, {
          text: texts[index % texts.length] ?? "属实",
          by: "王某",
          at: "2027-01-12",
        }),
      {},
    );
  return { ...report, explanations };
}

const words = fc.stringMatching(/^[机构改革划入=+\-@'"<&a-z0-9 ]{1,20}$/u).filter((text) => text.trim() !== "");

/** Reports that nothing stands against. */
function fitReport(template: Template): fc.Arbitrary<Report> {
  return fc
    .tuple(balancedReport(template), fc.array(words, { minLength: 1, maxLength: 3 }), words)
    .map(([report, texts, problem]): Report => {
      const facts = completeFacts(template);
      const own = facts.problem?.map((fact) => ({ ...fact, text: problem })) ?? [];
      return explained(template, { ...report, unit: "某某局", facts: { ...facts, problem: own } }, texts);
    })
    .filter((report) => {
      const { findings } = summarize(ruleBook(template), checkAll(ruleBook(template), report));
      return outcome(findings, report.explanations) === "pass";
    });
}

describe.each(["nb2021", "nb2019"])("%s", (id) => {
  const template = form(id);
  const placed = placeForm(template);

  test("whatever is sealed is intact, and any one change of a figure, of the text or of a reason is found", async () => {
    await fc.assert(
      fc.asyncProperty(fitReport(template), fc.nat(), fc.integer({ min: 0, max: 99 }), async (report, at, figure) => {
        const bytes = await seal(template, report);
        const whole = await verifyFile(bytes, "s.xlsx");
        expect(verifyReport(whole)).toMatchObject({ sealed: true, intact: true, changedCells: [] });

        const cells = [...placed.values];
        const [cell, place] = cells[at % cells.length] ?? [];
        if (cell === undefined || place === undefined) throw new Error("no cell");
        const from = report.values.get(cell) ?? null;
        const to = from === figure ? null : figure;
        const edited = verifyReport(await verifyFile(editCell(bytes, place, to), "s.xlsx"));
        expect(edited).toMatchObject({ intact: false, changedCells: [{ cell, from, to }], changedText: [] });

        const lines = whole.seal?.content.text ?? [];
        const row = 1 + (at % 3);
        const changed = verifyReport(
          await verifyFile(editCell(bytes, { sheet: "年报正文", row, column: 0 }, `另一段${String(figure)}`), "s.xlsx"),
        );
        expect(changed).toMatchObject({
          intact: false,
          changedCells: [],
          changedText: [{ to: `另一段${String(figure)}` }],
        });
        expect(lines).toContain(changed.changedText[0]?.from);

        const reasons = whole.seal?.content.reasons ?? [];
        if (reasons.length > 0) {
          const column = reviewColumns.indexOf("text");
          const other = verifyReport(
            await verifyFile(editCell(bytes, { sheet: "校验与说明", row: 4, column }, "改过的说明"), "s.xlsx"),
          );
          expect(other).toMatchObject({
            intact: false,
            changedCells: [],
            changedReasons: [{ to: { text: "改过的说明" } }],
          });
        }
      }),
      { numRuns: Number(process.env["RUNS"] ?? 3) },
    );
  }, 120_000);
});

test.each(["tj2017", "gb2014", "text2008"])("a report of %s is sealed and verified like the others", async (id) => {
  const template = form(id);
  const values = new Map(ruleBook(template).cells.map((cell) => [cell, 0]));
  const report = { ...completeReport().report, template: id, year: template.reportYears.from, values };
  const zero = { ...report, facts: completeFacts(template), zeroReport: { by: "王某", at: "2027-01-12" } };
  const bytes = await seal(template, explained(template, zero, ["属实"]));
  expect(verifyReport(await verifyFile(bytes, "s.xlsx"))).toMatchObject({ sealed: true, intact: true, template: id });
});

describe("a sealed workbook", () => {
  const { template, report } = completeReport();
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await seal(template, report);
  });

  test("is the same whenever it is sealed again at that time", async () => {
    expect(await seal(template, report)).toEqual(bytes);
  });

  test("tells nobody to write into it", () => {
    const strings = partOf(bytes, "xl/sharedStrings.xml");
    expect(strings).toContain("请不要改动");
    expect(strings).not.toContain("可以直接填写");
    expect(strings).not.toContain("可以直接修改");
  });

  test("says what it is: no damage, its text as it stood, and the verdict that it had", async () => {
    const read = await readForm(bytes, [template]);
    if (!read.ok) throw new Error(read.failure.code);
    expect(read).toMatchObject({ damage: [], oddities: [] });
    const again = sealTextOf(template, read.report);
    expect(again.sheet.rows.map(({ text }) => text)).toEqual(read.report.text?.rows.map(({ text }) => text));
    expect(again).toMatchObject({ placeholders: [], stale: [] });
  });

  test("whose seal was changed itself proves nothing", async () => {
    const path = "customXml/item1.xml";
    expect(partOf(bytes, path)).toContain("t3.newReceived.total&quot;,70]");
    const forged = editPart(bytes, path, (xml) =>
      xml.replace("t3.newReceived.total&quot;,70]", "t3.newReceived.total&quot;,71]"),
    );
    // The copy in the cells is still whole.
    expect(await verifyFile(forged, "s.xlsx")).toMatchObject({ sealed: true, intact: true });
    const both = editPart(forged, "xl/sharedStrings.xml", (xml) =>
      xml.replaceAll('t3.newReceived.total",70]', 't3.newReceived.total",71]'),
    );
    expect(await verifyFile(both, "s.xlsx")).toMatchObject({ sealed: true, intact: false, seal: null });
  });

  test("of which a sheet, a label or a line of the manifest was changed is not intact", async () => {
    const hidden = editPart(bytes, "xl/sharedStrings.xml", (xml) => xml.replace("主要数", "次要数"));
    expect(await verifyFile(hidden, "s.xlsx")).toMatchObject({ intact: false, changes: { cells: [] } });
    const label = editPart(bytes, "xl/sharedStrings.xml", (xml) => xml.replace(">自然人<", ">公民<"));
    expect((await verifyFile(label, "s.xlsx")).intact).toBe(false);
    const unit = editPart(bytes, "xl/sharedStrings.xml", (xml) => xml.replaceAll(`>${report.unit}<`, ">另一个单位<"));
    expect((await verifyFile(unit, "s.xlsx")).changes.details).toMatchObject([{ name: "unit", to: "另一个单位" }]);
  });
});
