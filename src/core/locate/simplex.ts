import { add, compare, divide, multiply, negate, one, subtract, zero, type Fraction } from "./exact";
import { item } from "./item";

export type Bounds = { readonly low: Fraction | null; readonly high: Fraction | null };

export const unbounded: Bounds = { low: null, high: null };

/** Σ coefs·unknowns lies within bounds; coefs are dense. */
export type SimplexRow = Bounds & { readonly coefs: readonly Fraction[] };

/** Row number → multiplier. Summed up, the unknowns cancel or stand at their own bounds. */
export type Contradiction = ReadonlyMap<number, Fraction>;

/**
 * Linear feasibility and optima in exact fractions: the tableau form in which every row is a variable with bounds of
 * its own, so that a contradiction is read off one row of the tableau. Smallest indices first (Bland), hence it ends.
 */
export type Simplex = {
  /** Moves to a point within all bounds and returns null; or else the contradiction: these multiples of rows cannot hold together. */
  readonly solve: () => Contradiction | null;
  /** The point reached, one value for each unknown. */
  readonly point: () => readonly Fraction[];
  /** After a successful `solve`: the greatest (or least) value of an unknown; null when there is no limit. Moves the point. */
  readonly optimum: (unknown: number, direction: 1 | -1) => Fraction | null;
};

export function createSimplex(unknowns: readonly Bounds[], rows: readonly SimplexRow[]): Simplex {
  const count = unknowns.length;
  const low = [...unknowns.map((bounds) => bounds.low), ...rows.map((bounds) => bounds.low)];
  const high = [...unknowns.map((bounds) => bounds.high), ...rows.map((bounds) => bounds.high)];
  // A free unknown starts at 0, any other at the bound next to 0.
  const value: Fraction[] = unknowns.map(({ low: least, high: most }) => {
    if (least !== null && compare(least, zero) > 0) return least;
    return most !== null && compare(most, zero) < 0 ? most : zero;
  });
  const tableau = rows.map(({ coefs }) => coefs.slice());
  const basic = rows.map((_, index) => count + index);
  const loose = unknowns.map((_, index) => index);
  for (const { coefs } of rows) {
    value.push(coefs.reduce((sum, coef, index) => add(sum, multiply(coef, item(value, index))), zero));
  }

  /** The loose variable of column c moves by `by`, and all that depends on it. */
  const move = (column: number, by: Fraction): void => {
    const variable = item(loose, column);
    value[variable] = add(item(value, variable), by);
    tableau.forEach((line, row) => {
      const coef = item(line, column);
      if (coef.n === 0n) return;
      const dependent = item(basic, row);
      value[dependent] = add(item(value, dependent), multiply(coef, by));
    });
  };

  const pivot = (row: number, column: number): void => {
    const line = item(tableau, row);
    const by = item(line, column);
    const solved = line.map((coef, index) => (index === column ? divide(one, by) : negate(divide(coef, by))));
    tableau[row] = solved;
    tableau.forEach((other, index) => {
      if (index === row) return;
      const times = item(other, column);
      if (times.n === 0n) return;
      tableau[index] = other.map((coef, place) =>
        place === column ? multiply(times, item(solved, place)) : add(coef, multiply(times, item(solved, place))),
      );
    });
    const leaving = item(basic, row);
    basic[row] = item(loose, column);
    loose[column] = leaving;
  };

  /** The column with the smallest variable that passes. */
  const smallest = (passes: (column: number, variable: number) => boolean): number => {
    let found = -1;
    loose.forEach((variable, column) => {
      if ((found < 0 || variable < item(loose, found)) && passes(column, variable)) found = column;
    });
    return found;
  };

  const canRise = (variable: number): boolean => {
    const most = high[variable];
    return most === null || most === undefined || compare(item(value, variable), most) < 0;
  };
  const canFall = (variable: number): boolean => {
    const least = low[variable];
    return least === null || least === undefined || compare(item(value, variable), least) > 0;
  };

  const solve = (): Contradiction | null => {
    for (;;) {
      let row = -1;
      basic.forEach((variable, index) => {
        if (row >= 0 && variable > item(basic, row)) return;
        if (!isWithin(item(value, variable), low[variable], high[variable])) row = index;
      });
      if (row < 0) return null;
      const variable = item(basic, row);
      const line = item(tableau, row);
      const least = low[variable];
      const mustRise = least !== null && least !== undefined && compare(item(value, variable), least) < 0;
      const target = mustRise ? least : high[variable];
      const column = smallest((index, candidate) => {
        const sign = item(line, index).n;
        if (sign === 0n) return false;
        return sign > 0n === mustRise ? canRise(candidate) : canFall(candidate);
      });
      if (column < 0 || target === null || target === undefined) {
        const multipliers = new Map<number, Fraction>();
        if (variable >= count) multipliers.set(variable - count, one);
        loose.forEach((other, index) => {
          const coef = item(line, index);
          if (other >= count && coef.n !== 0n) multipliers.set(other - count, negate(coef));
        });
        return multipliers;
      }
      move(column, divide(subtract(target, item(value, variable)), item(line, column)));
      pivot(row, column);
    }
  };

  const optimum = (unknown: number, direction: 1 | -1): Fraction | null => {
    for (;;) {
      const row = basic.indexOf(unknown);
      const gradient = (column: number): bigint =>
        row >= 0 ? item(item(tableau, row), column).n : item(loose, column) === unknown ? 1n : 0n;
      const column = smallest((index, candidate) => {
        const slope = gradient(index) * BigInt(direction);
        return slope > 0n ? canRise(candidate) : slope < 0n && canFall(candidate);
      });
      if (column < 0) return item(value, unknown);
      const rises = gradient(column) * BigInt(direction) > 0n;
      const entering = item(loose, column);
      const ownLimit = rises ? high[entering] : low[entering];
      let step =
        ownLimit === null || ownLimit === undefined ? null : absolute(subtract(ownLimit, item(value, entering)));
      let leaving = -1;
      tableau.forEach((line, index) => {
        const coef = item(line, column);
        if (coef.n === 0n) return;
        const dependent = item(basic, index);
        const limit = coef.n > 0n === rises ? high[dependent] : low[dependent];
        if (limit === null || limit === undefined) return;
        const room = absolute(divide(subtract(limit, item(value, dependent)), coef));
        const order = step === null ? -1 : compare(room, step);
        if (order < 0 || (order === 0 && leaving >= 0 && dependent < item(basic, leaving))) {
          step = room;
          leaving = index;
        }
      });
      if (step === null) return null;
      move(column, rises ? step : negate(step));
      if (leaving >= 0) pivot(leaving, column);
    }
  };

  return { solve, point: () => value.slice(0, count), optimum };
}

function isWithin(value: Fraction, least: Fraction | null | undefined, most: Fraction | null | undefined): boolean {
  if (least !== null && least !== undefined && compare(value, least) < 0) return false;
  return most === null || most === undefined || compare(value, most) <= 0;
}

function absolute(value: Fraction): Fraction {
  return value.n < 0n ? negate(value) : value;
}
