/** 强制, 核实, 提示. */
export type Severity = "error" | "warning" | "hint";

/** 表内, 表间, 跨年, 合理性, 整表. */
export type RuleScope = "inTable" | "crossTable" | "crossYear" | "plausibility" | "form";

/** Where a rule comes from; `structural` and `practice` are our reading, not an official sentence. */
export type RuleSource = {
  readonly type: "official" | "law" | "local" | "structural" | "practice";
  readonly ref: string;
};

/** `coef`·cell; `year: -1` is the same cell in last year's report. `{row}` and `{col}` stand for the expanded line. */
export type Term = { readonly ref: string; readonly coef?: number; readonly year?: -1 };

export type Comparison = "=" | "<=" | ">=" | "<" | ">";

export type Condition = { readonly left: readonly Term[]; readonly op: Comparison; readonly const: number };

/** The rule holds for each of these rows or columns. */
export type Expansion = { readonly var: "row" | "col"; readonly over: readonly string[] };

/** A rule is asked only of units with this profile; where the profile is unknown it cannot be told. */
export type Applicability = { readonly rulemaking?: boolean; readonly unitType?: readonly UnitType[] };

export type UnitType = "government" | "department" | "township" | "agency";

type RuleBase = {
  /** Without the template's id: `t3.balance`. */
  readonly id: string;
  readonly severity: Severity;
  readonly scope: RuleScope;
  /** The rule in words. `{left0}`, `{right1}`, `{when0}`, `{diff}`, `{rowLabel}` … are filled in by the messages. */
  readonly sentence: string;
  readonly source: RuleSource;
  readonly appliesTo?: Applicability;
  readonly onlyYears?: readonly number[];
};

/**
 * Σ left `op` Σ right + const. In a `balance` blank parts count as 0, a blank total leaves the rule open; in a
 * `comparison` any blank or text leaves it open.
 */
export type LinearRule = RuleBase & {
  readonly kind: "balance" | "comparison";
  readonly expand?: Expansion;
  readonly when?: Condition;
  readonly left: readonly Term[];
  readonly op: Comparison;
  readonly right: readonly Term[];
  readonly const?: number;
};

/** left / right lies in [low, high]; asked only where |right| ≥ minBase. */
export type RatioRule = RuleBase & {
  readonly kind: "ratio";
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  readonly low: number;
  readonly high: number;
  readonly minBase: number;
};

/** What may be written in single cells; `*` stands for every row or column. */
export type DomainRule = RuleBase & {
  readonly kind: "domain";
  readonly cells: readonly string[];
  readonly integer?: true;
  readonly min?: number;
  readonly maxDecimals?: number;
};

/** Cells that should not be left blank: one finding for all of them. */
export type RequiredRule = RuleBase & { readonly kind: "required"; readonly cells: readonly string[] };

/** Rules over the form as a whole. */
export type FormRule = RuleBase & { readonly kind: "untouched" | "zeroReport" };

/** Of every fact on the sheet 正文要素 for which categories are given: they add up to its figure. */
export type PartsRule = RuleBase & { readonly kind: "partsSum" };

/** 勾稽关系 and all other demands on the figures. One record serves check, words, check cells and localisation. */
export type Rule = LinearRule | RatioRule | DomainRule | RequiredRule | FormRule | PartsRule;
