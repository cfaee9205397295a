import fc from "fast-check";

import type { CellId, CellValue } from "../../../src/core/model/cell";
import { factSections, type Fact, type Facts } from "../../../src/core/model/facts";
import { emptyReport, type Explanation, type Report } from "../../../src/core/model/report";
import { cellsOf, type Template } from "../../../src/core/model/template";
import { plainNumber } from "../../../src/formats/xlsx/plain-number";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    "=1+1",
    "+5",
    "-3人",
    "@name",
    "'=x",
    "＝SUM(A1)",
    "_x0041_",
    "a\r\nb",
    "\t",
    " 前后空格 ",
    "&lt;",
    "]]>",
  ),
);

const anyNumber = fc
  .oneof(fc.nat({ max: 9999 }), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0);

/** A figure, a blank, a stroke, or a text that is no number: what the contract lets stand in a cell. */
export const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: anyNumber },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom("/", "-", "—", "／") },
  { weight: 1, arbitrary: anyText.filter((text) => text.trim() !== "" && plainNumber(text) === undefined) },
);

function fact(ids: readonly string[]): fc.Arbitrary<Fact> {
  return fc.record(
    {
      id: fc.oneof(fc.constantFrom(...ids), fc.string({ unit: "grapheme", maxLength: 8 })),
      label: anyText,
      value: fc.option(anyNumber),
      unit: fc.option(anyText),
      approx: fc.constantFrom("余", "近", "超过"),
      pct: anyNumber,
      parts: fc.oneof(fc.array(anyNumber, { maxLength: 10 }), fc.dictionary(anyText, anyNumber, { maxKeys: 10 })),
      text: anyText,
    },
    { requiredKeys: ["id", "label", "value", "unit"] },
  );
}

function anyFacts({ facts }: Template): fc.Arbitrary<Facts> {
  const ids = facts.flatMap(({ id, lines }) => (lines === undefined ? [id] : [`${id}1`, `${id}${String(lines + 2)}`]));
  const sections = Object.fromEntries(factSections.map((section) => [section, fc.array(fact(ids), { maxLength: 4 })]));
  return fc.record(sections, { requiredKeys: [] });
}

const explanation: fc.Arbitrary<Explanation> = fc.record({
  text: fc.oneof(anyText, fc.string({ minLength: 200, maxLength: 900 })),
  left: fc.option(anyNumber),
  right: fc.option(anyNumber),
  by: anyText,
  at: anyText,
});

/** Reports that say anything that a report can say. */
export function anyReport(template: Template): fc.Arbitrary<Report> {
  const cells = cellsOf(template);
  return fc
    .record({
      unit: anyText.filter(
        (text) => text.trim() !== "" && !/^\s*(?:填报单位|单位名称|填表单位|单位)\s*[:：]/u.test(text),
      ),
      year: fc.integer({ min: 1900, max: 2199 }),
      unitType: fc.constantFrom("government", "department", "township", "agency", null),
      rulemaking: fc.constantFrom(true, false, null),
      zeroReport: fc.option(fc.record({ by: anyText, at: anyText })),
      values: fc.array(anyValue, { minLength: cells.length, maxLength: cells.length }),
      facts: anyFacts(template),
      explanations: fc.dictionary(anyText, explanation, { maxKeys: 4 }),
    })
    .map(({ values, ...rest }) => ({
      ...emptyReport(template.id, rest.unit, rest.year),
      ...rest,
      values: new Map<CellId, CellValue>(cells.map((cell, index) => [cell, values[index] ?? null])),
    }));
}
