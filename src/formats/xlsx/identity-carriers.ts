import { formVersion } from "./custom-part";

/**
 * Where a workbook says which form it holds, beside its custom XML part: programs that work on cells alone drop parts
 * and properties, and a copied sheet brings neither along.
 */

/** A hidden name that carries version and form: `"1|nb2021"`. */
export const identityName = "GOUJI.form";

/** What the hidden name says, without its quotes. */
export function identityMark(template: string): string {
  return `${String(formVersion)}|${template}`;
}

/** Cells in the hidden column of the 正文要素 sheet hold the same text as the custom XML part, piece by piece. */
export const identityPieces = 2;

/** A cell of Excel holds 32767 characters. */
const pieceLength = 32_000;
const piecePattern = /^gouji (\d)\/(\d) (.*)$/s;

/** The pieces of an identity text, at most nine; none where it is too long for the cells. */
export function splitIdentity(text: string, most = identityPieces): readonly string[] {
  const count = Math.ceil(text.length / pieceLength);
  if (count > most) return [];
  return Array.from(
    { length: count },
    (_, index) =>
      `gouji ${String(index + 1)}/${String(count)} ${text.slice(index * pieceLength, (index + 1) * pieceLength)}`,
  );
}

/** What the cells of a form to be worked on hold: its pieces, blank behind them. */
export function identityCells(text: string): readonly string[] {
  const pieces = splitIdentity(text);
  return Array.from({ length: identityPieces }, (_, index) => pieces[index] ?? "");
}

/** The text whose pieces are among these cells of one sheet, if they are all there. */
export function joinIdentity(cells: Iterable<string>): string | undefined {
  const pieces = new Map<number, string>();
  let wanted = 1;
  for (const cell of cells) {
    const [, index, count, text = ""] = piecePattern.exec(cell) ?? [];
    if (index === undefined) continue;
    pieces.set(Number(index), text);
    wanted = Number(count);
  }
  const found = Array.from({ length: wanted }, (_, index) => pieces.get(index + 1));
  return found.every((piece) => piece !== undefined) ? found.join("") : undefined;
}
