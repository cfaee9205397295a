import { add, fraction, multiply, subtract, zero, type Fraction } from "./exact";
import { isBroken, isInDomain, type Problem } from "./problem";

/** A variable (index) and the figure it should have. */
export type Change = { readonly variable: number; readonly to: Fraction };

/** A broken row by its index, or the variable v outside its domain as -1 - v. */
export type Fault = number;

/** Whether all rows and domains hold after the changes. */
export function holds(problem: Problem, changes: readonly Change[]): boolean {
  const { healed, broken } = effect(problem, changes);
  return broken.length === 0 && faults(problem).every((fault) => healed.includes(fault));
}

export function isFault(problem: Problem, fault: Fault): boolean {
  if (fault >= 0) return isBroken(problem, fault);
  const variable = -1 - fault;
  return problem.roles[variable] !== "blank" && !isInDomain(problem, variable, problem.values[variable] ?? 0);
}

export function faults(problem: Problem): readonly Fault[] {
  return [
    ...problem.rows.flatMap((_, row) => (isFault(problem, row) ? [row] : [])),
    ...problem.values.flatMap((_, variable) => (isFault(problem, -1 - variable) ? [-1 - variable] : [])),
  ];
}

/** The figure of a variable as it is written. */
export function current(problem: Problem, variable: number): Fraction {
  return fraction(BigInt(problem.values[variable] ?? 0), BigInt(problem.scale));
}

/** Faults that come right, and faults that are there afterwards. */
export type Effect = { readonly healed: readonly Fault[]; readonly broken: readonly Fault[] };

/** What changes do in the cells and rows concerned. */
export function effect(problem: Problem, changes: readonly Change[]): Effect {
  return wholeEffect(problem, changes) ?? exactEffect(problem, changes);
}

/** The common case in plain doubles; undefined where one of them would not be exact. */
function wholeEffect(problem: Problem, changes: readonly Change[]): Effect | undefined {
  if (!problem.safe) return undefined;
  const sums = new Map<number, number>();
  const found = createEffect(problem);
  for (const { variable, to } of changes) {
    const value = Number(to.n) * Number(problem.scale);
    const change = value - Number(problem.values[variable]);
    if (to.d !== 1n || !Number.isSafeInteger(value) || !Number.isSafeInteger(change)) return undefined;
    const { rows, coefs } = problem.columns[variable] ?? { rows: [], coefs: [] };
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] ?? -1;
      const part = Number(coefs[place]) * change;
      const sum = (sums.get(row) ?? 0) + part;
      if (!Number.isSafeInteger(part) || !Number.isSafeInteger(sum)) return undefined;
      sums.set(row, sum);
    }
    found.record(-1 - variable, isInDomain(problem, variable, value));
  }
  for (const [row, sum] of sums) {
    const left = Number(problem.residuals[row]) - sum;
    if (!Number.isSafeInteger(left)) return undefined;
    found.record(row, problem.rows[row]?.equality === true ? left === 0 : left >= 0);
  }
  return found;
}

function exactEffect(problem: Problem, changes: readonly Change[]): Effect {
  const sums = new Map<number, Fraction>();
  const found = createEffect(problem);
  for (const { variable, to } of changes) {
    const change = subtract(to, current(problem, variable));
    const column = problem.columns[variable];
    column?.rows.forEach((row, index) => {
      const part = multiply(change, fraction(BigInt(column.coefs[index] ?? 0)));
      sums.set(row, add(sums.get(row) ?? zero, part));
    });
    const value = multiply(to, fraction(BigInt(problem.scale)));
    const isAllowed =
      value.d === 1n
        ? isInDomain(problem, variable, value.n)
        : problem.integer[variable] !== true && (problem.nonNegative[variable] !== true || value.n >= 0n);
    found.record(-1 - variable, isAllowed);
  }
  for (const [row, sum] of sums) {
    const left = subtract(fraction(BigInt(problem.residuals[row] ?? 0), BigInt(problem.scale)), sum);
    found.record(row, problem.rows[row]?.equality === true ? left.n === 0n : left.n >= 0n);
  }
  return found;
}

function createEffect(problem: Problem): Effect & { readonly record: (fault: Fault, isRight: boolean) => void } {
  const healed: Fault[] = [];
  const broken: Fault[] = [];
  const record = (fault: Fault, isRight: boolean): void => {
    if (!isRight) broken.push(fault);
    else if (isFault(problem, fault)) healed.push(fault);
  };
  return { healed, broken, record };
}
