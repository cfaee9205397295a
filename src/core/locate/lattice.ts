import { item } from "./item";

/**
 * Whether Σ coefs·y = constant has a solution in whole numbers y, for all equations at once.
 * @param equations dense coefficients, all of the same length
 */
export function hasWholeSolution(
  equations: readonly { readonly coefs: readonly bigint[]; readonly constant: bigint }[],
): boolean {
  // Column operations keep the set of whole combinations; each equation is brought to one leading coefficient.
  const columns = (equations[0]?.coefs ?? []).map((_, index) => equations.map(({ coefs }) => coefs[index] ?? 0n));
  const rest = equations.map(({ constant }) => constant);
  let used = 0;
  for (let row = 0; row < equations.length; row += 1) {
    for (;;) {
      const live = columns.slice(used).filter((column) => column[row] !== 0n);
      if (live.length <= 1) break;
      live.sort((a, b) => (magnitude(a[row] ?? 0n) < magnitude(b[row] ?? 0n) ? -1 : 1));
      const [least, ...others] = live;
      for (const column of others) {
        const times = (column[row] ?? 0n) / (least?.[row] ?? 1n);
        column.forEach((value, index) => (column[index] = value - times * (least?.[index] ?? 0n)));
      }
    }
    const place = columns.findIndex((column, index) => index >= used && column[row] !== 0n);
    const missing = rest[row] ?? 0n;
    if (place < 0) {
      if (missing !== 0n) return false;
      continue;
    }
    const lead = item(columns, place);
    const step = item(lead, row);
    if (missing % step !== 0n) return false;
    const times = missing / step;
    lead.forEach((value, index) => (rest[index] = (rest[index] ?? 0n) - times * value));
    columns[place] = item(columns, used);
    columns[used] = lead;
    used += 1;
  }
  return true;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
