import { figure, type CellId } from "../model/cell";
import { weightedSum } from "../model/decimal";
import type { Verdicts } from "../rules/check";
import type { Subject } from "../rules/evaluate";
import type { RuleBook } from "../rules/expand";
import { sumRule } from "../rules/sum-rule";

/** Totals that add themselves up, each with the typed cells that it is the sum of and how often each counts. */
export type Derived = ReadonlyMap<CellId, ReadonlyMap<CellId, number>>;

const none: Derived = new Map();

/**
 * The totals that are formulas and do what they should: what stands there follows from other cells, so it is never what
 * somebody mistyped. A formula that adds up other cells than the form says is none of them.
 */
export function derivedTotals({ rules }: RuleBook, subject: Subject, verdicts: Verdicts): Derived {
  const { computed } = subject;
  if (computed === undefined || computed.size === 0) return none;
  const parts = new Map<CellId, readonly CellId[]>();
  rules.forEach((bound, index) => {
    const sum = sumRule(bound);
    if (sum === undefined || !computed.has(sum.total) || parts.has(sum.total)) return;
    if (verdicts[index]?.state === "passed" && !reaches(parts, sum.parts, sum.total)) parts.set(sum.total, sum.parts);
  });
  const derived = new Map<CellId, ReadonlyMap<CellId, number>>();
  for (const total of parts.keys()) derived.set(total, typedParts(parts, total));
  return derived;
}

/** Whether a total is among its own parts, directly or through others. */
function reaches(parts: ReadonlyMap<CellId, readonly CellId[]>, from: readonly CellId[], total: CellId): boolean {
  return from.some((cell) => cell === total || reaches(parts, parts.get(cell) ?? [], total));
}

function typedParts(parts: ReadonlyMap<CellId, readonly CellId[]>, total: CellId): ReadonlyMap<CellId, number> {
  const counts = new Map<CellId, number>();
  for (const part of parts.get(total) ?? []) {
    const inner = parts.has(part) ? typedParts(parts, part) : new Map([[part, 1]]);
    for (const [cell, times] of inner) counts.set(cell, (counts.get(cell) ?? 0) + times);
  }
  return counts;
}

/** The derived totals that changes of typed cells would bring along, with what they would become. */
export function broughtAlong(
  derived: Derived,
  subject: Subject,
  changed: ReadonlyMap<CellId, number>,
): ReadonlyMap<CellId, number> {
  const found = new Map<CellId, number>();
  for (const [total, parts] of derived) {
    if (![...changed.keys()].some((cell) => parts.has(cell))) continue;
    const figures = [...parts].map(([cell, coef]) => ({
      value: changed.get(cell) ?? figure(subject.values.get(cell)) ?? 0,
      coef,
    }));
    found.set(total, weightedSum(figures));
  }
  return found;
}
