import fc from "fast-check";

import { factSections, type FactField } from "../../src/core/model/facts";
import type { Report } from "../../src/core/model/report";
import type { Template } from "../../src/core/model/template";
import { narrate } from "../../src/core/narrative/narrate";
import { placeFacts, type LooseFact } from "../../src/core/narrative/place-facts";
import { claimHolds } from "../../src/core/narrative/verify-claim";
import { templates } from "../../src/templates";
import { balancedReport } from "../properties/arbitraries";

const name = fc.oneof(
  fc.constantFrom("公告栏", "新闻信息", "12345热线", "科普（第3期）", "A.b+c", '他说"好"', "2020北京消费节", "甲、乙"),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[【】\n]/gu, "")),
);
const words = fc.oneof(
  name,
  fc.tuple(name, fc.nat({ max: 3000 }), fc.constantFrom("件", "期", "%", ".5倍", "年")).map((parts) => parts.join("")),
);
const amount = fc.record(
  {
    label: name,
    value: fc.oneof(fc.constant(null), fc.nat({ max: 40_000 }), fc.constantFrom(0, 33.9, 1199.79, 2e7)),
    unit: fc.constantFrom("条", "次", "万人次", null),
    approx: fc.constantFrom("余", "近", "约", "超过", "左右", "多"),
    pct: fc.constantFrom(0.4, 8.6, 3.14, 100),
    parts: fc.oneof(
      fc.array(fc.nat({ max: 300 }), { maxLength: 4 }),
      fc.dictionary(name, fc.nat({ max: 300 }), { maxKeys: 4 }),
    ),
  },
  { requiredKeys: ["label", "value", "unit"] },
);

function factOf(field: FactField): fc.Arbitrary<LooseFact> {
  const id =
    field.lines === undefined
      ? fc.constant(field.id)
      : fc.integer({ min: 1, max: field.lines }).map((line) => `${field.id}${String(line)}`);
  return field.kind === "text"
    ? fc.record({ id, label: name, text: words })
    : fc.tuple(id, amount).map(([own, fact]) => ({ id: own, ...fact }));
}

/** A balanced report with some of its cells blank and facts of every kind, known and unknown. */
function anyReport(template: Template): fc.Arbitrary<Report> {
  const stranger = fc.record({
    section: fc.constantFrom(...factSections),
    fact: fc
      .tuple(fc.constantFrom("x", "x", "y-1", "事项"), amount, fc.option(words, { nil: undefined }))
      .map(([id, fact, text]): LooseFact => ({ id, ...fact, text })),
  });
  const fields = template.facts.filter(({ partsOf }) => partsOf === undefined);
  const known = fc
    .subarray(fields)
    .chain((chosen) => fc.tuple(...chosen.map(factOf)).map((facts) => ({ chosen, facts })));
  return fc
    .tuple(balancedReport(template), known, fc.array(stranger, { maxLength: 6 }), fc.array(fc.nat(), { maxLength: 4 }))
    .map(([report, { chosen, facts }, strangers, blanks]) => {
      const grouped: Record<string, LooseFact[]> = {};
      const put = (section: string, fact: LooseFact): void => void (grouped[section] ??= []).push(fact);
      facts.forEach((fact, index) => {
        put(chosen[index]?.section ?? "other", fact);
      });
      for (const { section, fact } of strangers) put(section, fact);
      const values = new Map(report.values);
      const cells = [...values.keys()];
      for (const blank of blanks) {
        const cell = cells[blank % cells.length];
        if (cell !== undefined) values.set(cell, blank % 2 === 0 ? null : "/");
      }
      return { ...report, values, facts: placeFacts(grouped, template.facts) };
    });
}

describe.each(templates)("$id", (template) => {
  test("every number of every sentence is one claim that holds, or the year; all else is a visible gap", () => {
    fc.assert(
      fc.property(anyReport(template), fc.option(anyReport(template), { nil: undefined }), (report, prior) => {
        const narrative = narrate(template, report, prior);
        for (const { paragraphs } of narrative.sections)
          for (const { text, claims } of paragraphs) {
            const covered = new Array<number>(text.length).fill(0);
            for (const claim of claims) {
              expect(text.slice(claim.offset, claim.offset + claim.text.length)).toBe(claim.text);
              expect(claim.text).toMatch(/^-?\d/u);
              expect(Number.parseFloat(claim.text)).toBe(claim.value);
              expect(claimHolds({ template, report, prior }, claim)).toBe(true);
              for (let at = claim.offset; at < claim.offset + claim.text.length; at += 1)
                covered[at] = (covered[at] ?? 0) + 1;
            }
            const published = text.replace(/【待填：[^】]*】/gu, (gap) => "□".repeat(gap.length));
            for (const { 0: number, index } of published.matchAll(/\d+/gu)) {
              const year = published.startsWith(`${String(report.year)}年`, index) && covered[index] === 0;
              const times = covered.slice(index, index + number.length);
              expect(year || times.every((count) => count === 1)).toBe(true);
            }
          }
        const gaps = narrative.sections.flatMap(({ id, paragraphs }) =>
          paragraphs.flatMap(({ text }) =>
            [...text.matchAll(/【待填：[^】]*】/gu)].map(([gap]) => ({ section: id, text: gap })),
          ),
        );
        expect(gaps).toEqual(narrative.placeholders.map(({ section, text }) => ({ section, text })));
        for (const { source } of narrative.placeholders) expect(source ?? "t3.x.y").toMatch(/^[\w#]+\.[\p{L}\w"#-]/u);
      }),
      { numRuns: 100 },
    );
  });

  test("nothing is said twice the same way and nothing is left unfilled", () => {
    fc.assert(
      fc.property(balancedReport(template), (report) => {
        const { sections } = narrate(template, report);
        for (const { paragraphs } of sections)
          for (const { text } of paragraphs) {
            expect(text).not.toMatch(/[{}]|undefined|NaN|null/u);
            expect(text).not.toMatch(/[，；。、]{2}|[（，；]。|，其中。|（）|\(\)/u);
          }
      }),
      { numRuns: 100 },
    );
  });
});
