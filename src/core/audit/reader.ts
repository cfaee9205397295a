import type { Report } from "../model/report";
import type { Template } from "../model/template";
import type { Inputs } from "../narrative/inputs";
import type { AuditClaim } from "./claim";
import { condense, originalSlice, type Condensed } from "./condense";
import { enteredIn, type Entered } from "./entered";
import { findTerms, type Term } from "./lexicon";
import { ownWordsOf, type OwnWords } from "./own-words";
import { scanQuantities, type Quantity } from "./quantity";
import { figuresOf, type Figures, type Frame } from "./reading";
import type { Span, TextParagraph } from "./sentences";
import type { TextForm } from "./text-form";
import { vocabularyOf, type Vocabulary } from "./vocabulary";

export type AuditInputs = {
  readonly template: Template;
  /** How texts speak of the form; without it a text is held against the other inputs alone. */
  readonly textForm?: TextForm | undefined;
  readonly report: Report;
  /** Last year's report of the same unit. */
  readonly prior?: Report | undefined;
};

/** A text as it is read: with its words, its numbers and the figures it is held against. */
export type Reader = {
  readonly original: string;
  readonly condensed: Condensed;
  readonly report: Report;
  readonly vocabulary: Vocabulary;
  readonly terms: readonly Term[];
  readonly quantities: readonly Quantity[];
  readonly now: Figures;
  readonly before: Figures | undefined;
  readonly entered: Entered;
  readonly own: OwnWords;
  /** Where the text repeats words that somebody entered. */
  readonly quotes: readonly (Span & { readonly path: string })[];
};

/** What has been read on one level of brackets: where the text behind the last number begins, and of what it spoke. */
export type Level = { readonly open: number; from: number; frame: Frame | undefined };

/** Where a number or a statement stands. */
export type Place = {
  readonly paragraph: TextParagraph;
  readonly sentence: Span;
  readonly level: Level;
  /** The sentence is one that we make of this report, word for word. */
  readonly isOurs: boolean;
};

/** Reads a text with the words of the form and the figures of the report. */
export function createReader({ template, textForm, report, prior }: AuditInputs, text: string): Reader {
  const condensed = condense(text);
  const vocabulary = textForm?.vocabulary ?? vocabularyOf();
  const inputs: Inputs = { template, report, prior };
  const terms = findTerms(vocabulary, condensed.text);
  const entered = enteredIn(inputs);
  return {
    original: text,
    condensed,
    report,
    vocabulary,
    terms,
    // 三类内部事务信息 is a name, not three of anything.
    quantities: scanQuantities(condensed.text).filter(
      ({ start, end }) => !terms.some((term) => term.start <= start && term.end >= end),
    ),
    now: figuresOf(inputs),
    before: prior && figuresOf({ template, report: prior, prior: undefined }, "prior."),
    entered,
    own: ownWordsOf(inputs),
    quotes: entered.words.flatMap(({ path, text: words }) => quotesOf(condensed.text, words, path)),
  };
}

function quotesOf(text: string, words: string, path: string): readonly (Span & { readonly path: string })[] {
  const found: (Span & { readonly path: string })[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length, path });
  return found;
}

export function placed(
  { original, condensed }: Reader,
  { start, end }: Span,
  sentence: Span,
): Pick<AuditClaim, "text" | "sentence" | "offset"> {
  return {
    text: originalSlice(original, condensed, start, end),
    sentence: originalSlice(original, condensed, sentence.start, sentence.end),
    offset: condensed.at[start] ?? 0,
  };
}
