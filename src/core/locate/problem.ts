import { narrow, power10, scaled, type Exact } from "./exact";
import type { Constraint, LinearSystem } from "./system";

/** Σ coefs·variables = or ≤ a constant, in integers. */
export type Row = {
  readonly variables: readonly number[];
  readonly coefs: readonly Exact[];
  readonly equality: boolean;
};

/** The rows that a variable stands in, and its coefficients there. */
export type Column = { readonly rows: readonly number[]; readonly coefs: readonly Exact[] };

/** Rules without figures. */
export type Structure = {
  readonly rows: readonly Row[];
  /** One for each variable. */
  readonly columns: readonly Column[];
  readonly integer: readonly boolean[];
  readonly nonNegative: readonly boolean[];
};

/** `given` may be changed at a cost, `fixed` never changes, `blank` may take any value at no cost. */
export type Role = "given" | "fixed" | "blank";

/** Rules with figures, all of them integers: figures and constants are multiplied by `scale`. */
export type Problem = Structure & {
  readonly scale: Exact;
  /** Blanks stand at 0. */
  readonly values: readonly Exact[];
  /** By how much the sum of each row must rise to reach its constant: 0 where an equation holds, ≥ 0 where an inequality does. */
  readonly residuals: readonly Exact[];
  readonly roles: readonly Role[];
  readonly weights: readonly number[];
  /** Every figure, coefficient and sum is a double that is exact as an integer. */
  readonly safe: boolean;
};

/** A part of a system that shares no changeable variable with the rest; indices lead back into the system. */
export type Component = {
  readonly problem: Problem;
  readonly variables: readonly number[];
  readonly constraints: readonly number[];
};

export function structure(
  rows: readonly Row[],
  integer: readonly boolean[],
  nonNegative: readonly boolean[],
): Structure {
  const columns = integer.map(() => ({ rows: [] as number[], coefs: [] as Exact[] }));
  rows.forEach((row, index) => {
    row.variables.forEach((variable, place) => {
      const column = columns[variable];
      const coef = row.coefs[place];
      if (column === undefined || coef === undefined) return;
      column.rows.push(index);
      column.coefs.push(coef);
    });
  });
  return { rows, columns, integer, nonNegative };
}

/** Cuts a system into parts that can be judged one by one. */
export function components(system: LinearSystem): readonly Component[] {
  const { variables, constraints } = system;
  const parent = variables.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) at = up;
    parent[index] = at;
    return at;
  };
  const isFixed = (index: number): boolean => {
    const variable = variables[index];
    return variable !== undefined && variable.value !== null && variable.weight === Infinity;
  };
  const anchors = constraints.map(({ terms }) => {
    const [first, ...others] = terms.filter(({ variable }) => !isFixed(variable));
    for (const { variable } of others) if (first !== undefined) parent[root(variable)] = root(first.variable);
    return first?.variable;
  });
  const parts = new Map<string, { variables: Set<number>; constraints: number[] }>();
  const part = (key: string): { variables: Set<number>; constraints: number[] } => {
    const found = parts.get(key) ?? { variables: new Set(), constraints: [] };
    parts.set(key, found);
    return found;
  };
  variables.forEach((_, index) => {
    if (!isFixed(index)) part(String(root(index))).variables.add(index);
  });
  constraints.forEach(({ terms }, index) => {
    const anchor = anchors[index];
    // A rule over nothing but fixed figures stands for itself.
    const found = part(anchor === undefined ? `fixed ${String(index)}` : String(root(anchor)));
    found.constraints.push(index);
    for (const { variable } of terms) found.variables.add(variable);
  });
  return [...parts.values()].map((found) => {
    const members = [...found.variables].sort((a, b) => a - b);
    return { problem: build(system, members, found.constraints), variables: members, constraints: found.constraints };
  });
}

function build(system: LinearSystem, members: readonly number[], constraints: readonly number[]): Problem {
  const chosen = constraints.flatMap((index) => system.constraints[index] ?? []);
  const local = new Map(members.map((variable, index) => [variable, index]));
  const own = members.flatMap((index) => system.variables[index] ?? []);
  const coefPlaces = chosen.map(({ terms }) => Math.max(0, ...terms.map(({ coef }) => coef.places)));
  const places = Math.max(
    0,
    ...own.map(({ value }) => value?.places ?? 0),
    ...chosen.map(({ constant }, index) => constant.places - (coefPlaces[index] ?? 0)),
  );
  const nonNegative = own.map(() => false);
  const rows: Row[] = [];
  const constants: bigint[] = [];
  chosen.forEach((constraint, index) => {
    const atLeastZero = nonNegativeVariable(constraint);
    const lift = coefPlaces[index] ?? 0;
    if (atLeastZero !== undefined) nonNegative[local.get(atLeastZero) ?? -1] = true;
    // The row is kept for its number: rows and constraints go by the same index.
    rows.push({
      variables: constraint.terms.map(({ variable }) => local.get(variable) ?? -1),
      coefs: constraint.terms.map(({ coef }) => narrow(scaled(coef, lift))),
      equality: constraint.relation === "=",
    });
    constants.push(scaled(constraint.constant, lift + places));
  });
  const values = own.map(({ value }) => (value === null ? 0n : scaled(value, places)));
  const residuals = rows.map((row, index) =>
    row.variables.reduce(
      (rest, variable, place) => rest - BigInt(row.coefs[place] ?? 0) * (values[variable] ?? 0n),
      constants[index] ?? 0n,
    ),
  );
  const absolute = (value: bigint): bigint => (value < 0n ? -value : value);
  const sums = rows.map((row, index) =>
    row.variables.reduce(
      (sum, variable, place) => sum + absolute(BigInt(row.coefs[place] ?? 0)) * (absolute(values[variable] ?? 0n) + 1n),
      absolute(constants[index] ?? 0n),
    ),
  );
  const safe = [...sums, ...values, power10(places)].every((value) => typeof narrow(value) === "number");
  return {
    ...structure(
      rows,
      own.map(({ integer }) => integer),
      nonNegative,
    ),
    scale: narrow(power10(places)),
    values: values.map(narrow),
    residuals: residuals.map(narrow),
    roles: own.map(({ value, weight }) => (value === null ? "blank" : weight === Infinity ? "fixed" : "given")),
    weights: own.map(({ weight }) => weight),
    safe,
  };
}

/** The variable that a constraint `x >= 0` speaks of. */
function nonNegativeVariable({ terms, relation, constant }: Constraint): number | undefined {
  const [term] = terms;
  if (terms.length !== 1 || term === undefined || relation === "=" || constant.mantissa !== 0n) return undefined;
  return term.coef.mantissa < 0n ? term.variable : undefined;
}

/** Whether a row does not hold for the figures given (blanks at 0). */
export function isBroken(problem: Problem, row: number): boolean {
  const residual = problem.residuals[row] ?? 0;
  // `==` cannot be used between numbers and bigints, < and > can.
  return problem.rows[row]?.equality === true ? residual < 0 || residual > 0 : residual < 0;
}

/** Whether a variable may have this value (times `scale`), leaving the rows aside. */
export function isInDomain(problem: Problem, variable: number, value: Exact): boolean {
  if (problem.nonNegative[variable] === true && value < 0) return false;
  if (problem.integer[variable] !== true) return true;
  return typeof value === "number" && typeof problem.scale === "number"
    ? value % problem.scale === 0
    : BigInt(value) % BigInt(problem.scale) === 0n;
}
