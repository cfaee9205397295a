import type { CellId, CellValue } from "../model/cell";
import type { LineLabels } from "./line-labels";
import type { RuleScope, Severity } from "./rule";

/** One summand with the figure it had; a blank that counted as 0 has value null. */
export type FindingTerm = {
  readonly side: "left" | "right" | "when";
  readonly cell: CellId;
  readonly value: number | null;
  readonly coef: number;
  readonly year: 0 | -1;
};

/** One place where one rule does not hold. Carries figures, never sentences. */
export type Finding = {
  /** The rule with its bracket, stable across runs: `nb2021.t3.balance[naturalPerson]`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly scope: RuleScope;
  /** Cells of this year that the finding is about; of a rule over facts their paths: `disclosure.wechat.value`. */
  readonly cells: readonly CellId[];
  /** Both sums; `null` where the rule compares nothing (a domain, a blank). */
  readonly left: number | null;
  readonly right: number | null;
  /** left − right. */
  readonly difference: number | null;
  readonly terms: readonly FindingTerm[];
  /** What it speaks of, where the rule speaks of several things. */
  readonly labels?: LineLabels;
  /** What stands in the single cell of a domain. */
  readonly written?: CellValue;
};
