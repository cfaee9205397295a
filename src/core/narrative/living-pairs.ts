import type { Generated } from "./generated-rows";
import { likeness } from "./text-diff";
import { keyParts, plainText, type TextRow } from "./text-row";

export type Pairs = {
  /** By the index of the row; a copy is a row whose key another row bears already. */
  readonly byRow: ReadonlyMap<number, { readonly made: Generated | undefined; readonly isCopy: boolean }>;
  /** Keys of what is made and was taken out by the clerk. */
  readonly removed: readonly string[];
};

/** From this likeness on a row without a key is taken for a paragraph that somebody reworked. */
const leastLikeness = 0.6;

/**
 * Which row is which paragraph: by key; of several paragraphs of one rule first those that say the same, then in their
 * order. Rows that have lost their keys are known by what they say.
 */
export function pairRows(made: readonly Generated[], rows: readonly TextRow[], known: readonly string[]): Pairs {
  const byRow = new Map<number, { made: Generated | undefined; isCopy: boolean }>();
  const waiting = new Set(made);
  const emptied = new Set<string>();
  for (const group of new Set(rows.flatMap(({ key }) => (key === "" ? [] : [keyParts(key).group])))) {
    const own = rows.flatMap((row, index) =>
      row.key !== "" && keyParts(row.key).group === group ? [{ row, index }] : [],
    );
    const originals = own.filter(({ row, index }) => original(own, row) === index);
    const possible = [...waiting].filter(({ key }) => keyParts(key).group === group);
    for (const { index } of own) byRow.set(index, { made: undefined, isCopy: true });
    const pair = (index: number, one: Generated | undefined): void => {
      byRow.set(index, { made: one, isCopy: false });
      if (one === undefined) return;
      waiting.delete(one);
      possible.splice(possible.indexOf(one), 1);
    };
    const left = originals.filter(({ row, index }) => {
      const same = possible.find(({ text }) => text === row.told?.text || plainText(text) === row.text);
      if (same !== undefined) pair(index, same);
      return same === undefined;
    });
    // Among those left the same number of the rule is the same paragraph, as long as there is one.
    const unnumbered = left.filter(({ row, index }) => {
      const same = possible.find(({ key }) => key === row.key);
      if (same !== undefined) pair(index, same);
      return same === undefined;
    });
    for (const { index } of unnumbered) {
      const next = possible.find(({ key }) => !known.includes(key));
      pair(index, next);
    }
  }
  pairByWords(byRow, waiting, rows);
  rows.forEach((row, index) => {
    const key = byRow.get(index)?.made?.key;
    if (row.text === "" && key !== undefined) emptied.add(key);
  });
  const removed = [...waiting].filter(({ key }) => known.includes(key)).map(({ key }) => key);
  return { byRow, removed: [...removed, ...emptied] };
}

/** Of several rows with one key: the one that was edited, else the first. */
function original(
  own: readonly { readonly row: TextRow; readonly index: number }[],
  { key }: TextRow,
): number | undefined {
  const same = own.filter(({ row }) => row.key === key);
  const edited = same.find(({ row: { text, told } }) => text !== "" && text !== plainText(told?.text ?? ""));
  return (edited ?? same[0])?.index;
}

function pairByWords(
  byRow: Map<number, { made: Generated | undefined; isCopy: boolean }>,
  waiting: Set<Generated>,
  rows: readonly TextRow[],
): void {
  const loose = rows.flatMap((row, index) =>
    row.key === "" && row.told === null && row.text !== "" ? [{ row, index }] : [],
  );
  const left = loose.filter(({ row, index }) => {
    const same = [...waiting].find(({ text }) => plainText(text) === row.text);
    if (same === undefined) return true;
    waiting.delete(same);
    byRow.set(index, { made: same, isCopy: false });
    return false;
  });
  // A clerk's own paragraph among rows with keys is just that; only where all keys are gone likeness has to do.
  if (rows.some(({ key }) => key !== "")) return;
  for (const { row, index } of left) {
    const [best] = [...waiting]
      .map((one) => ({ one, score: likeness(one.text, row.text) }))
      .filter(({ score }) => score >= leastLikeness)
      .sort((a, b) => b.score - a.score);
    if (best === undefined) continue;
    waiting.delete(best.one);
    byRow.set(index, { made: best.one, isCopy: false });
  }
}
