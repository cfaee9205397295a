import fc from "fast-check";

import { localise, type Suggestion } from "../../src/core/locate/suggest";
import type { CellId, CellValue } from "../../src/core/model/cell";
import type { Report } from "../../src/core/model/report";
import { cellsOf } from "../../src/core/model/template";
import { checkAll, type Verdicts } from "../../src/core/rules/check";
import { bindRules } from "../../src/core/rules/expand";
import { templates } from "../../src/templates";
import { balancedReport } from "../properties/arbitraries";
import { steps } from "./planted";

const annual = templates.filter(({ tables }) => tables.some(({ id }) => id === "t3"));

describe.each(annual.map((template) => [template.id, template] as const))("%s", (_, template) => {
  const book = bindRules(template);
  const inTable = (table: string): readonly CellId[] =>
    cellsOf(template).filter((cell) => cell.startsWith(`${table}.`));
  const verdictsOf = (report: Report): Verdicts => checkAll(book, report);
  const locatedIn = (report: Report) => localise(book, report, verdictsOf(report), steps(2000));
  const spoil = (report: Report, changes: readonly (readonly [CellId, CellValue])[]): Report => ({
    ...report,
    values: new Map([...report.values, ...changes]),
  });
  const apply = (report: Report, { changes }: Suggestion): Report =>
    spoil(
      report,
      changes.map(({ cell, to }) => [cell, to] as const),
    );
  const failing = (report: Report): ReadonlySet<string> =>
    new Set(
      verdictsOf(report).flatMap((verdict) =>
        verdict.state === "broken" && verdict.finding.severity === "error" ? [verdict.finding.rule] : [],
      ),
    );
  const report = balancedReport(template);
  const typed = fc.oneof(
    fc.constant(null),
    fc.nat({ max: 9 }),
    fc.nat({ max: 2_000_000 }),
    fc.integer({ min: -50, max: -1 }),
    fc.constant("3件"),
  );
  const cells = fc.constantFrom(...inTable("t3"), ...inTable("t4"));
  const errors = (least: number, most: number) =>
    fc.uniqueArray(fc.tuple(cells, typed), { minLength: least, maxLength: most, selector: ([cell]) => cell });

  test("a single wrong figure of 表三 is certain, one of 表四 among the explanations", () => {
    fc.assert(
      fc.property(report, cells, fc.nat({ max: 3_000_000 }), (found, cell, figure) => {
        const right = found.values.get(cell);
        fc.pre(figure !== right);
        const { suggestions } = locatedIn(spoil(found, [[cell, figure]]));
        const place = suggestions.findIndex(
          ({ changes }) => changes.length === 1 && changes[0]?.cell === cell && changes[0].to === right,
        );
        if (cell.startsWith("t3.")) expect([place, suggestions[0]?.certain]).toEqual([0, true]);
        else expect(place).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("every suggestion heals what it claims and makes no 强制 rule fail", () => {
    fc.assert(
      fc.property(report, errors(1, 4), (found, changes) => {
        const wrong = spoil(found, changes);
        const before = verdictsOf(wrong);
        const failed = failing(wrong);
        const state = new Map(book.rules.map(({ id }, index) => [id, index]));
        for (const suggestion of locatedIn(wrong).suggestions) {
          const after = apply(wrong, suggestion);
          const verdicts = verdictsOf(after);
          for (const rule of suggestion.resolves) {
            const index = state.get(rule) ?? -1;
            expect([rule, before[index]?.state, verdicts[index]?.state]).toEqual([rule, "broken", "passed"]);
          }
          expect([...failing(after)].filter((rule) => !failed.has(rule))).toEqual([]);
        }
      }),
    );
  });

  test("no explanation needs more cells than were spoilt", () => {
    const figures = fc.uniqueArray(fc.tuple(fc.constantFrom(...inTable("t3")), fc.nat({ max: 2_000_000 })), {
      minLength: 1,
      maxLength: 3,
      selector: ([cell]) => cell,
    });
    fc.assert(
      fc.property(report, figures, (found, changes) => {
        const wrong = spoil(found, changes);
        const { suggestions, unexplained } = locatedIn(wrong);
        expect(unexplained).toEqual([]);
        if (failing(wrong).size === 0) return;
        const repaired = suggestions.filter(({ kind }) => kind !== "missing" && kind !== "total");
        expect(repaired.some((suggestion) => failing(apply(wrong, suggestion)).size === 0)).toBe(true);
        expect(
          Math.min(
            ...repaired
              .filter((suggestion) => failing(apply(wrong, suggestion)).size === 0)
              .map((suggestion) => suggestion.changes.length),
          ),
        ).toBeLessThanOrEqual(changes.length);
      }),
    );
  });

  test("a report that balances gets no suggestion but for its blanks", () => {
    fc.assert(
      fc.property(report, fc.uniqueArray(cells, { maxLength: 6 }), (found, blanks) => {
        const zeros = blanks.filter((cell) => found.values.get(cell) === 0);
        const { suggestions } = locatedIn(
          spoil(
            found,
            zeros.map((cell) => [cell, null] as const),
          ),
        );
        for (const { changes } of suggestions) {
          for (const { cell, from, to } of changes) expect([cell, from, to]).toEqual([cell, null, 0]);
        }
      }),
    );
  });
});
