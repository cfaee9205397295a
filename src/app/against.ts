import type { Report } from "../core/model/report";
import type { RuleBook } from "../core/rules/expand";
import type { TaskFile } from "./own-rules";

/** A task file of the superior office, and the rules of the open form with those of the file. */
export type TaskInUse = {
  readonly file: TaskFile;
  /** Null while no form is open. */
  readonly book: RuleBook | null;
};

/** Last year's figures, nothing else of that report. */
export type PriorInUse = { readonly name: string; readonly report: Report };

/** What the open form is held against beside the rules of its form. Kept with the workbook, no part of the report. */
export type Against = { readonly task: TaskInUse | null; readonly prior: PriorInUse | null };

export const nothing: Against = { task: null, prior: null };
