import type { CheckResult } from "./check";
import type { Finding } from "./finding";
import { ruleOf, type BoundRule, type RuleBook } from "./expand";

/** Rules of the form, and the single balances among them; a rule over 25 rows is one rule and 25 balances. */
type Count = { readonly rules: number; readonly balances: number };

export type OpenReason = "prior" | "profile" | "facts" | "blank";

export type Tally = {
  readonly held: Count;
  readonly undecided: Count;
  /** Why something could not be told. */
  readonly reasons: readonly OpenReason[];
};

/** What was checked and what could not be told, counted as a person counts: balances one by one, all else by rule. */
export function tally(
  book: RuleBook,
  result: Omit<CheckResult, "findings"> & { readonly findings: readonly Pick<Finding, "rule">[] },
): Tally {
  const undecided = found(book, result.undecided);
  const broken = new Set(
    found(
      book,
      result.findings.map(({ rule }) => rule),
    ).map(({ rule }) => rule.id),
  );
  const open = new Set(undecided.map(({ rule }) => rule.id));
  const held = found(book, result.passed).filter(
    ({ rule }) => rule.kind === "balance" || !(broken.has(rule.id) || open.has(rule.id)),
  );
  const reasons = new Set(undecided.map(reason));
  return {
    held: count(held),
    undecided: count(undecided),
    reasons: (["prior", "profile", "facts", "blank"] as const).filter((known) => reasons.has(known)),
  };
}

function found(book: RuleBook, ids: readonly string[]): readonly BoundRule[] {
  return ids.map((id) => ruleOf(book, id)).filter((rule) => rule !== undefined);
}

function count(rules: readonly BoundRule[]): Count {
  const others = new Set(rules.filter(({ rule }) => rule.kind !== "balance").map(({ rule }) => rule.id));
  return { rules: others.size, balances: rules.filter(({ rule }) => rule.kind === "balance").length };
}

function reason(bound: BoundRule): Tally["reasons"][number] {
  const terms = "left" in bound ? [...bound.left, ...bound.right, ...("when" in bound ? bound.when : [])] : [];
  if (bound.rule.kind === "partsSum") return "facts";
  if (terms.some(({ year }) => year === -1)) return "prior";
  return bound.rule.appliesTo === undefined ? "blank" : "profile";
}
