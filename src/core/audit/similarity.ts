/** How much of two texts is the same, from 0 to 1: by runs of four characters, without digits and punctuation. */
export function similarity(left: string, right: string): number {
  const a = shingles(left);
  const b = shingles(right);
  const size = total(a) + total(b);
  if (size === 0) return 0;
  let shared = 0;
  for (const [run, count] of a) shared += Math.min(count, b.get(run) ?? 0);
  return (2 * shared) / size;
}

const run = 4;

function shingles(text: string): ReadonlyMap<string, number> {
  const plain = text.replace(/[\d\p{P}\p{S}\s]/gu, "");
  const found = new Map<string, number>();
  for (let at = 0; at + run <= plain.length; at += 1) {
    const piece = plain.slice(at, at + run);
    found.set(piece, (found.get(piece) ?? 0) + 1);
  }
  return found;
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
