import type { CellId, CellValue } from "../model/cell";
import type { Explanation } from "../model/report";
import type { SealedContent } from "./sealed-content";

/** A figure that is no longer what was sealed. */
export type CellChange = { readonly cell: CellId; readonly from: CellValue; readonly to: CellValue };

/** A paragraph that was changed, taken out (`to` null) or put in (`from` null). */
export type TextChange = { readonly from: string | null; readonly to: string | null };

/** A reason that was changed, taken out or put in. */
export type ReasonChange = {
  readonly rule: string;
  readonly from: Explanation | null;
  readonly to: Explanation | null;
};

/** What else a seal stands for: unit and year, what is known of the unit, 零报告, the 表尾 by its labels. */
export type DetailChange = { readonly name: string; readonly from: string | null; readonly to: string | null };

export type SealChanges = {
  readonly cells: readonly CellChange[];
  readonly text: readonly TextChange[];
  readonly reasons: readonly ReasonChange[];
  readonly details: readonly DetailChange[];
};

/** Everything in which a content differs from the one that was sealed, in the order of the form. */
export function compareContents(sealed: SealedContent, found: SealedContent): SealChanges {
  return {
    cells: pairs(sealed.values, found.values)
      .filter(({ from, to }) => (from ?? null) !== (to ?? null))
      .map(({ id, from = null, to = null }) => ({ cell: id, from, to })),
    text: textChanges(sealed.text, found.text),
    reasons: pairs(sealed.reasons, found.reasons)
      .filter(({ from, to }) => reasonText(from) !== reasonText(to))
      .map(({ id, from = null, to = null }) => ({ rule: id, from, to })),
    details: [
      ...details(sealed, found),
      ...pairs(sealed.footer, found.footer)
        .filter(({ from, to }) => from !== to)
        .map(({ id, from = null, to = null }) => ({ name: id, from, to })),
    ],
  };
}

export function isUnchanged({ cells, text, reasons, details: rest }: SealChanges): boolean {
  return [cells, text, reasons, rest].every(({ length }) => length === 0);
}

type Entry<K extends string, T> = readonly (readonly [K, T])[];

/** The entries of both under their ids: those that were sealed in their order, then the new ones. */
function pairs<K extends string, T>(
  sealed: Entry<K, T>,
  found: Entry<K, T>,
): readonly { readonly id: K; readonly from: T | undefined; readonly to: T | undefined }[] {
  const before = new Map(sealed);
  const after = new Map(found);
  return [...new Set([...before.keys(), ...after.keys()])].map((id) => ({
    id,
    from: before.get(id),
    to: after.get(id),
  }));
}

function reasonText(reason: Explanation | undefined): string {
  return reason === undefined ? "" : JSON.stringify([reason.text, reason.left, reason.right, reason.by, reason.at]);
}

const detailNames = ["template", "variant", "unit", "year", "unitType", "rulemaking", "zeroReport"] as const;

function details(sealed: SealedContent, found: SealedContent): readonly DetailChange[] {
  return detailNames.flatMap((name): readonly DetailChange[] => {
    const [from, to] = [detailText(sealed[name]), detailText(found[name])];
    return from === to ? [] : [{ name, from, to }];
  });
}

function detailText(value: SealedContent[(typeof detailNames)[number]]): string | null {
  if (value === null) return null;
  return typeof value === "object" ? JSON.stringify([value.by, value.at]) : String(value);
}

/** Paragraphs that stayed keep their order; what stands between them was changed, taken out or put in. */
function textChanges(before: readonly string[], after: readonly string[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  let [at, to] = [0, 0];
  for (const [keptBefore, keptAfter] of [...common(before, after), [before.length, after.length] as const]) {
    const removed = before.slice(at, keptBefore);
    const added = after.slice(to, keptAfter);
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1)
      changes.push({ from: removed[index] ?? null, to: added[index] ?? null });
    [at, to] = [keptBefore + 1, keptAfter + 1];
  }
  return changes;
}

const mostPairs = 4_000_000;

/** A longest common subsequence, as pairs of places. */
function common(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  // A text so long is none of ours: what differs is told line by line.
  if (before.length * after.length > mostPairs)
    return before.flatMap((line, index) => (line === after[index] ? [[index, index] as const] : []));
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    const line = lengths[row] ?? [];
    for (let column = after.length - 1; column >= 0; column -= 1)
      line[column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  }
  const found: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < before.length && column < after.length;) {
    if (before[row] === after[column]) {
      found.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}
