import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { generatedRows } from "../core/narrative/generated-rows";
import { narrate } from "../core/narrative/narrate";
import { narrativeText } from "../core/narrative/narrative-text";
import { rowKey, type TextRow, type TextSheet } from "../core/narrative/text-row";
import { canonicalWords } from "../core/seal/sealed-content";
import { submit } from "../messages/submit";
import { auditText, type AuditSubject } from "./audit-text";
import { isEdited, openMatters, reportText, sheetOf, type ReportText } from "./report-text";

/** The report text as it is to be sent, with what stands against sending it. */
export type SealText = {
  readonly sheet: TextSheet;
  /** Places where something required is missing: 【待填：…】, with the title of their section where it is known. */
  readonly placeholders: readonly { readonly section: string | null; readonly text: string }[];
  /** Sentences, for the clerk, on numbers that do not agree with the tables. */
  readonly stale: readonly string[];
};

/** The text that follows from the figures, with the clerk's words where she edited the sheet 年报正文. */
export function sealTextOf(template: Template, report: Report, prior?: Report): SealText {
  return sealTextFrom(template, report, reportText(template, report, prior), prior);
}

/** The same where the text has been made already. */
export function sealTextFrom(template: Template, report: Report, text: ReportText, prior?: Report): SealText {
  const { placeholders, stale } = openMatters(text);
  const titles = new Map(template.sections.map(({ id, title }) => [id, title]));
  return {
    sheet: finalSheet(template, report, sheetOf(text).rows),
    placeholders: placeholders.map(({ section, text: gap }) => ({ section: titles.get(section) ?? null, text: gap })),
    stale: [
      ...stale.map((figure) => submit.obstacle.stale(figure.paragraph, figure.text, figure.now)),
      ...(isEdited(text)
        ? contradictions(
            { template, report, prior },
            narrativeText(text.narrative),
            stale.map(({ paragraph }) => paragraph),
          )
        : []),
    ],
  };
}

/**
 * What a text says against the tables, and 强制 rules on texts that it breaks: sentences for the clerk.
 * @param told paragraphs of which that has been said already
 */
function contradictions(subject: AuditSubject, text: string, told: readonly string[] = []): readonly string[] {
  const { claims, findings } = auditText(subject, text);
  return [
    ...claims
      .filter(
        ({ verdict, sentence }) =>
          verdict === "inconsistent" && !told.some((paragraph) => paragraph.includes(sentence)),
      )
      .map((claim) => submit.obstacle.wrongNumber(claim.text, claim.message, claim.sentence)),
    ...findings.filter(({ severity }) => severity === "error").map(({ message }) => submit.obstacle.wrongText(message)),
  ];
}

const placeholder = /【待填[^】]*】/gu;

/** A text of other origin: its paragraphs, the first as the title, the form's section titles as headings. */
export function foreignText(template: Template, report: Report, text: string): SealText {
  const headings = new Map(template.sections.map(({ id, title }) => [plain(title), id]));
  const rows = text
    .split(/\r\n?|\n/u)
    // The rows of tables: what they say stands on the sheets of the form.
    .filter((line) => line.trim() !== "" && !line.includes("\t"))
    .map((line, index): TextRow => {
      const words = canonicalWords(line);
      const section = headings.get(plain(words));
      const key = index === 0 ? rowKey("title") : section === undefined ? "" : rowKey("heading", section);
      return { key, text: words, told: null };
    });
  return {
    sheet: finalSheet(template, report, rows),
    placeholders: rows.flatMap((row) =>
      (row.text.match(placeholder) ?? []).map((gap) => ({ section: null, text: gap })),
    ),
    stale: contradictions({ template, report }, text),
  };
}

/**
 * The text as it will stand: whoever reads it later takes it as it is, without what it was made from. So nothing is
 * kept beside the words, and all that could be made from the figures alone is known to have been left out.
 */
function finalSheet(template: Template, report: Report, rows: readonly TextRow[]): TextSheet {
  const bare = generatedRows(narrate(template, { ...report, facts: {} })).map(({ key }) => key);
  const kept = rows.filter(({ text }) => text.trim() !== "").map(({ key, text }) => ({ key, text, told: null }));
  return { rows: kept, known: [...new Set([...kept.map(({ key }) => key).filter((key) => key !== ""), ...bare])] };
}

function plain(text: string): string {
  return text.replace(/\s+/gu, "");
}
