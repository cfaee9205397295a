import { readFileSync } from "node:fs";
import { join } from "node:path";

import { locateSystem, type SystemAnswer } from "../../src/app/locate-system";

type Expectation = {
  readonly corrected?: Record<string, number>;
  readonly must_change?: Record<string, number>;
  readonly must_not_touch?: readonly string[];
  readonly still_violated?: readonly string[];
  readonly all_rules_true?: boolean;
  readonly max_abs_change?: number;
  readonly imputed?: Record<string, number>;
  readonly still_missing?: readonly string[];
  readonly erroneous?: readonly string[];
  readonly min_weight?: number;
  readonly all_minimal_sets?: readonly (readonly string[])[];
  readonly suggested?: Record<string, number>;
};

type Case = {
  readonly id: string;
  readonly rules: readonly string[];
  readonly input: Record<string, number | null>;
  readonly kinds?: readonly string[];
  readonly options?: {
    readonly weight?: Record<string, number | "Infinity">;
    readonly fixate?: readonly string[];
    readonly swap?: readonly (readonly [string, string])[];
    readonly flip?: readonly string[];
  };
  readonly expect: Expectation;
};

type Suites = { readonly suites: readonly { readonly id: string; readonly cases: readonly Case[] }[] };

const { suites } = JSON.parse(readFileSync(join(__dirname, "../data/third-party-cases.json"), "utf8")) as Suites;

/** Cases whose source asks for something that our contract settles otherwise; both are quoted. */
const leftOut: Readonly<Record<string, { readonly source: string; readonly contract: string }>> = {
  "imputation/zeros-not-applicable": {
    source: "the zero rule alone may not fill x1 (x1 is not known to be >= 0): zero_rule_changes []",
    contract: "`imputed` (blanks with exactly one possible value while all given figures stand): x1 = 2 - 1 - 1",
  },
};

function ask(found: Case): SystemAnswer {
  const { options = {} } = found;
  const mayChange = options.flip ?? [];
  const fixed = mayChange.length === 0 ? [] : Object.keys(found.input).filter((name) => !mayChange.includes(name));
  const system = {
    rules: found.rules,
    record: found.input,
    weights: options.weight,
    fixed: [...(options.fixate ?? []), ...fixed],
    swaps: options.swap,
    kinds: found.kinds,
  };
  return locateSystem(JSON.stringify(system), found.id, () => false);
}

const violatedBy = (found: Case, record: Readonly<Record<string, number | null>>): readonly string[] =>
  locateSystem(JSON.stringify({ rules: found.rules, record }), found.id, () => false).violated;

const sorted = (sets: readonly (readonly string[])[]): readonly string[] =>
  sets.map((set) => [...set].sort().join(" ")).sort();

const checks: {
  readonly [K in keyof Expectation]-?: (found: Case, want: NonNullable<Expectation[K]>, got: SystemAnswer) => void;
} = {
  corrected: (_, want, { repaired }) => {
    expect(repaired).toEqual(want);
  },
  must_change: (_, want, { repaired }) => {
    expect(repaired).toMatchObject(want);
  },
  must_not_touch: ({ input }, want, { repaired }) => {
    for (const name of want) expect(repaired[name]).toBe(input[name]);
  },
  still_violated: (found, want, { repaired }) => {
    expect(violatedBy(found, repaired)).toEqual(want);
  },
  all_rules_true: (found, want, { repaired }) => {
    expect(violatedBy(found, repaired).length === 0).toBe(want);
  },
  max_abs_change: ({ input }, want, { repaired }) => {
    for (const [name, value] of Object.entries(input)) {
      expect(Math.abs((repaired[name] ?? NaN) - (value ?? NaN))).toBeLessThanOrEqual(want);
    }
  },
  imputed: (_, want, { imputed }) => {
    expect(imputed).toEqual(want);
  },
  still_missing: (_, want, { stillMissing }) => {
    expect(stillMissing).toEqual(want);
  },
  erroneous: (_, want, { sets }) => {
    if (want.length === 0) expect(sets).toEqual([]);
    else expect(sorted(sets)).toContain([...want].sort().join(" "));
  },
  min_weight: (_, want, { minimumWeight }) => {
    expect(minimumWeight).toBe(want);
  },
  all_minimal_sets: (_, want, { sets }) => {
    // The source writes "no set" as the one empty set.
    expect(sorted(sets)).toEqual(sorted(want.filter((set) => set.length > 0)));
  },
  suggested: (_, want, { suggestions }) => {
    const [first] = suggestions;
    expect(Object.fromEntries(first?.changes.map(({ cell, to }) => [cell, to]) ?? [])).toEqual(want);
    expect(first?.certain).toBe(true);
  },
};

const passive = new Set(["changed", "unique", "status"]);

for (const suite of suites.filter(({ id }) =>
  ["typos", "signs", "rounding", "imputation", "localisation"].includes(id),
)) {
  describe(suite.id, () => {
    const cases = suite.cases.filter(({ id }) => !Object.hasOwn(leftOut, `${suite.id}/${id}`));
    test.each(cases.map((found) => [found.id, found] as const))("%s", (_, found) => {
      const got = ask(found);
      const asked = Object.keys(found.expect).filter((key) => !passive.has(key)) as (keyof Expectation)[];
      expect(asked.length).toBeGreaterThan(0);
      for (const key of asked) {
        const run = checks[key] as (found: Case, want: unknown, got: SystemAnswer) => void;
        run(found, found.expect[key], got);
      }
    });
  });
}

test("what is left out contradicts the contract, which is kept to", () => {
  const cases = suites.flatMap((suite) => suite.cases.map((found) => [`${suite.id}/${found.id}`, found] as const));
  for (const id of Object.keys(leftOut)) expect(cases.map(([known]) => known)).toContain(id);
  const zeros = cases.find(([id]) => id === "imputation/zeros-not-applicable")?.[1];
  if (zeros === undefined) throw new Error("the case is gone");
  expect(ask(zeros).imputed).toEqual({ x1: 0 });
});
