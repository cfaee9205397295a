import { amongLists, bracketLists, judgeList } from "./part-lists";
import { levelsOf, unlessExplained, type Item, type PartsClaim } from "./part-sums";
import { percent } from "./quantity";
import { readingsOf, valuesOf, type Figures, type Frame } from "./reading";
import type { Partition, Topic, Word } from "./vocabulary";

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
