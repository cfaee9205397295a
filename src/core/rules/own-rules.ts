import { cellId, cellParts, type CellId } from "../model/cell";
import { cellsOf, figureRows, type Template } from "../model/template";
import type { Decimal } from "../locate/exact";
import { parseRuleText, RuleTextError, type RuleTextProblem } from "../locate/rule-text";
import { bindRules, type BoundRule, type RuleBook } from "./expand";
import type { Applicability, Comparison, Expansion, LinearRule, Rule, RuleScope, Severity, Term } from "./rule";

/** A rule of a superior office as it was written. */
export type OwnRule = {
  /** Without the prefix `own.`. */
  readonly id: string;
  readonly severity: Severity;
  /** `t3.newReceived.total <= 500`; `{row}` and `{col}` stand for each line, `last.` before a cell for last year. */
  readonly text?: string | undefined;
  /** Asked only where this holds: one comparison with a number. */
  readonly when?: string | undefined;
  /** Instead of a comparison: cells that must not be blank; `*` stands for every row or column. */
  readonly required?: readonly string[] | undefined;
  /** The lines that `{row}` or `{col}` stands for; all that have the cells where it is absent. */
  readonly over?: readonly string[] | undefined;
  /** Whether a blank counts as 0 or leaves the rule open; by the kind of rule where it is absent. */
  readonly blanks?: "zero" | "open" | undefined;
  readonly sentence: string;
  readonly source: string;
  readonly appliesTo?: Applicability | undefined;
  readonly years?: readonly number[] | undefined;
};

/** Why a rule cannot be used. `at` counts characters of the text from 0. */
export type OwnRuleProblem =
  | { readonly kind: "text"; readonly problem: RuleTextProblem; readonly at: number }
  | { readonly kind: "unknownCell" | "unknownLine"; readonly name: string }
  /** No cell is named, both `{row}` and `{col}` are used, nothing stands for them, or the condition is no comparison. */
  | { readonly kind: "noCell" | "twoLines" | "noLine" | "condition" };

export class OwnRuleError extends Error {
  override readonly name = "OwnRuleError";
  readonly found: OwnRuleProblem;

  constructor(found: OwnRuleProblem) {
    super(found.kind);
    this.found = found;
  }
}

/** Ids of own rules begin with this and no id of a form does. */
export const ownPrefix = "own.";

/**
 * The rule as data, ready for the one evaluator.
 * @throws OwnRuleError when it cannot be read or names what the form has not
 */
export function ownRule(template: Template, own: OwnRule): Rule {
  const { id, severity, sentence, required } = own;
  const base = {
    id: ownPrefix + id,
    severity,
    sentence,
    source: { type: "local", ref: own.source },
    ...(own.appliesTo !== undefined && { appliesTo: own.appliesTo }),
    ...(own.years !== undefined && { onlyYears: own.years }),
  } as const;
  if (required !== undefined) {
    const unknown = required.find((pattern) => !cellsOf(template).some((cell) => matches(cell, pattern)));
    if (unknown !== undefined) throw new OwnRuleError({ kind: "unknownCell", name: unknown });
    return { ...base, kind: "required", scope: "inTable", cells: required };
  }
  const { left, op, right, constant } = comparison(own.text ?? "");
  const when = own.when === undefined ? undefined : condition(own.when);
  const terms = [...left, ...right, ...(when?.left ?? [])];
  if (left.length + right.length === 0) throw new OwnRuleError({ kind: "noCell" });
  const expand = expansion(template, terms, own.over);
  return {
    ...base,
    kind: kindOf(own, left, right, op),
    scope: scopeOf(terms),
    ...(expand !== undefined && { expand }),
    ...(when !== undefined && { when }),
    left,
    op,
    right,
    ...(constant !== 0 && { const: constant }),
  };
}

/** The book with further rules; they keep their own ids and are evaluated like all others. */
export function extendBook(book: RuleBook, rules: readonly Rule[]): RuleBook {
  if (rules.length === 0) return book;
  const { template } = book;
  const added = bindRules({ ...template, rules }).rules.map((rule): BoundRule => {
    return { ...rule, id: rule.id.slice(template.id.length + 1) };
  });
  const all = [...book.rules, ...added];
  const touching = new Map<CellId, number[]>();
  all.forEach(({ cells }, index) => {
    for (const cell of cells) touching.set(cell, [...(touching.get(cell) ?? []), index]);
  });
  return { ...book, rules: all, byId: new Map(all.map((rule) => [rule.id, rule])), touching };
}

type Sides = {
  readonly left: readonly Term[];
  readonly op: Comparison;
  readonly right: readonly Term[];
  /** Added to the right side. */
  readonly constant: number;
};

const relations: Readonly<Record<string, Comparison>> = {
  "==": "=",
  "=": "=",
  "＝": "=",
  "<=": "<=",
  "≤": "<=",
  ">=": ">=",
  "≥": ">=",
  "<": "<",
  "＜": "<",
  ">": ">",
  "＞": ">",
};
const relationPattern = /==|<=|>=|[=＝≤≥<>＜＞]/gu;

/** Reads `a + b <= c`, keeping what stands on which side. */
function comparison(text: string): Sides {
  const [found, second] = [...text.matchAll(relationPattern)];
  if (found === undefined) throw new OwnRuleError({ kind: "text", problem: "operator", at: text.length });
  if (second !== undefined) throw new OwnRuleError({ kind: "text", problem: "twoOperators", at: second.index });
  const end = found.index + found[0].length;
  const left = side(text.slice(0, found.index), 0);
  const right = side(text.slice(end), end);
  const places = 10 ** 9;
  return {
    left: left.terms,
    op: relations[found[0]] ?? "=",
    right: right.terms,
    constant: Math.round((right.constant - left.constant) * places) / places,
  };
}

/** Signs of Chinese keyboards, one for one, so that positions stay. */
const halfWidth: Readonly<Record<string, string>> = {
  "＋": "+",
  "－": "-",
  "−": "-",
  "×": "*",
  "＊": "*",
  "（": "(",
  "）": ")",
};

function side(text: string, at: number): { readonly terms: readonly Term[]; readonly constant: number } {
  const plain = text
    .replace(/[＋－−×＊（）]/gu, (sign) => halfWidth[sign] ?? sign)
    .replace(/\{(row|col)\}/gu, (_, line: string) => `_${line}_`);
  try {
    const { coefs, constant } = parseRuleText(`${plain} == 0`);
    return { terms: [...coefs].map(([name, coef]) => term(name, number(coef))), constant: -number(constant) };
  } catch (error) {
    if (!(error instanceof RuleTextError)) throw error;
    throw new OwnRuleError({ kind: "text", problem: error.problem, at: at + Math.min(error.position, text.length) });
  }
}

function number({ mantissa, places }: Decimal): number {
  return Number(mantissa) / 10 ** places;
}

const lastYear = /^(?:last|上年)\./u;

function term(name: string, coef: number): Term {
  const ref = name.replace(lastYear, "").replace(/_(row|col)_/gu, "{$1}");
  return { ref, ...(coef !== 1 && { coef }), ...(lastYear.test(name) && { year: -1 }) };
}

function condition(text: string): LinearRule["when"] {
  const { left, op, right, constant } = comparison(text);
  if (left.length === 0 || right.length > 0) throw new OwnRuleError({ kind: "condition" });
  return { left, op, const: constant };
}

function expansion(
  template: Template,
  terms: readonly Term[],
  over: readonly string[] | undefined,
): Expansion | undefined {
  const cells = new Set<string>(cellsOf(template));
  const rows = terms.some(({ ref }) => ref.includes("{row}"));
  const columns = terms.some(({ ref }) => ref.includes("{col}"));
  if (rows && columns) throw new OwnRuleError({ kind: "twoLines" });
  const line = rows ? "row" : columns ? "col" : undefined;
  for (const { ref } of terms) {
    if (!ref.includes("{") && !cells.has(ref)) throw new OwnRuleError({ kind: "unknownCell", name: ref });
  }
  if (line === undefined) {
    if (over !== undefined) throw new OwnRuleError({ kind: "noLine" });
    return undefined;
  }
  const moving = terms.map(({ ref }) => ref).filter((ref) => ref.includes("{"));
  const has = (name: string): boolean => moving.every((ref) => cells.has(ref.replace(`{${line}}`, name)));
  const stranger = over?.find((name) => !has(name));
  if (stranger !== undefined) throw new OwnRuleError({ kind: "unknownLine", name: stranger });
  const all = over ?? linesOf(template, line, moving[0] ?? "").filter(has);
  if (all.length === 0) throw new OwnRuleError({ kind: "unknownCell", name: moving[0] ?? "" });
  return { var: line, over: all };
}

function linesOf(template: Template, line: "row" | "col", ref: string): readonly string[] {
  const { table } = cellParts(ref as CellId);
  const found = template.tables.find(({ id }) => id === table);
  if (found === undefined) return [];
  return (line === "row" ? figureRows(found) : found.columns).map(({ id }) => id);
}

/** Sums over this year's cells are balances; bounds and comparisons across years are not, see the blanks. */
function kindOf(own: OwnRule, left: readonly Term[], right: readonly Term[], op: Comparison): "balance" | "comparison" {
  if (own.blanks !== undefined) return own.blanks === "zero" ? "balance" : "comparison";
  const isSum = op === "=" && Math.max(left.length, right.length) > 1;
  return isSum && [...left, ...right].every(({ year }) => year === undefined) ? "balance" : "comparison";
}

function scopeOf(terms: readonly Term[]): RuleScope {
  if (terms.some(({ year }) => year === -1)) return "crossYear";
  const tables = new Set(terms.map(({ ref }) => cellParts(ref as CellId).table));
  return tables.size > 1 ? "crossTable" : "inTable";
}

function matches(cell: CellId, pattern: string): boolean {
  const wanted = pattern.split(".");
  const { table, row, column } = cellParts(cell);
  return (
    wanted.length === 3 && [table, row, column].every((part, index) => wanted[index] === "*" || wanted[index] === part)
  );
}

/** The first cell that a term stands for, for naming it. */
export function firstCell({ ref }: Term, expand: Expansion | undefined): CellId {
  const { table, row, column } = cellParts(
    (expand === undefined ? ref : ref.replace(`{${expand.var}}`, expand.over[0] ?? "")) as CellId,
  );
  return cellId(table, row, column);
}
