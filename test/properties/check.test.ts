import fc from "fast-check";

import type { CellId } from "../../src/core/model/cell";
import type { Report } from "../../src/core/model/report";
import { cellsOf } from "../../src/core/model/template";
import { checkAll, recheck, summarize } from "../../src/core/rules/check";
import { bindRules } from "../../src/core/rules/expand";
import { templates } from "../../src/templates";
import { balancedReport } from "./arbitraries";

const withTables = templates.filter(({ tables }) => tables.length > 0);

describe.each(withTables.map((template) => [template.id, template] as const))("%s", (_, template) => {
  const book = bindRules(template);
  const report = balancedReport(template);
  const sums = book.rules.filter(({ rule }) => rule.kind === "balance" && rule.severity === "error");
  const ids = new Set(sums.map(({ id }) => id));
  const balances = (found: Report) =>
    summarize(book, checkAll(book, found)).findings.filter(({ rule }) => ids.has(rule));
  const balanced = cellsOf(template).filter((cell) => sums.some(({ cells }) => cells.includes(cell)));

  test("a report that balances by construction breaks no balance", () => {
    fc.assert(
      fc.property(report, (found) => {
        expect(balances(found)).toEqual([]);
      }),
    );
  });

  test("any single wrong figure that takes part in a sum is found, and the difference is its error", () => {
    fc.assert(
      fc.property(report, fc.constantFrom(...balanced), fc.integer({ min: 1, max: 999_999 }), (found, cell, error) => {
        const wrong = { ...found, values: new Map(found.values).set(cell, (found.values.get(cell) as number) + error) };
        const broken = balances(wrong);
        expect(broken.length).toBeGreaterThan(0);
        for (const finding of broken) {
          expect(finding.cells).toContain(cell);
          expect(Math.abs(finding.difference ?? 0)).toBe(error);
        }
      }),
    );
  });

  test("after any series of edits the touched rules alone give the verdicts of a full check", () => {
    const edit = fc.tuple(
      fc.constantFrom(...cellsOf(template)),
      fc.oneof(
        fc.constant(null),
        fc.constant("/"),
        fc.constant("约5件"),
        fc.integer({ min: -3, max: 50 }),
        fc.double({ min: 0, max: 9, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(report, fc.array(edit, { minLength: 1, maxLength: 12 }), (found, edits) => {
        let verdicts = checkAll(book, found);
        const values = new Map(found.values);
        for (const [cell, value] of edits as readonly (readonly [CellId, string | number | null])[]) {
          values.set(cell, value);
          verdicts = recheck(book, verdicts, { ...found, values }, [cell]);
        }
        expect(verdicts).toEqual(checkAll(book, { ...found, values }));
      }),
    );
  });
});
