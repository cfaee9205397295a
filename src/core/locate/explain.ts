import { compare, fraction, multiply, negate, subtract, toNumber, type Fraction } from "./exact";
import { current, effect, faults, holds, isFault, type Change, type Fault } from "./effect";
import { createChecker, TooHard } from "./feasibility";
import type { Problem, Role } from "./problem";
import { minimalSets, type SearchLimits, type SearchResult } from "./search";
import { slipCost, typingSlip, type Slip, type SlipKind } from "./slip";

/** Cells that come right together, and what may have happened to them. */
export type Piece = {
  readonly slip: Slip;
  readonly changes: readonly Change[];
  /** The faults that come right. */
  readonly faults: readonly Fault[];
  readonly cost: number;
  /** False when other figures would do as well. */
  readonly unique: boolean;
};

/** One way to make the rules of a group hold. */
export type Explanation = { readonly pieces: readonly Piece[]; readonly cost: number };

/** Faults that no explanation heals together with others outside, and all explanations of them, likeliest first. */
export type Group = {
  readonly faults: readonly Fault[];
  readonly explanations: readonly Explanation[];
  /** All explanations are known: a single one is certain. */
  readonly complete: boolean;
};

/** A slip that moves several cells at once; `changes` name at least two. */
export type Hypothesis = {
  readonly slip: Slip;
  readonly changes: readonly Change[];
  /** How far-fetched it is, where that differs from others of its kind. */
  readonly cost?: number;
};

export type ExplainOptions = SearchLimits & {
  /** Names the slip that one change may be the result of. */
  readonly classify: (problem: Problem, change: Change) => Slip;
  /** Names what happened to several cells that have to change together, where it has a name. */
  readonly classifyMany?: (problem: Problem, changes: readonly Change[]) => Slip | undefined;
  readonly hypotheses: readonly Hypothesis[];
};

export type Explained = { readonly search: SearchResult; readonly groups: readonly Group[] };

/** More sets than this are ties among which nobody can choose; they are counted, not explained one by one. */
const maxExplained = 500;

/** Searches the lightest sets, adds the slips that do as well, and sorts both into independent groups. */
export function explain(problem: Problem, options: ExplainOptions): Explained {
  const found = new Map<string, readonly Piece[]>();
  const keep = (pieces: readonly Piece[]): void => {
    const key = keyOf(pieces);
    const before = found.get(key);
    if (before === undefined || costOf(pieces) < costOf(before)) found.set(key, pieces);
  };
  // Slips that explain everything are known even if the time is up before the sets are.
  const effects = options.hypotheses.map((hypothesis) => ({ hypothesis, ...effect(problem, hypothesis.changes) }));
  const sound = effects.filter(
    ({ healed, broken }) => healed.length > 0 && broken.every((fault) => isFault(problem, fault)),
  );
  const all = faults(problem);
  const partial = sound.filter(({ healed }) => healed.length < all.length);
  for (const { hypothesis, healed } of sound) if (healed.length === all.length) keep([slipPiece(hypothesis, healed)]);
  const checker = createChecker(problem);
  const search = minimalSets(problem, options, checker);
  let isWhole = true;
  if (search.kind === "found") {
    for (const set of search.sets.slice(0, maxExplained)) {
      if (set.length === 0) continue;
      const solution = attempt(() => checker.solve(set));
      if (solution === undefined) {
        isWhole = false;
        continue;
      }
      const { values, unique } = solution;
      const changes = [...values].map(([variable, to]) => ({ variable, to }));
      keep(split(problem, changes, unique, options));
      const [only] = changes;
      // Where a range of figures would do, the one with the other sign is a slip that people make.
      if (!unique && changes.length === 1 && only !== undefined) {
        const flipped = { variable: only.variable, to: negate(current(problem, only.variable)) };
        if (holds(problem, [flipped])) keep(split(problem, [flipped], false, options));
      }
    }
  }
  const room = search.kind === "found" ? search.weight : 2;
  for (const { hypothesis, healed } of partial) {
    // A slip counts as one cell: what it leaves broken must come right with less than the lightest sets weigh.
    if (healed.length < 2 || room < 2 || options.deadline()) continue;
    for (const rest of restOf(problem, hypothesis.changes, room - 1, options))
      keep([slipPiece(hypothesis, healed), ...rest]);
  }
  const complete = search.kind === "found" ? isWhole && search.sets.length <= maxExplained : search.kind === "beyond";
  return { search, groups: group(frugal([...found.values()]), complete) };
}

/**
 * Without those that change everything that another changes, and more. A shifted row stays: it also moves figures into
 * blanks, whose rules are open and ask for nothing.
 */
function frugal(explanations: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const keys = explanations.map((pieces) => new Set(changeKeys(pieces)));
  return explanations.filter((pieces, index) => {
    if (pieces.some(({ slip }) => slip.detail === "shift")) return true;
    const own = keys[index] ?? new Set();
    return !keys.some((other) => other.size < own.size && [...other].every((key) => own.has(key)));
  });
}

function slipPiece({ slip, changes, cost }: Hypothesis, healed: readonly Fault[]): Piece {
  return { slip, changes, faults: healed, cost: cost ?? slipCost[slip.detail], unique: true };
}

/** All ways to mend what is still broken once these changes are made. */
function restOf(
  problem: Problem,
  changes: readonly Change[],
  maxWeight: number,
  options: ExplainOptions,
): readonly (readonly Piece[])[] {
  const after = applied(problem, changes);
  const checker = createChecker(after);
  const rest = minimalSets(after, { deadline: options.deadline, maxWeight }, checker);
  if (rest.kind !== "found") return [];
  return rest.sets.slice(0, maxExplained).flatMap((set) => {
    const solution = attempt(() => checker.solve(set));
    if (solution === undefined) return [];
    const others = [...solution.values].map(([variable, to]) => ({ variable, to }));
    return [split(after, others, solution.unique, options)];
  });
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof TooHard) return undefined;
    throw cause;
  }
}

/** The problem after changes that are no longer in question. */
function applied(problem: Problem, changes: readonly Change[]): Problem {
  const values = problem.values.slice();
  const residuals = problem.residuals.slice();
  const roles: Role[] = problem.roles.slice();
  for (const { variable, to } of changes) {
    const target = multiply(to, fraction(BigInt(problem.scale)));
    const change = target.n - BigInt(values[variable] ?? 0);
    problem.columns[variable]?.rows.forEach((row, index) => {
      const next = BigInt(residuals[row] ?? 0) - BigInt(problem.columns[variable]?.coefs[index] ?? 0) * change;
      residuals[row] = problem.safe ? Number(next) : next;
    });
    values[variable] = problem.safe ? Number(target.n) : target.n;
    roles[variable] = "fixed";
  }
  return { ...problem, values, residuals, roles };
}

/** Changes that share no rule are pieces of their own, unless one alone would break a rule that the other mends. */
function split(
  problem: Problem,
  changes: readonly Change[],
  unique: boolean,
  options: ExplainOptions,
): readonly Piece[] {
  const parts: Change[][] = [];
  const sharesRow = (a: Change, b: Change): boolean =>
    (problem.columns[a.variable]?.rows ?? []).some(
      (row) => problem.rows[row]?.equality === true && problem.columns[b.variable]?.rows.includes(row) === true,
    );
  for (const change of changes) {
    const linked = parts.filter((part) => part.some((member) => sharesRow(member, change)));
    const merged = [...linked.flat(), change];
    parts.splice(0, parts.length, ...parts.filter((part) => !linked.includes(part)), merged);
  }
  const pieces = parts.map((part) => toPiece(problem, part, unique, options));
  const isSound = parts.every((part) => effect(problem, part).broken.every((fault) => isFault(problem, fault)));
  return isSound && pieces.every((piece) => piece.faults.length > 0)
    ? pieces
    : [toPiece(problem, changes, unique, options)];
}

function toPiece(problem: Problem, changes: readonly Change[], unique: boolean, options: ExplainOptions): Piece {
  const { healed } = effect(problem, changes);
  const slips = changes.map((change) => options.classify(problem, change));
  const whole = changes.length > 1 ? options.classifyMany?.(problem, changes) : undefined;
  const slip = whole ?? common(slips);
  const cost =
    whole !== undefined
      ? slipCost[whole.detail]
      : slips.reduce((sum, { detail }, index) => sum + slipCost[detail] + strain(problem, detail, changes[index]), 0);
  return { slip, changes, faults: healed, cost, unique };
}

/** Of several rounding repairs the one that bends the figures least in proportion is the likeliest. */
function strain(problem: Problem, detail: Slip["detail"], change: Change | undefined): number {
  if (detail !== "rounding" || change === undefined) return 0;
  const before = Math.abs(toNumber(current(problem, change.variable)));
  const after = Math.abs(toNumber(change.to));
  return Math.abs(after - before) / (before + after);
}

const typing: readonly SlipKind[] = ["typo", "transposed", "sign"];

/** The slip of several cells: theirs if they have the same, typing errors if all are some. */
function common(slips: readonly Slip[]): Slip {
  const [first] = slips;
  if (first === undefined) return { kind: "other", detail: "unknown" };
  if (slips.every(({ detail }) => detail === first.detail)) return first;
  if (slips.every(({ kind }) => kind === first.kind)) return { kind: first.kind, detail: "several" };
  if (slips.every(({ kind }) => typing.includes(kind))) return { kind: "typo", detail: "several" };
  return { kind: "other", detail: "several" };
}

function costOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { cost }) => sum + cost, 0);
}

/** Equal for explanations that change the same cells to the same figures. */
function keyOf(pieces: readonly Piece[]): string {
  return changeKeys(pieces).slice().sort().join(" ");
}

function changeKeys(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap(({ changes }) =>
    changes.map(({ variable, to }) => `${String(variable)}=${String(to.n)}/${String(to.d)}`),
  );
}

function group(explanations: readonly (readonly Piece[])[], complete: boolean): readonly Group[] {
  const groups: Set<Fault>[] = [];
  for (const piece of explanations.flat()) {
    const linked = groups.filter((members) => piece.faults.some((fault) => members.has(fault)));
    const merged = new Set([...linked.flatMap((members) => [...members]), ...piece.faults]);
    groups.splice(0, groups.length, ...groups.filter((members) => !linked.includes(members)), merged);
  }
  return groups.map((members) => {
    const found = new Map<string, Explanation>();
    for (const pieces of explanations) {
      const own = pieces.filter((piece) => piece.faults.some((fault) => members.has(fault)));
      if (own.length > 0) found.set(keyOf(own), { pieces: own, cost: costOf(own) });
    }
    return {
      faults: [...members].sort((a, b) => a - b),
      explanations: [...found.values()].sort((a, b) => a.cost - b.cost),
      complete,
    };
  });
}

/** The slip of one change, by what was typed and what was meant. */
export function classifyTyping(
  problem: Problem,
  { variable, to }: Change,
  kinds: ReadonlySet<SlipKind>,
  unit: Fraction | null,
): Slip {
  const from = current(problem, variable);
  const slip = typingSlip(toNumber(from), toNumber(to));
  if (slip !== undefined && kinds.has(slip.kind)) return slip;
  if (unit !== null && kinds.has("rounding") && to.d !== 0n) {
    const change = subtract(to, from);
    const size = change.n < 0n ? negate(change) : change;
    if (compare(size, unit) <= 0) return { kind: "rounding", detail: "rounding" };
  }
  return { kind: "other", detail: "unknown" };
}
