import fc from "fast-check";

import { figure, type CellId, type CellValue } from "../../src/core/model/cell";
import type { Values } from "../../src/core/model/report";
import { broughtAlong, derivedTotals } from "../../src/core/locate/derived";
import { fills } from "../../src/core/locate/fills";
import { localise, type Localisation } from "../../src/core/locate/suggest";
import { checkAll, summarize } from "../../src/core/rules/check";
import { isTotal } from "../../src/core/rules/expand";
import { cellsOfTable, published } from "./planted";

const { report, book } = published("012-pingtan-2021.json");
const totals = new Set(book.cells.filter((cell) => cell.startsWith("t3.") && isTotal(book.template, cell)));
const leaves = cellsOfTable({ report, book }, "t3").filter((cell) => !totals.has(cell));

/** The form with formulas for the totals of 表三 after one typed figure changed: they go along. */
function typed(changes: readonly (readonly [CellId, number])[]): { readonly values: Values } {
  const subject = { ...report, computed: totals };
  const derived = derivedTotals(book, subject, checkAll(book, subject));
  const change = new Map(changes);
  return {
    values: new Map<CellId, CellValue>([...report.values, ...change, ...broughtAlong(derived, subject, change)]),
  };
}

function located(values: Values, computed: ReadonlySet<CellId> | undefined): Localisation {
  const subject = { ...report, values, computed };
  return localise(book, subject, checkAll(book, subject), () => false);
}

const broken = (values: Values): readonly string[] =>
  summarize(book, checkAll(book, { ...report, values })).findings.flatMap(({ rule, severity }) =>
    severity === "error" ? [rule] : [],
  );

test("formula totals of a form are the sums of its typed cells, totals of totals included", () => {
  const subject = { ...report, computed: totals };
  const derived = derivedTotals(book, subject, checkAll(book, subject));
  expect([...derived.keys()].sort()).toEqual([...totals].sort());
  for (const parts of derived.values()) for (const cell of parts.keys()) expect(totals.has(cell)).toBe(false);
  // (七)总计 of all applicants: every result of every applicant, once.
  expect([...(derived.get("t3.totalHandled.total") ?? [])].every(([, times]) => times === 1)).toBe(true);
  expect(derived.get("t3.totalHandled.total")?.size).toBe(21 * 6);
});

test("a formula that does not add up is no derived total: it is looked at like any figure", () => {
  const values = new Map(report.values).set("t3.granted.total", 1);
  const subject = { ...report, values, computed: totals };
  expect(derivedTotals(book, subject, checkAll(book, subject)).has("t3.granted.total")).toBe(false);
  const [first] = located(values, totals).suggestions;
  expect(first).toMatchObject({ certain: true, changes: [{ cell: "t3.granted.total", from: 1 }] });
});

test("with formula totals a wrong part is no longer pinned, but it is among the candidates and no total ever is", () => {
  fc.assert(
    fc.property(fc.constantFrom(...leaves), fc.integer({ min: 1, max: 900 }), (cell, more) => {
      const right = figure(report.values.get(cell)) ?? 0;
      const { values } = typed([[cell, right + more]]);
      // The total went along: the row agrees with itself.
      expect(broken(values).every((rule) => !rule.includes("rowSum"))).toBe(true);
      const { suggestions } = located(values, totals);
      for (const { changes } of suggestions) for (const change of changes) expect(totals.has(change.cell)).toBe(false);
      if (broken(values).length === 0) return;
      expect(suggestions.some(({ certain }) => certain)).toBe(false);
      const found = suggestions.find(({ changes }) => changes.length === 1 && changes[0]?.cell === cell);
      expect(found?.changes).toEqual([{ cell, from: right + more, to: right }]);
      expect(found?.resolves).toEqual(expect.arrayContaining([...broken(values)]));
    }),
    { numRuns: 60 },
  );
});

test("the same wrong part is pinned where totals are typed", () => {
  const values = new Map(report.values).set("t3.granted.naturalPerson", 999);
  expect(located(values, undefined).suggestions[0]).toMatchObject({ certain: true });
});

test("what adds itself up is never filled in", () => {
  const values = new Map<CellId, CellValue>([...report.values].filter(([cell]) => !totals.has(cell)));
  expect(fills(book, { ...report, values }).map(({ cell }) => cell)).toEqual(expect.arrayContaining([...totals]));
  expect(fills(book, { ...report, values, computed: totals })).toEqual([]);
});
