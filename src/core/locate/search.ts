import { createChecker, TooHard, type Checker } from "./feasibility";
import { item } from "./item";
import { isBroken, isInDomain, type Problem } from "./problem";

export type SearchLimits = {
  /** True once the time is up; asked before every step of work. */
  readonly deadline: () => boolean;
  /** Sets heavier than this are not looked for. */
  readonly maxWeight?: number;
};

/**
 * All sets of least total weight whose change can make every rule hold (Fellegi and Holt), each ascending.
 * `beyond`: every set exceeds the limit, or (weight Infinity) there is none at all. `late`: the time was up, or the
 * question is too hard; nothing is known.
 */
export type SearchResult =
  | { readonly kind: "found"; readonly weight: number; readonly sets: readonly (readonly number[])[] }
  | { readonly kind: "beyond"; readonly weight: number }
  | { readonly kind: "late" };

/** Conflicts learned beyond this number would cost more to look through than they save. */
const maxLearned = 100;
const maxSets = 20_000;
const slack = 1e-9;

class OutOfTime extends Error {}

/** Variables of which at least one must change; how many of them are chosen, and how many may still be. */
type Conflict = { readonly variables: readonly number[]; hits: number; ways: number };

/**
 * Every broken rule, and every contradiction that follows from rules together, names cells of which at least one must
 * change. The search walks through the sets that hit all these conflicts, lightest first; a set that passes is tried on
 * the rules and either succeeds or yields a new conflict. Disjoint conflicts bound from below what a set must weigh.
 */
export function minimalSets(
  problem: Problem,
  limits: SearchLimits,
  checker: Checker = createChecker(problem),
): SearchResult {
  const size = problem.columns.length;
  const given = problem.roles.map((role) => role === "given");
  const chosen = new Uint8Array(size);
  const banned = new Uint8Array(size);
  const taken = new Uint8Array(size);
  const path: number[] = [];
  const sets: number[][] = [];
  const { deadline, maxWeight = Infinity } = limits;
  let limit = 0;
  let beyond = Infinity;

  const isAllowed = (variable: number): boolean => banned[variable] === 0 && given[variable] === true;
  const weightOf = (variable: number): number => problem.weights[variable] ?? Infinity;

  /** Known conflicts, and for each variable those that it stands in. Both counts follow every choice and every ban. */
  const conflicts: Conflict[] = [];
  const standsIn: Conflict[][] = problem.columns.map(() => []);
  const learn = (variables: readonly number[]): void => {
    const conflict: Conflict = {
      variables,
      hits: variables.filter((variable) => chosen[variable] === 1).length,
      ways: variables.filter(isAllowed).length,
    };
    conflicts.push(conflict);
    for (const variable of variables) standsIn[variable]?.push(conflict);
  };
  const choose = (variable: number, step: 1 | -1): void => {
    chosen[variable] = step === 1 ? 1 : 0;
    for (const conflict of item(standsIn, variable)) conflict.hits += step;
  };
  const ban = (variable: number, step: 1 | -1): void => {
    banned[variable] = step === 1 ? 1 : 0;
    for (const conflict of item(standsIn, variable)) conflict.ways -= step;
  };
  for (const conflict of baseConflicts(problem)) learn(conflict);

  /** The open conflict with the fewest ways out, and what all open ones must cost at least. */
  const survey = (): { readonly conflict: readonly number[] | undefined; readonly bound: number } => {
    const open = conflicts.filter(({ hits }) => hits === 0);
    for (const variables of privateConflicts(problem, path, chosen)) {
      open.push({ variables, hits: 0, ways: variables.filter(isAllowed).length });
    }
    open.sort((a, b) => a.ways - b.ways);
    const first = open[0]?.variables.filter(isAllowed);
    if (first?.length === 0) return { conflict: first, bound: Infinity };
    let bound = 0;
    const used: number[] = [];
    for (const { variables } of open) {
      if (variables.some((variable) => taken[variable] === 1)) continue;
      let least = Infinity;
      for (const variable of variables) {
        if (!isAllowed(variable)) continue;
        taken[variable] = 1;
        used.push(variable);
        least = Math.min(least, weightOf(variable));
      }
      bound += least;
    }
    for (const variable of used) taken[variable] = 0;
    return { conflict: first, bound };
  };

  const visit = (weight: number): void => {
    if (deadline()) throw new OutOfTime();
    const { conflict: open, bound } = survey();
    let ways = open;
    if (weight + bound > limit + slack) {
      beyond = Math.min(beyond, weight + bound);
      return;
    }
    if (ways === undefined) {
      const set = path.slice().sort((a, b) => a - b);
      const verdict = checker.check(set);
      if (verdict.kind === "possible") {
        sets.push(set);
        if (sets.length > maxSets) throw new OutOfTime();
        return;
      }
      if (conflicts.length < maxLearned) learn(verdict.variables);
      ways = verdict.variables.filter((variable) => banned[variable] === 0);
    }
    for (const variable of ways) {
      const next = weight + weightOf(variable);
      if (next > limit + slack) {
        beyond = Math.min(beyond, next);
        continue;
      }
      choose(variable, 1);
      path.push(variable);
      visit(next);
      path.pop();
      choose(variable, -1);
      ban(variable, 1);
    }
    for (const variable of ways) if (banned[variable] === 1) ban(variable, -1);
  };

  try {
    for (;;) {
      beyond = Infinity;
      visit(0);
      if (sets.length > 0) return { kind: "found", weight: limit, sets: sets.sort(byMembers) };
      if (beyond === Infinity || beyond > maxWeight) return { kind: "beyond", weight: beyond };
      limit = beyond;
    }
  } catch (cause) {
    // Both say the same to the caller: the answer stays open.
    if (cause instanceof OutOfTime || cause instanceof TooHard) return { kind: "late" };
    throw cause;
  }
}

/**
 * What the variables chosen so far demand of the rest. In a lightest set every variable really changes, and an equation
 * in which no other one changes tells by how much. If that is nothing, or not allowed, or not what another such equation
 * tells, then some further variable of these equations has to change.
 */
function privateConflicts(
  problem: Problem,
  chosen: readonly number[],
  isChosen: Uint8Array,
): readonly (readonly number[])[] {
  const conflicts: (readonly number[])[] = [];
  if (!problem.safe) return conflicts;
  for (const variable of chosen) {
    const column = item(problem.columns, variable);
    let first: { readonly row: number; readonly change: number } | undefined;
    for (let place = 0; place < column.rows.length; place += 1) {
      const row = item(column.rows, place);
      const { variables, equality } = item(problem.rows, row);
      if (!equality || !variables.every((other) => other === variable || stays(problem, isChosen, other))) continue;
      // Both are whole numbers below 2^53: quotients of different fractions this small differ as doubles or are caught later.
      const change = Number(problem.residuals[row]) / Number(column.coefs[place]);
      if (change === 0 || !mayBecome(problem, variable, change)) conflicts.push(without(variables, variable));
      else if (first === undefined) first = { row, change };
      else if (first.change !== change) {
        conflicts.push(without([...new Set([...item(problem.rows, first.row).variables, ...variables])], variable));
      }
    }
  }
  return conflicts;
}

function stays(problem: Problem, isChosen: Uint8Array, variable: number): boolean {
  return isChosen[variable] === 0 && problem.roles[variable] !== "blank";
}

/** False where a change surely leads out of what the variable may be. */
function mayBecome(problem: Problem, variable: number, change: number): boolean {
  const value = Number(problem.values[variable]) + change;
  if (problem.nonNegative[variable] === true && value < 0) return false;
  return problem.integer[variable] !== true || value % Number(problem.scale) === 0;
}

function without(variables: readonly number[], variable: number): readonly number[] {
  return variables.filter((other) => other !== variable);
}

/** One conflict for every broken rule without blanks and every figure outside its domain. */
function baseConflicts(problem: Problem): readonly (readonly number[])[] {
  const conflicts: number[][] = [];
  problem.rows.forEach(({ variables }, row) => {
    if (!isBroken(problem, row) || variables.some((variable) => problem.roles[variable] === "blank")) return;
    conflicts.push(variables.filter((variable) => problem.roles[variable] === "given"));
  });
  problem.values.forEach((value, variable) => {
    if (problem.roles[variable] !== "blank" && !isInDomain(problem, variable, value)) {
      conflicts.push(problem.roles[variable] === "given" ? [variable] : []);
    }
  });
  return conflicts;
}

function byMembers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const order = (a[index] ?? 0) - (b[index] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
