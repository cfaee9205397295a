/**
 * How report texts speak of the cells of a form: data of the form, read by one interpreter. Patterns match condensed
 * text (no spaces, Chinese punctuation) and carry the flags `gu`.
 */
export type Vocabulary = { readonly topics: readonly Topic[] };

/** Readings that a word admits; each is a list of ids that are added. */
export type Picks = readonly (readonly string[])[];

/** What is counted (收到申请, 予以公开, 行政复议), or by what it is divided (自然人, 维持, 废止). */
export type Word = {
  readonly id: string;
  readonly words: RegExp;
  readonly picks: Picks;
  /** Said so loosely that a difference proves nothing. */
  readonly loose?: true;
};

/** A word around the number: 收到70件申请, 1件结转下年度. `before` ends at the number, `behind` begins at the classifier's end. */
export type Around = { readonly before: RegExp; readonly behind: RegExp };

export type Line = Word & {
  readonly around?: readonly Around[];
  /** Shorter words directly before a number that mean the line once it has been spoken of: 2023年收到35件. */
  readonly again?: RegExp;
  /** Says what became of things without naming them (办结, 予以公开): behind other things it speaks of those. */
  readonly isBare?: true;
};

/** Words behind 均 or 全部 that speak of a line: 均已办结 says that `line` is all of what was counted before. */
export type Universal = {
  readonly words: RegExp;
  readonly line: string;
  /** What is left over: where this line is 0, it holds of all in any case. */
  readonly rest?: string;
  /** Where it does not hold by the figures, nothing is proved (在法定期限内答复). */
  readonly loose?: true;
};

/** 办结率, 答复率: the share of `part` in one of `wholes`. */
export type Rate = { readonly words: RegExp; readonly part: string; readonly wholes: Picks; readonly loose?: true };

/** Lines or facets that together are a whole. */
export type Partition = {
  readonly of: "lines" | "facets";
  readonly members: readonly string[];
  /** The line whose figure is their sum; of facets it is the line they divide. */
  readonly total?: string;
};

/** A block of the form that texts speak of with words for its rows and its columns. */
export type Topic = {
  readonly id: string;
  /** The cell or fact of a line and facet: `t3.{line}.{facet}`, `t4.cases.{line}{facet}`, `{line}`. */
  readonly cell: string;
  /** Classifiers its figures are counted with, and how many units of the form each stands for. */
  readonly units: Readonly<Record<string, number>>;
  readonly lines: readonly Line[];
  readonly facets: readonly Word[];
  /** The facet where none is said; `parts` add up to it and stand in where it is blank. Without it a facet is needed. */
  readonly whole?: { readonly picks: Picks; readonly parts?: readonly string[]; readonly loose?: true };
  /** A difference is a contradiction only where the paragraph up to the number speaks of this. */
  readonly about?: RegExp;
  /** Words that narrow what is counted (通过网络, 上半年), so that a difference proves nothing. */
  readonly narrowing?: RegExp;
  readonly universals?: readonly Universal[];
  readonly rates?: readonly Rate[];
  readonly partitions?: readonly Partition[];
};

/** A vocabulary made of several blocks. */
export function vocabularyOf(...topics: readonly Topic[]): Vocabulary {
  return { topics };
}
