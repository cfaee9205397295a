import type { Tie } from "./own-words";
import { percent, type Quantity } from "./quantity";
import { readQuantity, tiedClaim, type Progress } from "./read-quantity";
import { readStatement } from "./read-statement";
import type { Level, Place, Reader } from "./reader";
import type { Span, TextParagraph } from "./sentences";
import { findStatements, type Counting, type Statement } from "./statements";

type Token = { readonly at: number } & (
  | { readonly kind: "quantity"; readonly quantity: Quantity; readonly tie: Tie | undefined }
  | { readonly kind: "tie"; readonly tie: Tie }
  | { readonly kind: "statement"; readonly statement: Statement }
  | { readonly kind: "open" | "close" }
);

/**
 * Reads the numbers and statements of a sentence in their order.
 * @param earlier what the sentence before spoke of
 */
export function readSentence(
  reader: Reader,
  paragraph: TextParagraph,
  sentence: Span,
  progress: Progress,
  earlier: readonly Counting[],
): void {
  const { text } = reader.condensed;
  const outer: Level = { open: -1, from: sentence.start, frame: undefined };
  const inner: Level[] = [];
  const { ties, isSame } = reader.own.ties(text.slice(sentence.start, sentence.end), sentence.start);
  let spoken = sentence.start;
  for (const token of tokensOf(reader, sentence, ties)) {
    const level = inner.at(-1) ?? outer;
    const place: Place = { paragraph, sentence, level, isOurs: isSame };
    switch (token.kind) {
      case "open":
        inner.push({ open: token.at, from: token.at + 1, frame: level.frame });
        break;
      case "close":
        inner.pop();
        break;
      case "tie":
        progress.claims.push(tiedClaim(reader, token.tie, sentence));
        break;
      case "quantity": {
        const frame = readQuantity(reader, place, token.quantity, token.tie, progress);
        if (token.quantity.unit !== percent) level.frame = frame;
        level.from = token.quantity.end;
        break;
      }
      case "statement": {
        const read = token.at < spoken ? undefined : readStatement(reader, place, token.statement, progress, earlier);
        if (read === undefined) break;
        spoken = read.end;
        level.frame = read.frame;
      }
    }
  }
}

function tokensOf({ condensed, quantities }: Reader, sentence: Span, ties: readonly Tie[]): readonly Token[] {
  const scanned = quantities.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  // A name that ends in a digit runs into the number behind it: 号码12 and 5件.
  const tieOf = ({ start, end }: Span): Tie | undefined =>
    ties.filter((tie) => tie.start >= start && tie.start < end).at(-1);
  const inside = scanned.map((quantity) => withoutName(quantity, tieOf(quantity)));
  const tokens: Token[] = [
    ...inside.map((quantity): Token => ({ kind: "quantity", at: quantity.start, quantity, tie: tieOf(quantity) })),
    ...ties
      .filter((tie) => !inside.some((quantity) => tieOf(quantity) === tie))
      .map((tie): Token => ({ kind: "tie", at: tie.start, tie })),
    ...findStatements(condensed.text, sentence)
      .filter(({ rest }) => !inside.some(({ start }) => start >= rest.start && start < rest.end))
      .map((statement): Token => ({ kind: "statement", at: statement.start, statement })),
  ];
  for (let at = sentence.start; at < sentence.end; at += 1) {
    const sign = condensed.text[at];
    if (sign === "（") tokens.push({ kind: "open", at });
    else if (sign === "）") tokens.push({ kind: "close", at });
  }
  return tokens.sort((a, b) => a.at - b.at);
}

function withoutName(quantity: Quantity, tie: Tie | undefined): Quantity {
  if (tie === undefined || tie.start === quantity.start) return quantity;
  return { ...quantity, start: tie.start, value: Number(tie.printed), tolerance: 0 };
}
