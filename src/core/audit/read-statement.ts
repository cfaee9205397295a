import type { Term } from "./lexicon";
import { subjectOf, type Progress } from "./read-quantity";
import type { Item } from "./part-sums";
import { placed, type Place, type Reader } from "./reader";
import type { Frame } from "./reading";
import type { Judged } from "./relations";
import { bodyScope, yearScope } from "./scope";
import { deniedFrame, judgeAll, judgeNothing, judgeSame, type Counting, type Statement } from "./statements";

/** What a statement came to: where it ends, and what is spoken of from there. */
type Read = { readonly judged: Judged; readonly end: number; readonly frame: Frame };

/**
 * Judges a claim without a number.
 * @param earlier what the sentence before spoke of
 * @returns where it ends and what is spoken of from there; nothing where it is no claim about the form
 */
export function readStatement(
  reader: Reader,
  place: Place,
  statement: Statement,
  progress: Progress,
  earlier: readonly Counting[],
): { readonly end: number; readonly frame: Frame | undefined } | undefined {
  const read = readKind(reader, place, statement, progress, earlier);
  if (read === undefined) return undefined;
  const { end, frame } = read;
  const judged = inScope(reader, place, statement, read.judged);
  // What our own sentence says without a number follows from its rule, also where no words of the vocabulary say it.
  if (!(place.isOurs && judged.verdict === "unverifiable"))
    progress.claims.push({
      ...placed(reader, { start: statement.start, end }, place.sentence),
      value: null,
      unit: null,
      ...judged,
      subject: { ...subjectOf(frame), ...(statement.kind === "nothing" && { isDenied: true }) },
    });
  return { end, frame: statement.kind === "nothing" ? place.level.frame : frame };
}

function readKind(
  reader: Reader,
  { paragraph, sentence, level }: Place,
  statement: Statement,
  progress: Progress,
  earlier: readonly Counting[],
): Read | undefined {
  const { condensed, terms, now, before } = reader;
  const { text } = condensed;
  const { rest } = statement;
  switch (statement.kind) {
    case "nothing": {
      const frame = deniedFrame(terms, statement, text);
      if (frame === undefined) return undefined;
      const first = terms.find((term) => term.topic === frame.topic && isIn(term, rest.start, rest.end));
      // 无行政复议: what denies all of them denies those that the form counts.
      const denied = text.slice(rest.start, first?.start ?? rest.start);
      const isLoose = [...frame.lines, ...frame.facets].some(({ loose }) => loose === true);
      const isAbout =
        /^(?:发生|出现|产生|有|任何|被?(?:提起|申请))*$/u.test(denied) ||
        (frame.topic.about?.test(text.slice(paragraph.start, rest.end)) ?? true);
      const judged = judgeNothing({ ...frame, loose: !isAbout || isLoose }, now);
      const last = terms.filter((term) => term.topic === frame.topic && isIn(term, rest.start, rest.end)).at(-1);
      return { judged, end: last?.end ?? rest.end, frame };
    }
    case "all": {
      const found = judgeAll(
        terms,
        statement,
        text,
        countedBefore(text, statement.start, level, sentence.start, progress, earlier),
        now,
      );
      if (found === undefined) return undefined;
      const { frame, end, ...judged } = found;
      return { judged, end, frame };
    }
    case "same": {
      const said = terms
        .filter(({ kind, start }) => kind === "line" && start >= sentence.start && start < statement.start)
        .at(-1);
      const frame =
        said === undefined ? level.frame : { topic: said.topic, lines: [said.word], facets: [], loose: false };
      return frame && { judged: judgeSame(frame, now, before), end: statement.end, frame };
    }
  }
}

function isIn({ start, end }: Term, from: number, to: number): boolean {
  return start >= from && end <= to;
}

/** What 均 speaks of: what stands before the bracket, or the numbers beside it, or those of the sentence before. */
function countedBefore(
  text: string,
  at: number,
  { open, frame }: Place["level"],
  sentence: number,
  { items, counted }: Progress,
  earlier: readonly Counting[],
): readonly Counting[] {
  const own = counted.filter((one) => one.frame === frame);
  if (open >= 0 && frame !== undefined) return own.length > 0 ? own.slice(-1) : [{ frame, said: undefined }];
  const inSentence = items.filter((item) => item.sentence === sentence && item.open === open);
  const beside = undivided(lastClause(text, inSentence, at)).filter(({ frame: said }) => said !== undefined);
  const isOpening = !items.some((item) => item.sentence === sentence);
  const frames = new Set(beside.map((item) => item.frame));
  const before =
    isOpening && counted.length === 0
      ? earlier
      : beside.length > 0
        ? counted.filter((one) => frames.has(one.frame))
        : counted;
  return frame === undefined || before.some((one) => one.frame === frame) ? before : [{ frame, said: undefined }];
}

/** The numbers behind the last ；, where there are any. */
function lastClause(text: string, items: readonly Item[], at: number): readonly Item[] {
  const inside = items.filter(({ quantity }) => !text.slice(quantity.end, at).includes("；"));
  return inside.length > 0 ? inside : items;
}

/** 复议4件（其中维持2件），诉讼2件，均维持: of what has been divided already nothing more is said. */
function undivided(items: readonly Item[]): readonly Item[] {
  return items.filter(
    ({ frame: whole }, index) =>
      whole === undefined ||
      whole.facets.length > 0 ||
      !items.slice(index + 1).some(({ frame: part }) => part !== undefined && divides(part, whole)),
  );
}

function divides(part: Frame, whole: Frame): boolean {
  return part.topic === whole.topic && part.facets.length > 0 && part.lines.every((line) => whole.lines.includes(line));
}

/** Of another body or another year the tables cannot say that a statement is wrong, nor that it was all of them. */
function inScope({ condensed, report }: Reader, { sentence }: Place, statement: Statement, judged: Judged): Judged {
  const before = condensed.text.slice(sentence.start, statement.start);
  const scope = bodyScope(before, report);
  const { year, written } = yearScope(before, report.year);
  if (scope.kind === "other" && (judged.verdict === "inconsistent" || statement.kind === "all"))
    return { ...judged, verdict: "unverifiable", reason: { kind: "otherBody", body: scope.body } };
  if (year !== "current" && judged.verdict === "inconsistent")
    return { ...judged, verdict: "unverifiable", reason: { kind: "otherYear", year: written ?? null } };
  return judged;
}
