import { readFileSync } from "node:fs";

import { findTemplate, ruleBook } from "../../src/app/forms";
import { locateSystem } from "../../src/app/locate-system";
import { fills } from "../../src/core/locate/fills";
import { cellId, type CellId, type CellValue } from "../../src/core/model/cell";
import { emptyReport, type Report } from "../../src/core/model/report";
import type { Template } from "../../src/core/model/template";
import { checkAll, summarize } from "../../src/core/rules/check";
import { atMost, flowCheck, rowCheck, sumCheck } from "../../src/core/rules/check-functions";
import { bindRules, isTotal, type RuleBook } from "../../src/core/rules/expand";
import type { Finding } from "../../src/core/rules/finding";
import { ownRule } from "../../src/core/rules/own-rules";
import type { Rule } from "../../src/core/rules/rule";

/** Published cases of other checkers, each put to the product in every form in which it can be put. */
type Cases<C> = readonly (C & { readonly id: string })[];

const { suites } = JSON.parse(readFileSync("test/data/third-party-cases.json", "utf8")) as {
  readonly suites: readonly { readonly id: string; readonly cases: Cases<unknown> }[];
};

type Named<C> = readonly (readonly [string, C])[];

function casesOf(suite: string, kinds: readonly string[]): Named<unknown> {
  const found = suites.find(({ id }) => id === suite)?.cases as Cases<{ readonly kind: string }> | undefined;
  const chosen = (found ?? []).filter(({ kind }) => kinds.includes(kind));
  if (chosen.length === 0) throw new Error(`no cases in ${suite}`);
  return chosen.map((one) => [one.id, one] as const);
}

/** A form of one column with a row for each name, whose totals are marked as such. */
function formOf(names: readonly string[], totals: readonly string[]): Template {
  const base = findTemplate("nb2021");
  if (base === undefined) throw new Error("the form is gone");
  const rows = names.map((id) => {
    const role = totals.includes(id) ? ("total" as const) : ("leaf" as const);
    return { id, label: id, level: 0, parent: null, role };
  });
  const columns = [{ id: "value", label: "值", role: "leaf" as const }];
  return { ...base, id: "case", tables: [{ id: "x", title: "例", columns, rows }], rules: [] };
}

const at = (name: string): CellId => cellId("x", name, "value");

/** Parts that add up to a total, as the rules of the forms say it. */
function sumRule(id: string, parts: readonly string[], total: string): Rule {
  return {
    id,
    kind: "balance",
    severity: "error",
    scope: "inTable",
    left: parts.map((name) => ({ ref: at(name) })),
    op: "=",
    right: [{ ref: at(total) }],
    sentence: "",
    source: { type: "structural", ref: "" },
  };
}

function judge(template: Template, rules: readonly Rule[], values: Iterable<readonly [CellId, CellValue]>) {
  const book = bindRules({ ...template, rules });
  return summarize(book, checkAll(book, { ...emptyReport(template.id, "某某局", 2026), values: new Map(values) }));
}

describe("three-valued rules", () => {
  type PartWhole = {
    readonly parts: readonly (number | null)[];
    readonly whole: number;
    readonly expect: boolean;
  };

  test.each(casesOf("three-valued-rules", ["part_whole"]) as Named<PartWhole>)(
    "%s",
    (_, { parts, whole, expect: holds }) => {
      const names = parts.map((__, index) => `p${String(index)}`);
      const template = formOf([...names, "whole"], ["whole"]);
      const values = [
        ...parts.map((value, index): [CellId, CellValue] => [at(`p${String(index)}`), value]),
        [at("whole"), whole] as const,
      ];
      const { findings, passed } = judge(template, [sumRule("sum", names, "whole")], values);
      expect([findings.map(({ rule }) => rule), passed]).toEqual(holds ? [[], ["case.sum"]] : [["case.sum"], []]);
      const cells = parts.map((value) => value ?? "");
      expect([
        rowCheck([cells], whole),
        sumCheck(
          cells.map((value) => [value]),
          whole,
        ),
      ]).toEqual(Array.from({ length: 2 }, () => (holds ? "√" : (expect.stringMatching(/^差 [+-]\d+$/u) as string))));
    },
  );

  type Hierarchy = {
    readonly values: Readonly<Record<string, number>>;
    readonly parents: Readonly<Record<string, string>>;
    readonly expect: Readonly<Record<string, boolean>>;
  };

  /** Verdicts on the sums of a tree of codes; `parent` tells the code above, undefined at the top. */
  function tree(values: Readonly<Record<string, number>>, parent: (code: string) => string | undefined) {
    const codes = Object.keys(values);
    const row = (code: string): string => `c${code.replaceAll(".", "_")}`;
    const heads = codes.filter((code) => codes.some((other) => parent(other) === code));
    const rules = heads.map((head) =>
      sumRule(row(head), codes.filter((code) => parent(code) === head).map(row), row(head)),
    );
    const figures = codes.map((code): [CellId, CellValue] => [at(row(code)), values[code] ?? null]);
    return { ...judge(formOf(codes.map(row), heads.map(row)), rules, figures), cell: (code: string) => at(row(code)) };
  }

  test.each(casesOf("three-valued-rules", ["hierarchy"]) as Named<Hierarchy>)(
    "%s",
    (_, { values, parents, expect: wanted }) => {
      const { findings, cell } = tree(values, (code) => parents[code]);
      const flagged = new Set(findings.flatMap(({ cells }) => cells));
      expect(Object.fromEntries(Object.keys(wanted).map((code) => [code, !flagged.has(cell(code))]))).toEqual(wanted);
    },
  );

  type Whole = { readonly values: Readonly<Record<string, number>>; readonly expect: boolean };

  test.each(casesOf("three-valued-rules", ["hierarchy_all"]) as Named<Whole>)("%s", (_, { values, expect: holds }) => {
    const { findings, undecided } = tree(values, (code) =>
      code.includes(".") ? code.slice(0, code.lastIndexOf(".")) : undefined,
    );
    expect([findings.length === 0, undecided]).toEqual([holds, []]);
  });

  type Written = {
    readonly rules: readonly string[];
    readonly input: Readonly<Record<string, number>>;
    readonly expect: boolean;
  };

  test.each(casesOf("three-valued-rules", ["rules"]) as Named<Written>)("%s", (id, { rules, input, expect: holds }) => {
    const { violated } = locateSystem(JSON.stringify({ rules, record: input }), id, () => false);
    expect(violated).toEqual(holds ? [] : rules);
    // The same as a rule that a superior office writes.
    const template = formOf(Object.keys(input), []);
    const own = rules.map((text, index) =>
      ownRule(template, {
        id: `r${String(index)}`,
        severity: "error",
        text: text.replace(/[a-z]+/gu, (name) => at(name)),
        sentence: "",
        source: "",
      }),
    );
    const values = Object.entries(input).map(([name, value]): [CellId, CellValue] => [at(name), value]);
    const { findings, undecided } = judge(template, own, values);
    expect([findings.length === 0, undecided]).toEqual([holds, []]);
  });
});

/** A real form; zero wherever nothing is said. */
function filled(form: string, year: number, given: Iterable<readonly [CellId, CellValue]>): [RuleBook, Report] {
  const template = findTemplate(form);
  if (template === undefined) throw new Error(`no ${form}`);
  const book = ruleBook(template);
  const values = new Map<CellId, CellValue>(book.cells.map((cell) => [cell, 0]));
  for (const [cell, value] of given) {
    if (!values.has(cell)) throw new Error(`${form} has no ${cell}`);
    values.set(cell, value);
  }
  return [book, { ...emptyReport(form, "某某局", year), values }];
}

const findingsOf = ([book, report]: readonly [RuleBook, Report]): readonly Finding[] =>
  summarize(book, checkAll(book, report)).findings;

/** Sources that ask for something that our contract settles otherwise; both are quoted. */
const leftOut: Readonly<Record<string, { readonly source: string; readonly contract: string }>> = {
  "doj-nonneg-int-N/A-accept_na": {
    source: 'input "N/A", options {accept_na: true}, expect true',
    contract: "`/` and `-` are blanks that were meant; any other text in a figure's cell is a domain error.",
  },
  "doj-nonneg-dec-N/A": {
    source: 'input "N/A", options {accept_na: true}, expect true',
    contract: "`/` and `-` are blanks that were meant; any other text in a figure's cell is a domain error.",
  },
};

describe("cells and small rules", () => {
  type Sum = {
    readonly parts?: readonly number[];
    readonly parts_sum?: number;
    readonly total: number;
    readonly expect: boolean;
  };

  test.each(casesOf("cell-rules", ["sum"]) as Named<Sum>)(
    "%s",
    (id, { parts, parts_sum: sum, total, expect: holds }) => {
      const given = parts ?? [sum ?? NaN];
      expect([sumCheck([given], total) === "√", rowCheck([given], total) === "√"]).toEqual([holds, holds]);
      // In the form that the source speaks of: a column of 表三, the suits of 表四.
      const isSuit = id.includes("litigation");
      const rows = ["granted", "partial", "deniedLaw", "unableNotHeld", "notProcessedRepeat", "otherMisc"];
      const cells: readonly (readonly [CellId, number])[] = isSuit
        ? [
            ["t4.cases.directUpheld", given[0] ?? NaN],
            ["t4.cases.directTotal", total],
          ]
        : [
            ...given.map((value, index): [CellId, number] => [cellId("t3", rows[index] ?? "", "naturalPerson"), value]),
            ["t3.totalHandled.naturalPerson", total],
          ];
      const rule = isSuit ? "nb2021.t4.sumDir" : "nb2021.t3.resultSum[naturalPerson]";
      const found = findingsOf(filled("nb2021", 2025, cells)).find((finding) => finding.rule === rule);
      expect(found?.difference).toBe(given.reduce((a, b) => a + b) - total);
    },
  );

  type Flow = {
    readonly new: number;
    readonly carried: number;
    readonly processed: number;
    readonly forward: number;
    readonly expect: { readonly ok: boolean; readonly delta: number };
  };

  test.each(casesOf("cell-rules", ["identity"]) as Named<Flow>)("%s", (_, flow) => {
    const { carried, processed, forward, expect: wanted } = flow;
    expect(flowCheck(flow.new, carried, processed, forward)).toBe(wanted.ok ? "√" : `差 +${String(wanted.delta)}`);
    const found = findingsOf(
      filled("nb2021", 2025, [
        ["t3.newReceived.naturalPerson", flow.new],
        ["t3.carriedOver.naturalPerson", carried],
        ["t3.totalHandled.naturalPerson", processed],
        ["t3.carriedForward.naturalPerson", forward],
      ]),
    ).find(({ rule }) => rule === "nb2021.t3.balance[naturalPerson]");
    expect([found === undefined, found?.difference]).toEqual([wanted.ok, wanted.delta]);
  });

  type Single = {
    readonly kind: string;
    readonly input: CellValue;
    readonly options?: { readonly accept_empty?: boolean };
    readonly expect: boolean;
  };
  const singles = casesOf("cell-rules", ["cell_non_negative_integer", "cell_non_negative_decimal"]) as Named<Single>;

  /** A count or an amount of the form, and which findings speak of what stands in it. */
  function cellFindings({ kind, input }: Single): { readonly form: readonly string[]; readonly blank: boolean } {
    const isCount = kind === "cell_non_negative_integer";
    const cell: CellId = isCount ? "t2_5.licensing.decisions" : "t2_8.fee.amount";
    const own = findingsOf(filled("nb2021", 2025, [[cell, input]])).filter(({ cells }) => cells.includes(cell));
    return {
      form: own.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
      blank: own.some(({ rule }) => rule === "nb2021.t2.blank"),
    };
  }

  test.each(singles.filter(([id]) => !Object.hasOwn(leftOut, id)))("%s", (_, one) => {
    const { form, blank } = cellFindings(one);
    // Where the source refuses an empty cell, ours is named as one; it is no wrong figure either way.
    const isAccepted = form.length === 0 && (one.options?.accept_empty === true || !blank);
    expect(isAccepted).toBe(one.expect);
    if (one.input === null) expect({ form, blank }).toEqual({ form: [], blank: true });
  });

  test.each(singles.filter(([id]) => Object.hasOwn(leftOut, id)))("%s contradicts the contract", (_, one) => {
    expect([one.input, one.expect]).toEqual(["N/A", true]);
    expect(cellFindings(one).form).toHaveLength(1);
    for (const input of ["/", "-"]) expect(cellFindings({ ...one, input })).toEqual({ form: [], blank: true });
  });

  type Pair = { readonly input: readonly [number | null, number | null]; readonly expect: boolean };

  test.each(casesOf("cell-rules", ["both_or_neither"]) as Named<Pair>)("%s", (_, { input, expect: holds }) => {
    // 采购项目数量 and 采购总金额 of 2019: neither stands without the other.
    const pair: readonly CellId[] = ["t2_9.procurement.items", "t2_9.procurement.amount"];
    const about = (values: readonly CellValue[]): readonly (readonly [string, readonly CellId[]])[] =>
      findingsOf(
        filled(
          "nb2019",
          2019,
          pair.map((cell, index) => [cell, values[index] ?? null]),
        ),
      ).flatMap(({ rule, cells }) => {
        const own = cells.filter((cell) => pair.includes(cell));
        return own.length === 0 ? [] : [[rule, own] as const];
      });
    const empty = pair.filter((__, index) => input[index] === null);
    expect(about(input).length === 0).toBe(holds);
    expect(about(input)).toEqual([["nb2019.t2.blank", empty]]);
    // With 0 written where the source leaves the cell empty the pair itself is broken.
    const written = input.map((value) => value ?? 0);
    const rule = input[0] === null ? "nb2019.t2.procAmountNoItems" : "nb2019.t2.procItemsNoAmount";
    expect(about(written).map(([id]) => id)).toEqual([rule]);
    expect(about([1, 1])).toEqual([]);
    expect(about([0, 0])).toEqual([]);
  });

  test("what is left out is there, and says what is quoted", () => {
    for (const id of Object.keys(leftOut)) expect(singles.map(([known]) => known)).toContain(id);
  });
});

describe("published reports", () => {
  const columns = ["naturalPerson", "enterprise", "research", "publicInterest", "legalService", "other", "total"];
  const groups: Readonly<Record<string, string>> = {
    复议: "review",
    未经复议直接起诉: "direct",
    复议后起诉: "afterReview",
  };
  const cases = ["Upheld", "Corrected", "Other", "Pending", "Total"];

  const table4 = (given: Readonly<Record<string, readonly (number | null)[]>>): [CellId, CellValue][] =>
    Object.entries(given).flatMap(([group, figures]) =>
      cases.map((name, index): [CellId, CellValue] => [
        cellId("t4", "cases", `${groups[group] ?? ""}${name}`),
        figures[index] ?? null,
      ]),
    );

  type Partial = {
    readonly row_新收: readonly number[];
    readonly table2?: Readonly<Record<string, readonly number[]>>;
    readonly table4: Readonly<Record<string, readonly number[]>>;
    readonly expect: { readonly row_sum_ok: boolean; readonly table4_violations: readonly string[] };
  };

  test.each(casesOf("domain-reports", ["partial"]) as Named<Partial>)("%s", (_, one) => {
    const received = columns.map((column, index): [CellId, CellValue] => [
      cellId("t3", "newReceived", column),
      one["row_新收"][index] ?? null,
    ]);
    const found = findingsOf(filled("nb2021", 2025, [...received, ...table4(one.table4)])).filter(
      ({ severity }) => severity === "error",
    );
    const broken = found.map(({ rule }) => rule);
    expect(!broken.includes("nb2021.t3.rowSum[newReceived]")).toBe(one.expect.row_sum_ok);
    expect(broken.filter((rule) => rule.startsWith("nb2021.t4."))).toEqual(one.expect.table4_violations);
    const row = one["row_新收"];
    expect(rowCheck([row.slice(0, -1)], row.at(-1)) === "√").toBe(one.expect.row_sum_ok);
    for (const figures of Object.values(one.table4)) expect(rowCheck([figures.slice(0, 4)], figures[4])).toBe("√");
    // 本年制发 and 本年废止 against 现行有效.
    for (const [issued, , inForce] of Object.values(one.table2 ?? {})) expect(atMost(issued, inForce)).toBe("√");
  });

  type Whole = {
    readonly rows: readonly string[];
    readonly table3: readonly (readonly (number | null)[])[];
    readonly table4: Readonly<Record<string, readonly (number | null)[]>>;
    readonly expect: {
      readonly violations: readonly string[];
      readonly blank_total_cells_derivable: Readonly<Record<string, number>>;
      readonly derivable_from_total_column: { readonly value: number };
    };
  };

  /** Rows of 表三 of 2019 in the order of the form. */
  const rows = [
    "newReceived",
    "carriedOver",
    "granted",
    "partial",
    "deniedStateSecret",
    "deniedLaw",
    "deniedSafety",
    "deniedThirdParty",
    "deniedInternal",
    "deniedProcess",
    "deniedEnforcement",
    "deniedQuery",
    "unableNotHeld",
    "unableCreate",
    "unableUnclear",
    "notProcessedPetition",
    "notProcessedRepeat",
    "notProcessedPublication",
    "notProcessedExcessive",
    "notProcessedReconfirm",
    "other",
    "totalHandled",
    "carriedForward",
  ];

  test.each(casesOf("domain-reports", ["table3+4"]) as Named<Whole>)("%s", (_, one) => {
    expect(one.rows).toHaveLength(rows.length);
    const figures = one.table3.flatMap((line, row) =>
      columns.map((column, index): [CellId, CellValue] => [cellId("t3", rows[row] ?? "", column), line[index] ?? null]),
    );
    const [book, report] = filled("nb2019", 2019, [...figures, ...table4(one.table4)]);
    const found = findingsOf([book, report]);
    expect(found.filter(({ severity }) => severity !== "hint").map(({ rule }) => rule)).toEqual(one.expect.violations);
    // Blanks stay a 提示, and those of the totals are offered with their figures.
    const blank = found.find(({ rule }) => rule === "nb2019.t3.blank");
    expect(blank?.cells).toHaveLength(figures.filter(([, value]) => value === null).length);
    const offered = new Map(fills(book, report).map(({ cell, value }) => [cell, value]));
    const derived = one.rows.flatMap((label, row) => {
      const cell = cellId("t3", rows[row] ?? "", "total");
      return report.values.get(cell) === null ? [[label, offered.get(cell)] as const] : [];
    });
    expect(Object.fromEntries(derived)).toEqual(one.expect.blank_total_cells_derivable);
    const sum = derived.reduce((total, [, value]) => total + (value ?? NaN), 0);
    expect(sum).toBe(one.expect.derivable_from_total_column.value);
    expect(isTotal(book.template, "t3.granted.total")).toBe(true);
  });
});

test("every case on rules and repair is put to the product somewhere", () => {
  // typos, signs, rounding, imputation, localisation: the engine's own test; the others are texts and pasted cells.
  expect(suites.map(({ id, cases }) => [id, cases.length])).toEqual([
    ["typos", 8],
    ["signs", 5],
    ["rounding", 3],
    ["imputation", 12],
    ["localisation", 15],
    ["three-valued-rules", 8],
    ["interval-arithmetic", 2],
    ["domain-reports", 3],
    ["paste", 3],
    ["text-number-audit", 8],
    ["cell-rules", 14],
  ]);
});
