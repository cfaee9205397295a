import type { Applicability, Condition, RuleSource, Severity } from "../rules/rule";

type TextRuleBase = {
  /** Without the template's id: `narr.sections`. */
  readonly id: string;
  readonly severity: Severity;
  /** The rule in words. `{detail}`, `{n}`, `{a}`, `{b}`, `{section}`, `{when0}` are filled in by the messages. */
  readonly sentence: string;
  readonly source: RuleSource;
  readonly appliesTo?: Applicability;
  /** Asked only where the figures make it so. */
  readonly when?: Condition;
};

/** All sections of the form, in their order. Asked of a text that has the first of them: an excerpt has not. */
export type SectionsRule = TextRuleBase & { readonly kind: "sections" };

/** The title of the text. */
export type TitleRule = TextRuleBase & { readonly kind: "title"; readonly pattern: RegExp };

/** 统计期限 from January to December of the year, and years that the text was left with. */
export type YearRule = TextRuleBase & { readonly kind: "period" | "staleYear" };

/** Every aspect must be touched by one of its words; `{detail}` names those that are not. */
export type WordsRule = TextRuleBase & {
  readonly kind: "words";
  readonly section: string;
  readonly all: readonly { readonly name: string; readonly words: readonly string[] }[];
};

export type LengthRule = TextRuleBase & {
  readonly kind: "length";
  readonly section: string;
  /** Characters without spaces. */
  readonly min?: number;
  readonly max?: number;
};

/** An amount in a section that a cell must reach: `{n}` yuan against `{a}` of the cell. */
export type AmountRule = TextRuleBase & {
  readonly kind: "amount";
  readonly section: string;
  /** The amount in its first group, 万元 or 元 in its second. */
  readonly pattern: RegExp;
  /** A cell in 万元. */
  readonly cell: string;
};

/** Too much of last year's words; asked where last year's text is at hand. */
export type SimilarityRule = TextRuleBase & {
  readonly kind: "similarity";
  readonly sections: readonly string[];
  readonly threshold: number;
};

/** The day by which the report was due, where the text says when it was published. */
export type DeadlineRule = TextRuleBase & {
  readonly kind: "deadline";
  /** Month and day in the following year, by kind of unit; where the kind is unknown the later one counts. */
  readonly limits: { readonly department: string; readonly government: string };
};

/** A number of the text that differs from the tables: of these lines of the vocabulary, or denied altogether. */
export type ClaimsRule = TextRuleBase & {
  readonly kind: "claims";
  readonly topic: string;
  readonly lines: readonly string[];
  /** Of 未收到, 无 … instead of numbers. */
  readonly denied?: true;
};

/** A name below the form that should be the unit's. */
export type FooterRule = TextRuleBase & { readonly kind: "footer"; readonly label: string };

/** What a report text should be like, apart from its figures. Run only where there is a text. */
export type TextRule =
  | SectionsRule
  | TitleRule
  | YearRule
  | WordsRule
  | LengthRule
  | AmountRule
  | SimilarityRule
  | DeadlineRule
  | ClaimsRule
  | FooterRule;
