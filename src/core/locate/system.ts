import type { Decimal } from "./exact";

/** coef·variable; `variable` is an index into the system's variables. */
export type LinearTerm = { readonly variable: number; readonly coef: Decimal };

/** Σ terms = constant, or Σ terms ≤ constant. */
export type Constraint = {
  readonly terms: readonly LinearTerm[];
  readonly relation: "=" | "<=";
  readonly constant: Decimal;
};

export type Variable = {
  readonly name: string;
  /** null: a blank, which may take any value at no cost. */
  readonly value: Decimal | null;
  readonly integer: boolean;
  /** What it costs to change it; Infinity: it never changes. */
  readonly weight: number;
};

/** Linear equations and inequalities over named variables, with the figures that were given for them. */
export type LinearSystem = {
  readonly variables: readonly Variable[];
  readonly constraints: readonly Constraint[];
};
