import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import type { Narrative } from "../core/narrative/narrative";
import { reportText, requireCurrent } from "./report-text";

export type NarratedReport = {
  readonly narrative: Narrative;
  /** The report as .docx. @throws Error when what was written does not agree with the figures; nothing is saved then */
  readonly document: () => Promise<Uint8Array>;
  /** The report as one .html page for a website, in UTF-8. @throws Error as `document` */
  readonly page: () => Promise<Uint8Array>;
};

/** The report text, and the files that carry it. */
export function narrateReport(template: Template, report: Report, prior?: Report): NarratedReport {
  const text = reportText(template, report, prior);
  const { narrative } = text;
  return {
    narrative,
    document: async () => {
      requireCurrent(text);
      const { writeDocx } = await import("../formats/docx/write-docx");
      return writeDocx(template, report, narrative, prior);
    },
    page: async () => {
      requireCurrent(text);
      const { writeHtml } = await import("../formats/html/write-html");
      return new TextEncoder().encode(writeHtml(template, report, narrative, prior));
    },
  };
}
