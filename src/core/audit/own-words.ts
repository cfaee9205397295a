import { factSections } from "../model/facts";
import { narrate } from "../narrative/narrate";
import { parseExpression, pathText } from "../narrative/expression";
import type { Inputs } from "../narrative/inputs";
import { condense } from "./condense";
import { sentencesOf, type Span } from "./sentences";

/** A number of the text that stands where our own sentence has one: with the source of that one. */
export type Tie = Span & {
  /** As printed in the text. */
  readonly printed: string;
  /** What our sentence says there. */
  readonly ours: string;
  readonly sources: readonly string[];
  /** The source are words that somebody entered, not a figure. */
  readonly isQuoted: boolean;
};

/** Text and ties of one of our own sentences. */
type OwnSentence = { readonly text: string; readonly claims: readonly OwnClaim[] };
type OwnClaim = Span & { readonly sources: readonly string[]; readonly isQuoted: boolean };

export type OwnWords = {
  /** The ties of a sentence of the text: it is ours but perhaps for its digits. */
  readonly ties: (sentence: string, start: number) => { readonly ties: readonly Tie[]; readonly isSame: boolean };
  /** The input whose figure follows these words in our text, where only one does. */
  readonly lead: (words: string) => { readonly value: string; readonly sources: readonly string[] } | undefined;
};

const digits = /\d+(?:\.\d+)?/gu;

/** The sentences that the form's rules make of the report, to recognise them in a text that was made so. */
export function ownWordsOf(inputs: Inputs): OwnWords {
  const narrative = narrate(inputs.template, inputs.report, inputs.prior);
  const bySkeleton = new Map<string, OwnSentence[]>();
  const byLead = new Map<string, { readonly value: string; readonly sources: readonly string[] } | "several">();
  for (const { text, claims } of [
    ...narrative.preamble,
    ...narrative.sections.flatMap(({ paragraphs }) => paragraphs),
  ]) {
    const condensed = condense(text);
    const placed = claims.map(({ offset, text: printed, source }): OwnClaim => {
      const start = condensed.at.findIndex((at) => at >= offset);
      const end = condensed.at.findIndex((at) => at >= offset + printed.length);
      const paths = parseExpression(source).map(({ path }) => path);
      const last = paths[0]?.at(-1) ?? "";
      return {
        start,
        end: end < 0 ? condensed.text.length : end,
        sources: [...new Set(paths.filter(([head = ""]) => !/^\d+$/u.test(head)).map(pathText))],
        isQuoted: paths.length === 1 && ["text", "label"].includes(last),
      };
    });
    for (const line of linesOf(condensed.text)) {
      for (const { start, end } of sentencesOf(line)) {
        const own: OwnSentence = {
          text: condensed.text.slice(start, end),
          claims: placed
            .filter((claim) => claim.start >= start && claim.start < end)
            .map((claim) => ({ ...claim, start: claim.start - start, end: claim.end - start })),
        };
        const key = skeleton(own.text);
        bySkeleton.set(key, [...(bySkeleton.get(key) ?? []), own]);
        for (const claim of own.claims) {
          const words = leadWords(own.text, claim.start);
          if (claim.isQuoted || words.length < 4) continue;
          const value = own.text.slice(claim.start, claim.end);
          // What the tables hold is found by its words; of the other inputs only our own wording tells.
          const isFirst = !byLead.has(words) && claim.sources.every(isFact);
          byLead.set(words, isFirst ? { value, sources: claim.sources } : "several");
        }
      }
    }
  }
  const used = new Map<string, number>();
  return {
    ties: (sentence, start) => {
      const key = skeleton(sentence);
      const candidates = bySkeleton.get(key);
      if (candidates === undefined) return { ties: [], isSame: false };
      // Sentences that differ in their digits alone come in their order.
      const turn = used.get(key) ?? 0;
      used.set(key, turn + 1);
      const own = candidates.find(({ text }) => text === sentence) ?? candidates[turn % candidates.length];
      return { ties: own === undefined ? [] : tie(own, sentence, start), isSame: own?.text === sentence };
    },
    lead: (words) => {
      const found = byLead.get(words);
      return found === "several" ? undefined : found;
    },
  };
}

function isFact(source: string): boolean {
  return (factSections as readonly string[]).includes(source.split(".")[0] ?? "");
}

function linesOf(text: string): readonly { readonly text: string; readonly start: number }[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const found = { text: line, start };
    start += line.length + 1;
    return found;
  });
}

function skeleton(text: string): string {
  return text.replace(digits, "#");
}

/** The words directly before a figure, without 近, 约 … */
export function leadWords(text: string, to: number): string {
  return (/[^，；。：、）（#\d□\t]*$/u.exec(text.slice(0, to))?.[0] ?? "").replace(
    /(?:将近|接近|近|大约|约|超过|逾|超|不足|不到|至少|达到?|共计?|合计|累计)+$/u,
    "",
  );
}

function tie(own: OwnSentence, sentence: string, start: number): readonly Tie[] {
  const ours = [...own.text.matchAll(digits)];
  const theirs = [...sentence.matchAll(digits)];
  return ours.flatMap((run, index): readonly Tie[] => {
    const other = theirs[index];
    if (other === undefined) return [];
    const inRun = own.claims.filter((claim) => claim.start >= run.index && claim.start < run.index + run[0].length);
    return inRun.flatMap((claim, place): readonly Tie[] => {
      const from = claim.start - run.index;
      const next = inRun[place + 1];
      const length = next === undefined ? undefined : next.start - claim.start;
      const printed = other[0].slice(from, length === undefined ? undefined : from + length);
      const said = run[0].slice(from, length === undefined ? undefined : from + length);
      if (printed === "") return [];
      const at = start + other.index + from;
      const unit = own.text.slice(claim.start + said.length, Math.max(claim.end, claim.start + said.length));
      return [
        {
          start: at,
          end: at + printed.length + unit.length,
          printed,
          ours: said,
          sources: claim.sources,
          isQuoted: claim.isQuoted,
        },
      ];
    });
  });
}
