/** A number without anything else, thousands parted by commas or not. */
const plain = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** The number that a text plainly is (`5`, `５`, `1,234`, `−3`), or undefined. */
export function plainNumber(text: string): number | undefined {
  const written = text
    .normalize("NFKC")
    .replace(/\u2212/gu, "-")
    .trim();
  if (!plain.test(written)) return undefined;
  const number = Number(written.replaceAll(",", ""));
  return Number.isFinite(number) ? number : undefined;
}
