import { checkReportWords as words } from "../messages/review";
import type { Checked } from "./check-report";
import { safeFileName } from "./file-names";
import type { SavePort } from "./ports";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The check report of one or several reports as .xlsx, one sheet for each. */
export async function checkReportFile(checked: readonly Checked[], date: Date): Promise<Uint8Array> {
  const { writeCheckReport } = await import("../formats/xlsx/check-report");
  return writeCheckReport(
    checked.map(({ prior, ...rest }) => ({ ...rest, prior: prior?.values })),
    { date },
  );
}

/** Saves the check report of a report under its conventional name, which is returned. */
export async function saveCheckReport(checked: Checked, files: SavePort, date: Date): Promise<string> {
  const { unit, year } = checked.report;
  const name = `${words.fileName(safeFileName(unit), year)}.xlsx`;
  await files.save(name, await checkReportFile([checked], date), xlsx);
  return name;
}
