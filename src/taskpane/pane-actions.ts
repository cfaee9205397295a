import type { Session, UnitProfile } from "../app/session-state";
import type { ValueChange } from "../app/mirror";
import type { Finding } from "../core/rules/finding";
import { pane } from "../messages/pane";
import { jumpTarget } from "./jump-target";

/** What the views can ask for. Those that change something tell whether it was done; if not, a notice says why. */
export type PaneActions = {
  /** Leads to a cell, or to the place of a fact path. */
  readonly goTo: (place: string) => void;
  /** Leads to the cell to look at first. */
  readonly goToFinding: (finding: Finding) => void;
  readonly checkAgain: () => void;
  readonly write: (changes: readonly ValueChange[], cause: "suggestion" | "zeros" | "totals") => Promise<boolean>;
  readonly undo: () => Promise<boolean>;
  readonly explain: (rule: string, reason: { readonly text: string; readonly by: string }) => Promise<boolean>;
  /** Notes that somebody has looked at a hint; null takes that back. */
  readonly dismissHint: (rule: string, by: string | null) => Promise<boolean>;
  readonly confirmZeros: (by: string | null) => Promise<boolean>;
  readonly describeUnit: (profile: UnitProfile) => Promise<boolean>;
  readonly saveCheckReport: () => void;
  readonly saveLog: () => void;
  readonly recallPerson: () => Promise<string | null>;
};

/** Intentions of the views as calls of the session; made once, so that views may compare them. */
export function paneActions(session: Session): PaneActions {
  const done = async (work: Promise<void>): Promise<boolean> => {
    await work;
    return session.getState().notice?.kind !== "error";
  };
  const goTo = (place: string): void => void session.goTo(place);
  return {
    goTo,
    goToFinding: (finding) => {
      const now = session.getState();
      if (now.phase !== "open") return;
      const cell = jumpTarget(finding, now.form.result.findings) ?? now.form.book.cells[0];
      if (cell !== undefined) goTo(cell);
    },
    checkAgain: () => void session.checkAgain(),
    write: (changes, cause) => done(session.write(changes, cause)),
    undo: () => done(session.undo()),
    explain: (rule, reason) => done(session.explain(rule, reason)),
    dismissHint: (rule, by) => done(session.explain(rule, { text: by === null ? "" : pane.hint.text, by: by ?? "" })),
    confirmZeros: (by) => done(session.confirmZeros(by)),
    describeUnit: (profile) => done(session.describeUnit(profile)),
    saveCheckReport: () => void session.saveCheckReport(),
    saveLog: () => void session.saveLog(),
    recallPerson: session.recallPerson,
  };
}
