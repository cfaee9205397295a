import { weightedSum } from "../model/decimal";

/**
 * Where a figure comes from, in a form that people can read and programs can compute again: sums and differences of
 * cells (`t3.granted.total`), cells of last year's report (`prior.t3.granted.total`), facts
 * (`disclosure.wechat.value`, `disclosure.wechat.parts."转发 信息"`), `year` and whole numbers, each with an optional
 * whole coefficient (`2*t3.granted.total`). A share or a growth is one such sum over another, both in brackets:
 * `(100*t3.granted.total)/(t3.totalHandled.total)`.
 */
export type Expression = readonly ExpressionTerm[];

export type ExpressionTerm = {
  readonly coef: number;
  readonly path: readonly string[];
  /** Below the stroke. */
  readonly over?: true;
};

/** What a path stands for: a figure, or nothing that is known. */
export type Lookup = (path: readonly string[]) => number | undefined;

const step = String.raw`(?:[\p{L}\p{N}_#]+|"(?:[^"\\]|\\.)*")`;
const term = new RegExp(String.raw`\s*([+-]?)\s*(?:(\d+)\*)?(${step}(?:\.${step})*)\s*`, "uy");
const steps = new RegExp(step, "gu");
const parsed = new Map<string, Expression>();
const sumPattern = String.raw`\(((?:[^()"]|"(?:[^"\\]|\\.)*")+)\)`;
const ratio = new RegExp(`^${sumPattern}/${sumPattern}$`, "u");

/** @throws Error when the text is no expression: a mistake in a rule, not in a report */
export function parseExpression(text: string): Expression {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const [, above, below] = ratio.exec(text) ?? [];
  const terms =
    above === undefined || below === undefined
      ? sumTerms(text)
      : [...sumTerms(above), ...sumTerms(below).map((part) => ({ ...part, over: true as const }))];
  parsed.set(text, terms);
  return terms;
}

function sumTerms(text: string): readonly ExpressionTerm[] {
  const terms: ExpressionTerm[] = [];
  term.lastIndex = 0;
  for (let at = 0; at < text.length; at = term.lastIndex) {
    const match = term.exec(text);
    const [, sign = "", factor, path] = match ?? [];
    if (path === undefined || (terms.length > 0 && sign === "")) throw new Error(`${text} is no expression`);
    terms.push({ coef: (sign === "-" ? -1 : 1) * Number(factor ?? 1), path: path.match(steps)?.map(unquoted) ?? [] });
  }
  if (terms.length === 0) throw new Error("An expression is empty");
  return terms;
}

/** Whether it is a sum over another: its value has as many decimals as one writes. */
export function isRatio(expression: Expression): boolean {
  return expression.some(({ over }) => over === true);
}

/** The value, exact for decimals but for ratios; undefined as soon as one term is unknown, or for a ratio over 0. */
export function evaluateExpression(expression: Expression, lookup: Lookup): number | undefined {
  if (!isRatio(expression)) return sum(expression, lookup);
  const above = sum(
    expression.filter(({ over }) => over !== true),
    lookup,
  );
  const below = sum(
    expression.filter(({ over }) => over === true),
    lookup,
  );
  return above === undefined || below === undefined || below === 0 ? undefined : above / below;
}

function sum(expression: Expression, lookup: Lookup): number | undefined {
  const weighted: { value: number; coef: number }[] = [];
  for (const { coef, path } of expression) {
    const value = termValue(path, lookup);
    if (value === undefined) return undefined;
    weighted.push({ value, coef });
  }
  return weightedSum(weighted);
}

function termValue(path: readonly string[], lookup: Lookup): number | undefined {
  const [only, ...more] = path;
  return more.length === 0 && only !== undefined && /^\d+$/u.test(only) ? Number(only) : lookup(path);
}

/** The expression as text, in the spelling that parseExpression reads. */
export function expressionText(expression: Expression): string {
  if (!isRatio(expression)) return sumText(expression);
  const above = expression.filter(({ over }) => over !== true);
  return `(${sumText(above)})/(${sumText(expression.filter(({ over }) => over === true))})`;
}

function sumText(terms: Expression): string {
  return terms
    .map(({ coef, path }, index) => {
      const sign = coef < 0 ? "-" : index === 0 ? "" : "+";
      const factor = Math.abs(coef) === 1 ? "" : `${String(Math.abs(coef))}*`;
      return sign + factor + pathText(path);
    })
    .join("");
}

export function pathText(path: readonly string[]): string {
  return path.map(quoted).join(".");
}

const plain = /^[\p{L}\p{N}_#]+$/u;

function quoted(part: string): string {
  return plain.test(part) ? part : JSON.stringify(part);
}

function unquoted(part: string): string {
  return part.startsWith('"') ? (JSON.parse(part) as string) : part;
}

const comparison = /^(.+?)\s*(<=|>=|!=|=|<|>)\s*(.+)$/u;

const operators: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/**
 * Whether a comparison of two expressions holds; undefined when a figure in it is unknown.
 * @throws Error when the text is no comparison: a mistake in a rule
 */
export function compare(text: string, lookup: Lookup): boolean | undefined {
  const [, left = "", operator = "", right = ""] = comparison.exec(text) ?? [];
  const holds = operators[operator];
  if (holds === undefined) throw new Error(`${text} is no comparison`);
  const a = evaluateExpression(parseExpression(left), lookup);
  const b = evaluateExpression(parseExpression(right), lookup);
  return a === undefined || b === undefined ? undefined : holds(a, b);
}
