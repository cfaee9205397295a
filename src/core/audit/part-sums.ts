import type { AuditVerdict, Reason } from "./claim";
import { fits, type Quantity } from "./quantity";
import type { Frame } from "./reading";
import type { Span } from "./sentences";

/** A number of a paragraph with what it speaks of and where it stands. */
export type Item = {
  readonly quantity: Quantity;
  readonly frame: Frame | undefined;
  /** Where the bracket around it opens; -1 outside brackets. */
  readonly open: number;
  /** Where its sentence begins. */
  readonly sentence: number;
  /** What the report says instead of it, where that is known. */
  readonly expected: number | null;
};

/** Numbers that must add up, as one claim from the first of them to the last. */
export type PartsClaim = Span & {
  readonly unit: string;
  readonly verdict: AuditVerdict;
  readonly expected: number;
  readonly sources: readonly string[];
  readonly reason: Reason;
};

/**
 * Where the report knows every number of a sum, one wrong number that spoils it has been named already, and a sum
 * that the report's own figures do not make either is the report's matter.
 */
export function unlessExplained(
  claim: PartsClaim,
  members: readonly Item[],
  total: Item | number,
): PartsClaim | undefined {
  if (claim.verdict !== "inconsistent") return claim;
  const all = typeof total === "number" ? members : [...members, total];
  if (all.some(({ expected }) => expected === null)) return claim;
  const whole = typeof total === "number" ? total : (total.expected ?? 0);
  if (members.reduce((sum, { expected }) => sum + (expected ?? 0), 0) !== whole) return undefined;
  const wrong = all.filter(({ quantity, expected }) => expected !== null && !fits(quantity, expected));
  const { reason } = claim;
  return wrong.length > 1 || reason.kind !== "parts"
    ? claim
    : { ...claim, verdict: "unverifiable", reason: { ...reason, isNamed: true } };
}

/** The numbers on each level of brackets. */
export function levelsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const levels = new Map<number, Item[]>();
  for (const item of items) levels.set(item.open, [...(levels.get(item.open) ?? []), item]);
  return [...levels.values()];
}
