/**
 * A label as it is compared: full and half width, spaces, line breaks and the kinds of quotes and dots make no
 * difference. `（二） 部分公开` and `(二)部分公开` are the same words.
 */
export function normalizeLabel(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, "")
    .replace(/[“”„‟«»「」『』《》'‘’]/gu, '"')
    .replace(/[．。·•]/gu, ".")
    .replace(/(?<=^\(?\d)、/u, ".")
    .toLowerCase();
}
