import type { CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import type { Narrative } from "../core/narrative/narrative";
import type { CheckResult, Outcome } from "../core/rules/check";
import type { RuleBook } from "../core/rules/expand";

/** Figures given and asked for, per sheet of the form. */
export type Progress = { readonly sheet: string; readonly filled: number; readonly total: number };

/** The form that is open, with everything the pane shows about it. */
export type OpenForm = {
  readonly template: Template;
  readonly book: RuleBook;
  readonly report: Report;
  readonly result: CheckResult;
  readonly outcome: Outcome;
  readonly progress: readonly Progress[];
  /** The report text; null until somebody asks for it. */
  readonly narrative: Narrative | null;
};

/** A sentence for the clerk that stays until it is dismissed. */
export type Notice = { readonly kind: "error" | "done"; readonly text: string };

/** What is being done; the pane shows it and offers nothing that would collide with it. */
export type Task = "inserting" | "checking" | "narrating" | "saving" | "going";

/** Everything the task pane shows. Impossible combinations cannot be written down. */
export type SessionState = {
  readonly notice: Notice | null;
  readonly busy: Task | null;
} & (
  | { readonly phase: "starting" }
  /** A workbook without a form. */
  | { readonly phase: "empty" }
  | { readonly phase: "open"; readonly form: OpenForm }
);

/** A session of work with one workbook, whoever hosts it. Methods never throw: what goes wrong becomes a notice. */
export type Session = {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks for a form, begins to watch edits. */
  readonly start: () => Promise<void>;
  readonly insertForm: (request: {
    readonly template: string;
    readonly unit: string;
    readonly year: number;
  }) => Promise<void>;
  /** Reads everything again and checks it: one round trip. */
  readonly checkAgain: () => Promise<void>;
  readonly goTo: (cell: CellId) => Promise<void>;
  /** Reads the inputs of the text again and writes it: one round trip. */
  readonly narrate: () => Promise<void>;
  /** Saves the report as .docx under its conventional name. */
  readonly saveDocument: () => Promise<void>;
  readonly dismissNotice: () => void;
  /** The view in use, kept with the workbook. */
  readonly rememberView: (view: string) => Promise<void>;
  readonly recallView: () => Promise<string | null>;
};
