import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun, type FileChild } from "docx";

import type { Report } from "../../core/model/report";
import type { FormSheet, Template } from "../../core/model/template";
import type { Narrative } from "../../core/narrative/narrative";
import { documentMessages } from "../../messages/document";
import { finishDocx, type TableText } from "./finish-docx";
import { fontTable } from "./fonts";
import { fillsPage, formTable } from "./form-table";
import { page } from "./page";
import { printable } from "./printable";
import { footerStyle, styles } from "./styles";
import { tableNotes } from "./table-notes";
import { sectionHeading, tableHeading, textParagraph, titleParagraph } from "./text-paragraphs";
import { verifyDocx } from "./verify-docx";

/**
 * The report as a Word document in the layout of a 公文, with the official tables where the form has them. What was
 * written is read back: every figure in it equals its source.
 * @param prior last year's report, where the narrative compares with it
 * @throws Error with a sentence for people when the document does not agree with the figures or the text
 */
export async function writeDocx(
  template: Template,
  report: Report,
  narrative: Narrative,
  prior?: Report,
): Promise<Uint8Array> {
  const document = new Document({
    title: printable(narrative.title),
    subject: documentMessages.subject(report.year),
    keywords: documentMessages.keywords,
    description: template.title,
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              right: page.right,
              bottom: page.bottom,
              left: page.left,
              header: page.footer,
              footer: page.footer,
            },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: children(template, report, narrative),
      },
    ],
  });
  const packed = new Uint8Array(await Packer.pack(document, "uint8array", undefined, [fontTable()]));
  const bytes = finishDocx(packed, tableTexts(template, report));
  verifyDocx(bytes, { template, report, prior }, narrative);
  return bytes;
}

/** In the order in which the tables stand in the document. */
function tableTexts(template: Template, { year }: Report): readonly TableText[] {
  return template.sections.flatMap(({ id }) =>
    template.sheets
      .filter(({ sectionId }) => sectionId === id)
      .map((sheet) => {
        const caption = tableTitle(sheet, year);
        return { caption, description: documentMessages.tableDescription(sheet.name, caption) };
      }),
  );
}

function tableTitle({ title }: FormSheet, year: number): string {
  return title.replaceAll("{year}", String(year));
}

function children(template: Template, report: Report, narrative: Narrative): readonly FileChild[] {
  const body: FileChild[] = [
    titleParagraph(narrative.title, report.unit),
    ...narrative.preamble.map((paragraph) => textParagraph(paragraph)),
  ];
  let afterTable = false;
  for (const section of narrative.sections) {
    const sheets = template.sheets.filter(({ sectionId }) => sectionId === section.id);
    // A table that fills a page begins on one.
    const isTall = sheets.some(fillsPage);
    body.push(
      sectionHeading(section.title, {
        onNewPage: isTall,
        afterTable,
        beforeTable: sheets.length > 0 && section.paragraphs.length === 0,
      }),
      ...section.paragraphs.map((paragraph) => textParagraph(paragraph)),
      ...sheets.flatMap((sheet) => [
        ...(tableTitle(sheet, report.year) === section.title ? [] : [tableHeading(tableTitle(sheet, report.year))]),
        formTable(template, sheet, report),
        ...tableNotes(template, sheet, report),
      ]),
    );
    afterTable = sheets.length > 0;
  }
  return body;
}

/** — 1 —, outside: on the right of odd pages, on the left of even ones, one character in. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const oneCharacter = 280;
  return new Footer({
    children: [
      new Paragraph({
        style: footerStyle,
        alignment,
        indent: alignment === AlignmentType.LEFT ? { left: oneCharacter } : { right: oneCharacter },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}
