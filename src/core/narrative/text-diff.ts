/** A piece of two texts: in both, only in the older, only in the newer. */
export type DiffPiece = { readonly kind: "same" | "old" | "new"; readonly text: string };

/** A token with where it begins. */
export type Token = { readonly text: string; readonly offset: number };

// Numbers and words of Latin letters are one thing; of Chinese every character is.
const tokens = /\d+(?:\.\d+)?|[A-Za-z]+|\s+|[^]/gu;

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(tokens)].map((match) => ({ text: match[0], offset: match.index }));
}

/** Beyond this many comparisons the middle of two texts counts as rewritten: nobody reads such a diff anyway. */
const mostComparisons = 4_000_000;

/**
 * Pairs of tokens (indices into both) that are the same in both texts, in order: a longest common subsequence.
 * @param before tokens of the older text
 * @param after tokens of the newer text
 */
export function sameTokens(before: readonly Token[], after: readonly Token[]): readonly (readonly [number, number])[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start]?.text === after[start]?.text) start += 1;
  let end = 0;
  const endsAlike = (): boolean =>
    before[before.length - 1 - end]?.text === after[after.length - 1 - end]?.text && end < shorter - start;
  while (endsAlike()) end += 1;
  const middle = subsequence(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([a, b]) => [a + start, b + start] as const),
    ...Array.from({ length: end }, (_, index) => [before.length - end + index, after.length - end + index] as const),
  ];
}

function subsequence(a: readonly Token[], b: readonly Token[]): readonly (readonly [number, number])[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostComparisons) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i]?.text === b[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.text === b[j]?.text && at(i, j) === at(i + 1, j + 1) + 1) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What was replaced, or what stayed. */
type Run = { readonly old: string; readonly now: string } | { readonly same: string };

/** How one text became another; all pieces but the new are the older text, all but the old the newer one. */
export function diffTexts(older: string, newer: string): readonly DiffPiece[] {
  const [a, b] = [tokensOf(older), tokensOf(newer)];
  const offset = (list: readonly Token[], index: number, text: string): number => list[index]?.offset ?? text.length;
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...sameTokens(a, b), [a.length, b.length] as const]) {
    const old = older.slice(offset(a, i, older), offset(a, nextI, older));
    const now = newer.slice(offset(b, j, newer), offset(b, nextJ, newer));
    if (old !== "" || now !== "") runs.push({ old, now });
    const same = a[nextI]?.text ?? "";
    const last = runs.at(-1);
    if (last !== undefined && "same" in last) runs[runs.length - 1] = { same: last.same + same };
    else if (same !== "") runs.push({ same });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return withoutIslands(runs).flatMap((run): readonly DiffPiece[] => {
    if ("same" in run) return [{ kind: "same", text: run.same }];
    return [
      ...(run.old === "" ? [] : [{ kind: "old", text: run.old } as const]),
      ...(run.now === "" ? [] : [{ kind: "new", text: run.now } as const]),
    ];
  });
}

/** A few characters that stayed by chance amid what was rewritten are no help to a reader. */
const shortest = 3;

function withoutIslands(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const [before, island] = kept.slice(-2);
    const isAmid = before !== undefined && island !== undefined && !("same" in before) && "same" in island;
    const isChange = !("same" in run);
    if (isAmid && isChange && island.same.length <= shortest && weight(before) + weight(run) > 4 * island.same.length) {
      const merged = { old: before.old + island.same + run.old, now: before.now + island.same + run.now };
      kept.splice(-2, 2, merged);
    } else kept.push(run);
  }
  return kept;
}

function weight(run: { readonly old: string; readonly now: string }): number {
  return run.old.length + run.now.length;
}

/** The share of two texts that is the same, from 0 to 1; 1 for two empty ones. */
export function likeness(a: string, b: string): number {
  const [before, after] = [tokensOf(a), tokensOf(b)];
  const whole = before.length + after.length;
  return whole === 0 ? 1 : (2 * sameTokens(before, after).length) / whole;
}
