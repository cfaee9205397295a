import type { AuditVerdict, Reason } from "./claim";
import { fits, percent, type Quantity } from "./quantity";
import { readingsOf, valuesOf, type Figures, type Frame } from "./reading";
import type { Span } from "./sentences";
import type { Partition, Topic, Word } from "./vocabulary";

/** A number of a paragraph with what it speaks of and where it stands. */
export type Item = {
  readonly quantity: Quantity;
  readonly frame: Frame | undefined;
  /** Where the bracket around it opens; -1 outside brackets. */
  readonly open: number;
  /** Where its sentence begins. */
  readonly sentence: number;
  /** What the report says instead of it, where that is known. */
  readonly expected: number | null;
};

/** Numbers that must add up, as one claim from the first of them to the last. */
export type PartsClaim = Span & {
  readonly unit: string;
  readonly verdict: AuditVerdict;
  readonly expected: number;
  readonly sources: readonly string[];
  readonly reason: Reason;
};

/** Every enumeration of a paragraph that must add up to a total. What may be incomplete is passed over in silence. */
export function judgeParts(text: string, items: readonly Item[], figures: Figures): readonly PartsClaim[] {
  const counted = items.filter(
    ({ quantity: { unit, approx, tolerance } }) => unit !== percent && !approx && tolerance === 0,
  );
  const runs = levelsOf(counted).flatMap((level) => partitionRuns(level, counted, figures));
  const claimed = runs.map(({ members }) => new Set(members));
  const lists = [...bracketLists(text, items), ...amongLists(text, items)].filter(
    ({ members }) => !claimed.some((run) => members.every((item) => run.has(item))),
  );
  return [...runs.flatMap(({ claim }) => claim ?? []), ...lists.flatMap((list) => judgeList(list) ?? [])];
}

/**
 * Where the report knows every number of a sum, one wrong number that spoils it has been named already, and a sum
 * that the report's own figures do not make either is the report's matter.
 */
function unlessExplained(claim: PartsClaim, members: readonly Item[], total: Item | number): PartsClaim | undefined {
  if (claim.verdict !== "inconsistent") return claim;
  const all = typeof total === "number" ? members : [...members, total];
  if (all.some(({ expected }) => expected === null)) return claim;
  const whole = typeof total === "number" ? total : (total.expected ?? 0);
  if (members.reduce((sum, { expected }) => sum + (expected ?? 0), 0) !== whole) return undefined;
  const wrong = all.filter(({ quantity, expected }) => expected !== null && !fits(quantity, expected));
  const { reason } = claim;
  return wrong.length > 1 || reason.kind !== "parts"
    ? claim
    : { ...claim, verdict: "unverifiable", reason: { ...reason, isNamed: true } };
}

function levelsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const levels = new Map<number, Item[]>();
  for (const item of items) levels.set(item.open, [...(levels.get(item.open) ?? []), item]);
  return [...levels.values()];
}

/** `claim`: nothing where the sum is no matter of the text. */
type Run = { readonly members: readonly Item[]; readonly claim: PartsClaim | undefined };

/** Successive numbers that together are all lines or facets of a whole of the form. */
function partitionRuns(level: readonly Item[], all: readonly Item[], figures: Figures): readonly Run[] {
  const found: Run[] = [];
  for (let at = 0; at < level.length;) {
    const topic = level[at]?.frame?.topic;
    const candidates = (topic?.partitions ?? [])
      .map((partition) => ({ partition, members: runFrom(level, at, partition) }))
      .filter(({ members }) => members.length >= 2)
      .sort((a, b) => b.members.length - a.members.length);
    const run =
      topic && candidates.map((one) => judgeRun(topic, one.partition, one.members, all, figures)).find(Boolean);
    if (run === undefined) at += 1;
    else {
      found.push(run);
      at += run.members.length;
    }
  }
  return found;
}

function runFrom(level: readonly Item[], from: number, { of, members }: Partition): readonly Item[] {
  const first = level[from];
  const run: Item[] = [];
  for (const item of level.slice(from)) {
    const { frame, quantity } = item;
    if (first?.frame === undefined || frame?.topic !== first.frame.topic || quantity.unit !== first.quantity.unit)
      break;
    const seen = run.flatMap((other) => wordsOf(other, of));
    const words = wordsOf(item, of);
    const fitsIn =
      words.length > 0 &&
      words.every((word) => isMember(first.frame?.topic, of, word, members) && !seen.includes(word));
    const otherwise = of === "lines" ? [frame.facets, first.frame.facets] : [frame.lines, first.frame.lines];
    if (!fitsIn || !sameWords(otherwise[0] ?? [], otherwise[1] ?? [])) break;
    run.push(item);
  }
  return run;
}

function wordsOf({ frame }: Item, of: Partition["of"]): readonly Word[] {
  return frame?.[of] ?? [];
}

/** A member, or a word whose only reading is a sum of members (法人或其他组织). */
function isMember(topic: Topic | undefined, of: Partition["of"], word: Word, members: readonly string[]): boolean {
  if (members.includes(word.id)) return true;
  const ids = new Set(topic?.[of].filter(({ id }) => members.includes(id)).flatMap(({ picks }) => picks[0] ?? []));
  return of === "facets" && word.picks.length === 1 && (word.picks[0] ?? []).every((id) => ids.has(id));
}

function sameWords(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

function judgeRun(
  topic: Topic,
  { of, members, total }: Partition,
  run: readonly Item[],
  all: readonly Item[],
  figures: Figures,
): Run | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (first?.frame === undefined || last === undefined) return undefined;
  const { frame } = first;
  const said = new Set(run.flatMap((item) => wordsOf(item, of)).flatMap(({ picks }) => picks[0] ?? []));
  const missing = topic[of].filter(
    ({ id, picks }) => members.includes(id) && !(picks[0] ?? []).every((id) => said.has(id)),
  );
  const at = (words: Pick<Frame, "lines" | "facets">): readonly { value: number; sources: readonly string[] }[] =>
    readingsOf({ topic, loose: false, ...words }).flatMap((reading) => valuesOf(reading, figures));
  const isLeftOut = (word: Word): boolean => {
    const values = at(
      of === "lines" ? { lines: [word], facets: frame.facets } : { lines: frame.lines, facets: [word] },
    );
    return values.length === 0 || values.some(({ value }) => value === 0);
  };
  if (!missing.every(isLeftOut)) return undefined;
  const totalLine = topic.lines.find(({ id }) => id === total);
  const whole =
    of === "facets" ? { lines: frame.lines, facets: [] } : totalLine && { lines: [totalLine], facets: frame.facets };
  if (whole === undefined) return undefined;
  const tabled = at(whole);
  const ownTotal = all
    .filter((item) => item.quantity.end <= first.quantity.start && item.frame?.topic === topic)
    .filter((item) => item.frame?.facets.length === whole.facets.length && sameWords(item.frame.lines, whole.lines))
    .at(-1);
  const sum = run.reduce((left, { quantity }) => left + quantity.value, 0);
  const tabledParts = run.flatMap((item) =>
    at({ lines: item.frame?.lines ?? [], facets: item.frame?.facets ?? [] }).slice(0, 1),
  );
  const tabledSum =
    tabledParts.length === run.length ? tabledParts.reduce((left, { value }) => left + value, 0) : undefined;
  const wanted = ownTotal?.quantity.value ?? tabled[0]?.value;
  if (wanted === undefined) return undefined;
  // A table that contradicts itself is the tables' matter, not the text's.
  const agrees = sum === wanted || sum === tabledSum || tabled.some(({ value }) => value === sum);
  const claim: PartsClaim = {
    start: first.quantity.start,
    end: last.quantity.end,
    unit: first.quantity.unit,
    verdict: agrees ? "consistent" : "inconsistent",
    expected: agrees ? sum : wanted,
    sources: tabled[0]?.sources ?? [],
    reason: { kind: "parts", parts: run.map(({ quantity }) => quantity.value), sum, total: agrees ? sum : wanted },
  };
  return { members: run, claim: unlessExplained(claim, run, ownTotal ?? wanted) };
}

/** `isComplete`: the parts must be all there is; otherwise they may only not exceed the total, unless they overlap. */
type List = {
  readonly total: Item;
  readonly members: readonly Item[];
  readonly isComplete: boolean;
  /** One thing may be counted under several of them: by channels, by labels. */
  readonly isOverlapping: boolean;
  /** It is not clear where the list ends. */
  readonly isOpen: boolean;
};

/** 3607件（市政府349件、…） */
function bracketLists(text: string, items: readonly Item[]): readonly List[] {
  return levelsOf(items.filter(({ open, quantity }) => open >= 0 && quantity.unit !== percent)).flatMap(
    (members): readonly List[] => {
      const [first] = members;
      if (first === undefined || members.length < 2) return [];
      const total = items.filter(({ quantity, open }) => quantity.end <= first.open && open !== first.open).at(-1);
      if (total === undefined || !/^[^，。；：、（）]{0,6}$/u.test(text.slice(total.quantity.end, first.open)))
        return [];
      if (members.some(({ quantity }) => quantity.unit !== total.quantity.unit)) return [];
      const inside = text.slice(first.open + 1, members.at(-1)?.quantity.end);
      if (/含|另|较|比|占|同期|上年|去年|不计|如/u.test(inside)) return [];
      const isOverlapping = channels.test(inside);
      const isComplete = members.length >= 3 && !/其中|包括|主要|涉及/u.test(inside) && !isOverlapping;
      return [{ total, members, isComplete, isOverlapping, isOpen: false }];
    },
  );
}

const channels =
  /网站|网页|微信|微博|公众号|新媒体|[aA][pP][pP]|客户端|公报|报刊|电视|广播|渠道|平台|栏目|专栏|方式|标注/u;

const among = /其中|(?:各类)?分别为|(?:主要)?包括|涉及/gu;

/** 263条，其中动态137条、公告41条 … */
function amongLists(text: string, items: readonly Item[]): readonly List[] {
  const lists: List[] = [];
  for (const item of items) {
    const before = items.filter((other) => other.open === item.open && other.quantity.end <= item.quantity.start);
    const previous = before.at(-1);
    const from = previous?.quantity.end ?? item.sentence;
    const lead = text.slice(from, item.quantity.start);
    const mark = [...lead.matchAll(among)].at(-1);
    if (mark === undefined || /[；]/u.test(lead.slice(mark.index))) continue;
    const total = before.filter(({ quantity }) => quantity.unit === item.quantity.unit).at(-1);
    // 其中 at the head of a sentence speaks of the sentence before, elsewhere of the number before.
    const atHead = /[。！？]/u.test(lead.slice(0, mark.index));
    if (total === undefined || (total !== previous && !atHead)) continue;
    const { members, isOpen } = membersFrom(text, items, item);
    const last = members.at(-1);
    if (members.length < 2 || last === undefined) continue;
    const before2 = members.at(-2)?.quantity.end ?? last.sentence;
    const isComplete = /^[，、；]?(?:及|和)?(?:其他|其余)/u.test(text.slice(before2, last.quantity.start));
    const isOverlapping = channels.test(text.slice(from, last.quantity.start));
    lists.push({ total, members, isComplete: isComplete && !isOverlapping, isOverlapping, isOpen });
  }
  return lists;
}

function membersFrom(
  text: string,
  items: readonly Item[],
  first: Item,
): { readonly members: readonly Item[]; readonly isOpen: boolean } {
  const level = items.filter((item) => item.open === first.open && item.quantity.start >= first.quantity.start);
  const members: Item[] = [first];
  let separator: string | undefined;
  for (const item of level.slice(1)) {
    if (item.quantity.unit === percent) continue;
    const gap = withoutBrackets(text.slice(members.at(-1)?.quantity.end, item.quantity.start)).replace(/^的/u, "");
    const mark = /^(?:以及|[，、和及])/u.exec(gap)?.[0];
    if (mark === undefined || /[。；！？□\n]|另|此外|同时|合计|共|其中/u.test(gap)) break;
    const kind = mark === "，" ? "，" : "、";
    if (separator === "、" && kind === "，") break;
    if (item.quantity.unit !== first.quantity.unit || kindOf(item) !== kindOf(first)) break;
    separator ??= kind;
    members.push(item);
  }
  return { members, isOpen: separator === "，" };
}

function withoutBrackets(text: string): string {
  return text.replace(/（[^（）]*）/gu, "");
}

function kindOf({ frame }: Item): string {
  if (frame === undefined) return "";
  return frame.facets.length > 0 && frame.topic.whole !== undefined ? "facet" : "line";
}

function judgeList({ total, members, isComplete, isOverlapping, isOpen }: List): PartsClaim | undefined {
  const values = members.map(({ quantity }) => quantity.value);
  const vague = members.some(({ quantity }) => quantity.approx !== undefined || quantity.tolerance > 0);
  let sum = values.reduce((left, value) => left + value, 0);
  let end = members.length;
  const reaches = (value: number): boolean =>
    value === total.expected ||
    (total.quantity.approx === undefined ? value === total.quantity.value : fits(total.quantity, value));
  if (isOpen && !reaches(sum)) {
    // 其中A、B，C: the list may have ended before C.
    let partial = 0;
    const at = values.findIndex((value, index) => {
      partial += value;
      return index > 0 && reaches(partial);
    });
    if (at > 0) {
      end = at + 1;
      sum = partial;
    }
  }
  const first = members[0];
  const last = members[end - 1];
  if (first === undefined || last === undefined) return undefined;
  const exceeds = sum > total.quantity.value && !isOpen && !isOverlapping && total.quantity.approx === undefined;
  const agrees = reaches(sum);
  if (!agrees && (vague || total.quantity.approx !== undefined || !(exceeds || isComplete))) return undefined;
  const claim: PartsClaim = {
    start: first.quantity.start,
    end: last.quantity.end,
    unit: first.quantity.unit,
    verdict: agrees ? "consistent" : "inconsistent",
    expected: agrees ? sum : total.quantity.value,
    sources: [],
    reason: { kind: "parts", parts: values.slice(0, end), sum, total: agrees ? sum : total.quantity.value },
  };
  return unlessExplained(claim, members.slice(0, end), total);
}
