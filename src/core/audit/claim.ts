/** 一致, 不一致, 无法判断. */
export type AuditVerdict = "consistent" | "inconsistent" | "unverifiable";

/** A number as printed; with 余, 近 … where it is not exact; null where the claim is a word (均, 全部, 无). */
export type ClaimValue = number | { readonly approx: string; readonly value: number } | null;

/** Why a claim was judged as it was; the messages make one sentence of it. */
export type Reason =
  /** Cells or facts were compared; `near` names a part that has the printed figure. */
  | { readonly kind: "compared"; readonly near?: string }
  /** It differs, but is said too loosely to be a contradiction. */
  | { readonly kind: "loose" }
  /** Another body's figures: 区政府办, 全市. */
  | { readonly kind: "otherBody"; readonly body: string }
  | { readonly kind: "otherYear"; readonly year: number | null }
  /** The sentence names last year and nothing of this one: left over from last year's text. */
  | { readonly kind: "staleYear"; readonly year: number }
  | { readonly kind: "noPrior" }
  | { readonly kind: "blank" }
  | { readonly kind: "unknown" }
  /** As somebody entered it in words among the inputs of the text. */
  | { readonly kind: "quoted" }
  /** part of whole, in percent. */
  | { readonly kind: "share"; readonly part: number; readonly whole: number }
  | { readonly kind: "noBase" }
  | { readonly kind: "growth"; readonly now: number; readonly before: number; readonly more: boolean }
  /** `isNamed`: one of the parts, or the total, differs from the report and alone spoils the sum. */
  | {
      readonly kind: "parts";
      readonly parts: readonly number[];
      readonly sum: number;
      readonly total: number;
      readonly isNamed?: true;
    }
  | { readonly kind: "nothing"; readonly actual: number }
  | { readonly kind: "all"; readonly part: number; readonly whole: number }
  | { readonly kind: "same"; readonly now: number; readonly before: number };

/** One quantitative claim of a text with the verdict on it. */
export type AuditClaim = {
  /** As it stands in the text, without the breaks of printed lines. */
  readonly text: string;
  readonly value: ClaimValue;
  readonly unit: string | null;
  readonly sentence: string;
  /** Where `text` begins, in UTF-16 units of the text. */
  readonly offset: number;
  readonly verdict: AuditVerdict;
  /** What the report says, in the unit of the claim; null where it says nothing. */
  readonly expected: number | null;
  /** Cell ids and fact paths; `prior.` before those of last year's report. */
  readonly sources: readonly string[];
  readonly reason: Reason;
  /** What it speaks of, by the ids of the vocabulary. */
  readonly subject?: {
    readonly topic: string;
    readonly lines: readonly string[];
    /** Of a facet only: of the cases that were upheld, of natural persons. */
    readonly isPart?: true;
    /** Said to be none at all. */
    readonly isDenied?: true;
  };
};
