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

export type Facts = { readonly [Section in FactSection]?: readonly Fact[] };
