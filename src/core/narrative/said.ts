import type { Claim, Placeholder } from "./narrative";

/** What is missing, as it stands in the text, and the cell or fact path where it would be filled in, if that is known. */
export type Gap = Omit<Placeholder, "section">;

/** Words under construction: text, the claims in it, and what is missing in it. */
export type Said = { readonly text: string; readonly claims: readonly Claim[]; readonly gaps: readonly Gap[] };

export const nothing: Said = { text: "", claims: [], gaps: [] };

export function plain(text: string): Said {
  return { text, claims: [], gaps: [] };
}

export function claimed(text: string, value: number, source: string): Said {
  return { text, claims: [{ text, value, source, offset: 0 }], gaps: [] };
}

export function joined(parts: readonly Said[], join = ""): Said {
  let text = "";
  const claims: Claim[] = [];
  const gaps: Gap[] = [];
  parts.forEach((part, index) => {
    if (index > 0) text += join;
    for (const claim of part.claims) claims.push({ ...claim, offset: claim.offset + text.length });
    gaps.push(...part.gaps);
    text += part.text;
  });
  return { text, claims, gaps };
}

/** Fills the slots of a pattern; what stands between braces is given to `fill`. */
export function filled(pattern: string, fill: (slot: string) => Said): Said {
  const pieces = pattern.split(/\{([^{}]*)\}/u);
  return joined(pieces.map((piece, index) => (index % 2 === 0 ? plain(piece) : fill(piece))));
}

/**
 * Somebody's own words. The digits in them are claims too, whose source are these very words: nobody can say more
 * about them, and nothing in the text goes without a source.
 */
export function quotedWords(text: string, source: string): Said {
  return {
    text,
    claims: [...text.matchAll(/\d+(?:\.\d+)?/gu)].map((match) => ({
      text: match[0],
      value: Number(match[0]),
      source,
      offset: match.index,
    })),
    gaps: [],
  };
}
