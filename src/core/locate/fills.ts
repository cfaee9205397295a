import { isBlank, figure, type CellId, type CellValue } from "../model/cell";
import { difference, weightedSum } from "../model/decimal";
import { evaluate, type Subject } from "../rules/evaluate";
import type { BoundLinear, RuleBook } from "../rules/expand";
import { isEquation } from "./form-model";

/** A blank whose value the rules determine. */
export type Fill = {
  readonly cell: CellId;
  readonly value: number;
  /** The rules that it follows from, by id. */
  readonly because: readonly string[];
  /** It is the only possible value; false where blank parts of a total were read as 0. */
  readonly follows: boolean;
};

type Term = { readonly cell: CellId; readonly coef: number; readonly total: boolean };

/** Σ terms = constant */
type Equation = {
  readonly id: string;
  readonly terms: readonly Term[];
  readonly constant: number;
  /** The cell on the right that sums up the left side; in a balance of several cells there is none. */
  readonly sum: Term | undefined;
};

/**
 * The blanks of a form whose value follows: the last unknown of a balance, parts that are all 0 because their sum is
 * reached, and totals over given parts (blank parts counting as 0). Nothing is proposed that would make a 强制 rule fail,
 * and nothing for a cell that works itself out.
 */
export function fills(book: RuleBook, subject: Subject): readonly Fill[] {
  if (!book.cells.some((cell) => isBlank(subject.values.get(cell)))) return [];
  const equations = book.rules.flatMap((bound) =>
    isEquation(bound) && bound.rule.op === "=" && isAsked(bound, subject) ? [toEquation(bound)] : [],
  );
  const counted = new Set(
    book.rules.flatMap(({ rule, cells }) =>
      rule.kind === "domain" && rule.severity === "error" && rule.min === 0 ? cells : [],
    ),
  );
  const whole = new Set(
    book.rules.flatMap(({ rule, cells }) =>
      rule.kind === "domain" && rule.severity === "error" && rule.integer === true ? cells : [],
    ),
  );
  const found = new Map<CellId, Fill>();
  const contradicted = new Set<string>();
  const value = (cell: CellId): number | undefined => found.get(cell)?.value ?? figure(subject.values.get(cell));
  const put = (cell: CellId, to: number, because: string, follows: boolean): boolean => {
    if ((counted.has(cell) && to < 0) || (whole.has(cell) && !Number.isInteger(to))) {
      contradicted.add(because);
      return false;
    }
    found.set(cell, { cell, value: to, because: [because], follows });
    return true;
  };

  /** One round of conclusions; true if there was any. */
  const conclude = (equation: Equation): boolean => {
    const open = equation.terms.filter(({ cell }) => value(cell) === undefined);
    if (open.length === 0 || open.some(({ cell }) => !isBlank(subject.values.get(cell)))) return false;
    // Nothing but further totals is built on a total that read blanks as 0: those may only be not yet filled in.
    if (equation.terms.some(({ cell }) => found.get(cell)?.follows === false)) return false;
    const rest = missing(equation, value);
    const [only] = open;
    if (only !== undefined && open.length === 1) return put(only.cell, divide(rest, only.coef), equation.id, true);
    const sameSign = open.every(({ cell, coef }) => counted.has(cell) && coef > 0 === (only?.coef ?? 0) > 0);
    // A sum that is reached without its blanks leaves 0 for each of them, as none can be negative.
    if (rest !== 0 || !sameSign) return false;
    return open.map(({ cell }) => put(cell, 0, equation.id, true)).includes(true);
  };

  /** Whether something stands in some part of a total, be it a text. */
  const isBegun = (cell: CellId): boolean =>
    equations.some(
      ({ sum, terms }) =>
        sum?.cell === cell &&
        terms.some((term) => term !== sum && (found.has(term.cell) || !isBlank(subject.values.get(term.cell)))),
    );

  /** A blank total over parts of which some are given. */
  const total = (equation: Equation): boolean => {
    const open = equation.terms.filter(({ cell }) => value(cell) === undefined);
    const only = open.find((term) => term.total && term === equation.sum);
    const parts = equation.terms.filter((term) => term !== only);
    if (only === undefined || !parts.some(({ cell }) => value(cell) !== undefined)) return false;
    // A part that is itself a total has to be known first, unless nothing is given that it would add up.
    if (parts.some((part) => part.total && value(part.cell) === undefined && isBegun(part.cell))) return false;
    if (open.some(({ cell }) => !isBlank(subject.values.get(cell)))) return false;
    return put(
      only.cell,
      divide(
        missing(equation, (cell) => value(cell) ?? 0),
        only.coef,
      ),
      equation.id,
      false,
    );
  };

  settle(equations, contradicted, conclude);
  for (let more = true; more;) {
    more = equations.some((equation) => !contradicted.has(equation.id) && total(equation));
    settle(equations, contradicted, conclude);
  }
  const written = [...found.values()].filter(({ cell }) => subject.computed?.has(cell) !== true);
  return consistent(book, subject, written);
}

/** Repeats until nothing new follows. */
function settle(
  equations: readonly Equation[],
  contradicted: ReadonlySet<string>,
  conclude: (equation: Equation) => boolean,
): void {
  for (let more = true; more;) {
    more = false;
    for (const equation of equations) if (!contradicted.has(equation.id) && conclude(equation)) more = true;
  }
}

function isAsked(bound: BoundLinear, subject: Subject): boolean {
  return evaluate(bound, subject).state !== "notAsked";
}

function toEquation({ id, left, right, rule }: BoundLinear): Equation {
  const sums = right.map(({ cell, coef, total }): Term => ({ cell, coef: -coef, total }));
  return {
    id,
    terms: [...left.map(({ cell, coef, total }) => ({ cell, coef, total })), ...sums],
    constant: rule.const ?? 0,
    sum: sums.length === 1 ? sums[0] : undefined,
  };
}

/** What the open terms must add up to. */
function missing({ terms, constant }: Equation, value: (cell: CellId) => number | undefined): number {
  return difference(constant, weightedSum(terms.map(({ cell, coef }) => ({ value: value(cell) ?? 0, coef }))));
}

function divide(rest: number, coef: number): number {
  // -0 is no figure that anybody would write.
  return rest === 0 ? 0 : rest / coef;
}

/** Leaves out what touches a rule that would fail with all fills made, and what was concluded from it. */
function consistent(book: RuleBook, subject: Subject, all: readonly Fill[]): readonly Fill[] {
  let kept = all;
  for (;;) {
    const values = new Map<CellId, CellValue>(kept.map(({ cell, value }) => [cell, value]));
    const filled: Subject = { ...subject, values: { get: (cell) => values.get(cell) ?? subject.values.get(cell) } };
    const touched = new Set(kept.flatMap(({ cell }) => book.touching.get(cell) ?? []));
    const bad = new Set<string>();
    for (const index of touched) {
      const bound = book.rules[index];
      if (bound?.rule.severity !== "error") continue;
      if (evaluate(bound, filled).state === "broken" && evaluate(bound, subject).state !== "broken") {
        for (const cell of bound.cells) bad.add(cell);
      }
    }
    const next = kept.filter(({ cell }) => !bad.has(cell));
    if (next.length === kept.length) return kept;
    kept = next;
  }
}
