import type { Term } from "./lexicon";
import { barrier } from "./condense";
import type { Quantity } from "./quantity";
import type { Frame } from "./reading";
import type { Span } from "./sentences";
import type { Line, Vocabulary, Word } from "./vocabulary";

/** The words before a number that say what it counts: from the last comma, without what stands in brackets. */
export type Lead = Span & {
  /** Brackets are blanked with `·`. */
  readonly text: string;
};

const filler =
  /^(?:案件?|申请人?|信息|政务?府?|公开|共计?|合计|总计|累计|总共|计|一共|为|是|有|达到?|约|近|超过|超|逾|不足|至少|大约|的|了|数量|件数|项目|总数量?|总量|金额|数|到|：|分别|各|全年|事项|类|情况|进行|已|且|等|原因|[·“”"、]|处理决定|收入|收取|方面)*$/u;
const connective =
  /^(?:[、，]?(?:其中|全年|本年度?|今年|全[市区县省镇乡]|我[局市区县镇]|年内|一年来|共计?|合计|总计|累计|总共|约|近|超过|逾|为|是|有|达到?|分别|各类?|数量|(?:19|20)\d\d年度?|·)*)$/u;
const joint = /^(?:案件)?(?:以?及|和|与|、|或者?)(?:被?(?:提起|申请)的?|作出)?$/u;

/** 不予受理3件, 未答复2件 count what was not done. */
const negated = /(?:未|不予|没有|无法)(?:收到|受理|收办|接收|新收|答复|回复|办结|办理)[^，、；]{0,6}$/u;

/** @param from where the sentence or the number before ends */
export function leadOf(text: string, from: number, to: number): Lead {
  const whole = outside(text, from, to);
  const cut = lastCut(whole.text, whole.text.length);
  let start = cut;
  if (start > 0 && connective.test(whole.text.slice(start))) start = lastCut(whole.text, cut - 1);
  return { start: whole.start + start, end: to, text: whole.text.slice(start) };
}

function lastCut(text: string, to: number): number {
  for (let at = to - 1; at >= 0; at -= 1)
    if (/[，；：。？！\t\n]/u.test(text[at] ?? "") || text[at] === barrier) return at + 1;
  return 0;
}

/** The text on the level of its end: closed brackets are blanked, an open one is entered. */
function outside(text: string, from: number, to: number): { readonly start: number; readonly text: string } {
  let start = from;
  const open: number[] = [];
  const signs = text.slice(from, to).split("");
  for (let at = 0; at < signs.length; at += 1) {
    if (signs[at] === "（") open.push(at);
    else if (signs[at] === "）") {
      const began = open.pop();
      if (began === undefined) start = from + at + 1;
      else if (open.length === 0) signs.fill("·", began, at + 1);
    }
  }
  const inside = open.at(-1);
  if (inside !== undefined) start = Math.max(start, from + inside + 1);
  return { start, text: signs.slice(start - from).join("") };
}

/** What stands behind a number, up to the next mark. */
export function trailOf(text: string, to: number): string {
  return /^[^，；。：、）（？！□\t\n]{0,40}/u.exec(text.slice(to, to + 40))?.[0] ?? "";
}

/** Terms of a stretch that do not stand in blanked brackets. */
export function termsIn(terms: readonly Term[], { start, end, text }: Lead): readonly Term[] {
  return terms.filter(
    (term) => term.start >= start && term.end <= end && !text.slice(term.start - start, term.end - start).includes("·"),
  );
}

type Context = {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly vocabulary: Vocabulary;
  /** Where the paragraph begins. */
  readonly paragraph: number;
  /** The number before counts, with the same classifier, something that the form does not know. */
  readonly behindOthers: boolean;
};

/**
 * What a number speaks of, by the words before it, or else behind it.
 * @param inherited what the number before it in the sentence speaks of
 */
export function frameOf(
  { text, terms, vocabulary, paragraph, behindOthers }: Context,
  quantity: Quantity,
  lead: Lead,
  inherited: Frame | undefined,
): Frame | undefined {
  const trail = trailOf(text, quantity.end);
  if (negated.test(lead.text)) return undefined;
  const usable = termsIn(terms, lead).filter(({ topic }) => quantity.unit in topic.units);
  const near = lead.end - (/[^，；：、]*$/u.exec(lead.text)?.[0].length ?? 0);
  const frameOfTerms = (some: readonly Term[]): Frame | undefined =>
    byNearness(some, inherited)
      .map((nearest) => framed(usable, nearest, lead, inherited, text))
      .find((frame) => frame !== undefined);
  const basic =
    frameOfTerms(usable.filter(({ start }) => start >= near)) ??
    around(vocabulary, quantity, text.slice(near, lead.end), trail) ??
    frameOfTerms(usable.filter(({ start }) => start < near)) ??
    again(quantity, lead, inherited);
  if (basic === undefined) return undefined;
  const { topic } = basic;
  const isAbout = topic.about?.test(text.slice(paragraph, quantity.start) + trail) ?? true;
  const isNarrowed = topic.narrowing?.test(lead.text + trail) ?? false;
  const isWholeLoose = basic.facets.length === 0 && topic.cell.includes("{facet}") && topic.whole?.loose === true;
  const isLoose = [...basic.lines, ...basic.facets].some(({ loose }) => loose === true);
  const isForeign = behindOthers && basic.lines.some((word: Line) => word.isBare === true);
  return { ...basic, loose: basic.loose || !isAbout || isNarrowed || isWholeLoose || isLoose || isForeign };
}

/** The nearer to the number the earlier; of those that end alike, what was spoken of before, then lines. */
function byNearness(terms: readonly Term[], inherited: Frame | undefined): readonly Term[] {
  const rank = (term: Term): number => (term.topic === inherited?.topic ? 0 : term.kind === "line" ? 1 : 2);
  return [...terms].sort((a, b) => b.end - a.end || rank(a) - rank(b));
}

function nearestTerm(terms: readonly Term[]): Term | undefined {
  let nearest: Term | undefined;
  for (const term of terms) if (nearest === undefined || term.end >= nearest.end) nearest = term;
  return nearest;
}

function framed(
  terms: readonly Term[],
  nearest: Term,
  lead: Lead,
  inherited: Frame | undefined,
  text: string,
): Frame | undefined {
  const { topic } = nearest;
  const own = terms.filter((term) => term.topic === topic);
  const flush = filler.test(lead.text.slice(nearest.end - lead.start));
  const same = inherited?.topic === topic ? inherited : undefined;
  if (nearest.kind === "facet") {
    const facets = joined(own, nearest, text);
    const line = nearestTerm(own.filter(({ kind }) => kind === "line"));
    const lines = line === undefined ? same?.lines : joined(own, line, text);
    if (lines === undefined) return undefined;
    return { topic, lines, facets, loose: !flush || (line === undefined && same?.loose === true) };
  }
  const lines = joined(own, nearest, text);
  const facet = nearestTerm(own.filter(({ kind }) => kind === "facet"));
  let facets: readonly Word[] = facet === undefined ? [] : joined(own, facet, text);
  if (facets.length === 0 && (topic.whole === undefined || topic.whole.loose === true)) {
    // 制发规章1件、规范性文件3件: the verb holds for both.
    if (same !== undefined && /^[、和及与]/u.test(lead.text)) facets = same.facets;
    if (facets.length === 0 && topic.whole === undefined && topic.cell.includes("{facet}")) return undefined;
  }
  // 自然人75件，其中予以公开20件: of the natural persons or of all is not said.
  const unclear = facets.length === 0 && same !== undefined && same.facets.length > 0 && topic.whole?.loose !== true;
  return { topic, lines, facets, loose: !flush || (unclear && lead.text.includes("其中")) };
}

/** The term with those before it that 及, 和 or 、 join to it. */
function joined(terms: readonly Term[], last: Term, text: string): readonly Word[] {
  const words: Word[] = [last.word];
  let start = last.start;
  for (const term of [...terms].sort((a, b) => b.end - a.end)) {
    if (term.kind !== last.kind || term.end > start || term === last) continue;
    if (!joint.test(text.slice(term.end, start))) break;
    if (!words.includes(term.word)) words.unshift(term.word);
    start = term.start;
  }
  return words;
}

function around(vocabulary: Vocabulary, { unit }: Quantity, lead: string, trail: string): Frame | undefined {
  for (const topic of vocabulary.topics) {
    if (!(unit in topic.units)) continue;
    const line = topic.lines.find(({ around: places }) =>
      places?.some(({ before, behind }) => before.test(lead) && behind.test(trail)),
    );
    if (line !== undefined) return { topic, lines: [line], facets: [], loose: false };
  }
  return undefined;
}

function again({ unit }: Quantity, lead: Lead, inherited: Frame | undefined): Frame | undefined {
  if (inherited === undefined || !(unit in inherited.topic.units)) return undefined;
  const { topic, loose } = inherited;
  const line = topic.lines.find((known) => known.again?.test(lead.text));
  return line === undefined ? undefined : { topic, lines: [line], facets: [], loose };
}

/** Lines and facets of one topic in a stretch without a number; the topic of the first term decides. */
export function frameOfStretch(terms: readonly Term[], stretch: Span, text: string): Frame | undefined {
  const inside = terms.filter(({ start, end }) => start >= stretch.start && end <= stretch.end);
  const first = inside.find(({ kind }) => kind === "line") ?? inside[0];
  if (first === undefined) return undefined;
  const { topic } = first;
  const own = inside.filter((term) => term.topic === topic);
  const last = nearestTerm(own.filter(({ kind }) => kind === "line"));
  const facet = nearestTerm(own.filter(({ kind }) => kind === "facet"));
  return {
    topic,
    lines: last === undefined ? [] : joined(own, last, text),
    facets: facet === undefined ? [] : joined(own, facet, text),
    loose: false,
  };
}
