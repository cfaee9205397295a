import fc from "fast-check";

import { cellId, type CellId } from "../../src/core/model/cell";
import { emptyReport, type Report } from "../../src/core/model/report";
import { cellsOf, type Template } from "../../src/core/model/template";
import { bindRules, type BoundLinear } from "../../src/core/rules/expand";

/** Mostly small and zero, as in real reports, sometimes beyond what a 32-bit number holds. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.nat({ max: 40 }) },
  { weight: 1, arbitrary: fc.nat({ max: 20_000_000 }) },
);

/** Reports of a form that satisfy every balance by construction: each total is computed from its parts. */
export function balancedReport(template: Template): fc.Arbitrary<Report> {
  const cells = cellsOf(template);
  const applications = template.tables.find(({ id }) => id === "t3")?.columns ?? [];
  return fc.array(count, { minLength: cells.length, maxLength: cells.length }).map((figures) => {
    const values = new Map<CellId, number>(cells.map((cell, index) => [cell, figures[index] ?? 0]));
    const at = (row: string, column: string): number => values.get(cellId("t3", row, column)) ?? 0;
    const set = (row: string, column: string, value: number): void => void values.set(cellId("t3", row, column), value);
    const sums = bindRules(template).rules.filter(
      (rule): rule is BoundLinear => "when" in rule && rule.rule.kind === "balance" && rule.right.length === 1,
    );
    const settle = (suffix: (id: string) => boolean): void => {
      for (const { id, left, right } of sums) {
        const total = right[0]?.cell;
        if (total === undefined || !suffix(id)) continue;
        values.set(
          total,
          left.reduce((sum, { cell, coef }) => sum + coef * (values.get(cell) ?? 0), 0),
        );
      }
    };
    settle((id) => id.includes(".t3.resultSum["));
    for (const { id } of applications) {
      const inflow = at("totalHandled", id) + at("carriedForward", id);
      const over = Math.min(at("carriedOver", id), inflow);
      set("carriedOver", id, over);
      set("newReceived", id, inflow - over);
    }
    settle((id) => id.includes(".t3.rowSum[") || id.includes(".t4."));
    // In the forms of one column a total may be part of another: inner sums stand behind outer ones.
    if (applications.length === 0) for (let depth = 0; depth < 2; depth += 1) settle(() => true);
    return { ...emptyReport(template.id, "某某局", template.reportYears.from), values };
  });
}
