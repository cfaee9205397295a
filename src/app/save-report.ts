import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { reportFileName } from "./file-names";
import { narrateReport } from "./narrate-report";
import type { SavePort } from "./ports";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Saves the report as a Word document under its conventional name, which is returned. */
export async function saveReport(template: Template, report: Report, files: SavePort): Promise<string> {
  const name = `${reportFileName(report)}.docx`;
  await files.save(name, await narrateReport(template, report).document(), docx);
  return name;
}
