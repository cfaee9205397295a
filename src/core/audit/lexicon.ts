import type { Span } from "./sentences";
import type { Line, Topic, Vocabulary, Word } from "./vocabulary";

/** A word of the vocabulary found in a text. */
export type Term = Span & {
  readonly topic: Topic;
} & ({ readonly kind: "line"; readonly word: Line } | { readonly kind: "facet"; readonly word: Word });

/** Every word of the vocabulary in a text; of two that overlap the longer stands. */
export function findTerms(vocabulary: Vocabulary, text: string): readonly Term[] {
  const found: Term[] = [];
  for (const topic of vocabulary.topics) {
    for (const word of topic.lines)
      for (const span of spans(word, text)) found.push({ topic, kind: "line", word, ...span });
    for (const word of topic.facets)
      for (const span of spans(word, text)) found.push({ topic, kind: "facet", word, ...span });
  }
  const length = ({ start, end }: Span): number => end - start;
  return found
    .filter((term) =>
      found.every((other) => !isStrictlyLonger(other, term) || other.start >= term.end || other.end <= term.start),
    )
    .sort((a, b) => a.start - b.start || length(b) - length(a));
}

function isStrictlyLonger(a: Term, b: Term): boolean {
  const [left, right] = [a.end - a.start, b.end - b.start];
  // The same word may belong to several topics (审结); a facet and a line of one topic that overlap are two readings of one place.
  return left > right && (a.topic === b.topic || (a.start <= b.start && a.end >= b.end));
}

function spans({ words }: Word, text: string): readonly Span[] {
  return [...text.matchAll(words)]
    .filter(([match]) => match !== "")
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
