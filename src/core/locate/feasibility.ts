import { add, ceil, compare, divide, floor, fraction, multiply, type Fraction } from "./exact";
import { eliminate, touchedRows } from "./elimination";
import { item } from "./item";
import { hasWholeSolution } from "./lattice";
import type { Problem } from "./problem";
import { createSimplex, unbounded, type Bounds, type Contradiction, type Simplex } from "./simplex";

/** The work that a question would take is out of proportion: the answer stays open. */
export class TooHard extends Error {
  override readonly name = "TooHard";
}

export type Verdict =
  | { readonly kind: "possible" }
  /** The rules cannot hold unless one of these changes too. */
  | { readonly kind: "conflict"; readonly variables: readonly number[] };

/** Figures under which every rule holds, as they are written (not scaled). */
export type Solution = {
  readonly values: ReadonlyMap<number, Fraction>;
  /** False when other figures in the same cells would do as well; then these are close to the ones that were given. */
  readonly unique: boolean;
};

export type Checker = {
  /** Whether some change of these variables, blanks being free, satisfies every rule. */
  readonly check: (changed: readonly number[]) => Verdict;
  /** The figures for variables that `check` found possible; blanks are not among them. */
  readonly solve: (changed: readonly number[]) => Solution;
  /** Where the figures given satisfy every rule: the blanks that have exactly one possible value beside them. */
  readonly impute: () => ReadonlyMap<number, Fraction>;
};

/** How many subproblems a question about whole numbers may open. */
const branchLimit = 2000;

/** @throws TooHard from any of its methods */
export function createChecker(problem: Problem): Checker {
  const mark = new Uint8Array(problem.columns.length);
  const blanks = problem.roles.flatMap((role, variable) => (role === "blank" ? [variable] : []));
  const scale = BigInt(problem.scale);

  const check = (changed: readonly number[]): Verdict => {
    const active = [...changed, ...blanks];
    const quick = eliminate(problem, active, mark);
    if (quick !== undefined) return quick.kind === "solved" ? { kind: "possible" } : quick;
    const program = linearProgram(problem, active);
    const contradiction = program.simplex([]).solve();
    if (contradiction !== null) return { kind: "conflict", variables: program.others(contradiction) };
    if (program.point([]) !== null) return { kind: "possible" };
    return {
      kind: "conflict",
      variables: smallConflict(problem, changed, (more) => hasPoint(problem, [...more, ...blanks])),
    };
  };

  const solve = (changed: readonly number[]): Solution => {
    const active = [...changed, ...blanks];
    const quick = eliminate(problem, active, mark);
    if (quick?.kind === "solved") {
      const values = changed.map((variable, place): [number, Fraction] => [
        variable,
        fraction(BigInt(quick.values[place] ?? 0), scale),
      ]);
      return { values: new Map(values), unique: true };
    }
    const program = linearProgram(problem, active);
    const chosen: Extra[] = [];
    const values = new Map<number, Fraction>();
    let unique = true;
    changed.forEach((variable, place) => {
      const current = fraction(BigInt(problem.values[variable] ?? 0));
      const { low, high } = orOpen(() => program.range(place, chosen), unbounded);
      if (low === null || high === null || compare(low, high) !== 0) unique = false;
      const nearest = clamp(current, low, high);
      const candidate: Extra = { place, low: nearest, high: nearest };
      // Between two whole numbers at the ends there may be gaps that only certain steps can fill.
      const point = orOpen(() => program.point([...chosen, candidate]), null) ?? program.point(chosen);
      const value = point?.[place] ?? nearest;
      chosen.push({ place, low: value, high: value });
      values.set(variable, divide(value, fraction(scale)));
    });
    return { values, unique };
  };

  const impute = (): ReadonlyMap<number, Fraction> => {
    const program = linearProgram(problem, blanks);
    const found = new Map<number, Fraction>();
    program.ranges().forEach(({ low, high }, place) => {
      const variable = item(blanks, place);
      if (low !== null && high !== null && compare(low, high) === 0) found.set(variable, divide(low, fraction(scale)));
    });
    return found;
  };

  return { check, solve, impute };
}

/** The answer, or what may be assumed if finding it is too hard. */
function orOpen<T>(ask: () => T, assumed: T): T {
  try {
    return ask();
  } catch (cause) {
    if (cause instanceof TooHard) return assumed;
    throw cause;
  }
}

function clamp(value: Fraction, low: Fraction | null, high: Fraction | null): Fraction {
  if (low !== null && compare(value, low) < 0) return low;
  return high !== null && compare(value, high) > 0 ? high : value;
}

function hasPoint(problem: Problem, active: readonly number[]): boolean {
  return linearProgram(problem, active).point([]) !== null;
}

/** The variables that must not all stay: what is left when as many as possible join the change in vain. */
function smallConflict(
  problem: Problem,
  changed: readonly number[],
  isPossible: (changed: readonly number[]) => boolean,
): readonly number[] {
  const vain = [...changed];
  const conflict: number[] = [];
  problem.roles.forEach((role, variable) => {
    if (role !== "given" || changed.includes(variable)) return;
    if (isPossible([...vain, variable])) conflict.push(variable);
    else vain.push(variable);
  });
  return conflict;
}

/** A bound beyond those of the rules. */
type Extra = Bounds & { readonly place: number };

/** The rules as a linear program over the new figures (scaled) of the active variables. */
type Program = {
  readonly simplex: (extras: readonly Extra[]) => Simplex;
  readonly others: (contradiction: Contradiction) => readonly number[];
  /** Figures that satisfy every rule, whole where they must be; null if there are none. */
  readonly point: (extras: readonly Extra[]) => readonly Fraction[] | null;
  /** The least and the greatest figure of one active variable. */
  readonly range: (place: number, extras: readonly Extra[]) => Bounds;
  /** The same for all of them, from one walk over the corners. */
  readonly ranges: () => readonly Bounds[];
};

function linearProgram(problem: Problem, active: readonly number[]): Program {
  const touched = touchedRows(problem, active);
  const grain = BigInt(problem.scale);
  const place = new Map(active.map((variable, index) => [variable, index]));
  const lines = touched.map((row) => {
    const coefs = active.map(() => 0n);
    let target = BigInt(problem.residuals[row] ?? 0);
    const { variables, coefs: own, equality } = problem.rows[row] ?? { variables: [], coefs: [], equality: true };
    variables.forEach((variable, index) => {
      const at = place.get(variable);
      if (at === undefined) return;
      const coef = BigInt(own[index] ?? 0);
      coefs[at] = (coefs[at] ?? 0n) + coef;
      target += coef * BigInt(problem.values[variable] ?? 0);
    });
    return { coefs, target, equality };
  });
  const rows = lines.map(({ coefs, target, equality }) => ({
    coefs: coefs.map((coef) => fraction(coef)),
    low: equality ? fraction(target) : null,
    high: fraction(target),
  }));
  const isWhole = active.map((variable) => problem.integer[variable] === true);
  const own: readonly Bounds[] = active.map((variable) => ({
    low: problem.nonNegative[variable] === true ? fraction(0n) : null,
    high: null,
  }));

  const bounds = (extras: readonly Extra[]): readonly Bounds[] =>
    extras.reduce<Bounds[]>((list, { place: at, low, high }) => {
      const before = list[at] ?? { low: null, high: null };
      list[at] = { low: tighter(before.low, low, 1), high: tighter(before.high, high, -1) };
      return list;
    }, own.slice());

  const simplex = (extras: readonly Extra[]): Simplex => createSimplex(bounds(extras), rows);

  const others = (contradiction: Contradiction): readonly number[] => {
    const sums = new Map<number, Fraction>();
    for (const [index, times] of contradiction) {
      const { variables, coefs } = problem.rows[touched[index] ?? -1] ?? { variables: [], coefs: [] };
      variables.forEach((variable, at) => {
        const part = multiply(times, fraction(BigInt(coefs[at] ?? 0)));
        const before = sums.get(variable);
        sums.set(variable, before === undefined ? part : add(before, part));
      });
    }
    return [...sums].flatMap(([variable, sum]) =>
      sum.n !== 0n && !place.has(variable) && problem.roles[variable] === "given" ? [variable] : [],
    );
  };

  // Equations among whole numbers may have nothing but fractions for answers, which branching would never exhaust.
  const isLatticePossible = hasWholeSolution(
    wholeEquations(
      lines.filter(({ equality }) => equality),
      isWhole,
    ).map(({ coefs, target }) => ({ coefs: coefs.map((coef) => coef * grain), constant: target })),
  );

  /** Walks the subproblems until `visit`, given a point of each that has one, is content; every other point is cut off. */
  const branch = (extras: readonly Extra[], visit: (program: Simplex) => Visit): void => {
    if (!isLatticePossible) return;
    let budget = branchLimit;
    const open: (readonly Extra[])[] = [extras];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      budget -= 1;
      if (budget < 0) throw new TooHard();
      if (bounds(next).some(({ low, high }) => low !== null && high !== null && compare(low, high) > 0)) continue;
      const program = simplex(next);
      if (program.solve() !== null) continue;
      const step = visit(program);
      if (step === "enough") return;
      if (step === "skip") continue;
      const at = firstBroken(program.point());
      const value = program.point()[at];
      if (value === undefined) continue;
      const steps = divide(value, fraction(grain));
      open.push(
        [...next, { place: at, low: fraction(ceil(steps) * grain), high: null }],
        [...next, { place: at, low: null, high: fraction(floor(steps) * grain) }],
      );
    }
  };

  /** The first place that holds a fraction where a whole number belongs, or -1. */
  const firstBroken = (values: readonly Fraction[]): number =>
    values.findIndex((value, index) => isWhole[index] === true && value.n % (value.d * grain) !== 0n);

  const point = (extras: readonly Extra[]): readonly Fraction[] | null => {
    let found: readonly Fraction[] | null = null;
    branch(extras, (program) => {
      if (firstBroken(program.point()) >= 0) return "split";
      found = program.point();
      return "enough";
    });
    return found;
  };

  const extreme = (at: number, extras: readonly Extra[], direction: 1 | -1): Fraction | null => {
    let best: Fraction | null = null;
    branch(extras, (program) => {
      const reach = program.optimum(at, direction);
      if (reach === null) {
        best = null;
        return "enough";
      }
      if (best !== null && compare(reach, best) * direction <= 0) return "skip";
      if (firstBroken(program.point()) >= 0) return "split";
      best = reach;
      return "skip";
    });
    return best;
  };

  const ranges = (): readonly Bounds[] => {
    const program = simplex([]);
    if (program.solve() !== null) return [];
    const end = (at: number, direction: 1 | -1): Fraction | null => {
      const reach = program.optimum(at, direction);
      // Only a corner between whole numbers needs a search of its own.
      return reach === null || firstBroken(program.point()) < 0 ? reach : extreme(at, [], direction);
    };
    return active.map((_, at) => ({ low: end(at, -1), high: end(at, 1) }));
  };

  return {
    simplex,
    others,
    point,
    range: (at, extras) => ({ low: extreme(at, extras, -1), high: extreme(at, extras, 1) }),
    ranges,
  };
}

type Line = { readonly coefs: readonly bigint[]; readonly target: bigint };

/** What the equations say about the whole unknowns alone, once the others are eliminated. */
function wholeEquations(equations: readonly Line[], isWhole: readonly boolean[]): readonly Line[] {
  let left = equations;
  isWhole.forEach((whole, at) => {
    const source = whole ? undefined : left.find(({ coefs }) => coefs[at] !== 0n);
    const pivot = source?.coefs[at];
    if (source === undefined || pivot === undefined) return;
    left = left
      .filter((line) => line !== source)
      .map((line) => {
        const times = line.coefs[at] ?? 0n;
        return times === 0n
          ? line
          : {
              coefs: line.coefs.map((coef, index) => coef * pivot - (source.coefs[index] ?? 0n) * times),
              target: line.target * pivot - source.target * times,
            };
      });
  });
  return left;
}

/** `split`: go on where the point is not whole; `skip`: nothing to be gained here; `enough`: stop. */
type Visit = "split" | "skip" | "enough";

/** The tighter of two bounds: the greater one from below (1), the lesser one from above (-1). */
function tighter(a: Fraction | null, b: Fraction | null, direction: 1 | -1): Fraction | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) * direction >= 0 ? a : b;
}
