import { item } from "../../src/core/locate/item";
import type { CellId, CellValue } from "../../src/core/model/cell";
import {
  cellsOfTable,
  chance,
  changed,
  errorsOf,
  located,
  published,
  slipsOf,
  steps,
  valueOf,
  withTotals,
  type Base,
} from "./planted";

const bases: readonly (readonly [string, Base])[] = [
  ["001-suqian-2023", published("001-suqian-2023.json")],
  ["012-pingtan-2021", published("012-pingtan-2021.json")],
  ["013-pingtan-2022", published("013-pingtan-2022.json")],
  ["010-pingtan-2019", published("010-pingtan-2019.json")],
  ["008-shanghai-2019 after 补合计", withTotals(published("008-shanghai-2019.json"))],
];

const sample = 60;
const columns = ["naturalPerson", "enterprise", "research", "publicInterest", "legalService", "other", "total"];

type Planted = ReadonlyMap<CellId, CellValue>;

/** Whether a suggestion brings every planted cell back to its figure and touches nothing else. */
function isUndone(
  base: Base,
  planted: Planted,
  changes: readonly { readonly cell: CellId; readonly to: number }[],
): boolean {
  const undone = new Map(changes.map(({ cell, to }) => [cell, to]));
  const wrong = [...planted].filter(([cell, value]) => (value ?? 0) !== valueOf(base, cell));
  return undone.size === wrong.length && wrong.every(([cell]) => undone.get(cell) === valueOf(base, cell));
}

/** Where among the suggestions the planted error is undone: 0 is first, -1 nowhere. */
function placeOf(base: Base, planted: Planted): number {
  return located(changed(base, planted), steps(1500)).suggestions.findIndex(({ changes }) =>
    isUndone(base, planted, changes),
  );
}

const rowsOf = (base: Base): readonly string[] => [
  ...new Set(cellsOfTable(base, "t3").map((cell) => cell.split(".")[1] ?? "")),
];
const cell = (row: string, column: string): CellId => `t3.${row}.${column}`;

/** Share of the planted errors that pass; those that break no 强制 rule cannot be seen by anyone and do not count. */
function share(
  base: Base,
  plant: (pick: (n: number) => number) => Planted,
  passes: (place: number) => boolean,
): number {
  const pick = chance(20270131);
  let seen = 0;
  let found = 0;
  for (let tries = 0; seen < sample && tries < 50 * sample; tries += 1) {
    const planted = plant(pick);
    if (errorsOf(changed(base, planted)).length === 0) continue;
    seen += 1;
    if (passes(placeOf(base, planted))) found += 1;
  }
  expect(seen).toBeGreaterThan(sample / 4);
  return found / seen;
}

describe.each(bases)("%s", (_, base) => {
  const rows = rowsOf(base);
  const cells = cellsOfTable(base, "t3");
  const random = <T>(list: readonly T[], pick: (n: number) => number): T => item(list, pick(list.length));

  test("two wrong figures come first", () => {
    const two = (pick: (n: number) => number): Planted => {
      const planted = new Map<CellId, CellValue>();
      while (planted.size < 2) {
        const at = random(cells, pick);
        planted.set(at, random(slipsOf(valueOf(base, at)), pick));
      }
      return planted;
    };
    expect(share(base, two, (place) => place === 0)).toBeGreaterThanOrEqual(0.98);
  });

  test("two cells exchanged are listed", () => {
    const swap = (pick: (n: number) => number): Planted => {
      const a = random(cells, pick);
      const b = random(cells, pick);
      return new Map([
        [a, valueOf(base, b)],
        [b, valueOf(base, a)],
      ]);
    };
    expect(share(base, swap, (place) => place >= 0)).toBeGreaterThanOrEqual(0.98);
  });

  test("a cell exchanged with the one below is listed", () => {
    const swap = (pick: (n: number) => number): Planted => {
      const row = pick(rows.length - 1);
      const column = random(columns, pick);
      const a = cell(item(rows, row), column);
      const b = cell(item(rows, row + 1), column);
      return new Map([
        [a, valueOf(base, b)],
        [b, valueOf(base, a)],
      ]);
    };
    expect(share(base, swap, (place) => place >= 0)).toBeGreaterThanOrEqual(0.98);
  });

  test("a row exchanged with the one below is listed", () => {
    const swap = (pick: (n: number) => number): Planted => {
      const row = pick(rows.length - 1);
      return new Map(
        columns.flatMap((column): [CellId, CellValue][] => {
          const a = cell(item(rows, row), column);
          const b = cell(item(rows, row + 1), column);
          return [
            [a, valueOf(base, b)],
            [b, valueOf(base, a)],
          ];
        }),
      );
    };
    expect(share(base, swap, (place) => place >= 0)).toBeGreaterThanOrEqual(0.98);
  });

  const shifted = [
    ["to the right, 0 in the first column", columns, 1, 0],
    ["to the right, blank in the first column", columns, 1, null],
    ["to the left, 0 in the last column", columns, -1, 0],
    ["to the right before the total", columns.slice(0, 6), 1, 0],
    ["to the left before the total", columns.slice(0, 6), -1, 0],
    ["to the left before the total, blank at its end", columns.slice(0, 6), -1, null],
    ["to the left, blank in the last column", columns, -1, null],
    ["to the right, around the end", columns, 1, "around"],
    ["to the left before the total, around the end", columns.slice(0, 6), -1, "around"],
  ] as const;

  test.each(shifted)("a row shifted %s is listed", (__, span, by, filler) => {
    const shift = (pick: (n: number) => number): Planted => {
      const row = random(rows, pick);
      return new Map(
        span.map((column, at): [CellId, CellValue] => {
          const from = span[at - by];
          const around = item(span, (at - by + span.length) % span.length);
          const value =
            from === undefined
              ? filler === "around"
                ? valueOf(base, cell(row, around))
                : filler
              : valueOf(base, cell(row, from));
          return [cell(row, column), value];
        }),
      );
    };
    expect(share(base, shift, (place) => place >= 0)).toBeGreaterThanOrEqual(0.98);
  });
});
