import type { Inputs } from "../core/narrative/inputs";
import type { Narrative } from "../core/narrative/narrative";
import { claimHolds } from "../core/narrative/verify-claim";
import { documentMessages } from "../messages/document";

/**
 * Holds every number of the text against its source.
 * @throws Error with a sentence for people
 */
export function verifyNumbers(inputs: Inputs, { preamble, sections }: Narrative): void {
  for (const { text, claims } of [...preamble, ...sections.flatMap(({ paragraphs }) => paragraphs)])
    for (const claim of claims) {
      const stands = text.startsWith(claim.text, claim.offset);
      if (!stands || !claimHolds(inputs, claim)) throw new Error(documentMessages.numberDiffers(claim.text, text));
    }
}
