import type { Report } from "../core/model/report";
import { documents } from "../messages/documents";

/** 单位_年度_政府信息公开工作年度报告. */
export function reportFileName({ unit, year }: Pick<Report, "unit" | "year">): string {
  return documents.fileName(safeFileName(unit), year);
}

/** 单位_年度.xlsx: the workbook in which a report is filled in. */
export function workbookFileName({ unit, year }: Pick<Report, "unit" | "year">): string {
  return `${safeFileName(unit)}_${String(year)}.xlsx`;
}

/** Windows allows 260 characters for a whole path; a unit's name must leave room for the folders. */
const longest = 80;

/** The text without what Windows refuses in file names, and without invisible characters that hide what a file is. */
export function safeFileName(text: string): string {
  return Array.from(text.normalize("NFC").replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ""))
    .slice(0, longest)
    .join("")
    .replace(/[. ]+$/u, "")
    .trim();
}
