import type { Paragraph } from "../core/narrative/narrative";

/** A piece of a paragraph as it is shown: plain words, a number that knows its source, a gap to be filled. */
export type ParagraphPart =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "number"; readonly text: string; readonly source: string }
  | { readonly kind: "placeholder"; readonly text: string };

const placeholder = /【待填[^】]*】/gu;

/** Cuts a paragraph at its claims and placeholders; put together, the pieces are the text again. */
export function paragraphParts({ text, claims }: Pick<Paragraph, "text" | "claims">): readonly ParagraphPart[] {
  const parts: ParagraphPart[] = [];
  let done = 0;
  for (const claim of claims) {
    parts.push(...words(text.slice(done, claim.offset)), { kind: "number", text: claim.text, source: claim.source });
    done = claim.offset + claim.text.length;
  }
  return [...parts, ...words(text.slice(done))];
}

function words(text: string): readonly ParagraphPart[] {
  const parts: ParagraphPart[] = [];
  let done = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > done) parts.push({ kind: "words", text: text.slice(done, match.index) });
    parts.push({ kind: "placeholder", text: match[0] });
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push({ kind: "words", text: text.slice(done) });
  return parts;
}
