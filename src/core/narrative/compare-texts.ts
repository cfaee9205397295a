import { diffTexts, type DiffPiece } from "./text-diff";

/** Two texts paragraph by paragraph: what one of them lacks is null there. */
export type ComparedParagraph = {
  readonly kind: "same" | "changed" | "new" | "gone";
  readonly older: string | null;
  readonly newer: string | null;
  readonly pieces: readonly DiffPiece[];
};

/** Paragraphs less alike than this are two different ones. */
const leastAlike = 0.3;

/**
 * Sets the paragraphs of two texts beside each other, in order: those that are most alike belong together.
 * @param older last year's paragraphs
 * @param newer this year's
 */
export function compareTexts(older: readonly string[], newer: readonly string[]): readonly ComparedParagraph[] {
  const [before, after] = [older.map(pairsOf), newer.map(pairsOf)];
  const width = newer.length + 1;
  const scores = new Float64Array((older.length + 1) * width);
  const alike = before.map((a) => after.map((b) => overlap(a, b)));
  const at = (i: number, j: number): number => scores[i * width + j] ?? 0;
  const score = (i: number, j: number): number => {
    const value = alike[i]?.[j] ?? 0;
    return value < leastAlike ? -1 : value;
  };
  for (let i = older.length - 1; i >= 0; i -= 1)
    for (let j = newer.length - 1; j >= 0; j -= 1)
      scores[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + score(i, j));
  const rows: ComparedParagraph[] = [];
  let [i, j] = [0, 0];
  while (i < older.length || j < newer.length) {
    const [last, now] = [older[i], newer[j]];
    if (last !== undefined && now !== undefined && at(i, j) === at(i + 1, j + 1) + score(i, j)) {
      rows.push({ kind: last === now ? "same" : "changed", older: last, newer: now, pieces: diffTexts(last, now) });
      i += 1;
      j += 1;
    } else if (last !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      rows.push({ kind: "gone", older: last, newer: null, pieces: [{ kind: "old", text: last }] });
      i += 1;
    } else if (now !== undefined) {
      rows.push({ kind: "new", older: null, newer: now, pieces: [{ kind: "new", text: now }] });
      j += 1;
    }
  }
  return rows;
}

/** The pairs of neighbouring characters in a text, numbers left out: other figures make no other paragraph. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = text.replace(/[\d\s.,]+/gu, "");
  const pairs = new Set<string>();
  for (let index = 0; index < Math.max(1, letters.length - 1); index += 1) pairs.add(letters.slice(index, index + 2));
  return pairs;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of a) if (b.has(pair)) both += 1;
  return (2 * both) / (a.size + b.size);
}
