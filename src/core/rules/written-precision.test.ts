import { readFileSync } from "node:fs";

import { nb2021 } from "../../templates/nb2021";
import type { CellId, CellValue } from "../model/cell";
import type { Template } from "../model/template";
import { evaluate } from "./evaluate";
import { bindRules } from "./expand";
import type { Rule } from "./rule";
import { overlaps, writtenSlack } from "./written-precision";

type Case = {
  readonly id: string;
  readonly left: { readonly value: number; readonly decimals: number };
  readonly right: readonly { readonly value: number; readonly decimals: number }[];
  readonly expect: boolean;
};

const suites = (
  JSON.parse(readFileSync("test/data/third-party-cases.json", "utf8")) as {
    readonly suites: readonly { readonly id: string; readonly cases: readonly Case[] }[];
  }
).suites;
const published = suites.find(({ id }) => id === "interval-arithmetic")?.cases ?? [];

test.each(published.map((found) => [found.id, found] as const))("the published case %s", (_, found) => {
  const one = ({ value, decimals }: Case["left"]) => ({ value, decimals, coef: 1 });
  expect(overlaps([one(found.left)], found.right.map(one))).toBe(found.expect);
});

test("there are published cases", () => {
  expect(published.length).toBeGreaterThan(0);
});

const each = (values: readonly number[]) => values.map((value) => ({ value, coef: 1 }));
const holds = (left: readonly number[], right: readonly number[]): boolean => {
  const sum = (side: readonly number[]) => side.reduce((total, value) => total + value, 0);
  const gap = Math.abs(Math.round((sum(left) - sum(right)) * 1e8) / 1e8);
  return gap === 0 || gap < writtenSlack(each(left), each(right));
};

test.each<[string, readonly number[], readonly number[], boolean]>([
  ["the sum of rounded parts may miss the rounded sum by its last place", [33.33, 33.33, 33.33], [100], true],
  ["parts with four decimals against a total with two", [1.2346, 2.3457], [3.58], true],
  ["a total with one decimal", [1.2346, 2.3457], [3.6], true],
  ["a difference beyond the last place", [1.2346, 2.3457], [3.7], false],
  ["neighbours in the last place differ", [1.2], [1.3], false],
  ["nobody has rounded whole figures", [2, 3], [6], false],
  ["zeros add no room", [0, 0, 0, 0, 12.35], [12.37], false],
  ["nothing is not a little", [0], [0.04], false],
])("%s", (_, left, right, expected) => {
  expect(holds(left, right)).toBe(expected);
});

const amount: CellId = "t2_8.fee.amount";
const count: CellId = "t3.granted.total";

function verdict(cell: CellId, now: CellValue, before: CellValue): string {
  const rule: Rule = {
    id: "same",
    kind: "comparison",
    severity: "error",
    scope: "crossYear",
    left: [{ ref: cell }],
    op: "=",
    right: [{ ref: cell, year: -1 }],
    sentence: "",
    source: { type: "local", ref: "" },
  };
  const form: Template = { ...nb2021, rules: [rule] };
  const [bound] = bindRules(form).rules;
  if (bound === undefined) throw new Error("no rule");
  return evaluate(bound, {
    values: new Map([[cell, now]]),
    prior: new Map([[cell, before]]),
    year: 2025,
    unitType: null,
    rulemaking: null,
    zeroReport: null,
  }).state;
}

test("amounts are compared by the precision written, counts exactly", () => {
  expect(verdict(amount, 24252.311082, 24252.31)).toBe("passed");
  expect(verdict(amount, 24252.311082, 24252.32)).toBe("broken");
  expect(verdict(amount, 12, 13)).toBe("broken");
  expect(verdict(count, 12.3, 12.31)).toBe("broken");
});
