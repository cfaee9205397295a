import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import type { Narrative } from "../core/narrative/narrative";
import type { Localisation } from "../core/locate/suggest";
import type { CheckResult, ExplanationState, Outcome } from "../core/rules/check";
import type { RuleBook } from "../core/rules/expand";
import type { Against } from "./against";
import type { AgainstCommands } from "./against-commands";
import type { ChangeCause, ChangeLog, Undoable } from "./change-log";
import type { Integrity } from "./inspect-open-form";
import type { IntegrityCommands } from "./integrity-commands";
import type { ValueChange } from "./mirror";
import type { ReportKind } from "./save-report";
import type { TaskFile } from "./own-rules";
import type { SubmitCommands } from "./submit-commands";
import type { TextCommands } from "./text-commands";
import type { OpenText, Selected } from "./text-in-workbook";

export type UnitProfile = Pick<Report, "unitType" | "rulemaking">;

/** Figures given and asked for, per sheet of the form. */
export type Progress = { readonly sheet: string; readonly filled: number; readonly total: number };

/** The form that is open, with everything the pane shows about it. */
export type OpenForm = {
  readonly template: Template;
  readonly book: RuleBook;
  readonly report: Report;
  readonly result: CheckResult;
  /** Anchors that are missing, or whose block has lost or gained rows or columns. */
  readonly damaged: readonly string[];
  /** The workbook carries a seal, intact or not: it is not to be worked on. */
  readonly isSealed: boolean;
  readonly outcome: Outcome;
  readonly progress: readonly Progress[];
  /** Which cells are likely wrong and what should stand there; which blanks follow. */
  readonly localisation: Localisation;
  /** Whether a reason stands for a finding, by its rule. */
  readonly explanations: Readonly<Record<string, ExplanationState>>;
  /** What 补合计 and 补零 would write. */
  readonly proposals: { readonly totals: readonly ValueChange[]; readonly zeros: readonly ValueChange[] };
  /** How many totals add themselves up: with them less can be known. */
  readonly sums: number;
  /** What was done to the form itself; null until it has been looked at. */
  readonly integrity: Integrity | null;
  /** The task file of the superior office and last year's figures, where they were given. */
  readonly against: Against;
  readonly log: ChangeLog;
  /** The command that 撤销 would take back. */
  readonly undoable: Undoable | null;
  /** The report text as it will be published; null until what makes it is loaded. */
  readonly narrative: Narrative | null;
  /** The same beside the sheet 年报正文. */
  readonly text: OpenText | null;
  /** What the selected cells are to the text. */
  readonly selected: Selected | null;
};

/** A sentence for the clerk that stays until it is dismissed. */
export type Notice = { readonly kind: "error" | "done"; readonly text: string };

/** What is being done; the pane shows it and offers nothing that would collide with it. */
export type Task = "inserting" | "checking" | "narrating" | "saving" | "going" | "writing" | "sealing";

/** Everything the task pane shows. Impossible combinations cannot be written down. */
export type SessionState = {
  readonly notice: Notice | null;
  readonly busy: Task | null;
} & (
  | { readonly phase: "starting" }
  /** A workbook without a form. */
  | {
      readonly phase: "empty";
      /** Of the superior office; what it says is offered for the form. */
      readonly task: TaskFile | null;
    }
  | { readonly phase: "open"; readonly form: OpenForm }
);

/** A session of work with one workbook, whoever hosts it. Methods never throw: what goes wrong becomes a notice. */
export type Session = TextCommands &
  AgainstCommands &
  IntegrityCommands &
  SubmitCommands & {
    readonly getState: () => SessionState;
    readonly subscribe: (listener: () => void) => () => void;
    /** Looks for a form, begins to watch edits. */
    readonly start: () => Promise<void>;
    readonly insertForm: (request: {
      readonly template: string;
      readonly variant?: string | null;
      readonly unit: string;
      readonly year: number;
      /** `formula`: totals add themselves up (自动合计); typed where it is absent. */
      readonly totals?: "typed" | "formula";
    }) => Promise<void>;
    /** Reads everything again and checks it: one round trip. */
    readonly checkAgain: () => Promise<void>;
    /** Selects a cell of the form, or the place of a fact path on the sheet 正文要素. */
    readonly goTo: (place: string) => Promise<void>;
    /** Reads the inputs of the text again, makes it and brings the sheet 年报正文 up to date. */
    readonly narrate: () => Promise<void>;
    /** Saves the report as a Word document or a web page under its conventional name. */
    readonly saveDocument: (kind?: ReportKind) => Promise<void>;
    /** Writes figures that were proposed and shown before; what they replace can be brought back. */
    readonly write: (changes: readonly ValueChange[], cause: Exclude<ChangeCause, "hand" | "undo">) => Promise<void>;
    /** Takes back the last command of ours; cells edited since keep what they hold. */
    readonly undo: () => Promise<void>;
    /** Gives a reason for a finding as its figures are now; an empty text takes it back. */
    readonly explain: (rule: string, reason: { readonly text: string; readonly by: string }) => Promise<void>;
    /** 零报告: somebody says by name that nothing happened; null takes it back. */
    readonly confirmZeros: (by: string | null) => Promise<void>;
    /** What rules need to know of the unit. */
    readonly describeUnit: (profile: UnitProfile) => Promise<void>;
    /**
     * The pane goes out of sight: what edits have added to the change log is written into the workbook. Edits themselves
     * write nothing.
     */
    readonly leave: () => Promise<void>;
    /** Saves 校验报告: every rule with its verdict, figures and reason, as a workbook. */
    readonly saveCheckReport: () => Promise<void>;
    /** Saves 变更记录 as a file. */
    readonly saveLog: () => Promise<void>;
    /** Who gave the last reason in this workbook. */
    readonly recallPerson: () => Promise<string | null>;
    readonly dismissNotice: () => void;
    /** The view in use, kept with the workbook. */
    readonly rememberView: (view: string) => Promise<void>;
    readonly recallView: () => Promise<string | null>;
  };
