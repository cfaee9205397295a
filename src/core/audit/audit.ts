import type { Report } from "../model/report";
import type { Template } from "../model/template";
import type { Inputs } from "../narrative/inputs";
import type { AuditClaim, ClaimValue, Reason } from "./claim";
import { condense, originalSlice, type Condensed } from "./condense";
import { contradicted, enteredIn, findEntered, type Entered } from "./entered";
import { frameOf, leadOf, trailOf, type Lead } from "./frame";
import { findTerms, type Term } from "./lexicon";
import { leadWords, ownWordsOf, type OwnWords, type Tie } from "./own-words";
import { judgeParts, type Item } from "./parts";
import { percent, scanQuantities, type Quantity } from "./quantity";
import { figuresOf, match, readingsOf, type Figures, type Frame } from "./reading";
import { growthBefore, judgeGrowth, judgeRate, judgeShare, shareBefore, type Judged } from "./relations";
import { bodyScope, namesYear, yearScope } from "./scope";
import { paragraphsOf, sentencesOf, type Span, type TextParagraph } from "./sentences";
import { deniedFrame, findStatements, judgeAll, judgeNothing, judgeSame, type Statement } from "./statements";
import { vocabularyOf, type Vocabulary } from "./vocabulary";

export type AuditInputs = {
  readonly template: Template;
  readonly report: Report;
  /** Last year's report of the same unit. */
  readonly prior?: Report | undefined;
};

/** A text as it is read: with its words, its numbers and the figures it is held against. */
type Reader = {
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

/** What has been read of a paragraph so far. */
type Progress = {
  readonly items: Item[];
  readonly claims: AuditClaim[];
  /** Frames of the sentence by level of brackets, in their order. */
  readonly frames: Frame[];
};

/**
 * Every quantitative claim of a text, held against the tables, the other inputs and last year's report. A claim is
 * inconsistent only if no admissible reading of its sentence makes it true; what cannot be told is unverifiable.
 * @param text any text: our own, edited, or foreign
 */
export function audit({ template, report, prior }: AuditInputs, text: string): readonly AuditClaim[] {
  const condensed = condense(text);
  const vocabulary = template.vocabulary ?? vocabularyOf();
  const inputs: Inputs = { template, report, prior };
  const terms = findTerms(vocabulary, condensed.text);
  const entered = enteredIn(inputs);
  const reader: Reader = {
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
  return paragraphsOf(condensed, template)
    .filter(({ kind }) => kind === "prose")
    .flatMap((paragraph) => auditParagraph(reader, paragraph))
    .sort((a, b) => a.offset - b.offset);
}

function quotesOf(text: string, words: string, path: string): readonly (Span & { readonly path: string })[] {
  const found: (Span & { readonly path: string })[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length, path });
  return found;
}

function auditParagraph(reader: Reader, paragraph: TextParagraph): readonly AuditClaim[] {
  const items: Item[] = [];
  const claims: AuditClaim[] = [];
  let earlier: readonly Frame[] = [];
  for (const sentence of sentencesOf(paragraph)) {
    const progress: Progress = { items, claims: [], frames: [] };
    readSentence(reader, paragraph, sentence, progress, earlier);
    claims.push(...settleStale(progress.claims));
    earlier = progress.frames;
  }
  for (const parts of judgeParts(reader.condensed.text, items, reader.now)) {
    const { start, end, unit, verdict, expected, sources, reason } = parts;
    const sentence = sentencesOf(paragraph).find((span) => span.start <= start && span.end > start) ?? paragraph;
    claims.push({
      ...placed(reader, { start, end }, sentence),
      value: null,
      unit,
      verdict,
      expected,
      sources,
      reason,
    });
  }
  return claims;
}

function placed(
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

type Token = { readonly at: number } & (
  | { readonly kind: "quantity"; readonly quantity: Quantity; readonly tie: Tie | undefined }
  | { readonly kind: "tie"; readonly tie: Tie }
  | { readonly kind: "statement"; readonly statement: Statement }
  | { readonly kind: "open" | "close" }
);

function readSentence(
  reader: Reader,
  paragraph: TextParagraph,
  sentence: Span,
  progress: Progress,
  earlier: readonly Frame[],
): void {
  const levels: Level[] = [{ open: -1, from: sentence.start, frame: undefined }];
  let spoken = sentence.start;
  for (const token of tokensOf(reader, sentence)) {
    const level = levels.at(-1) ?? { open: -1, from: sentence.start, frame: undefined };
    switch (token.kind) {
      case "open":
        levels.push({ open: token.at, from: token.at + 1, frame: level.frame });
        break;
      case "close":
        if (levels.length > 1) levels.pop();
        break;
      case "tie":
        progress.claims.push(tiedClaim(reader, token.tie, sentence));
        break;
      case "quantity": {
        const frame = readQuantity(reader, { paragraph, sentence, level, tie: token.tie }, token.quantity, progress);
        if (token.quantity.unit !== percent) level.frame = frame;
        level.from = token.quantity.end;
        break;
      }
      case "statement": {
        if (token.at < spoken) break;
        const read = readStatement(reader, { paragraph, sentence, level }, token.statement, progress, earlier);
        if (read === undefined) break;
        spoken = read.end;
        if (read.frame !== undefined) level.frame = read.frame;
      }
    }
  }
}

type Level = { readonly open: number; from: number; frame: Frame | undefined };

function tokensOf({ condensed, quantities, own }: Reader, sentence: Span): readonly Token[] {
  const text = condensed.text.slice(sentence.start, sentence.end);
  const ties = own.ties(text, sentence.start) ?? [];
  const scanned = quantities.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  // A name that ends in a digit runs into the number behind it: 号码12 and 5件.
  const tieOf = ({ start, end }: Span): Tie | undefined =>
    ties.filter((tie) => tie.start >= start && tie.start < end).at(-1);
  const inside = scanned.map((quantity) => withoutName(quantity, tieOf(quantity)));
  const tokens: Token[] = [
    ...inside.map((quantity): Token => ({ kind: "quantity", at: quantity.start, quantity, tie: tieOf(quantity) })),
    ...ties
      .filter((tie) => !inside.some((quantity) => tieOf(quantity) === tie))
      .map((tie): Token => ({ kind: "tie", at: tie.start, tie })),
    ...findStatements(condensed.text, sentence)
      .filter(({ rest }) => !inside.some(({ start }) => start >= rest.start && start < rest.end))
      .map((statement): Token => ({ kind: "statement", at: statement.start, statement })),
  ];
  for (let at = sentence.start; at < sentence.end; at += 1) {
    const sign = condensed.text[at];
    if (sign === "（") tokens.push({ kind: "open", at });
    else if (sign === "）") tokens.push({ kind: "close", at });
  }
  return tokens.sort((a, b) => a.at - b.at);
}

function withoutName(quantity: Quantity, tie: Tie | undefined): Quantity {
  if (tie === undefined || tie.start === quantity.start) return quantity;
  return { ...quantity, start: tie.start, value: Number(tie.printed), tolerance: 0 };
}

type Place = {
  readonly paragraph: TextParagraph;
  readonly sentence: Span;
  readonly level: Level;
  readonly tie?: Tie | undefined;
};

function tiedClaim(reader: Reader, tie: Tie, sentence: Span): AuditClaim {
  const { text } = reader.condensed;
  const unit = text.slice(tie.start + tie.printed.length, tie.end);
  return {
    ...placed(reader, tie, sentence),
    value: Number(tie.printed),
    unit: unit === "" ? null : unit,
    ...tied(tie, 1),
  };
}

function tied({ printed, ours, sources, isQuoted }: Tie, power: number): Judged {
  const agrees = Number(printed) === Number(ours);
  return {
    verdict: agrees ? "consistent" : "inconsistent",
    expected: Number(ours) * power,
    sources,
    reason: { kind: isQuoted ? "quoted" : "compared" },
  };
}

/** Judges one number and returns what it speaks of. */
function readQuantity(reader: Reader, place: Place, quantity: Quantity, progress: Progress): Frame | undefined {
  const { text } = reader.condensed;
  const { paragraph, sentence, level, tie } = place;
  const lead = leadOf(text, level.from, quantity.start);
  const direction = growthBefore(lead.text, quantity.unit);
  const context = { text, terms: reader.terms, vocabulary: reader.vocabulary, paragraph: paragraph.start };
  const frame =
    quantity.unit === percent || direction !== undefined
      ? undefined
      : (totalFrame(lead, progress.items, level) ?? frameOf(context, quantity, lead, level.frame));
  const spoken = spokenOf(reader, place, quantity, lead, direction, frame, progress);
  const power = tie === undefined ? 1 : powerOf(quantity, tie);
  const judged =
    tie !== undefined && !(tie.isQuoted && frame !== undefined && spoken.verdict === "inconsistent")
      ? tied(tie, power)
      : spoken;
  progress.claims.push({
    ...placed(reader, quantity, sentence),
    value: valueOf(quantity),
    unit: quantity.unit,
    ...judged,
    ...(frame !== undefined && { subject: { topic: frame.topic.id, lines: frame.lines.map(({ id }) => id) } }),
  });
  progress.items.push({
    quantity,
    frame,
    open: level.open,
    sentence: sentence.start,
    expected: judged.verdict === "unverifiable" ? null : judged.expected,
  });
  if (frame !== undefined) progress.frames.push(frame);
  return frame;
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
    return judgeShare(quantity, share, counted.at(-1), counted.slice(0, -1), reader.now);
  }
  if (frame === undefined) return judgeEntered(reader, place, quantity, lead, unknown);
  const judged = judgeCount(reader, place, quantity, frame);
  return judged.verdict === "unverifiable" ? judgeEntered(reader, place, quantity, lead, judged) : judged;
}

const unknown: Judged = { verdict: "unverifiable", expected: null, sources: [], reason: { kind: "unknown" } };

function judgeCount(reader: Reader, { paragraph, sentence }: Place, quantity: Quantity, frame: Frame): Judged {
  const { condensed, report } = reader;
  const before = condensed.text.slice(sentence.start, quantity.start);
  const { year, written } = yearScope(before, report.year);
  const doubt = (reason: Reason, found?: { value: number; sources: readonly string[] }): Judged => ({
    verdict: "unverifiable",
    expected: found === undefined ? null : inUnit(found.value, quantity, frame),
    sources: found?.sources ?? [],
    reason,
  });
  if (year === "other") return doubt({ kind: "otherYear", year: written ?? null });
  const isStale = year === "last" && written !== undefined && !namesYear(paragraph.text, report.year);
  if (year === "last" && reader.before === undefined && !isStale)
    return doubt({ kind: "otherYear", year: written ?? null });
  const figures = year === "last" ? (reader.before ?? reader.now) : reader.now;
  const found = match(quantity, frame, figures);
  if (found.state === "blank") {
    const isNone = found.nothing && quantity.value === 0;
    return isNone
      ? { verdict: "consistent", expected: 0, sources: found.sources, reason: { kind: "compared" } }
      : { ...doubt({ kind: "blank" }), sources: found.sources };
  }
  const { value, sources } = found.found;
  const expected = inUnit(value, quantity, frame);
  const stale: Reason | undefined =
    isStale && reader.before === undefined ? { kind: "staleYear", year: written } : undefined;
  if (found.state === "fits")
    return { verdict: "consistent", expected, sources, reason: stale ?? { kind: "compared" } };
  if (frame.loose) return doubt({ kind: "loose" }, found.found);
  const scope = bodyScope(before, report);
  if (scope.kind === "other") return doubt({ kind: "otherBody", body: scope.body }, found.found);
  const near = nearOf(quantity, frame, figures);
  return {
    verdict: "inconsistent",
    expected,
    sources,
    reason: stale ?? { kind: "compared", ...(near !== undefined && { near }) },
  };
}

function inUnit(value: number, { unit }: Quantity, { topic }: Frame): number {
  const scale = topic.units[unit] ?? 1;
  return scale === 1 ? value : Number((value / scale).toFixed(6));
}

/** A part of the reading that has the printed figure: one column instead of all, one reason instead of the group. */
function nearOf(quantity: Quantity, frame: Frame, { lookup }: Figures): string | undefined {
  const scale = frame.topic.units[quantity.unit] ?? 1;
  for (const reading of readingsOf(frame))
    for (const { path, parts } of reading) {
      const values = parts.map((part) => lookup(part.split(".")));
      const total = lookup(path.split(".")) ?? values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
      if (reading.length > 1 && total === quantity.value * scale) return path;
      const at = values.indexOf(quantity.value * scale);
      if (at >= 0) return parts[at];
    }
  return undefined;
}

/** A number that no cell holds: perhaps one of the inputs of the text does. */
function judgeEntered(reader: Reader, place: Place, quantity: Quantity, lead: Lead, otherwise: Judged): Judged {
  const { entered, own, condensed } = reader;
  const { sentence } = place;
  const words = leadWords(condensed.text.slice(sentence.start, quantity.start), quantity.start - sentence.start);
  const ours = words.length < 4 ? undefined : own.lead(words);
  const context = condensed.text.slice(sentence.start, quantity.end) + trailOf(condensed.text, quantity.end);
  const found = findEntered(entered, quantity, context);
  if (found !== undefined)
    return { verdict: "consistent", expected: quantity.value, sources: [found.path], reason: { kind: "compared" } };
  const quote = reader.quotes.find(({ start, end }) => start <= quantity.start && end >= quantity.end);
  if (quote !== undefined && otherwise.reason.kind === "unknown")
    return { verdict: "consistent", expected: quantity.value, sources: [quote.path], reason: { kind: "quoted" } };
  if (otherwise.reason.kind !== "unknown") return otherwise;
  const year = yearScope(condensed.text.slice(sentence.start, quantity.start), reader.report.year);
  if (year.year !== "current") return otherwise;
  const [other] = ours === undefined ? [] : scanQuantities(ours.value);
  if (ours !== undefined && other?.unit === quantity.unit && other.value !== quantity.value)
    return { verdict: "inconsistent", expected: other.value, sources: ours.sources, reason: { kind: "compared" } };
  const wrong = contradicted(entered, quantity, lead.text.replace(/(?:共计?|合计|累计|约|近|超过)+$/u, ""));
  return wrong === undefined
    ? otherwise
    : { verdict: "inconsistent", expected: wrong.value, sources: [wrong.path], reason: { kind: "compared" } };
}

/** A sentence that names last year alone and contradicts this year's tables is last year's as a whole. */
function settleStale(claims: readonly AuditClaim[]): readonly AuditClaim[] {
  const isLeftOver = claims.some(({ verdict, reason }) => verdict === "inconsistent" && reason.kind === "staleYear");
  return claims.map((claim) => {
    if (claim.reason.kind !== "staleYear") return claim;
    return isLeftOver ? { ...claim, verdict: "inconsistent" } : { ...claim, reason: { kind: "compared" } };
  });
}

function readStatement(
  reader: Reader,
  { paragraph, sentence, level }: Place,
  statement: Statement,
  { items, claims, frames }: Progress,
  earlier: readonly Frame[],
): { readonly end: number; readonly frame: Frame | undefined } | undefined {
  const { condensed, report, terms, now, before } = reader;
  const { text } = condensed;
  const push = (judged: Judged, end: number, frame: Frame): { end: number; frame: Frame } => {
    const scope = bodyScope(text.slice(sentence.start, statement.start), report);
    const year = yearScope(text.slice(sentence.start, statement.start), report.year);
    const isOther = judged.verdict === "inconsistent" && (scope.kind === "other" || year.year !== "current");
    claims.push({
      ...placed(reader, { start: statement.start, end }, sentence),
      value: null,
      unit: null,
      ...judged,
      ...(isOther && {
        verdict: "unverifiable" as const,
        reason:
          scope.kind === "other"
            ? ({ kind: "otherBody", body: scope.body } as const)
            : ({ kind: "otherYear", year: year.written ?? null } as const),
      }),
      subject: { topic: frame.topic.id, lines: frame.lines.map(({ id }) => id) },
    });
    return { end, frame };
  };
  switch (statement.kind) {
    case "nothing": {
      const frame = deniedFrame(terms, statement, text);
      if (frame === undefined) return undefined;
      const last = terms
        .filter(
          ({ topic, start, end }) =>
            topic === frame.topic && start >= statement.rest.start && end <= statement.rest.end,
        )
        .at(-1);
      const isAbout = frame.topic.about?.test(text.slice(paragraph.start, statement.rest.end)) ?? true;
      const judged = judgeNothing({ ...frame, loose: frame.loose || !isAbout }, now);
      return { ...push(judged, last?.end ?? statement.rest.end, frame), frame: level.frame };
    }
    case "all": {
      const said = items.filter(({ sentence: start, frame }) => start === sentence.start && frame !== undefined);
      const onLevel = said.filter(({ open }) => open === level.open).flatMap(({ frame }) => frame ?? []);
      const known = level.open >= 0 && level.frame !== undefined ? [level.frame] : onLevel;
      const counted = known.length > 0 ? known : said.length > 0 || frames.length > 0 ? frames : earlier;
      const judged = judgeAll(
        terms,
        statement,
        text,
        level.frame !== undefined && !counted.includes(level.frame) ? [level.frame] : counted,
        now,
      );
      if (judged === undefined) return undefined;
      const { frame, end, ...rest } = judged;
      const scope = bodyScope(text.slice(sentence.start, statement.start), report);
      // Of another body's cases the tables cannot say that it was all of them.
      if (scope.kind !== "other") return push(rest, end, frame);
      return push({ ...rest, verdict: "unverifiable", reason: { kind: "otherBody", body: scope.body } }, end, frame);
    }
    case "same": {
      const said = terms
        .filter(({ kind, start, end }) => kind === "line" && start >= sentence.start && end <= statement.start)
        .at(-1);
      const subject =
        said === undefined ? level.frame : { topic: said.topic, lines: [said.word], facets: [], loose: false };
      return subject === undefined ? undefined : push(judgeSame(subject, now, before), statement.end, subject);
    }
  }
}
