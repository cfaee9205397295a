/** One figure in a sentence, tied to where it comes from. */
export type Claim = {
  /** As it stands in the paragraph: the digits with the classifier behind them (`6件`, `5300余条`). */
  readonly text: string;
  readonly value: number;
  /** A cell id, a fact path (`disclosure.pub_site.value`), or sums and differences of them. */
  readonly source: string;
  /** Where `text` begins in the paragraph, in UTF-16 units. */
  readonly offset: number;
};

/** A piece of a paragraph with the rule that made it. The pieces of a paragraph put together are its text. */
export type Sentence = { readonly rule: string; readonly text: string };

export type Paragraph = {
  /** The rule of the paragraph; each sentence has one of its own. */
  readonly rule: string;
  readonly kind: "heading" | "text";
  readonly text: string;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly sentences: readonly Sentence[];
};

export type NarrativeSection = {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
};

/**
 * What is required and missing, as it stands in the text: 【待填：…】. `source` is the cell id or fact path where it
 * is to be filled in; absent where several places together would say it.
 */
export type Placeholder = { readonly section: string; readonly text: string; readonly source?: string };

/** The report text of one unit and year. */
export type Narrative = {
  readonly title: string;
  /** 导语: what stands between the title and the first section. */
  readonly preamble: readonly Paragraph[];
  readonly sections: readonly NarrativeSection[];
  readonly placeholders: readonly Placeholder[];
};
