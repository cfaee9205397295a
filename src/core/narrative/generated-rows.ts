import type { Narrative, Paragraph } from "./narrative";
import { rowKey, type RowPart } from "./text-row";

/** A paragraph as it is made from the figures, with the key of its row. */
export type Generated = Paragraph & {
  readonly key: string;
  readonly part: RowPart;
  /** null for the title and the 导语. */
  readonly section: string | null;
};

/** All of a narrative in the order of the sheet: title, 导语, and each section with its heading. */
export function generatedRows({ title, preamble, sections }: Narrative): readonly Generated[] {
  const counts = new Map<string, number>();
  const paragraph = (section: string | null, said: Paragraph): Generated => {
    const part = said.kind === "heading" ? "subheading" : "text";
    const group = rowKey(part, section ?? "", said.rule);
    const number = (counts.get(group) ?? 0) + 1;
    counts.set(group, number);
    return { key: rowKey(part, section ?? "", said.rule, number), part, section, ...said };
  };
  return [
    { key: rowKey("title"), part: "title", section: null, ...headline(title) },
    ...preamble.map((one) => paragraph(null, one)),
    ...sections.flatMap(({ id, title: head, paragraphs }): readonly Generated[] => [
      { key: rowKey("heading", id), part: "heading", section: id, ...headline(head) },
      ...paragraphs.map((one) => paragraph(id, one)),
    ]),
  ];
}

function headline(text: string): Paragraph {
  return { rule: "", kind: "heading", text, claims: [], sentences: [] };
}
