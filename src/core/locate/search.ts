import { createChecker, TooHard, type Checker } from "./feasibility";
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
const maxLearned = 400;
const maxSets = 20_000;
const slack = 1e-9;

class OutOfTime extends Error {}

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
  const conflicts: (readonly number[])[] = baseConflicts(problem).map((conflict) => [...conflict]);
  const chosen = new Uint8Array(problem.columns.length);
  const banned = new Uint8Array(problem.columns.length);
  const taken = new Uint8Array(problem.columns.length);
  const path: number[] = [];
  const sets: number[][] = [];
  const { deadline, maxWeight = Infinity } = limits;
  let limit = 0;
  let beyond = Infinity;

  const weightOf = (variable: number): number => problem.weights[variable] ?? Infinity;

  /** The open conflict with the fewest ways out, and what all open ones must cost at least. */
  const survey = (): { readonly conflict: readonly number[] | undefined; readonly bound: number } => {
    const open: (readonly number[])[] = [];
    for (const conflict of conflicts) {
      if (conflict.some((variable) => chosen[variable] === 1)) continue;
      const ways = conflict.filter((variable) => banned[variable] === 0);
      if (ways.length === 0) return { conflict, bound: Infinity };
      open.push(ways);
    }
    open.sort((a, b) => a.length - b.length);
    let bound = 0;
    const used: number[] = [];
    for (const ways of open) {
      if (ways.some((variable) => taken[variable] === 1)) continue;
      let least = Infinity;
      for (const variable of ways) {
        taken[variable] = 1;
        used.push(variable);
        least = Math.min(least, weightOf(variable));
      }
      bound += least;
    }
    for (const variable of used) taken[variable] = 0;
    return { conflict: open[0], bound };
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
      if (conflicts.length < maxLearned) conflicts.push(verdict.variables);
      ways = verdict.variables.filter((variable) => banned[variable] === 0);
    }
    for (const variable of ways) {
      const next = weight + weightOf(variable);
      if (next > limit + slack) {
        beyond = Math.min(beyond, next);
        continue;
      }
      chosen[variable] = 1;
      path.push(variable);
      visit(next);
      path.pop();
      chosen[variable] = 0;
      banned[variable] = 1;
    }
    for (const variable of ways) banned[variable] = 0;
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
