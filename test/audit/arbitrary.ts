import fc from "fast-check";

import { factSections, type FactField } from "../../src/core/model/facts";
import type { Report } from "../../src/core/model/report";
import type { Template } from "../../src/core/model/template";
import { placeFacts, type LooseFact } from "../../src/core/narrative/place-facts";
import { balancedReport } from "../properties/arbitraries";

const name = fc.oneof(
  fc.constantFrom("公告栏", "新闻信息", "12345热线", "科普（第3期）", "A.b+c", '他说"好"', "2020北京消费节", "甲、乙"),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[【】\n]/gu, "")),
);
const words = fc.oneof(
  name,
  fc.constantFrom("三批次漏洞均已修复", "走访企业25家，发放手册3000余份", "全年组织培训4期"),
  fc.tuple(name, fc.nat({ max: 3000 }), fc.constantFrom("件", "期", "%", ".5倍", "年")).map((parts) => parts.join("")),
);
const amount = fc.record(
  {
    label: name,
    value: fc.oneof(fc.constant(null), fc.nat({ max: 40_000 }), fc.constantFrom(0, 33.9, 1199.79, 2e7)),
    unit: fc.constantFrom("条", "次", "万人次", null),
    approx: fc.constantFrom("余", "近", "约", "超过", "左右", "多"),
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
export function anyReport(template: Template): fc.Arbitrary<Report> {
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
