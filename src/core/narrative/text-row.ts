import type { Claim } from "./narrative";

/** A paragraph as it was last made from the figures, kept beside the words that stand in the sheet. */
export type Told = {
  readonly text: string;
  /** The clerk's own words when figures were last brought up to date in them; absent where that never happened. */
  readonly seen?: string;
  /** Figures in `seen`, or else in `text`. */
  readonly claims: readonly Claim[];
};

/** One row of the sheet 年报正文. */
export type TextRow = {
  /** What the row is, see {@link rowKey}; empty for a paragraph that the clerk added. */
  readonly key: string;
  /** What stands there, without white space around it. */
  readonly text: string;
  /** null where the row was not made by us, or has lost what was kept beside it. */
  readonly told: Told | null;
};

/** The sheet 年报正文. */
export type TextSheet = {
  readonly rows: readonly TextRow[];
  /** Keys of all paragraphs that were last made: one without a row was taken out by the clerk. */
  readonly known: readonly string[];
};

/** Title, 一、二、三 …, （一）（二）…, paragraph. */
export type RowPart = "title" | "heading" | "subheading" | "text";

const letters: Readonly<Record<string, RowPart>> = { T: "title", H: "heading", S: "subheading", P: "text" };

/**
 * `T`, `H:s1`, `S:s1:nb2021.s1.head`, `P:s1:nb2021.s1.channels#2`: what it is, the section (empty
 * for the 导语), the rule, and which of the rule's paragraphs.
 */
export function rowKey(part: RowPart, section = "", rule = "", number = 1): string {
  const letter = Object.entries(letters).find(([, known]) => known === part)?.[0] ?? "P";
  if (part === "title") return letter;
  if (part === "heading") return `${letter}:${section}`;
  return `${letter}:${section}:${rule}${number === 1 ? "" : `#${String(number)}`}`;
}

/** What a key tells; a key that is none of ours is that of a paragraph without section. */
export function keyParts(key: string): { readonly part: RowPart; readonly section: string; readonly group: string } {
  const [letter = "", section = ""] = key.split(":");
  return { part: letters[letter] ?? "text", section, group: key.replace(/#\d+$/u, "") };
}

/** The section in which each row stands: that of the heading above it; null before the first one. */
export function sectionsOfRows(rows: readonly Pick<TextRow, "key">[]): readonly (string | null)[] {
  const headed = new Set(rows.flatMap(({ key }) => (keyParts(key).part === "heading" ? [keyParts(key).section] : [])));
  let current: string | null = null;
  return rows.map(({ key }) => {
    const { part, section } = keyParts(key);
    // Where the heading of its section was taken out, a paragraph still belongs there.
    if (part === "heading" || (section !== "" && !headed.has(section))) current = section;
    return part === "title" ? null : current;
  });
}

/** A paragraph as it is compared: programs change line ends and white space around a text, and that is no edit. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/gu, "\n").trim();
}
