import type { Report } from "../core/model/report";
import type { Verdicts } from "../core/rules/check";
import type { Against } from "./against";
import type { ChangeCause, ChangeLog } from "./change-log";
import type { FormInWorkbook } from "./form-in-workbook";
import type { Integrity } from "./inspect-open-form";
import type { ValueChange } from "./mirror";
import type { SavePort, WorkbookPort } from "./ports";
import type { Task } from "./session-state";

export type SessionTools = {
  readonly workbook: WorkbookPort;
  readonly files: SavePort;
  /** Waits a moment in which further edits may arrive, so that a burst of them is checked once. */
  readonly pause: () => Promise<void>;
  /** Now, for dates in what is written. */
  readonly now: () => Date;
  /** Milliseconds that only go forward, for keeping time limits. */
  readonly clock: () => number;
};

/**
 * What a command of the session works with. The session keeps the open form and checks it; what a clerk can ask for
 * beside that stands in files of its own (`*-commands.ts`), each a function of the desk.
 */
export type Desk = SessionTools & {
  readonly form: () => FormInWorkbook | null;
  readonly verdicts: () => Verdicts;
  readonly log: () => ChangeLog;
  /** Looks at the form itself: one round trip. Null where there is none, or a sealed one. */
  readonly inspect: () => Promise<Integrity | null>;
  readonly isSealed: () => boolean;
  readonly against: () => Against;
  /** Holds the form against something else from now on. */
  readonly hold: (against: Against) => void;
  /** Runs a command: shows that it is busy, makes a notice of what goes wrong. Never throws. */
  readonly perform: (task: Task, work: () => Promise<void>) => Promise<void>;
  /** Reads all that is anchored, 正文要素 included, and checks it: one round trip. Null where there is no form. */
  readonly readAll: () => Promise<FormInWorkbook | null>;
  /** Writes figures on command; they can be taken back. */
  readonly write: (changes: readonly ValueChange[], cause: ChangeCause) => Promise<void>;
  /** Changes what the workbook says about its report beside the figures. */
  readonly describe: (change: (report: Report) => Partial<Report>) => Promise<void>;
  /** Tells the clerk that something was done. */
  readonly tell: (text: string) => void;
  /** Finds out anew what the workbook holds, and reads it. */
  readonly reopen: () => Promise<void>;
  /** Shows the form anew, after what it is shown with has changed. */
  readonly refresh: () => void;
};
