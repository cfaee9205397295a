import { AlignmentType, HeadingLevel, Paragraph, TextRun } from "docx";

import type { Paragraph as Said } from "../../core/narrative/narrative";
import { chinese, fonts } from "./fonts";
import { bodySpacing, pt, textWidth } from "./page";
import { printable } from "./printable";
import { bodyStyle } from "./styles";

const titleSize = 22;
const placeholder = /(【待填：[^】]*】)/u;

/** The title on one line, or the unit on a line of its own where one does not hold both. */
export function titleParagraph(title: string, unit: string): Paragraph {
  const perLine = Math.floor(textWidth / pt(titleSize));
  const lines =
    title.length <= perLine || !title.startsWith(unit)
      ? [title]
      : [...balanced(unit, perLine), title.slice(unit.length)];
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    children: lines.map(
      (text, index) =>
        new TextRun({ text: printable(text), font: chinese(fonts.title), ...(index > 0 && { break: 1 }) }),
    ),
  });
}

/** A long name on lines of about the same length. */
function balanced(text: string, perLine: number): readonly string[] {
  const lines = Math.ceil(text.length / perLine);
  const length = Math.ceil(text.length / lines);
  return Array.from({ length: lines }, (_, line) => text.slice(line * length, (line + 1) * length));
}

export type HeadingPlace = {
  readonly onNewPage: boolean;
  readonly afterTable: boolean;
  readonly beforeTable: boolean;
};

/** 一、二、三 …: 黑体; with some air towards a table. */
export function sectionHeading(title: string, { onNewPage, afterTable, beforeTable }: HeadingPlace): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...(onNewPage && { pageBreakBefore: true }),
    spacing: { before: afterTable && !onNewPage ? pt(14) : 0, after: beforeTable ? pt(6) : 0 },
    children: [new TextRun({ text: title, font: chinese(fonts.heading) })],
  });
}

/** The title of a table that has one of its own beside that of its part: centred above it, never apart from it. */
export function tableHeading(title: string): Paragraph {
  return new Paragraph({
    style: bodyStyle,
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0, firstLineChars: 0 },
    keepNext: true,
    children: [new TextRun({ text: printable(title), font: chinese(fonts.heading) })],
  });
}

/** A paragraph of the report; what is still missing in it is marked so that nobody can overlook it. */
export function textParagraph({ kind, text }: Pick<Said, "kind" | "text">): Paragraph {
  if (kind === "heading")
    return new Paragraph({
      heading: HeadingLevel.HEADING_2,
      children: [new TextRun({ text: printable(text), font: chinese(fonts.subheading) })],
    });
  return new Paragraph({
    style: bodyStyle,
    children: printable(text)
      .split(placeholder)
      .filter((piece) => piece !== "")
      .map(
        (piece) =>
          new TextRun({
            text: piece,
            font: chinese(fonts.body),
            characterSpacing: bodySpacing,
            ...(placeholder.test(piece) && { highlight: "yellow" }),
          }),
      ),
  });
}
