import { components, isBroken, type Component, type Problem } from "./problem";
import { current, type Change } from "./effect";
import { fraction, scaled, toNumber, type Decimal } from "./exact";
import {
  classifyTyping,
  explain,
  type ExplainOptions,
  type Explained,
  type Explanation,
  type Hypothesis,
} from "./explain";
import { createChecker, TooHard } from "./feasibility";
import type { SlipKind } from "./slip";
import type { LinearSystem } from "./system";

export type LocateOptions = {
  readonly deadline: () => boolean;
  /** The slips that are tried. */
  readonly kinds: ReadonlySet<SlipKind>;
  /** Pairs of variables that may have been exchanged. */
  readonly swaps: readonly (readonly [number, number])[];
  /** The step that figures are rounded to. */
  readonly unit: Decimal;
};

export type LocatedChange = { readonly variable: number; readonly to: number };

export type LocatedSuggestion = {
  readonly certain: boolean;
  readonly kind: SlipKind;
  readonly detail: Explanation["pieces"][number]["slip"]["detail"];
  readonly changes: readonly LocatedChange[];
  /** Constraints that come right; those that a variable stays within its domain are not among them. */
  readonly resolves: readonly number[];
};

export type Located = {
  /** Constraints that do not hold for the figures given; one with a blank can always be made to hold. */
  readonly violated: readonly number[];
  /** 0 when nothing is wrong, null when no change helps or the time did not suffice. */
  readonly minimumWeight: number | null;
  readonly sets: readonly (readonly number[])[];
  /** False when the time did not suffice: `sets`, or `imputed`, are not known. */
  readonly complete: boolean;
  readonly imputed: ReadonlyMap<number, number>;
  readonly suggestions: readonly LocatedSuggestion[];
  /** Recognised slips that are the only ones of their rank, one for each independent group of broken rules. */
  readonly repairs: readonly LocatedChange[];
};

/** Sets of independent parts multiply; beyond this number they are not written out. */
const maxProduct = 100_000;

/** Which figures of a system are wrong, what they should be, and what follows for its blanks. */
export function locate(system: LinearSystem, options: LocateOptions): Located {
  const parts = components(system);
  const explained = parts.map((part) => ({ part, ...explain(part.problem, explainOptions(part, options)) }));
  const violated = parts
    .flatMap(({ problem, constraints }) => constraints.filter((_, row) => isViolated(problem, row)))
    .sort((a, b) => a - b);
  const lightest = combine(explained);
  const suggestions = explained.flatMap(({ part, groups }) =>
    groups.flatMap(({ explanations, complete }) =>
      explanations.map((explanation) => toSuggestion(part, explanation, complete && explanations.length === 1)),
    ),
  );
  // A record that contradicts itself tells nothing about its blanks.
  const imputation =
    lightest.minimumWeight === 0 ? impute(parts) : lightest.complete ? new Map<number, number>() : undefined;
  const fills: readonly LocatedSuggestion[] = [...(imputation ?? [])].map(([variable, to]) => ({
    certain: true,
    kind: "missing",
    detail: "missing",
    changes: [{ variable, to }],
    resolves: [],
  }));
  const repairs = explained.flatMap(({ part, groups }) =>
    groups.flatMap(({ explanations }) => {
      const [best, next] = explanations;
      if (best === undefined || best.pieces.some(({ slip }) => slip.kind === "other")) return [];
      return next !== undefined && next.cost - best.cost < rankStep ? [] : toSuggestion(part, best, false).changes;
    }),
  );
  return {
    violated,
    ...lightest,
    complete: lightest.complete && imputation !== undefined,
    imputed: new Map(imputation ?? []),
    suggestions: [...suggestions, ...fills],
    repairs,
  };
}

/** Explanations whose costs differ by less are of the same rank. */
const rankStep = 1e-9;

function explainOptions({ variables, problem }: Component, options: LocateOptions): ExplainOptions {
  const unit = fraction(options.unit.mantissa, scaled({ mantissa: 1n, places: 0 }, options.unit.places));
  const local = new Map(variables.map((variable, index) => [variable, index]));
  const hypotheses: Hypothesis[] = [];
  if (options.kinds.has("swap")) {
    for (const [first, second] of options.swaps) {
      const a = local.get(first);
      const b = local.get(second);
      if (a === undefined || b === undefined || problem.roles[a] !== "given" || problem.roles[b] !== "given") continue;
      hypotheses.push({
        slip: { kind: "swap", detail: "swap" },
        changes: [
          { variable: a, to: current(problem, b) },
          { variable: b, to: current(problem, a) },
        ],
      });
    }
  }
  return {
    deadline: options.deadline,
    classify: (found, change) => classifyTyping(found, change, options.kinds, unit),
    hypotheses,
  };
}

function isViolated(problem: Problem, row: number): boolean {
  const hasBlank = problem.rows[row]?.variables.some((variable) => problem.roles[variable] === "blank") === true;
  return !hasBlank && isBroken(problem, row);
}

/** The lightest sets of the whole: one of each part, in every combination. */
function combine(
  explained: readonly (Explained & { readonly part: Component })[],
): Pick<Located, "minimumWeight" | "sets" | "complete"> {
  let sets: readonly (readonly number[])[] = [[]];
  let minimumWeight = 0;
  for (const { part, search } of explained) {
    if (search.kind === "late") return { minimumWeight: null, sets: [], complete: false };
    if (search.kind === "beyond") return { minimumWeight: null, sets: [], complete: true };
    if (search.weight === 0) continue;
    if (sets.length * search.sets.length > maxProduct) return { minimumWeight: null, sets: [], complete: false };
    minimumWeight += search.weight;
    const own = search.sets.map((set) => set.map((variable) => part.variables[variable] ?? -1));
    sets = sets.flatMap((before) => own.map((set) => [...before, ...set]));
  }
  return {
    minimumWeight,
    sets: minimumWeight === 0 ? [] : sets.map((set) => [...set].sort((a, b) => a - b)),
    complete: true,
  };
}

function toSuggestion(part: Component, { pieces }: Explanation, isOnly: boolean): LocatedSuggestion {
  const [first] = pieces;
  const same = pieces.every(({ slip }) => slip.kind === first?.slip.kind);
  const slip = same && first !== undefined ? first.slip : ({ kind: "other", detail: "unknown" } as const);
  return {
    certain: isOnly && pieces.every(({ unique }) => unique),
    ...slip,
    changes: pieces
      .flatMap(({ changes }) => changes)
      .map(({ variable, to }: Change) => ({ variable: part.variables[variable] ?? -1, to: toNumber(to) })),
    resolves: pieces
      .flatMap(({ faults }) => faults.filter((fault) => fault >= 0).map((row) => part.constraints[row] ?? -1))
      .sort((a, b) => a - b),
  };
}

/** Blanks with one possible value, undefined if finding them took too long. */
function impute(parts: readonly Component[]): ReadonlyMap<number, number> | undefined {
  const found = new Map<number, number>();
  try {
    for (const { problem, variables } of parts) {
      for (const [variable, value] of createChecker(problem).impute())
        found.set(variables[variable] ?? -1, toNumber(value));
    }
  } catch (cause) {
    if (cause instanceof TooHard) return undefined;
    throw cause;
  }
  return found;
}
