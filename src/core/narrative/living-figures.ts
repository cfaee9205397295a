import { digits } from "./digits";
import { evaluateExpression, parseExpression } from "./expression";
import { lookupIn, type Inputs } from "./inputs";
import type { Claim } from "./narrative";
import { sameTokens, tokensOf, type Token } from "./text-diff";
import { plainText, type Told } from "./text-row";
import { claimHolds } from "./verify-claim";

/** A figure in a sentence, with what its source says now. */
export type LivingFigure = Claim & {
  /** `stale`: its source has another figure now; `lost`: its source says nothing any more. */
  readonly state: "current" | "stale" | "lost";
  /** What stands there once the new figure is taken in; null unless stale. */
  readonly now: Pick<Claim, "text" | "value"> | null;
};

const number = /^\d+(?:\.\d+)?/u;

/** The figures of a paragraph that still stand in the words which the clerk made of it. */
export function figuresIn(inputs: Inputs, text: string, told: Told | null): readonly LivingFigure[] {
  if (told === null) return [];
  return locateClaims(told, text).map((claim) => judged(inputs, claim));
}

/** Where the figures of a paragraph stand in the clerk's words: the same number with the same classifier behind it. */
function locateClaims(told: Told, text: string): readonly Claim[] {
  const { claims } = told;
  const reference = told.seen ?? told.text;
  if (reference === text) return claims;
  const [before, after] = [tokensOf(reference), tokensOf(text)];
  const pairs = new Map(sameTokens(before, after));
  const starts = new Map(before.map(({ offset }, index) => [offset, index]));
  const used = new Set<number>();
  const found: Claim[] = [];
  const missing: Claim[] = [];
  for (const claim of claims) {
    const index = pairs.get(starts.get(claim.offset) ?? -1);
    const located = index === undefined ? undefined : claimAt(claim, text, after[index]);
    if (index === undefined || located === undefined) missing.push(claim);
    else {
      used.add(index);
      found.push(located);
    }
  }
  // A sentence that was moved is not in the common sequence; its figures are known by what stands around them.
  for (const claim of missing) {
    const index = after.findIndex(
      (token, at) =>
        !used.has(at) && isSurrounded(claim, reference, text, token) && claimAt(claim, text, token) !== undefined,
    );
    const located = claimAt(claim, text, after[index]);
    if (located === undefined) continue;
    used.add(index);
    found.push(located);
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** The claim at a token of another text, if that is its number, and its classifier follows. */
function claimAt(claim: Claim, text: string, token: Token | undefined): Claim | undefined {
  const figure = number.exec(claim.text)?.[0];
  if (token === undefined || figure === undefined || token.text !== figure) return undefined;
  const suffix = claim.text.slice(figure.length);
  const behind = token.offset + figure.length;
  if (text.startsWith(suffix, behind)) return { ...claim, offset: token.offset };
  // 5300余条 may have become 5300多条, 6件 may have become 6 件: the classifier itself has to be there.
  const classifier = suffix.slice(-1);
  const near = /^[^\d，。；、,;.]{0,3}/u.exec(text.slice(behind))?.[0] ?? "";
  const at = near.indexOf(classifier);
  return at < 0 ? undefined : { ...claim, text: figure + near.slice(0, at + 1), offset: token.offset };
}

/** Two characters directly before or behind the figure are the same in both texts. */
function isSurrounded(claim: Claim, reference: string, text: string, token: Token): boolean {
  const end = claim.offset + claim.text.length;
  const before = reference.slice(Math.max(0, claim.offset - 2), claim.offset);
  const behind = reference.slice(end, end + 2);
  const tokenEnd = token.offset + claim.text.length;
  return (
    (before.length === 2 && text.slice(0, token.offset).endsWith(before)) ||
    (behind.length === 2 && text.startsWith(behind, tokenEnd))
  );
}

function judged(inputs: Inputs, claim: Claim): LivingFigure {
  if (claimHolds(inputs, claim)) return { ...claim, state: "current", now: null };
  const value = evaluateExpression(parseExpression(claim.source), lookupIn(inputs));
  if (value === undefined) return { ...claim, state: "lost", now: null };
  return { ...claim, state: "stale", now: { value, text: claim.text.replace(number, digits(value)) } };
}

/** What is kept beside the clerk's words: the figures where they stand in them now. */
export function carryFigures(told: Told, text: string, figures: readonly LivingFigure[]): Told {
  const claims = figures.map(({ text: figure, value, source, offset }) => ({ text: figure, value, source, offset }));
  return text === plainText(told.text) ? told : { text: told.text, seen: text, claims };
}

/**
 * Takes new figures into the clerk's words.
 * @param which positions in `figures`; those that are not stale stay as they are
 */
export function takeFigures(
  text: string,
  told: Told,
  figures: readonly LivingFigure[],
  which: readonly number[],
): { readonly text: string; readonly told: Told } {
  let taken = "";
  let done = 0;
  const claims: Claim[] = [];
  figures.forEach((figure, index) => {
    const { now, offset, source } = figure;
    const said = which.includes(index) && now !== null ? now : figure;
    taken += text.slice(done, offset);
    claims.push({ text: said.text, value: said.value, source, offset: taken.length });
    taken += said.text;
    done = offset + figure.text.length;
  });
  taken += text.slice(done);
  return { text: taken, told: { text: told.text, seen: taken, claims } };
}
