import { item } from "./item";
import type { Problem } from "./problem";

/**
 * `solved`: the only change of the active variables that satisfies every rule.
 * `conflict`: no change of them does, unless one of these other variables changes as well.
 */
export type Answer =
  | { readonly kind: "solved"; readonly values: readonly number[] }
  | { readonly kind: "conflict"; readonly variables: readonly number[] };

const limit = Number.MAX_SAFE_INTEGER;

/**
 * Whether changes of some variables alone can satisfy every rule they touch, by elimination in whole numbers.
 * Exact or silent: undefined where numbers grow too large, or where equations leave more than one answer.
 * @param active the variables that change
 * @param mark scratch space, one 0 for each variable; handed back clean
 */
export function eliminate(problem: Problem, active: readonly number[], mark: Uint8Array): Answer | undefined {
  if (!problem.safe || typeof problem.scale !== "number") return undefined;
  const touched = touchedRows(problem, active);
  const equations = touched.filter((row) => problem.rows[row]?.equality === true);
  const size = active.length;
  const width = size + 1 + equations.length;
  // [coefficients of the active variables | what is missing | how the line was combined from the equations]
  const lines = equations.map((row, index) => {
    const line = new Float64Array(width);
    active.forEach((variable, place) => {
      const column = problem.columns[variable];
      const found = column?.rows.indexOf(row) ?? -1;
      if (found >= 0) line[place] = Number(column?.coefs[found]);
    });
    line[size] = Number(problem.residuals[row]);
    line[size + 1 + index] = 1;
    return line;
  });
  const pivots: number[] = [];
  for (let place = 0; place < size; place += 1) {
    const pivot = lines.findIndex((line, index) => !pivots.includes(index) && item(line, place) !== 0);
    if (pivot < 0) continue;
    const source = item(lines, pivot);
    for (const [index, line] of lines.entries()) {
      if (index !== pivot && item(line, place) !== 0 && !cancel(line, source, place)) return undefined;
    }
    pivots[place] = pivot;
  }
  const combined = (line: Float64Array): ReadonlyMap<number, number> =>
    new Map(equations.map((row, index) => [row, item(line, size + 1 + index)]));
  for (const [index, line] of lines.entries()) {
    if (!pivots.includes(index) && item(line, size) !== 0) {
      return { kind: "conflict", variables: others(problem, active, [combined(line)], mark) };
    }
  }
  // With a column left over the equations have many answers, and a bound may pick one of them.
  for (let place = 0; place < size; place += 1) if (pivots[place] === undefined) return undefined;
  const values: number[] = [];
  for (let place = 0; place < size; place += 1) {
    const line = item(lines, item(pivots, place));
    const variable = item(active, place);
    const change = item(line, size) / item(line, place);
    const value = Number(problem.values[variable]) + change;
    if (!Number.isInteger(change)) {
      if (problem.integer[variable] !== true) return undefined;
      return { kind: "conflict", variables: others(problem, active, [combined(line)], mark) };
    }
    const isAllowed =
      (problem.nonNegative[variable] !== true || value >= 0) &&
      (problem.integer[variable] !== true || value % problem.scale === 0);
    if (!isAllowed) return { kind: "conflict", variables: others(problem, active, [combined(line)], mark) };
    if (Math.abs(value) > limit) return undefined;
    values.push(value);
  }
  for (const row of touched) {
    const found = problem.rows[row];
    if (found === undefined || found.equality) continue;
    let room = Number(problem.residuals[row]);
    const used: ReadonlyMap<number, number>[] = [new Map([[row, 1]])];
    active.forEach((variable, place) => {
      const position = found.variables.indexOf(variable);
      if (position < 0) return;
      room -= Number(found.coefs[position]) * (item(values, place) - Number(problem.values[variable]));
      used.push(combined(item(lines, item(pivots, place))));
    });
    if (!Number.isSafeInteger(room)) return undefined;
    if (room < 0) return { kind: "conflict", variables: others(problem, active, used, mark) };
  }
  return { kind: "solved", values };
}

export function touchedRows(problem: Problem, active: readonly number[]): readonly number[] {
  return [...new Set(active.flatMap((variable) => problem.columns[variable]?.rows ?? []))];
}

/** line := line·a − source·b so that `place` becomes 0; false when a number is no longer exact. */
function cancel(line: Float64Array, source: Float64Array, place: number): boolean {
  const divisor = greatestDivisor(item(line, place), item(source, place));
  const a = item(source, place) / divisor;
  const b = item(line, place) / divisor;
  for (let index = 0; index < line.length; index += 1) {
    const left = item(line, index) * a;
    const right = item(source, index) * b;
    const next = left - right;
    if (Math.abs(left) > limit || Math.abs(right) > limit || Math.abs(next) > limit) return false;
    line[index] = next;
  }
  return true;
}

function greatestDivisor(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/**
 * The variables outside `active` that stand in the combinations: none of the combined rules can come right while all of
 * these keep their figures. Fixed variables and blanks are left out.
 */
function others(
  problem: Problem,
  active: readonly number[],
  combinations: readonly ReadonlyMap<number, number>[],
  mark: Uint8Array,
): readonly number[] {
  const found: number[] = [];
  for (const combination of combinations) {
    const sums = new Map<number, number>();
    for (const [row, times] of combination) {
      if (times === 0) continue;
      const { variables, coefs } = problem.rows[row] ?? { variables: [], coefs: [] };
      variables.forEach((variable, place) => {
        const part = times * Number(coefs[place]);
        // What is too large to be added exactly counts as not cancelled: a larger conflict is still a true one.
        sums.set(variable, Math.abs(part) > limit ? NaN : (sums.get(variable) ?? 0) + part);
      });
    }
    for (const [variable, sum] of sums) {
      if (sum === 0 || mark[variable] === 1 || problem.roles[variable] !== "given" || active.includes(variable))
        continue;
      mark[variable] = 1;
      found.push(variable);
    }
  }
  for (const variable of found) mark[variable] = 0;
  return found;
}
