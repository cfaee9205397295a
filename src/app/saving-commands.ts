import { changeLog as changeLogWords } from "../messages/change-log";
import { session as words } from "../messages/session";
import type { Desk } from "./desk";
import { safeFileName } from "./file-names";
import { bookOf, priorOf, reportOf } from "./form-in-workbook";
import type { Session } from "./session-state";

type SavingCommands = Pick<Session, "saveDocument" | "saveCheckReport" | "saveLog">;

/** Files that the clerk keeps: the report, the check report, the change log. Their writers are loaded when asked for. */
export function savingCommands({ perform, readAll, form, verdicts, log, files, now, tell }: Desk): SavingCommands {
  return {
    saveDocument: (kind = "docx") =>
      perform("saving", async () => {
        const open = await readAll();
        if (open === null) return;
        const [{ saveReport }, { reportWithText }] = await Promise.all([
          import("./save-report"),
          import("./text-in-workbook"),
        ]);
        const report = reportWithText(open);
        tell(words.saved(await saveReport(open.template, report, files, kind, priorOf(open, report))));
      }),
    saveCheckReport: () =>
      perform("saving", async () => {
        const open = await readAll();
        if (open === null) return;
        const { saveCheckReport } = await import("./check-report-file");
        const report = reportOf(open);
        const checked = {
          book: bookOf(open),
          report,
          prior: priorOf(open, report),
          computed: open.mirror.computed,
          verdicts: verdicts(),
        };
        tell(words.saved(await saveCheckReport(checked, files, now())));
      }),
    saveLog: () =>
      perform("saving", async () => {
        const open = form();
        if (open === null) return;
        const report = reportOf(open);
        const { logFile } = await import("./log-file");
        const name = changeLogWords.fileName(safeFileName(report.unit), report.year);
        await files.save(name, logFile(open.template, log()), "text/csv");
        tell(words.saved(name));
      }),
  };
}
