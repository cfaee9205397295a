import { locateSystem, type SystemAnswer } from "../../src/app/locate-system";
import { UserError } from "../../src/app/user-error";
import { steps } from "./planted";

const ask = (system: object): SystemAnswer => locateSystem(JSON.stringify(system), "系统.json", () => false);

test("what is violated is said in the words given, and nothing more is claimed when all is well", () => {
  const rules = ["x + y == z", "x <= 5"];
  expect(ask({ rules, record: { x: 1, y: 2, z: 3 } })).toEqual({
    violated: [],
    minimumWeight: 0,
    sets: [],
    imputed: {},
    stillMissing: [],
    suggestions: [],
    repaired: { x: 1, y: 2, z: 3 },
    complete: true,
  });
  expect(ask({ rules, record: { x: 7, y: 2, z: 3 } }).violated).toEqual(rules);
});

test("sets of independent rules are combined", () => {
  const { minimumWeight, sets } = ask({ rules: ["a == b", "c == d"], record: { a: 1, b: 2, c: 10, d: 55 } });
  expect(minimumWeight).toBe(2);
  expect(sets).toEqual([
    ["a", "c"],
    ["a", "d"],
    ["b", "c"],
    ["b", "d"],
  ]);
});

test("large counts and amounts with many decimals stay exact", () => {
  const people = { a: 11_398_889, b: 988_601_111_111, total: 988_612_510_001 };
  expect(ask({ rules: ["a + b == total"], record: people }).sets).toEqual([["a"], ["b"], ["total"]]);
  expect(ask({ rules: ["a + b == total"], record: { ...people, total: 988_612_510_000 } }).minimumWeight).toBe(0);
  const money = { rules: ["a + b == c"], record: { a: 24_252.311082, b: 0.1, c: 24_252.411082 } };
  expect(ask(money).violated).toEqual([]);
  const big = { rules: ["a + b == c"], record: { a: 999_999_999.25, b: 0.000001, c: 999_999_999.250002 } };
  const { suggestions } = ask({ ...big, fixed: ["a", "b"], record: { ...big.record, c: 0 } });
  expect(suggestions).toMatchObject([{ certain: true, changes: [{ cell: "c", to: 999_999_999.250001 }] }]);
});

test("strict means by at least 0.001, or by 1 among whole numbers", () => {
  const rules = ["x > 1"];
  expect(ask({ rules, record: { x: 1 } }).suggestions[0]?.changes).toEqual([{ cell: "x", from: 1, to: 1.001 }]);
  expect(ask({ rules, record: { x: 1.0005 } }).violated).toEqual(rules);
  expect(ask({ rules, record: { x: 1 }, integer: ["x"] }).suggestions[0]?.changes[0]?.to).toBe(2);
  expect(ask({ rules, record: { x: 1 }, integer: true }).suggestions[0]?.changes[0]?.to).toBe(2);
});

test("whole numbers: a fraction must change, and no set needs fractions", () => {
  expect(ask({ rules: ["x >= 0"], record: { x: 1.5 }, integer: ["x"] }).sets).toEqual([["x"]]);
  const system = { rules: ["2*x - 2*y == z"], record: { x: 1, y: 1, z: 1 } };
  expect(ask(system).sets).toEqual([["x"], ["y"], ["z"]]);
  expect(ask({ ...system, integer: ["x", "y", "z"] }).sets).toEqual([["z"]]);
});

test("where nothing helps there is no set and no weight", () => {
  expect(ask({ rules: ["x == 1"], record: { x: 2 }, fixed: ["x"] })).toMatchObject({
    violated: ["x == 1"],
    minimumWeight: null,
    sets: [],
    suggestions: [],
    complete: true,
  });
  expect(ask({ rules: ["x + y == 1", "x + y == 2"], record: { x: 1, y: 0 } }).minimumWeight).toBeNull();
  expect(ask({ rules: ["0 == 1"], record: { x: 1 } }).minimumWeight).toBeNull();
});

test("a blank is free, in no set, and filled only where it has one value", () => {
  const free = ask({ rules: ["a + b == c"], record: { a: 1, b: null, c: 3 } });
  expect(free).toMatchObject({ minimumWeight: 0, imputed: { b: 2 }, stillMissing: [] });
  expect(free.suggestions).toMatchObject([{ kind: "missing", changes: [{ cell: "b", from: null, to: 2 }] }]);
  expect(free.repaired).toEqual({ a: 1, b: null, c: 3 });
  const hidden = ask({ rules: ["a + b == c", "b >= 0"], record: { a: 5, b: null, c: 3 } });
  expect(hidden).toMatchObject({
    violated: [],
    minimumWeight: 1,
    sets: [["a"], ["c"]],
    imputed: {},
    stillMissing: ["b"],
  });
  expect(ask({ rules: ["a + b == 5", "a - b == 0"], record: { a: null, b: null } }).imputed).toEqual({
    a: 2.5,
    b: 2.5,
  });
  expect(ask({ rules: ["2*a == 5"], record: { a: null }, integer: ["a"] })).toMatchObject({
    minimumWeight: null,
    imputed: {},
  });
  expect(ask({ rules: ["2*a <= 5", "2*a >= 3"], record: { a: null }, integer: ["a"] }).imputed).toEqual({ a: 2 });
  expect(ask({ rules: ["a == b"], record: { b: 4 } }).imputed).toEqual({ a: 4 });
});

test("a figure that is best explained is repaired, a tie is only listed", () => {
  const tie = ask({ rules: ["a + b == c"], record: { a: 4, b: 5, c: 8 } });
  expect(tie.repaired).toEqual({ a: 4, b: 5, c: 8 });
  expect(
    tie.suggestions.map(({ certain, kind, changes }) => [certain, kind, changes[0]?.cell, changes[0]?.to]),
  ).toEqual([
    [false, "typo", "a", 3],
    [false, "typo", "b", 4],
    [false, "typo", "c", 9],
  ]);
  const clear = ask({ rules: ["a + b == c", "a + 1 == d"], record: { a: 46, b: 5, c: 69, d: 65 } });
  expect(clear.repaired).toEqual({ a: 64, b: 5, c: 69, d: 65 });
  expect(clear.suggestions).toEqual([
    {
      certain: true,
      kind: "transposed",
      changes: [{ cell: "a", from: 46, to: 64 }],
      resolves: ["a + b == c", "a + 1 == d"],
      message: "a 现为46，应为64（相邻两位颠倒）。",
    },
  ]);
});

test("kinds limits what counts as a recognised slip", () => {
  const system = { rules: ["a == 64"], record: { a: 46 } };
  expect(ask({ ...system, kinds: ["sign"] })).toMatchObject({ repaired: { a: 46 }, suggestions: [{ kind: "other" }] });
  expect(ask({ ...system, kinds: ["transposed"] }).repaired).toEqual({ a: 64 });
  expect(ask({ rules: ["a == 1.25"], record: { a: 1.26 }, kinds: ["rounding"], unit: 0.01 }).repaired).toEqual({
    a: 1.25,
  });
  expect(ask({ rules: ["a == 1.25"], record: { a: 1.28 }, kinds: ["rounding"], unit: 0.01 }).repaired).toEqual({
    a: 1.28,
  });
});

test("when the time is up nothing is claimed", () => {
  const names = Array.from({ length: 12 }, (_, index) => `x${String(index)}`);
  const system = { rules: [`${names.join(" + ")} == 1`], record: Object.fromEntries(names.map((name) => [name, 1])) };
  expect(locateSystem(JSON.stringify(system), "f", steps(3))).toMatchObject({
    minimumWeight: null,
    sets: [],
    complete: false,
  });
});

test.each<[string, string, RegExp]>([
  ["no JSON", "{", /^f\.json：不是有效的 JSON。$/u],
  ["no rules", `{"record": {}}`, /“rules”缺失或不合规定/u],
  ["a text for a figure", `{"rules": ["x == 1"], "record": {"x": "1"}}`, /“record\.x”缺失或不合规定/u],
  ["an unknown kind", `{"rules": ["x == 1"], "record": {"x": 1}, "kinds": ["guess"]}`, /“kinds\.0”/u],
  [
    "a rule that is none",
    `{"rules": ["x = 1"], "record": {"x": 1}}`,
    /^f\.json：规则“x = 1”第3个字符“=”处有不认识的符号。$/u,
  ],
  ["an open end", `{"rules": ["x =="], "record": {"x": 1}}`, /规则“x ==”末尾缺少数字或名称/u],
  ["a name nobody knows", `{"rules": ["x == 1"], "record": {"x": 1}, "fixed": ["y"]}`, /都没有“y”这个名称/u],
  ["an unknown name in a pair", `{"rules": ["x == 1"], "record": {"x": 1}, "swaps": [["x", "q"]]}`, /“q”/u],
])("%s is refused in one sentence", (_, text, message) => {
  expect(() => locateSystem(text, "f.json", () => false)).toThrow(UserError);
  expect(() => locateSystem(text, "f.json", () => false)).toThrow(message);
});
