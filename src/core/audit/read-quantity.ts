import type { AuditClaim, ClaimValue } from "./claim";
import { frameOf, frameOfStretch, leadOf, termsIn, type Lead } from "./frame";
import { judgeCount, judgeEntered, unknown } from "./judge-count";
import type { Tie } from "./own-words";
import type { Item } from "./part-sums";
import { percent, type Quantity } from "./quantity";
import { placed, type Level, type Place, type Reader } from "./reader";
import { readingsOf, valuesOf, type Frame } from "./reading";
import { growthBefore, judgeGrowth, judgeRate, judgeShare, shareBefore, type Counted, type Judged } from "./relations";
import type { Span } from "./sentences";
import type { Counting } from "./statements";

/** What has been read of a paragraph so far. */
export type Progress = {
  readonly items: Item[];
  readonly claims: AuditClaim[];
  /** What the numbers of the sentence spoke of, in their order. */
  readonly counted: Counting[];
};

/** A digit of a name that somebody entered. */
export function tiedClaim(reader: Reader, tie: Tie, sentence: Span): AuditClaim {
  const { text } = reader.condensed;
  const unit = text.slice(tie.start + tie.printed.length, tie.end);
  return {
    ...placed(reader, tie, sentence),
    value: Number(tie.printed),
    unit: unit === "" ? null : unit,
    ...tied(tie, unit, 1),
  };
}

function tied({ printed, ours, sources, isQuoted }: Tie, unit: string, power: number): Judged {
  const agrees = Number(printed) === Number(ours) || (!isQuoted && isRounded(printed, ours, unit));
  return {
    verdict: agrees ? "consistent" : "inconsistent",
    expected: Number(ours) * power,
    sources,
    reason: { kind: isQuoted ? "quoted" : "compared" },
  };
}

/** Amounts of money may be printed with fewer decimals than the form has. */
function isRounded(printed: string, ours: string, unit: string): boolean {
  const places = /\.(\d+)$/u.exec(printed)?.[1]?.length ?? 0;
  return unit.endsWith("元") && Number(ours).toFixed(places) === Number(printed).toFixed(places);
}

/** Judges one number and returns what it speaks of. */
export function readQuantity(
  reader: Reader,
  place: Place,
  quantity: Quantity,
  tie: Tie | undefined,
  progress: Progress,
): Frame | undefined {
  const { text } = reader.condensed;
  const { paragraph, sentence, level } = place;
  const lead = leadOf(text, level.from, quantity.start);
  const direction = growthBefore(lead.text, quantity.unit);
  const previous = progress.items.filter((item) => item.open === level.open && item.sentence === sentence.start).at(-1);
  const behindOthers =
    previous !== undefined && previous.frame === undefined && previous.quantity.unit === quantity.unit;
  const { terms, vocabulary } = reader;
  const context = { text, terms, vocabulary, paragraph: paragraph.start, behindOthers };
  const frame =
    quantity.unit === percent || direction !== undefined
      ? undefined
      : (totalFrame(lead, progress.items, level) ??
        frameOf(context, quantity, lead, level.frame) ??
        lastYearFrame(lead, quantity, level));
  const spoken = spokenOf(reader, place, quantity, lead, direction, frame, progress);
  const power = tie === undefined ? 1 : powerOf(quantity, tie);
  const judged =
    tie !== undefined && !(tie.isQuoted && frame !== undefined && spoken.verdict === "inconsistent")
      ? tied(tie, quantity.unit, power)
      : spoken;
  progress.claims.push({
    ...placed(reader, quantity, sentence),
    value: valueOf(quantity),
    unit: quantity.unit,
    ...judged,
    ...(frame !== undefined && { subject: subjectOf(frame) }),
  });
  progress.items.push({
    quantity,
    frame,
    open: level.open,
    sentence: sentence.start,
    expected: judged.verdict === "unverifiable" ? null : judged.expected,
  });
  if (frame !== undefined) {
    const said = judged.verdict === "consistent" && judged.expected !== null ? judged.expected : undefined;
    progress.counted.push({ frame, said });
  }
  // 比上年增加9件，增长50%: both speak of what was counted before.
  return direction === undefined ? frame : level.frame;
}

/** 收到27件，比去年的18件增加9件: of the same, a year before. */
function lastYearFrame(lead: Lead, { unit }: Quantity, { frame }: Level): Frame | undefined {
  const isSame = frame !== undefined && unit in frame.topic.units;
  return isSame && /(?:较|比|与|同)(?:去年|上一?年度?)(?:同期)?的$/u.test(lead.text) ? frame : undefined;
}

export function subjectOf({ topic, lines, facets }: Frame): NonNullable<AuditClaim["subject"]> {
  return { topic: topic.id, lines: lines.map(({ id }) => id), ...(facets.length > 0 && { isPart: true }) };
}

function valueOf({ value, approx }: Quantity): ClaimValue {
  return approx === undefined ? value : { approx: approx.word, value };
}

/** 4万人次 is tied by its 4. */
function powerOf({ value }: Quantity, { printed }: Tie): number {
  const digits = Number(printed);
  return digits === 0 ? 1 : Math.round(value / digits);
}

/** 新收5件；上年结转1件，合计6件: what came in and what was left over. */
function totalFrame(lead: Lead, items: readonly Item[], level: Level): Frame | undefined {
  if (!/^[，、]?(?:两项|二者|以上)?(?:合计|共计|总计)(?:为|：)?$/u.test(lead.text)) return undefined;
  const [first, second] = items.filter(({ open }) => open === level.open).slice(-2);
  const one = first?.frame ?? items.filter(({ frame }) => frame?.topic === second?.frame?.topic).at(-2)?.frame;
  const two = second?.frame;
  if (two === undefined || one?.topic !== two.topic) return undefined;
  const ids = [...one.lines, ...two.lines].map(({ id }) => id);
  const received = two.topic.lines.find(({ id }) => id === "received");
  if (received === undefined || !ids.includes("carriedOver")) return undefined;
  return { topic: two.topic, lines: [received], facets: [], loose: false };
}

function spokenOf(
  reader: Reader,
  place: Place,
  quantity: Quantity,
  lead: Lead,
  direction: "more" | "less" | undefined,
  frame: Frame | undefined,
  progress: Progress,
): Judged {
  const { items } = progress;
  const { level } = place;
  if (direction !== undefined) {
    const said = reader.terms
      .filter((term) => term.kind === "line" && term.start >= lead.start && term.end <= lead.end)
      .at(-1);
    const subject =
      said === undefined ? level.frame : { topic: said.topic, lines: [said.word], facets: [], loose: false };
    return judgeGrowth(quantity, direction, subject, reader.now, reader.before);
  }
  if (quantity.unit === percent) {
    const rate = judgeRate(quantity, lead.text, reader.vocabulary.topics, reader.now);
    if (rate !== undefined) return rate;
    const share = shareBefore(lead.text);
    if (share === undefined) return judgeEntered(reader, place, quantity, lead, unknown);
    const counted = items.filter(({ quantity: { unit }, open }) => unit !== percent && open === level.open);
    const named = partOf(reader, lead, level);
    if (named !== undefined) return judgeShare(quantity, share, named, counted, reader.now);
    return judgeShare(quantity, share, counted.at(-1), counted.slice(0, -1), reader.now);
  }
  if (frame === undefined) return judgeEntered(reader, place, quantity, lead, unknown);
  const judged = judgeCount(reader, place, quantity, frame);
  return judged.verdict === "unverifiable" ? judgeEntered(reader, place, quantity, lead, judged) : judged;
}

/** 自然人占96.9%: the part is named, not counted. */
function partOf({ condensed, terms, now }: Reader, lead: Lead, level: Level): Counted | undefined {
  // 占办结总数的: behind 占 stands the base.
  const part = { ...lead, end: lead.start + lead.text.lastIndexOf("占") };
  const words = frameOfStretch(termsIn(terms, part), part, condensed.text);
  if (words === undefined) return undefined;
  const same = level.frame?.topic === words.topic ? level.frame : undefined;
  const lines = words.lines.length > 0 ? words.lines : (same?.lines ?? []);
  const [unit] = Object.keys(words.topic.units);
  const frame = { ...words, lines, loose: same?.loose ?? true };
  const value =
    lines.length === 0 ? undefined : readingsOf(frame).flatMap((reading) => valuesOf(reading, now))[0]?.value;
  if (value === undefined || unit === undefined) return undefined;
  return { quantity: { start: lead.start, end: lead.end, value, tolerance: 0, unit }, frame };
}
