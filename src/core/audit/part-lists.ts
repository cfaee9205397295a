import { levelsOf, unlessExplained, type Item, type PartsClaim } from "./part-sums";
import { fits, percent } from "./quantity";

/** `isComplete`: the parts must be all there is; otherwise they may only not exceed the total, unless they overlap. */
export type List = {
  readonly total: Item;
  readonly members: readonly Item[];
  readonly isComplete: boolean;
  /** One thing may be counted under several of them: by channels, by labels. */
  readonly isOverlapping: boolean;
  /** It is not clear where the list ends. */
  readonly isOpen: boolean;
};

/** 3607件（市政府349件、…） */
export function bracketLists(text: string, items: readonly Item[]): readonly List[] {
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
export function amongLists(text: string, items: readonly Item[]): readonly List[] {
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

/** The sum of a list against its total; nothing where the list may be no division of it. */
export function judgeList({ total, members, isComplete, isOverlapping, isOpen }: List): PartsClaim | undefined {
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
