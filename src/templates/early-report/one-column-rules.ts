import type { LinearRule, RuleScope, Severity, Term } from "../../core/rules/rule";
import { sources } from "../annual-report/rules";

/** Rows of table s by their ids. */
const terms = (rows: readonly string[]): readonly Term[] => rows.map((row) => ({ ref: `s.${row}.value` }));

type Linear = (
  id: string,
  severity: Severity,
  left: readonly string[],
  right: readonly string[],
  sentence: string,
  scope?: RuleScope,
) => LinearRule;

const linear =
  (kind: LinearRule["kind"], op: LinearRule["op"]): Linear =>
  (id, severity, left, right, sentence, scope = "inTable") => ({
    id,
    kind,
    severity,
    scope,
    left: terms(left),
    op,
    right: terms(right),
    sentence,
    source: sources.structural,
  });

/** The parts on the left add up to the total on the right; a blank part counts as 0. */
export const addsUp = linear("balance", "=");

/** Asked only where all figures are given. */
export const atMost = linear("comparison", "<=");
export const equals = linear("comparison", "=");

/** Where the first is 0, so is the second. */
export function noneWithout(id: string, severity: Severity, when: string, then: string, sentence: string): LinearRule {
  return {
    id,
    kind: "comparison",
    severity,
    scope: "plausibility",
    when: { left: terms([when]), op: "=", const: 0 },
    left: terms([then]),
    op: "=",
    right: [],
    sentence,
    source: sources.structural,
  };
}
