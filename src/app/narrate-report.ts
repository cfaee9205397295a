import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { narrate } from "../core/narrative/narrate";
import type { Narrative } from "../core/narrative/narrative";

export type NarratedReport = {
  readonly narrative: Narrative;
  /** The report as .docx. @throws Error when what was written does not agree with the figures; nothing is saved then */
  readonly document: () => Promise<Uint8Array>;
};

/** The report text, and the document that carries it. */
export function narrateReport(template: Template, report: Report, prior?: Report): NarratedReport {
  const narrative = narrate(template, report, prior);
  return {
    narrative,
    document: async () => {
      const { writeDocx } = await import("../formats/docx/write-docx");
      return writeDocx(template, report, narrative, prior);
    },
  };
}
