import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { reportFileName } from "./file-names";
import { narrateReport } from "./narrate-report";
import type { SavePort } from "./ports";

const kinds = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html",
} as const;

export type ReportKind = keyof typeof kinds;

/** Saves the report as a Word document or a web page under its conventional name, which is returned. `prior`: last year's report. */
export async function saveReport(
  template: Template,
  report: Report,
  files: SavePort,
  kind: ReportKind,
  prior?: Report,
): Promise<string> {
  const name = `${reportFileName(report)}.${kind}`;
  const { document, page } = narrateReport(template, report, prior);
  await files.save(name, await (kind === "docx" ? document() : page()), kinds[kind]);
  return name;
}
