import { percent, fits, type Quantity } from "./quantity";
import { readingsOf, valuesOf, type Figures, type Frame } from "./reading";
import type { Reason } from "./claim";
import type { Topic } from "./vocabulary";

/** The outcome for a number that relates others: a share, a rate, a growth. */
export type Judged = {
  readonly verdict: "consistent" | "inconsistent" | "unverifiable";
  readonly expected: number | null;
  readonly sources: readonly string[];
  readonly reason: Reason;
};

/** A number before, with what it speaks of. */
export type Counted = { readonly quantity: Quantity; readonly frame: Frame | undefined };

const more = "增长|增加|上升|提高|提升|增";
const less = "下降|减少|降低|回落|下滑|减";
const growth = new RegExp(`(?:(${more})|(${less}))(?:幅度|幅|率)?(?:了|约|近|超过|达|为|·)*$`, "u");
const comparison = /同比|环比|(?:较|比|与)(?:去年|上一?年度?|(?:19|20)\d\d年度?)(?:同期)?(?:相比)?/u;

/** The direction of a growth that ends at the number, or undefined. */
export function growthBefore(lead: string, unit: string): "more" | "less" | undefined {
  const found = growth.exec(lead);
  if (found === null || (unit !== percent && !comparison.test(lead))) return undefined;
  return found[1] === undefined ? "less" : "more";
}

/** 较上年增长12.3%, 比上年减少5件. */
export function judgeGrowth(
  quantity: Quantity,
  direction: "more" | "less",
  frame: Frame | undefined,
  now: Figures,
  before: Figures | undefined,
): Judged {
  const unknown = (reason: Reason): Judged => ({ verdict: "unverifiable", expected: null, sources: [], reason });
  if (frame === undefined) return unknown({ kind: "unknown" });
  if (before === undefined) return unknown({ kind: "noPrior" });
  let first: Judged | undefined;
  for (const reading of readingsOf(frame)) {
    const current = valuesOf(reading, now)[0];
    const last = valuesOf(reading, before)[0];
    if (current === undefined || last === undefined) continue;
    const change = current.value - last.value;
    const isShare = quantity.unit === percent;
    if (isShare && last.value === 0) continue;
    const size = isShare ? (Math.abs(change) / last.value) * 100 : Math.abs(change);
    const agrees = fits(quantity, size) && (change === 0 || change > 0 === (direction === "more"));
    const judged: Judged = {
      verdict: agrees ? "consistent" : frame.loose ? "unverifiable" : "inconsistent",
      expected: isShare ? rounded(size, quantity) : size,
      sources: [...current.sources, ...last.sources],
      reason: { kind: "growth", now: current.value, before: last.value, more: change >= 0 },
    };
    if (agrees) return judged;
    first ??= judged;
  }
  return first ?? unknown({ kind: "blank" });
}

/** 占33.9%: whether a share is announced before the number, and whether it names 总数 as its base. */
export function shareBefore(lead: string): "share" | "ofAll" | undefined {
  const found = /占(?!地|用|领)(?:比)?([^，；。、]{0,14})$/u.exec(lead);
  if (found === null) return undefined;
  return /总|全部|全年|所有/u.test(found[1] ?? "") ? "ofAll" : "share";
}

/**
 * A share of the number before it. It may be taken of any larger number of the same classifier that was said before,
 * and of every whole that the form has for it.
 */
export function judgeShare(
  quantity: Quantity,
  kind: "share" | "ofAll",
  part: Counted | undefined,
  earlier: readonly Counted[],
  figures: Figures,
): Judged {
  const unknown: Judged = { verdict: "unverifiable", expected: null, sources: [], reason: { kind: "noBase" } };
  if (part === undefined) return unknown;
  const own = part.frame === undefined ? undefined : firstValue(part.frame, figures);
  const parts = [{ value: part.quantity.value, sources: [] as readonly string[] }, ...(own === undefined ? [] : [own])];
  const said = earlier
    .filter(({ quantity: whole }) => whole.unit === part.quantity.unit && whole.value >= part.quantity.value)
    .filter(({ frame }) => part.frame === undefined || frame === undefined || !isBeside(frame, part.frame))
    .map(({ quantity: whole }) => ({ value: whole.value, sources: [] as readonly string[] }));
  const wholes = part.frame === undefined ? [] : wholesOf(part.frame, figures);
  // Of the wholes that the form has, the one that was said last is the likeliest; else the largest that was said.
  const recency = ({ value }: { readonly value: number }): number =>
    said.map((whole) => whole.value).lastIndexOf(value);
  const bases = [
    ...[...wholes].sort((a, b) => recency(b) - recency(a)),
    ...[...said].sort((a, b) => b.value - a.value),
  ].filter(({ value }) => value > 0);
  let shown: Judged | undefined;
  for (const numerator of [...parts].reverse())
    for (const whole of bases) {
      const size = (numerator.value / whole.value) * 100;
      const agrees = fits(quantity, size);
      const judged: Judged = {
        verdict: agrees ? "consistent" : "inconsistent",
        expected: rounded(size, quantity),
        sources: [...numerator.sources, ...whole.sources],
        reason: { kind: "share", part: numerator.value, whole: whole.value },
      };
      if (agrees) return judged;
      shown ??= judged;
    }
  if (shown === undefined) return unknown;
  const isClear = part.frame === undefined ? kind === "ofAll" && said.length > 0 : !part.frame.loose;
  return isClear ? shown : { ...shown, verdict: "unverifiable" };
}

/** Two parts of one whole: neither is the base of the other. */
function isBeside(a: Frame, b: Frame): boolean {
  if (a.topic !== b.topic) return false;
  if (b.facets.length > 0) return a.facets.length > 0;
  const ids = [...a.lines, ...b.lines].map(({ id }) => id);
  return (a.topic.partitions ?? []).some(({ members }) => ids.every((id) => members.includes(id)));
}

function firstValue(frame: Frame, figures: Figures): { value: number; sources: readonly string[] } | undefined {
  for (const reading of readingsOf(frame)) for (const found of valuesOf(reading, figures)) return found;
  return undefined;
}

/** The totals a part may be measured by: the totals of its partitions, and of those the readings. */
function wholesOf(
  { topic, lines, facets }: Frame,
  figures: Figures,
): readonly { value: number; sources: readonly string[] }[] {
  const totals = (topic.partitions ?? []).flatMap(({ of, members, total }): readonly Frame[] => {
    if (of === "facets") return facets.length > 0 ? [{ topic, lines, facets: [], loose: false }] : [];
    const line = topic.lines.find(({ id }) => id === total);
    return line !== undefined && lines.every(({ id }) => members.includes(id))
      ? [{ topic, lines: [line], facets, loose: false }]
      : [];
  });
  return totals.flatMap((frame) => readingsOf(frame).flatMap((reading) => valuesOf(reading, figures)));
}

/** 办结率100%. */
export function judgeRate(
  quantity: Quantity,
  lead: string,
  topics: readonly Topic[],
  figures: Figures,
): Judged | undefined {
  for (const topic of topics)
    for (const { words, part, wholes, loose } of topic.rates ?? []) {
      const found = [...lead.matchAll(words)].at(-1);
      if (
        found === undefined ||
        !/^(?:均?达到?|为|均|约|是|·|保持|：)*$/u.test(lead.slice(found.index + found[0].length))
      )
        continue;
      return rateOf(quantity, topic, { part, wholes, loose: loose === true }, figures);
    }
  return undefined;
}

function rateOf(
  quantity: Quantity,
  topic: Topic,
  {
    part,
    wholes,
    loose,
  }: { readonly part: string; readonly wholes: readonly (readonly string[])[]; readonly loose: boolean },
  figures: Figures,
): Judged {
  const frame = (picks: readonly (readonly string[])[]): Frame => ({
    topic,
    lines: [{ id: part, words: /$^/gu, picks }],
    facets: [],
    loose: false,
  });
  const numerator = firstValue(frame([[part]]), figures);
  let first: Judged | undefined;
  for (const pick of wholes) {
    const whole = firstValue(frame([pick]), figures);
    if (numerator === undefined || whole === undefined || whole.value === 0) continue;
    const size = (numerator.value / whole.value) * 100;
    const judged: Judged = {
      verdict: fits(quantity, size) ? "consistent" : loose ? "unverifiable" : "inconsistent",
      expected: rounded(size, quantity),
      sources: [...numerator.sources, ...whole.sources],
      reason: { kind: "share", part: numerator.value, whole: whole.value },
    };
    if (judged.verdict === "consistent") return judged;
    first ??= judged;
  }
  return first ?? { verdict: "unverifiable", expected: null, sources: [], reason: { kind: "noBase" } };
}

/** As many decimals as the text prints, one at least. */
function rounded(value: number, { tolerance }: Quantity): number {
  const places = tolerance === 0 ? 1 : Math.max(1, Math.round(-Math.log10(tolerance * 2)));
  return Number(value.toFixed(Math.min(places, 6)));
}
