import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { documents } from "../messages/documents";
import { narrateReport } from "./narrate-report";
import type { SavePort } from "./ports";

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Saves the report as a Word document under its conventional name, which is returned. */
export async function saveReport(template: Template, report: Report, files: SavePort): Promise<string> {
  const name = `${reportFileName(report)}.docx`;
  await files.save(name, await narrateReport(template, report).document(), docx);
  return name;
}

/** 单位_年度_政府信息公开工作年度报告. */
export function reportFileName({ unit, year }: Pick<Report, "unit" | "year">): string {
  return documents.fileName(safeFileName(unit), year);
}

/** The text without what Windows refuses in file names. */
export function safeFileName(text: string): string {
  return text
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "")
    .replace(/[. ]+$/u, "")
    .trim();
}
