import type { Template } from "../model/template";
import type { Condensed } from "./condense";

/** A stretch of condensed text. */
export type Span = { readonly start: number; readonly end: number };

export type TextParagraph = Span & {
  readonly text: string;
  /** The section of the form it stands in; null before the first. */
  readonly section: string | null;
  /** A heading of a section, a row of a table, or what else carries no sentences. */
  readonly kind: "prose" | "heading" | "table";
};

export type FoundSection = { readonly id: string; readonly heading: Span; readonly body: Span };

/** Where the sections of the form begin in a text, in the order of the text. */
export function findSections({ text }: Condensed, template: Template): readonly FoundSection[] {
  const heads = template.sections
    .flatMap(({ id, title }) => {
      const heading = headingOf(text, title);
      return heading === undefined ? [] : [{ id, heading }];
    })
    .sort((a, b) => a.heading.start - b.heading.start);
  return heads.map(({ id, heading }, index) => ({
    id,
    heading,
    body: { start: heading.end, end: heads[index + 1]?.heading.start ?? text.length },
  }));
}

/** The title with its numeral wherever it stands, or without it as a line of its own (Word numbers headings itself). */
function headingOf(text: string, title: string): Span | undefined {
  const bare = title.replace(/^[一二三四五六七八九十]+、/u, "");
  for (let start = text.indexOf(title); start >= 0; start = text.indexOf(title, start + 1)) {
    const before = text[start - 1] ?? "\n";
    if (!/[（“《”]/u.test(before)) return { start, end: start + title.length };
  }
  for (const match of text.matchAll(/^.*$/gmu))
    if (match[0].replace(/[。：:\t]+$/u, "") === bare)
      return { start: match.index, end: match.index + match[0].length };
  return undefined;
}

/** The paragraphs of a text with their sections; a heading in the middle of a line divides it. */
export function paragraphsOf(condensed: Condensed, template: Template): readonly TextParagraph[] {
  const { text } = condensed;
  const sections = findSections(condensed, template);
  const cuts = new Set<number>([0, text.length]);
  for (const { heading } of sections) cuts.add(heading.start).add(heading.end);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) cuts.add(at + 1);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).flatMap((start, index): readonly TextParagraph[] => {
    const end = sorted[index + 1] ?? text.length;
    const line = text.slice(start, end).replace(/\n$/u, "");
    if (line === "") return [];
    const isHeading = sections.some(({ heading }) => heading.start === start);
    const section = sections.filter(({ heading }) => heading.start <= start).at(-1)?.id ?? null;
    const inTable = template.sections.some(({ id, kind }) => id === section && kind === "table");
    return [
      {
        start,
        end: start + line.length,
        text: line,
        section,
        kind: isHeading ? "heading" : isTable(line, inTable) ? "table" : "prose",
      },
    ];
  });
}

/** Rows of tables have tabs or bars between their cells; between the tables only whole sentences are prose. */
function isTable(line: string, inTable: boolean): boolean {
  if (line.includes("\t")) return true;
  if (!line.includes("。") && (line.match(/\|/gu)?.length ?? 0) >= 2) return true;
  return inTable && !line.includes("。");
}

/** Sentences of a paragraph; positions are those of the condensed text. */
export function sentencesOf({ text, start }: Pick<TextParagraph, "text" | "start">): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(/[。！？]+[”’）]?/gu)) {
    const end = match.index + match[0].length;
    if (depthAt(text, from, match.index) > 0) continue;
    spans.push({ start: start + from, end: start + end });
    from = end;
  }
  if (from < text.length) spans.push({ start: start + from, end: start + text.length });
  return spans;
}

/** How many brackets opened since `from` are still open at `to`; one that closes nothing is passed over. */
export function depthAt(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === "（") depth += 1;
    else if (text[at] === "）" && depth > 0) depth -= 1;
  }
  return depth;
}
