import { roundTo } from "../model/decimal";

/** A percentage with `places` decimals; halves go up, whatever the binary noise of the division says. */
export function roundPercent(value: number, places: number): number {
  return roundTo(value + Math.sign(value) * 1e-9, places);
}

/**
 * The shares of one whole in percent, all with the same number of decimals, adding up to 100 as a reader expects: with
 * one decimal where they do so by rounding, or else with two; where neither does, those with one decimal whose
 * remainders are the largest are rounded up (largest remainder).
 * @param parts whose sum is the whole, which is not 0
 */
export function sharesOfWhole(parts: readonly number[]): {
  readonly shares: readonly number[];
  readonly places: number;
} {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const exact = parts.map((part) => (100 * part) / whole);
  for (const places of [1, 2]) {
    const shares = exact.map((share) => roundPercent(share, places));
    if (
      roundTo(
        shares.reduce((sum, share) => sum + share, 0),
        places,
      ) === 100
    )
      return { shares, places };
  }
  const tenths = exact.map((share) => Math.floor(share * 10 + 1e-9));
  const missing = 1000 - tenths.reduce((sum, share) => sum + share, 0);
  const up = exact
    .map((share, index) => ({ index, rest: share * 10 - (tenths[index] ?? 0) }))
    // Of equal remainders those of the larger parts, where a step weighs the least.
    .sort((a, b) => Math.round((b.rest - a.rest) * 1e6) || (parts[b.index] ?? 0) - (parts[a.index] ?? 0))
    .slice(0, missing)
    .map(({ index }) => index);
  return { shares: tenths.map((share, index) => roundTo((share + (up.includes(index) ? 1 : 0)) / 10, 1)), places: 1 };
}

/** With as many decimals as its neighbours have: 30.0%. */
export function percentText(share: number, places: number): string {
  return `${share.toFixed(places)}%`;
}
