import { decimals, difference, weightedSum, type Weighted } from "../model/decimal";

/** A rounded figure with the number of decimals that it is given with; below 0 for whole thousands and the like. */
export type WrittenFigure = Weighted & { readonly decimals: number };

/**
 * Whether two sums of rounded figures can be equal. A figure with d decimals stands for everything that rounds to it,
 * v ± ½·10^-d; the sums agree where these intervals share more than an end.
 * Source: interval arithmetic of the EBA validation rules (Eurofiling FAQ, decimals).
 */
export function overlaps(left: readonly WrittenFigure[], right: readonly WrittenFigure[]): boolean {
  const gap = Math.abs(difference(weightedSum(left), weightedSum(right)));
  return gap === 0 || gap < slack([...left, ...right]);
}

/** How far a sum may be off because its figures are rounded. */
export function slack(figures: readonly WrittenFigure[]): number {
  const places = Math.max(0, ...figures.map((figure) => figure.decimals));
  // In halves of the last place, so that everything is whole.
  const halves = figures.reduce((sum, { coef, decimals: own }) => sum + Math.abs(coef) * 10 ** (places - own), 0);
  return halves / (2 * 10 ** places);
}

/**
 * The figures of one side of an equation with the decimals that they are written with. A cell does not keep the zeros
 * at the end of 2.50, so the figures of a side share the decimals of the longest one. A 0 says that there is nothing:
 * it is exact, as is a blank that counts as 0.
 */
export function asWritten(side: readonly Weighted[]): readonly WrittenFigure[] {
  const places = Math.max(0, ...side.map(({ value }) => decimals(value)));
  return side.filter(({ value }) => value !== 0).map(({ value, coef }) => ({ value, coef, decimals: places }));
}

/**
 * How far the two sides of an equation over amounts (万元) may differ by the precision written. 0 where every amount
 * is whole: then nothing tells that anybody has rounded.
 */
export function writtenSlack(left: readonly Weighted[], right: readonly Weighted[]): number {
  if ([...left, ...right].every(({ value }) => Number.isInteger(value))) return 0;
  return slack([...asWritten(left), ...asWritten(right)]);
}
