import { readFileSync } from "node:fs";

import { textFormOf } from "../../src/app/audit-text";
import type { TextRule } from "../../src/core/audit/text-rule";
import { bindRules } from "../../src/core/rules/expand";
import type { Applicability, Comparison, Condition, Rule, RuleSource, Term } from "../../src/core/rules/rule";
import { templates } from "../../src/templates";

/** A rule as the transcription of the official forms has it. */
type Transcribed = {
  readonly id: string;
  readonly severity: string;
  readonly kind: string;
  readonly scope: string;
  readonly source: RuleSource;
  readonly message: string;
  readonly left?: readonly Term[];
  readonly op?: Comparison | "within";
  readonly right?: readonly Term[];
  readonly const?: number;
  readonly when?: Condition;
  readonly range?: { readonly low: number; readonly high: number; readonly minBase: number };
  readonly expand?: { readonly var: string; readonly over: readonly string[] };
  readonly appliesTo?: Applicability;
  readonly onlyYears?: readonly number[];
  readonly refs?: readonly string[];
  readonly domain?: { readonly type: string; readonly min?: number; readonly maxDecimals?: number };
  readonly section?: string;
  readonly sections?: readonly string[];
  readonly threshold?: number;
  readonly minChars?: number;
  readonly maxChars?: number;
  readonly expectAny?: readonly string[];
  readonly expectAll?: readonly (readonly string[])[];
  readonly dates?: { readonly department: string; readonly government: string };
  readonly footer?: string;
  readonly expectConst?: number;
};

/** Kinds of the transcription in ours: in sums blanks count as 0, in all other comparisons they leave the rule open. */
function kindOf({ kind, op, severity }: Transcribed): Rule["kind"] {
  if (op === "within") return "ratio";
  // An equality that may be explained compares two counts of the same thing, neither of which is a part of the other.
  if (kind === "sum" || (kind === "equality" && severity === "error")) return "balance";
  if (kind === "domain" || kind === "required" || kind === "untouched") return kind;
  return "comparison";
}

/** What a rule demands, without words, in one shape for both sides. */
type Demand = {
  readonly kind: Rule["kind"];
  readonly scope: string;
  readonly left: readonly Required<Term>[];
  readonly op: string;
  readonly right: readonly Required<Term>[];
  readonly constant: number;
  readonly when: unknown;
  readonly expand: unknown;
  readonly appliesTo: unknown;
  readonly onlyYears: unknown;
  readonly cells: readonly string[];
  readonly limits: unknown;
};

const terms = (list: readonly Term[] = []): readonly Required<Term>[] =>
  list.map(({ ref, coef = 1, year }) => ({ ref, coef, year: (year ?? 0) as -1 }));
const condition = (when: Condition | undefined): unknown => when && { ...when, left: terms(when.left) };

function wanted(rule: Transcribed): Demand {
  const { range, domain } = rule;
  return {
    kind: kindOf(rule),
    scope: rule.scope,
    left: terms(rule.left),
    op: rule.op ?? "",
    right: terms(rule.right),
    constant: rule.const ?? 0,
    when: condition(rule.when),
    expand: rule.expand,
    appliesTo: rule.appliesTo,
    onlyYears: rule.onlyYears,
    cells: rule.refs ?? [],
    limits: range ?? (domain && [domain.type === "integer", domain.min, domain.maxDecimals]),
  };
}

function held(rule: Rule): Demand {
  const base: Demand = {
    kind: rule.kind,
    scope: rule.scope,
    left: [],
    op: "",
    right: [],
    constant: 0,
    when: undefined,
    expand: undefined,
    appliesTo: rule.appliesTo,
    onlyYears: rule.onlyYears,
    cells: [],
    limits: undefined,
  };
  if (rule.kind === "balance" || rule.kind === "comparison") {
    return {
      ...base,
      left: terms(rule.left),
      op: rule.op,
      right: terms(rule.right),
      constant: rule.const ?? 0,
      when: condition(rule.when),
      expand: rule.expand,
    };
  }
  if (rule.kind === "ratio") {
    const { low, high, minBase } = rule;
    return { ...base, left: terms(rule.left), op: "within", right: terms(rule.right), limits: { low, high, minBase } };
  }
  if (rule.kind === "domain") {
    return { ...base, cells: rule.cells, limits: [rule.integer === true, rule.min, rule.maxDecimals] };
  }
  return rule.kind === "required" ? { ...base, cells: rule.cells } : base;
}

/** What a rule on the text demands that can be told without its patterns, which are ours. */
function textDemand(rule: Transcribed): Partial<Record<string, unknown>> {
  const { when, appliesTo, section, sections, threshold, minChars, maxChars, dates, footer, expectAll } = rule;
  return {
    ...(when !== undefined && { when }),
    ...(appliesTo !== undefined && { appliesTo }),
    ...(section !== undefined && section !== "*" && { section }),
    ...(threshold !== undefined && { threshold, sections }),
    ...(minChars !== undefined && { min: minChars }),
    ...(maxChars !== undefined && { max: maxChars }),
    ...(dates !== undefined && { limits: dates }),
    ...(footer !== undefined && { label: footer }),
    ...(expectAll !== undefined && {
      all: expectAll.map((words) => ({ words: expect.arrayContaining([...words]) as unknown })),
    }),
    ...(rule.expectConst !== undefined && { denied: true }),
  };
}

/** Words that the text must have one of, however they are grouped. */
const wordsOf = (rule: TextRule): readonly string[] =>
  rule.kind === "words" ? rule.all.flatMap(({ words }) => words) : [];

const isOnText = ({ kind }: Transcribed): boolean => ["narrative", "format", "similarity"].includes(kind);
const withTables = templates.filter(({ tables }) => tables.length > 0);

describe.each(withTables.map((template) => [template.id, template] as const))("%s", (id, template) => {
  const { rules } = JSON.parse(readFileSync(`test/data/templates/${id}.json`, "utf8")) as {
    readonly rules: readonly Transcribed[];
  };
  const onFigures = rules.filter((rule) => !isOnText(rule)).map((rule) => [rule.id, rule] as const);
  const onText = rules.filter(isOnText).map((rule) => [rule.id, rule] as const);

  test.each(onFigures)("%s demands what it should", (name, rule) => {
    const ours = template.rules.find((known) => `${id}.${known.id}` === name);
    if (ours === undefined) throw new Error(`${name} is missing`);
    expect(held(ours)).toEqual(wanted(rule));
    expect({ severity: ours.severity, source: ours.source }).toEqual({ severity: rule.severity, source: rule.source });
  });

  test("has every rule on the text, with its severity, source and conditions", () => {
    const ours = new Map((textFormOf(template)?.rules ?? []).map((rule) => [`${id}.${rule.id}`, rule]));
    expect([...ours.keys()].sort()).toEqual(onText.map(([name]) => name).sort());
    for (const [name, rule] of onText) {
      const found = ours.get(name);
      const { severity, source } = rule;
      expect(found).toMatchObject({ severity, source, ...textDemand(rule) });
      if (rule.expectAny !== undefined && found !== undefined) expect(wordsOf(found)).toEqual(rule.expectAny);
    }
  });
});

test("the form without a table has no rules on figures", () => {
  const others = templates.filter((template) => !withTables.includes(template));
  expect(others.map((template) => [template.id, bindRules(template).rules.flatMap(({ cells }) => cells)])).toEqual([
    ["text2008", []],
  ]);
});
