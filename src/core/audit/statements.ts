import type { Judged } from "./relations";
import { frameOfStretch } from "./frame";
import type { Term } from "./lexicon";
import { readingsOf, valuesOf, type Figures, type Frame } from "./reading";
import type { Span } from "./sentences";
import type { Topic, Word } from "./vocabulary";

/** A claim without a number: 未收到申请, 均获维持, 与上年相同. */
export type Statement = Span & {
  readonly kind: "nothing" | "all" | "same";
  /** Behind the cue, to the next comma. */
  readonly rest: Span;
};

const cues: readonly (readonly [Statement["kind"], RegExp])[] = [
  [
    "nothing",
    /(?:暂未|尚未|从未|均未|未曾|未|没有|暂无|均无|无|零)(?!法|偿|关|论|需|正当|障碍|条件|来|成年|经|按|能|予|纳入|及时|缝|线|效|审结|结案|办结|完成|达|公开|说明|必要|一(?!例|起|件|宗))/gu,
  ],
  ["all", /(?<!平|人)均(?!衡|未|无|等|不)|全部|(?<!成|首|古|丰|大)都(?!市|未|不|没|江)|一律/gu],
  ["same", /(?:与|同|和)(?:去年|上一?年度?)(?:同期)?(?:相同|持平|一致)|同比持平/gu],
];

/** The claims without a number in a stretch of text. */
export function findStatements(text: string, { start, end }: Span): readonly Statement[] {
  const slice = text.slice(start, end);
  return cues
    .flatMap(([kind, cue]) =>
      [...slice.matchAll(cue)].map((match): Statement => {
        const from = start + match.index;
        const behind = from + match[0].length;
        const length = /^[^，；。：（）？！□\t\n]*/u.exec(text.slice(behind, end))?.[0].length ?? 0;
        return { kind, start: from, end: behind, rest: { start: behind, end: behind + length } };
      }),
    )
    .sort((a, b) => a.start - b.start);
}

/** What 未 or 没有 denies: the words must follow soon. */
export function deniedFrame(terms: readonly Term[], { rest }: Statement, text: string): Frame | undefined {
  const near = terms.filter(({ start, end }) => start >= rest.start && end <= rest.end);
  const [first] = near;
  if (first === undefined || first.start - rest.start > 25) return undefined;
  const frame = frameOfStretch(near, rest, text);
  if (frame === undefined || frame.lines.length === 0) return undefined;
  if (frame.facets.length === 0 && frame.topic.whole === undefined && frame.topic.cell.includes("{facet}"))
    return undefined;
  const last = near.filter(({ topic }) => topic === frame.topic).at(-1);
  // 未收到依申请公开咨询: what goes on behind the words is something else.
  const tail = last === undefined ? "" : text.slice(last.end, rest.end);
  const plain =
    /^(?:案件|申请|事件|情况|情形|事项|等|问题|发生|的|现象|项目|工作|信息|[和及与、或]|举报|投诉|申诉)*$/u.test(tail);
  const isNarrowed = frame.topic.narrowing?.test(text.slice(rest.start, first.start)) ?? false;
  return plain && !isNarrowed ? frame : undefined;
}

/** 未收到申请: what is denied must be 0 as it is first understood; where only another reading is 0, it cannot be told. */
export function judgeNothing(frame: Frame, figures: Figures): Judged {
  const found = readingsOf(frame).map((reading) => valuesOf(reading, figures));
  const [first, ...others] = found.filter((values) => values.length > 0);
  const none = first?.find(({ value }) => value === 0);
  if (none !== undefined)
    return { verdict: "consistent", expected: 0, sources: none.sources, reason: { kind: "nothing", actual: 0 } };
  const [some] = first ?? [];
  if (some !== undefined) {
    const isDoubtful = frame.loose || others.flat().some(({ value }) => value === 0);
    return {
      verdict: isDoubtful ? "unverifiable" : "inconsistent",
      expected: some.value,
      sources: some.sources,
      reason: { kind: "nothing", actual: some.value },
    };
  }
  const paths = (readingsOf(frame)[0] ?? []).map(({ path }) => path);
  const isEmpty = paths.some((path) => figures.isTouched(path));
  return {
    verdict: isEmpty ? "consistent" : "unverifiable",
    expected: isEmpty ? 0 : null,
    sources: paths.map((path) => figures.prefix + path),
    reason: isEmpty ? { kind: "nothing", actual: 0 } : { kind: "blank" },
  };
}

/** What a number before spoke of, and the number itself where it agrees with the report. */
export type Counting = { readonly frame: Frame; readonly said: number | undefined };

type JudgedAll = Judged & { readonly frame: Frame; readonly end: number };

/** 均获维持, 全部办结: what is said of all must be as much as there was. */
export function judgeAll(
  terms: readonly Term[],
  { rest }: Statement,
  text: string,
  counted: readonly Counting[],
  figures: Figures,
): JudgedAll | undefined {
  const last = counted.at(-1);
  if (last === undefined) return undefined;
  const { topic } = last.frame;
  // 行政复议7件，诉讼9件，均获维持 speaks of both; 自然人72件、商业企业3件，均已答复 likewise.
  const all = counted.filter(({ frame }) => frame.topic === topic && isBeside(frame, last.frame));
  const near = terms.filter((term) => term.topic === topic && term.start >= rest.start && term.end <= rest.end);
  const facet = near.find(({ kind }) => kind === "facet");
  const line = near.find(({ kind }) => kind === "line");
  if (facet !== undefined && facet.start - rest.start <= 12 && line === undefined) {
    const parts = all.map(({ frame }): Frame => ({ ...frame, facets: [facet.word] }));
    return { ...compare(parts, all, figures), frame: { ...last.frame, facets: [facet.word] }, end: facet.end };
  }
  const universal =
    line?.word.id === "carriedForward" ? undefined : universalIn(topic, text.slice(rest.start, rest.end));
  if (universal !== undefined) {
    const { word, left, loose, end } = universal;
    const wholes = last.frame.facets.length > 0 ? all : [last];
    const framesOf = (one: Word): readonly Frame[] =>
      wholes.map(({ frame: { facets } }) => ({ topic, lines: [one], facets, loose }));
    const nothingLeft = left !== undefined && sums(framesOf(left), figures).some(({ value }) => value === 0);
    const judged = compare(framesOf(word), nothingLeft ? framesOf(word).map(unsaid) : wholes, figures);
    return { ...judged, frame: last.frame, end: rest.start + end };
  }
  if (line !== undefined && line.start - rest.start <= 12 && line.word.id !== "received") {
    const part: Frame = { topic, lines: [line.word], facets: last.frame.facets, loose: false };
    return { ...compare([part], [last], figures), frame: part, end: line.end };
  }
  return undefined;
}

function unsaid(frame: Frame): Counting {
  return { frame, said: undefined };
}

/** 已办结, 予以答复: the line that such words speak of, and the line of what is left. */
function universalIn(
  { universals, lines }: Topic,
  text: string,
): { readonly word: Word; readonly left: Word | undefined; readonly loose: boolean; readonly end: number } | undefined {
  for (const { words, line, rest, loose } of universals ?? []) {
    const [match] = text.matchAll(words);
    const word = lines.find(({ id }) => id === line);
    if (match === undefined || word === undefined) continue;
    const left = lines.find(({ id }) => id === rest);
    return { word, left, loose: loose === true, end: match.index + match[0].length };
  }
  return undefined;
}

/** Numbers that are counted beside each other: other lines without facets, or other facets of the same lines. */
function isBeside({ lines, facets }: Frame, last: Frame): boolean {
  if (last.facets.length === 0) return facets.length === 0;
  const sameLines = lines.length === last.lines.length && lines.every((word, index) => word === last.lines[index]);
  return facets.length > 0 && sameLines;
}

function compare(parts: readonly Frame[], wholes: readonly Counting[], figures: Figures): Judged {
  let shown: Judged | undefined;
  const isLoose = parts.some(({ loose }) => loose);
  for (const part of sums(parts, figures))
    for (const whole of sums(wholes, figures)) {
      const agrees = part.value === whole.value;
      const judged: Judged = {
        verdict: agrees ? "consistent" : isLoose ? "unverifiable" : "inconsistent",
        expected: part.value,
        sources: [...new Set([...part.sources, ...whole.sources])],
        reason: { kind: "all", part: part.value, whole: whole.value },
      };
      if (agrees) return judged;
      shown ??= judged;
    }
  return shown ?? { verdict: "unverifiable", expected: null, sources: [], reason: { kind: "blank" } };
}

type Sum = { readonly value: number; readonly sources: readonly string[] };

/**
 * The values that several frames have together: each reading of one with each of the others; where the text has said
 * which, that one. A blank counts as 0.
 */
function sums(counted: readonly (Frame | Counting)[], figures: Figures): readonly Sum[] {
  const values = counted.map((one): readonly Sum[] => {
    const { frame, said } = "frame" in one ? one : unsaid(one);
    const found = readingsOf(frame).flatMap((reading) => valuesOf(reading, figures));
    const meant = found.filter(({ value }) => value === said);
    return meant.length > 0 ? meant : found;
  });
  const frames = counted.map((one) => ("frame" in one ? one.frame : one));
  if (values.every((list) => list.length === 0) && !frames.some((frame) => isTouched(frame, figures))) return [];
  return values.reduce<readonly Sum[]>(
    (found, list) =>
      distinct(
        found.flatMap((sum) =>
          (list.length === 0 ? [{ value: 0, sources: [] }] : list).map(({ value, sources }) => ({
            value: sum.value + value,
            sources: [...sum.sources, ...sources],
          })),
        ),
      ),
    [{ value: 0, sources: [] }],
  );
}

/** Many numbers with several readings each would have more sums than anybody means. */
const mostSums = 24;

function distinct(sums: readonly Sum[]): readonly Sum[] {
  const byValue = new Map<number, Sum>();
  for (const sum of sums) if (!byValue.has(sum.value)) byValue.set(sum.value, sum);
  return [...byValue.values()].slice(0, mostSums);
}

function isTouched(frame: Frame, figures: Figures): boolean {
  return (readingsOf(frame)[0] ?? []).some(({ path }) => figures.isTouched(path));
}

/** 件数与上年相同. */
export function judgeSame(frame: Frame, now: Figures, before: Figures | undefined): Judged {
  if (before === undefined)
    return { verdict: "unverifiable", expected: null, sources: [], reason: { kind: "noPrior" } };
  let first: Judged | undefined;
  for (const reading of readingsOf(frame)) {
    const current = valuesOf(reading, now)[0];
    const last = valuesOf(reading, before)[0];
    if (current === undefined || last === undefined) continue;
    const judged: Judged = {
      verdict: current.value === last.value ? "consistent" : frame.loose ? "unverifiable" : "inconsistent",
      expected: last.value,
      sources: [...current.sources, ...last.sources],
      reason: { kind: "same", now: current.value, before: last.value },
    };
    if (judged.verdict === "consistent") return judged;
    first ??= judged;
  }
  return first ?? { verdict: "unverifiable", expected: null, sources: [], reason: { kind: "blank" } };
}
