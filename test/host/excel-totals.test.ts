import type { CellId } from "../../src/core/model/cell";
import { isTotal } from "../../src/core/rules/expand";
import { openExcelPane, publishedFigures, type ExcelPane } from "./support/excel-pane";

// 自动合计 in the open workbook: what Excel adds up is noticed, followed and never taken for a typing error.

const figures = publishedFigures("012-pingtan-2021.json");
const part: CellId = "t3.granted.naturalPerson";
const total: CellId = "t3.granted.total";

let pane: ExcelPane & { readonly close: () => Promise<void> };
beforeEach(async () => {
  pane = await openExcelPane();
});
afterEach(() => pane.close());

const errors = (): readonly string[] =>
  pane.form().result.findings.flatMap(({ rule, severity }) => (severity === "error" ? [rule] : []));
const value = (cell: CellId): unknown => pane.form().report.values.get(cell);

test("totals of the form are formulas where that was asked for; they follow each edit in one round trip", async () => {
  await pane.session.insertForm({ template: "nb2021", unit: "某某局", year: 2021, totals: "formula" });
  const { template, book } = pane.form();
  const totals = book.cells.filter((cell) => isTotal(template, cell));
  expect(pane.form().sums).toBe(totals.length);
  // What works itself out needs no filling in.
  expect(pane.form().proposals.totals).toEqual([]);
  await pane.fill(figures, (cell) => isTotal(template, cell));
  expect(errors()).toEqual([]);
  for (const cell of totals) expect([cell, value(cell)]).toEqual([cell, figures.get(cell)]);
  // What a formula makes of an edit is no edit.
  expect(
    pane
      .form()
      .log.flatMap(({ changes }) => changes)
      .filter(({ cell }) => isTotal(template, cell)),
  ).toEqual([]);

  const right = Number(figures.get(part));
  const start = pane.excel.executor.log.length;
  pane.type(part, right + 7);
  await pane.until(() => value(total) === Number(figures.get(total)) + 7);
  await pane.quiet();
  expect(pane.excel.executor.log.slice(start)).toHaveLength(1);
  expect(errors()).toEqual(["nb2021.t3.balance[naturalPerson]", "nb2021.t3.balance[total]"]);
  const { suggestions } = pane.form().localisation;
  const slips = suggestions.filter(({ changes }) => changes.some(({ cell }) => cell === part));
  expect(slips.length).toBeGreaterThan(0);
  expect(
    suggestions.some(({ changes, certain }) => certain || changes.some(({ cell }) => isTotal(template, cell))),
  ).toBe(false);

  // A suggestion that is applied brings its totals along.
  await pane.session.write([{ cell: part, from: right + 7, to: right }], "suggestion");
  expect(errors()).toEqual([]);
  expect(value(total)).toBe(figures.get(total));
  await pane.quiet();
  await pane.session.undo();
  expect(value(total)).toBe(Number(figures.get(total)) + 7);
}, 60_000);

test("a sum that the clerk writes herself is noticed, and so is a figure written over it", async () => {
  await pane.session.insertForm({ template: "nb2021", unit: "某某局", year: 2021 });
  await pane.fill(figures);
  expect(pane.form().sums).toBe(0);
  const { sheet, row, column } = pane.at(total);
  pane.put(sheet, row, column, `=SUM(C${String(row + 1)}:I${String(row + 1)})`);
  await pane.until(() => pane.form().sums === 1);
  pane.type(part, Number(figures.get(part)) + 1);
  await pane.quiet();
  await pane.until(() => value(total) === Number(figures.get(total)) + 1);
  expect(errors()).not.toContain("nb2021.t3.rowSum[granted]");
  pane.type(total, Number(figures.get(total)));
  await pane.until(() => pane.form().sums === 0);
  expect(errors()).toContain("nb2021.t3.rowSum[granted]");
}, 60_000);
