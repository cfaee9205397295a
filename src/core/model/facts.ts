import type { RuleSource, UnitType } from "../rules/rule";

/** 余, 近, 约, 超过 … as written before or behind the figure. */
export type Approximation = string;

/**
 * What the tables do not hold: one input of the narrative. `value` null means unsaid.
 * `parts` are the categories that add up to the value, by label where they have one.
 */
export type Fact = {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly approx?: Approximation;
  /** The percentage printed with the figure. */
  readonly pct?: number;
  readonly parts?: readonly number[] | Readonly<Record<string, number>>;
  /** Words of the clerk: a problem, a measure, a free paragraph. */
  readonly text?: string;
};

/** The parts of the 正文要素 sheet, in its order. */
export const factSections = [
  "disclosure",
  "application",
  "management",
  "platform",
  "supervision",
  "problem",
  "measure",
  "other",
] as const;

export type FactSection = (typeof factSections)[number];

export type Facts = Readonly<Partial<Record<FactSection, readonly Fact[]>>>;

/** What a clerk enters: a number of things, an amount of money, or words. */
export type FactKind = "count" | "amount" | "text";

/**
 * One input of the 正文要素 sheet. A field is filled by the fact of the same section that bears its id or one of its
 * aliases. Of a field with several lines, line n is filled by the fact `id` + n (`problem1`, `problem2` …); a field
 * with `partsOf` is no fact of its own: its lines are the `parts` of that field's fact, name → figure.
 */
export type FactField = {
  readonly id: string;
  readonly section: FactSection;
  readonly label: string;
  /** The classifier that is proposed; the clerk may write another (条, 篇, 万人次). */
  readonly unit: string | null;
  readonly kind: FactKind;
  /** How many lines the sheet offers; absent = 1. More may come from a report file. */
  readonly lines?: number;
  /** The clerk names the line: a category, another channel. */
  readonly named?: true;
  /** The field (same section) whose figure the lines of this one divide. */
  readonly partsOf?: string;
  /** The text cannot do without it; `unitType` limits that to some units. */
  readonly required?: { readonly source: RuleSource; readonly unitType?: readonly UnitType[] };
  /** What to enter, for the clerk. */
  readonly hint: string;
  /** Other ids under which files of other origin carry this field. */
  readonly aliases?: readonly string[];
  /** Words in a fact's label that tell, with one of these units, that it belongs to this field's section. */
  readonly signs?: { readonly words: readonly string[]; readonly units: readonly string[] };
};

/** The id of the fact that fills line `line` (from 1) of a field. */
export function factId(field: FactField, line: number): string {
  return field.lines === undefined ? field.id : `${field.id}${String(line)}`;
}
