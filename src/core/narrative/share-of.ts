/** What of a fact tells whether it is a category of another. */
export type ShareLike = {
  readonly value?: number | null | undefined;
  readonly unit?: string | null | undefined;
  readonly pct?: number | undefined;
  readonly approx?: string | undefined;
};

/** Whether a figure was given without 余, 约 … */
export function isExact({ approx = "" }: ShareLike): boolean {
  return approx === "";
}

/** Percentages are printed with one decimal, or two; a half of the last is what rounding takes. */
const rounding = 0.051;

/** Whether a fact says of itself that it is a category of the other: its percentage is its share of that. */
export function isShareOf({ value, unit, pct }: ShareLike, whole: ShareLike): boolean {
  if (typeof value !== "number" || pct === undefined || typeof whole.value !== "number" || whole.value <= 0)
    return false;
  return isExact(whole) && unit === whole.unit && Math.abs((100 * value) / whole.value - pct) <= rounding;
}
