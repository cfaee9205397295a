/**
 * Exact sums of decimal figures. Amounts in 万元 carry up to six decimals in real reports (24252.311082), and a
 * balance must not fail on binary noise, so terms are added as integers scaled by the decimals that are written.
 */

/** Number of decimals in the shortest way to write `value`: 1932.583 → 3, 1e-7 → 7. */
export function decimals(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const written = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent));
}

export type Weighted = { readonly value: number; readonly coef: number };

/** Σ coef·value, exact as long as the scaled integers stay below 2^53. */
export function weightedSum(terms: readonly Weighted[]): number {
  let places = 0;
  let whole = 0;
  for (const { value, coef } of terms) {
    if (!Number.isInteger(value) || !Number.isInteger(coef))
      places = Math.max(places, decimals(value) + decimals(coef));
    whole += coef * value;
  }
  return places === 0 ? whole : roundTo(whole, places);
}

/** `value` rounded to `places` decimals, free of binary noise. */
export function roundTo(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}

/** left − right without binary noise. */
export function difference(left: number, right: number): number {
  if (Number.isInteger(left) && Number.isInteger(right)) return left - right;
  return weightedSum([
    { value: left, coef: 1 },
    { value: right, coef: -1 },
  ]);
}
