import type { FactSection } from "../model/facts";
import type { RuleSource } from "../rules/rule";

/**
 * Text with slots in braces:
 * - `{t3.newReceived.total|件}`: the value of an expression (see expression.ts) with its classifier: a claim;
 * - `{disclosure.pub_site}`: a fact's figure as the clerk gave it, with 余, 近 … and its own classifier: a claim;
 * - `{disclosure.pub_site.parts}`: the categories of that fact, or nothing; `.shares` with their percentages;
 * - `{supervision.trainings.label}`: what the source calls it;
 * - `{supervision.assessment.text}`: the clerk's words, without the full stop at their end;
 * - `{@name}`: a list of the rule; `{?name}`: a choice of the rule; `{year}`, `{unit}`: of the report.
 */
export type Pattern = string;

/**
 * A comparison of two expressions: `t3.newReceived.total > 0`. With an unknown figure in it, it does not hold. Of facts
 * one may also ask for `x.exact` (its figure, unknown where it is approximate or counted in another classifier),
 * `x.said` (1 where the clerk wrote something other than 无) and `x.named` (1 where the source has its own wording).
 */
export type Comparison = string;

/** One of several ways to say it: the first whose comparisons all hold. */
export type Choice = { readonly when?: readonly Comparison[]; readonly text: Pattern };

export type ListPart = {
  readonly label: string;
  /** An expression. */
  readonly value: string;
  /** Overrides the list's `alone`. */
  readonly alone?: readonly [one: string, several: string];
  /** Said when the value is 0; otherwise zeros are passed over. */
  readonly none?: string;
  /** What the part consists of, said in brackets behind it. */
  readonly within?: ListRule;
};

/** Parts in the order of the form; only those that are not 0 are named. */
export type ListRule = {
  readonly parts: readonly ListPart[];
  /** An expression: the parts must add up to it, or else the list is a placeholder. Without it parts may be unsaid. */
  readonly total?: string;
  /** The classifier; for facts their own. */
  readonly unit?: string;
  readonly join: string;
  /** `{items}` */
  readonly many: string;
  /** When one part is all there is: for a total of 1, and for more. `{label}` */
  readonly alone?: readonly [one: string, several: string];
  readonly missing?: string;
};

export type Variant = Choice & {
  readonly id: string;
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
  readonly lists?: Readonly<Record<string, ListRule>>;
};

/** One sentence of the report: the first variant whose comparisons hold, or none. */
export type SentenceRule = {
  /** Expressions that must be known … */
  readonly needs?: readonly string[];
  /** … and comparisons that must hold before anything can be said … */
  readonly holds?: readonly Comparison[];
  /** … or else this is shown as 【待填：…】. */
  readonly missing?: { readonly id: string; readonly what: string };
  readonly oneOf: readonly Variant[];
  /** What demands the sentence. */
  readonly source?: RuleSource;
};

/** One paragraph of sentences; left out when none of them says anything. */
export type SentencesRule = {
  readonly kind: "sentences";
  readonly id: string;
  /** Put before the first sentence. */
  readonly opening?: Pattern;
  readonly sentences: readonly SentenceRule[];
};

/** 1. level below the section: （一）主动公开 */
export type HeadingRule = { readonly kind: "heading"; readonly id: string; readonly text: string };

/** The clerk's own words, one paragraph for each fact of a field. */
export type NotesRule = {
  readonly kind: "notes";
  readonly id: string;
  readonly section: FactSection;
  readonly field: string;
  /** Around the words, which stand for `{text}`. */
  readonly text?: Pattern;
  /** Said where the clerk wrote nothing but 无. */
  readonly none?: Pattern;
};

/** One sentence for each fact of a field that the clerk named: `{label}`, `{amount}`. */
export type EachRule = {
  readonly kind: "each";
  readonly id: string;
  readonly section: FactSection;
  readonly field: string;
  readonly text: Pattern;
};

/** A placeholder where a field is required of this unit and unsaid. */
export type RequiredRule = {
  readonly kind: "required";
  readonly id: string;
  readonly section: FactSection;
  readonly field: string;
};

/** Facts of a section that no field knows, said with their own labels. */
export type RestRule = { readonly kind: "rest"; readonly id: string; readonly section: FactSection };

/** Problems with their measures, line by line: `{ordinal}`, `{problem}`, `{measure}`. */
export type PairsRule = {
  readonly kind: "pairs";
  readonly id: string;
  readonly problem: string;
  readonly measure: string;
  /** For the n-th pair. */
  readonly text: Pattern;
  /** A problem without a measure, where none is demanded, and a measure without a problem. */
  readonly alone: Pattern;
  readonly loose: Pattern;
  /** Facts whose ids no field knows are meant too. */
  readonly strangers?: true;
  readonly missing?: { readonly problem: string; readonly measure: string };
};

/** Shown when nothing else of the group was said. */
export type GroupRule = {
  readonly kind: "group";
  readonly paragraphs: readonly ParagraphRule[];
  readonly otherwise: { readonly id: string; readonly what: string; readonly source: RuleSource };
};

export type ParagraphRule =
  HeadingRule | SentencesRule | EachRule | NotesRule | RequiredRule | RestRule | PairsRule | GroupRule;

/** Words that belong to no single rule. */
export type NarrativeWords = {
  /** `{what}` */
  readonly placeholder: string;
  /** The categories of a fact: `{parts}`; the second where they have no names. */
  readonly partsOf: string;
  readonly unnamedParts: string;
  readonly partsJoin: string;
  /** Behind a category: `{share}` of the whole; and behind another figure the percentage that was given with it. */
  readonly shareOf: string;
  readonly percentage: string;
  /** Between facts that no field knows. */
  readonly restJoin: string;
  /** Before the placeholder for categories that exceed their total, and what it says: `{label}`. */
  readonly partsBefore: string;
  readonly partsUnequal: string;
  /** 一, 二, 三 … for numbering without Arabic digits. */
  readonly ordinals: readonly string[];
  /** Words that say there is nothing: 无, 没有. */
  readonly nothing: readonly string[];
  readonly stop: string;
};

/** How the text of a form is made. */
export type NarrativeForm = {
  readonly words: NarrativeWords;
  readonly preamble: readonly ParagraphRule[];
  readonly sections: readonly { readonly id: string; readonly paragraphs: readonly ParagraphRule[] }[];
  /** Ids of facts that the tables hold already; they are not said a second time. */
  readonly heldByTables: readonly string[];
};
