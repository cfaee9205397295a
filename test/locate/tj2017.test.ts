import { findTemplate, ruleBook } from "../../src/app/forms";
import type { CellId } from "../../src/core/model/cell";
import { emptyReport } from "../../src/core/model/report";
import { cellsOf } from "../../src/core/model/template";
import { suggestionMessage } from "../../src/messages/suggestion";
import { changed, errorsOf, located, type Base } from "./planted";

const template = findTemplate("tj2017");
if (template === undefined) throw new Error("the form is gone");

/** A published table of 2017: zeros but for these, and one indicator left blank. */
const published: Readonly<Record<string, number | null>> = {
  doc: 26,
  policy: 2,
  policyRead: 2,
  resp: 3,
  respMailbox: 3,
  staff: 3,
  staffFull: 2,
  staffPart: 1,
  sorg: null,
};
const id = (row: string): CellId => `s.${row}.value`;
const values = new Map(
  cellsOf(template).map((cell) => {
    const row = cell.split(".")[1] ?? "";
    return [cell, row in published ? (published[row] ?? null) : 0] as const;
  }),
);
const base: Base = {
  report: { ...emptyReport("tj2017", "某园区管委会", 2017), values },
  book: ruleBook(template),
};

test("26 documents against four marks of 0, and 2 policies against 0, are found with all their explanations", () => {
  expect(errorsOf(base).map(({ rule, left, right }) => [rule, left, right])).toEqual([
    ["tj2017.docSum", 0, 26],
    ["tj2017.policyOpen", 2, 0],
  ]);
  const { suggestions, unexplained } = located(base);
  expect(unexplained).toEqual([]);
  const [first] = suggestions;
  // One figure alone puts both right: 26 documents marked for disclosure.
  expect(suggestions.filter(({ resolves }) => resolves.length === 2).map(({ changes }) => changes)).toEqual([
    [{ cell: id("docOpen"), from: 0, to: 26 }],
    [{ cell: id("docRedact"), from: 0, to: 26 }],
  ]);
  expect(first?.certain).toBe(false);
});

test("a part above its whole: both sides are offered, as limits", () => {
  const right = changed(base, [
    [id("docOpen"), 26],
    [id("pub"), 20],
    [id("pubWechat"), 21],
  ]);
  const found = located(right).suggestions.filter(({ resolves }) => resolves.includes("tj2017.pubMaxWechat"));
  expect(found.map(({ changes, exact }) => ({ changes, exact }))).toEqual([
    { changes: [{ cell: id("pub"), from: 20, to: 21 }], exact: false },
    { changes: [{ cell: id("pubWechat"), from: 21, to: 20 }], exact: false },
  ]);
  const words = found.map((suggestion) => suggestionMessage(right.book, suggestion));
  expect(words.some((text) => text.includes("应不大于20"))).toBe(true);
  expect(words.some((text) => text.includes("应不小于21"))).toBe(true);
});
