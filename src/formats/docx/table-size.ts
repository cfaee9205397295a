import { lineHeight, mm, pt, textHeight, textWidth } from "./page";

/** Left and right of a cell's text, and above and below it, in twips. */
export const cellPadding = mm(0.9);
export const cellAir = mm(0.3);

/** What the single cells of a column of the grid have to show. */
export type ColumnNeed =
  | { readonly kind: "figures"; readonly figures: readonly string[]; readonly heads: readonly string[] }
  /** Labels of groups, that many characters to the line. */
  | { readonly kind: "groups"; readonly characters: number }
  /** Labels, which take what the other columns leave. */
  | { readonly kind: "labels" };

export type TableSize = {
  /** Twips. */
  readonly widths: readonly number[];
  /** Points. */
  readonly labelSize: number;
  readonly figureSize: number;
};

/** Narrower columns than this are hard to read. */
const narrowest = mm(10.2);
const labelsAtLeast = mm(40);
const manyColumns = 6;
/** Below the heading, with what lines and the air around the table take. */
const tableHeight = textHeight - lineHeight - mm(9);

/** Letter sizes from the usual ones to the smallest that can be read: for labels and for figures. */
const sizes: readonly (readonly [label: number, figure: number])[] = [
  [10.5, 12],
  [10.5, 10.5],
  [10.5, 9],
  [9, 9],
  [9, 7.5],
  [7.5, 7.5],
  [7.5, 6],
  [6, 6],
];

/**
 * Columns and letter sizes with which a table fills the width of the page and no figure is broken. Tables with few
 * columns keep the proportions of the official layout. In tables with many, the columns of figures take what their
 * heads (two characters a line) and longest figures need, in the largest size with which all fits on the page.
 * @param height of the whole table in twips for a given size
 */
export function tableSize(
  proportions: readonly number[],
  needs: readonly ColumnNeed[],
  height: (size: TableSize) => number,
): TableSize {
  if (proportions.length <= manyColumns)
    return { widths: divided(textWidth, proportions), labelSize: 12, figureSize: 12 };
  const candidates = sizes.map(([labelSize, figureSize]) => sized(needs, labelSize, figureSize));
  const fitting = candidates.find(
    (size) =>
      total(size.widths) <= textWidth &&
      needs.every(({ kind }, index) => kind !== "labels" || (size.widths[index] ?? 0) >= labelsAtLeast) &&
      height(size) <= tableHeight,
  );
  const chosen = fitting ?? candidates.at(-1);
  if (chosen === undefined) throw new Error("There is no letter size to choose from");
  return needs.some(({ kind }) => kind === "labels")
    ? chosen
    : { ...chosen, widths: divided(textWidth, chosen.widths) };
}

function sized(needs: readonly ColumnNeed[], labelSize: number, figureSize: number): TableSize {
  const widths = needs.map((need) => columnWidth(need, labelSize, figureSize));
  const labels = needs.filter(({ kind }) => kind === "labels").length;
  const rest = labels === 0 ? 0 : Math.floor((textWidth - total(widths)) / labels);
  return { widths: widths.map((width) => (width === 0 ? rest : width)), labelSize, figureSize };
}

function columnWidth(need: ColumnNeed, labelSize: number, figureSize: number): number {
  if (need.kind === "labels") return 0;
  if (need.kind === "groups") return pt(need.characters * labelSize) + 2 * cellPadding;
  const digits = Math.max(0, ...need.figures.map((figure) => figure.length)) * (figureSize / 2);
  const head = Math.max(0, ...need.heads.map((text) => (text.length <= 3 ? text.length : 2))) * labelSize;
  return Math.max(narrowest, pt(Math.max(digits, head) + 1) + 2 * cellPadding);
}

export function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Whole twips in the given proportions that add up to `whole`. */
function divided(whole: number, proportions: readonly number[]): number[] {
  const sum = total(proportions);
  let taken = 0;
  let reached = 0;
  return proportions.map((part) => {
    reached += part;
    const width = Math.round((whole * reached) / sum) - taken;
    taken += width;
    return width;
  });
}

/** Points from line to line in a cell: closer for figures, which stand on one line. */
export function cellLine(size: number, kind: "label" | "figure"): number {
  return size * (kind === "label" ? 1.3 : 1.2);
}

const loosest = mm(8);
const tightest = mm(5);

/** Twips that a label needs in a cell of that width. */
export function labelHeight(text: string, width: number, size: number): number {
  let letters = 0;
  for (const letter of text) letters += letter <= "\u00ff" ? 0.5 : 1;
  const perLine = Math.max(1, Math.floor((width - 2 * cellPadding) / pt(size)));
  return Math.ceil(letters / perLine) * pt(cellLine(size, "label")) + 2 * cellAir;
}

/** The greatest height of a row, in twips, with which all rows stay on one page; `needs` are their least heights. */
export function rowHeight(needs: readonly number[]): number {
  const step = mm(0.1);
  let height = loosest;
  while (height > tightest && needs.reduce((sum, need) => sum + Math.max(need, height), 0) > tableHeight)
    height -= step;
  return height;
}
