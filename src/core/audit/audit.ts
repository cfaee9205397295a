import type { AuditClaim } from "./claim";
import { judgeParts } from "./parts";
import type { Item } from "./part-sums";
import type { Progress } from "./read-quantity";
import { createReader, placed, type AuditInputs, type Reader } from "./reader";
import { readSentence } from "./read-sentence";
import { paragraphsOf, sentencesOf, type TextParagraph } from "./sentences";
import type { Counting } from "./statements";

/**
 * Every quantitative claim of a text, held against the tables, the other inputs and last year's report. A claim is
 * inconsistent only if no admissible reading of its sentence makes it true; what cannot be told is unverifiable.
 * @param text any text: our own, edited, or foreign
 */
export function audit(inputs: AuditInputs, text: string): readonly AuditClaim[] {
  const reader = createReader(inputs, text);
  return paragraphsOf(reader.condensed, inputs.template)
    .filter(({ kind }) => kind === "prose")
    .flatMap((paragraph) => auditParagraph(reader, paragraph))
    .sort((a, b) => a.offset - b.offset);
}

function auditParagraph(reader: Reader, paragraph: TextParagraph): readonly AuditClaim[] {
  const items: Item[] = [];
  const claims: AuditClaim[] = [];
  let earlier: readonly Counting[] = [];
  for (const sentence of sentencesOf(paragraph)) {
    const progress: Progress = { items, claims: [], counted: [] };
    readSentence(reader, paragraph, sentence, progress, earlier);
    claims.push(...settleStale(progress.claims));
    earlier = progress.counted;
  }
  for (const parts of judgeParts(reader.condensed.text, items, reader.now)) {
    const { start, end, unit, verdict, expected, sources, reason } = parts;
    const sentence = sentencesOf(paragraph).find((span) => span.start <= start && span.end > start) ?? paragraph;
    claims.push({
      ...placed(reader, { start, end }, sentence),
      value: null,
      unit,
      verdict,
      expected,
      sources,
      reason,
    });
  }
  return claims;
}

/** A sentence that names last year alone and contradicts this year's tables is last year's as a whole. */
function settleStale(claims: readonly AuditClaim[]): readonly AuditClaim[] {
  const isLeftOver = claims.some(({ verdict, reason }) => verdict === "inconsistent" && reason.kind === "staleYear");
  return claims.map((claim) => {
    if (claim.reason.kind !== "staleYear") return claim;
    return isLeftOver ? { ...claim, verdict: "inconsistent" } : { ...claim, reason: { kind: "compared" } };
  });
}
