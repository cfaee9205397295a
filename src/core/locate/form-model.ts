import { cellId, figure, type CellId } from "../model/cell";
import { decimals } from "../model/decimal";
import { figureRows } from "../model/template";
import type { Verdicts } from "../rules/check";
import type { BoundLinear, BoundRule, RuleBook } from "../rules/expand";
import type { Checked } from "./consequences";
import type { Derived } from "./derived";
import { decimalOf, narrow, power10, scaled, type Exact } from "./exact";
import { item } from "./item";
import { isBroken, structure, type Problem, type Row, type Structure } from "./problem";

/** A rule of the form as an equation or inequality: Σ coefs·cells (= or ≤) constant. */
type FormRow = {
  /** Place of the rule in the book. */
  readonly rule: number;
  readonly cells: readonly number[];
  readonly coefs: readonly number[];
  readonly equality: boolean;
  readonly constant: number;
};

/** Cells that rules tie together, directly or through other cells; cells go by their place in the book. */
export type FormPart = {
  readonly cells: readonly number[];
  readonly rows: readonly FormRow[];
  readonly integer: readonly boolean[];
  readonly nonNegative: readonly boolean[];
  /** Rules about what may stand in the cells. */
  readonly domains: readonly number[];
  /** The lines of the tables that lie in this part, as indices into `cells`, from left to right and from top to bottom. */
  readonly lines: readonly (readonly number[])[];
};

/** Everything about a form that error localisation needs, worked out once. */
export type FormModel = {
  readonly parts: readonly FormPart[];
  readonly structures: Map<string, Structure>;
};

const models = new WeakMap<RuleBook, FormModel>();

/** The 强制 balances and comparisons of a form that speak of this year's figures without condition. */
export function formModel(book: RuleBook): FormModel {
  const known = models.get(book);
  if (known !== undefined) return known;
  const model = build(book);
  models.set(book, model);
  return model;
}

export function isEquation(bound: BoundRule): bound is BoundLinear {
  if (!("when" in bound) || bound.when.length > 0 || bound.rule.severity !== "error") return false;
  return [...bound.left, ...bound.right].every(({ year }) => year === 0);
}

function build(book: RuleBook): FormModel {
  const place = new Map(book.cells.map((cell, index) => [cell, index]));
  const integer = new Set<number>();
  const nonNegative = new Set<number>();
  const domains = new Map<number, number[]>();
  const rows: FormRow[] = [];
  book.rules.forEach((bound, rule) => {
    if (bound.rule.kind === "domain" && bound.rule.severity === "error") {
      for (const cell of bound.cells) {
        const index = place.get(cell) ?? -1;
        if (bound.rule.integer === true) integer.add(index);
        if (bound.rule.min === 0) nonNegative.add(index);
        domains.set(index, [...(domains.get(index) ?? []), rule]);
      }
    }
    if (isEquation(bound)) rows.push(toRow(bound, rule, place));
  });
  const parent = book.cells.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
    return at;
  };
  for (const { cells } of rows) for (const cell of cells) parent[root(cell)] = root(cells[0] ?? cell);
  const members = new Map<number, number[]>();
  book.cells.forEach((_, index) => members.set(root(index), [...(members.get(root(index)) ?? []), index]));
  const parts = [...members.values()].map((cells): FormPart => {
    const inside = new Map(cells.map((cell, index) => [cell, index]));
    const own = rows.filter((row) => inside.has(row.cells[0] ?? -1));
    return {
      cells,
      rows: own,
      integer: cells.map((cell) => integer.has(cell)),
      nonNegative: cells.map((cell) => nonNegative.has(cell)),
      domains: cells.flatMap((cell) => domains.get(cell) ?? []),
      lines: own.length === 0 ? [] : lines(book, (cell) => inside.get(place.get(cell) ?? -1)),
    };
  });
  return { parts: parts.filter((part) => part.rows.length > 0 || part.domains.length > 0), structures: new Map() };
}

function toRow(
  { left, right, rule: { op, const: added = 0 } }: BoundLinear,
  rule: number,
  place: ReadonlyMap<CellId, number>,
): FormRow {
  const turn = op === ">" || op === ">=" ? -1 : 1;
  const coefs = new Map<number, number>();
  const collect = (cell: CellId, coef: number): void => {
    const index = place.get(cell) ?? -1;
    coefs.set(index, (coefs.get(index) ?? 0) + coef * turn);
  };
  for (const { cell, coef } of left) collect(cell, coef);
  for (const { cell, coef } of right) collect(cell, -coef);
  // Strict rules compare counts: less means at least one less.
  const margin = op === "<" || op === ">" ? 1 : 0;
  return {
    rule,
    cells: [...coefs.keys()],
    coefs: [...coefs.values()],
    equality: op === "=",
    constant: added * turn - margin,
  };
}

/** Rows of each table of the form, cut down to the cells of one part. */
function lines(book: RuleBook, inside: (cell: CellId) => number | undefined): readonly (readonly number[])[] {
  return book.template.tables.flatMap((table) =>
    figureRows(table)
      .map((row) => table.columns.flatMap((column) => inside(cellId(table.id, row.id, column.id)) ?? []))
      .filter((line) => line.length > 0),
  );
}

/** A part of the form with the figures of a report. `rules` are the places of its rows in the book. */
export type PartProblem = { readonly problem: Problem; readonly rules: readonly number[] };

/** Whether anything in a part is wrong that a change of figures could mend. */
export function hasFault(part: FormPart, verdicts: Verdicts): boolean {
  const isBroken = (rule: number): boolean => verdicts[rule]?.state === "broken";
  return part.rows.some(({ rule }) => isBroken(rule)) || part.domains.some(isBroken);
}

/**
 * The part as a problem. Rules that could not be told are left out; in the others blanks and texts stand at 0, as the
 * check reads them, and may be changed like any figure.
 */
export function partProblem({ book, subject, verdicts, derived }: Checked, part: FormPart): PartProblem {
  const told = part.rows.filter(({ rule }) => {
    const state = verdicts[rule]?.state;
    return state === "passed" || state === "broken";
  });
  const asked = derived.size === 0 ? told : withoutDerived(book, told, derived);
  const figures = part.cells.map((cell) => {
    const value = figure(subject.values.get(item(book.cells, cell))) ?? 0;
    return Number.isFinite(value) ? value : 0;
  });
  const own = structureOf(formModel(book), part, asked, derived);
  const problem = wholeFigures(own, asked, figures) ?? decimalFigures(own, asked, figures);
  const rules = asked.map(({ rule }) => rule);
  // Amounts may balance within the precision they are written with; such a gap is none.
  const residuals = problem.residuals.map((residual, row) =>
    verdicts[item(rules, row)]?.state === "passed" && isBroken(problem, row) ? 0 : residual,
  );
  return { problem: { ...problem, residuals }, rules };
}

/**
 * The rows with every total that adds itself up replaced by its parts: it can be no suspect, and what is wrong in a part
 * is wrong in the total too. A row that says nothing more is left out.
 */
function withoutDerived(book: RuleBook, rows: readonly FormRow[], derived: Derived): readonly FormRow[] {
  const place = new Map(book.cells.map((cell, index) => [cell, index]));
  return rows.flatMap((row): readonly FormRow[] => {
    const coefs = new Map<number, number>();
    row.cells.forEach((cell, at) => {
      const coef = row.coefs[at] ?? 0;
      const parts = derived.get(item(book.cells, cell)) ?? new Map([[item(book.cells, cell), 1]]);
      for (const [part, times] of parts) {
        const index = place.get(part) ?? -1;
        coefs.set(index, (coefs.get(index) ?? 0) + coef * times);
      }
    });
    const left = [...coefs].filter(([, coef]) => coef !== 0);
    if (left.length === 0) return [];
    return [{ ...row, cells: left.map(([cell]) => cell), coefs: left.map(([, coef]) => coef) }];
  });
}

function structureOf(model: FormModel, part: FormPart, asked: readonly FormRow[], derived: Derived): Structure {
  const rules = asked.length === part.rows.length ? "" : asked.map(({ rule }) => rule).join(",");
  const key = [part.cells[0], rules, ...derived.keys()].join(":");
  const known = model.structures.get(key);
  if (known !== undefined) return known;
  const inside = new Map(part.cells.map((cell, index) => [cell, index]));
  const rows = asked.map((row): Row => {
    const places = Math.max(...row.coefs.map(decimals));
    return {
      variables: row.cells.map((cell) => inside.get(cell) ?? -1),
      coefs: row.coefs.map((coef) => Number(scaled(decimalOf(String(coef)), places))),
      equality: row.equality,
    };
  });
  const made = structure(rows, part.integer, part.nonNegative);
  // While a form is being filled in the rules that can be told change; only the latest few combinations matter.
  if (model.structures.size > 64) model.structures.clear();
  model.structures.set(key, made);
  return made;
}

/** The common case in plain doubles: whole figures and coefficients, everything far below 2^53. */
function wholeFigures(own: Structure, asked: readonly FormRow[], figures: readonly number[]): Problem | undefined {
  if (!figures.every(Number.isSafeInteger)) return undefined;
  const residuals: number[] = [];
  for (const [index, { variables, coefs }] of own.rows.entries()) {
    const row = asked[index];
    if (row === undefined || !row.coefs.every(Number.isInteger) || !Number.isInteger(row.constant)) return undefined;
    let rest = row.constant;
    let size = Math.abs(rest);
    for (let at = 0; at < variables.length; at += 1) {
      const part = Number(coefs[at]) * (figures[variables[at] ?? -1] ?? 0);
      rest -= part;
      size += Math.abs(part);
    }
    if (size > Number.MAX_SAFE_INTEGER) return undefined;
    residuals.push(rest);
  }
  return {
    ...own,
    scale: 1,
    values: figures,
    residuals,
    roles: figures.map(() => "given"),
    weights: figures.map(() => 1),
    safe: true,
  };
}

function decimalFigures(own: Structure, asked: readonly FormRow[], figures: readonly number[]): Problem {
  const coefPlaces = asked.map(({ coefs }) => Math.max(...coefs.map(decimals)));
  const places = Math.max(
    ...figures.map(decimals),
    ...asked.map(({ constant }, index) => decimals(constant) - (coefPlaces[index] ?? 0)),
  );
  const values = figures.map((value) => scaled(decimalOf(String(value)), places));
  const residuals = own.rows.map(({ variables, coefs }, index) => {
    const constant = decimalOf(String(asked[index]?.constant ?? 0));
    return variables.reduce(
      (rest, variable, at) => rest - BigInt(coefs[at] ?? 0) * (values[variable] ?? 0n),
      scaled(constant, places + (coefPlaces[index] ?? 0)),
    );
  });
  const all: Exact[] = [...values, ...residuals].map((value) => narrow(value * 64n));
  return {
    ...own,
    scale: narrow(power10(places)),
    values: values.map(narrow),
    residuals: residuals.map(narrow),
    roles: figures.map(() => "given"),
    weights: figures.map(() => 1),
    safe: all.every((value) => typeof value === "number"),
  };
}
