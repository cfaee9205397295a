import type { Narrative } from "./narrative";

/** The report text as plain text, a paragraph a line, sections apart by a blank line. */
export function narrativeText({ title, preamble, sections }: Narrative): string {
  const blocks = [
    [title],
    preamble.map(({ text }) => text),
    ...sections.map((section) => [section.title, ...section.paragraphs.map(({ text }) => text)]),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}
