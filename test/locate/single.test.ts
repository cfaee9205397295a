import {
  cellsOfTable,
  changed,
  errorsOf,
  located,
  published,
  slipsOf,
  valueOf,
  withTotals,
  type Base,
} from "./planted";

const bases: readonly (readonly [string, Base, number])[] = [
  ["001-suqian-2023", published("001-suqian-2023.json"), 175],
  ["012-pingtan-2021", published("012-pingtan-2021.json"), 175],
  ["013-pingtan-2022", published("013-pingtan-2022.json"), 175],
  ["010-pingtan-2019", published("010-pingtan-2019.json"), 161],
  ["008-shanghai-2019 after 补合计", withTotals(published("008-shanghai-2019.json")), 161],
];

describe.each(bases)("%s", (_, base, count) => {
  test("has no 强制 finding", () => {
    expect(errorsOf(base)).toEqual([]);
  });

  test(`a wrong figure in any of the ${String(count)} cells of 表三 is pinned with its value`, () => {
    const cells = cellsOfTable(base, "t3");
    expect(cells).toHaveLength(count);
    for (const cell of cells) {
      const right = valueOf(base, cell);
      for (const typed of slipsOf(right)) {
        const [first, ...others] = located(changed(base, [[cell, typed]])).suggestions;
        const got = {
          planted: `${cell} ${String(right)} -> ${String(typed)}`,
          certain: first?.certain,
          changes: first?.changes,
        };
        expect(got).toEqual({ planted: got.planted, certain: true, changes: [{ cell, from: typed, to: right }] });
        expect(others.filter(({ kind }) => kind !== "missing" && kind !== "total")).toEqual([]);
      }
    }
  });
});
