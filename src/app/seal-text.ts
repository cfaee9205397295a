import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { narrate } from "../core/narrative/narrate";
import type { Narrative } from "../core/narrative/narrative";
import type { TextLine } from "../formats/xlsx/sealed-sheets";
import { submit } from "../messages/submit";

/** The report text as it is to be sent, with what stands against sending it. */
export type SealText = {
  readonly lines: readonly TextLine[];
  /** Places where something required is missing: 【待填：…】, with the title of their section where it is known. */
  readonly placeholders: readonly { readonly section: string | null; readonly text: string }[];
  /** Sentences, for the clerk, on numbers that no longer agree with the tables. */
  readonly stale: readonly string[];
};

/** The text that follows from the figures. */
export function generatedText(template: Template, report: Report, prior?: Report): SealText {
  const narrative = narrate(template, report, prior);
  const titles = new Map(template.sections.map(({ id, title }) => [id, title]));
  return {
    lines: narrativeLines(template, narrative),
    placeholders: narrative.placeholders.map(({ section, text }) => ({ section: titles.get(section) ?? null, text })),
    stale: [],
  };
}

/** A narrative line by line; where a table belongs, the sheet that holds it is named. */
export function narrativeLines(template: Template, { title, preamble, sections }: Narrative): readonly TextLine[] {
  return [
    { kind: "title", text: title },
    ...preamble.map(({ text }): TextLine => ({ kind: "paragraph", text })),
    ...sections.flatMap((section): readonly TextLine[] => [
      { kind: "heading", text: section.title },
      ...tableLine(template, section.id),
      ...section.paragraphs.map(({ kind, text }): TextLine => ({
        kind: kind === "heading" ? "heading" : "paragraph",
        text,
      })),
    ]),
  ];
}

function tableLine({ sections, sheets }: Template, id: string): readonly TextLine[] {
  const names = sheets.filter(({ sectionId }) => sectionId === id).map(({ name }) => name);
  const isTable = sections.some((section) => section.id === id && section.kind === "table");
  return isTable && names.length > 0 ? [{ kind: "paragraph", text: submit.seeSheet(names) }] : [];
}

const placeholder = /【待填[^】]*】/gu;

/** A text of other origin: its paragraphs, the first as the title, the form's section titles as headings. */
export function foreignText(template: Template, text: string, stale: readonly string[]): SealText {
  const headings = new Set(template.sections.map(({ title }) => plain(title)));
  const lines = text
    .split(/\r\n?|\n/u)
    // The rows of tables: what they say stands on the sheets of the form.
    .filter((line) => line.trim() !== "" && !line.includes("\t"))
    .map((line, index): TextLine => {
      const words = line.trim();
      const kind = index === 0 ? "title" : headings.has(plain(words)) ? "heading" : "paragraph";
      return { kind, text: words };
    });
  return {
    lines,
    placeholders: lines.flatMap((line) =>
      (line.text.match(placeholder) ?? []).map((found) => ({ section: null, text: found })),
    ),
    stale,
  };
}

function plain(text: string): string {
  return text.replace(/\s+/gu, "");
}
