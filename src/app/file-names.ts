import type { Report } from "../core/model/report";
import { documents } from "../messages/documents";

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
