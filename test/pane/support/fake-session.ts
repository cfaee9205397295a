import type { Session, SessionState } from "../../../src/app/session-state";

export type FakeSession = Session & {
  /** What the pane asked for, in order: `goTo t3.granted.total`. */
  readonly calls: readonly string[];
  readonly show: (state: SessionState) => void;
};

/** A session that only shows states and notes what the pane asks for. */
export function fakeSession(first: SessionState, lastView: string | null = null): FakeSession {
  let state = first;
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  const note = (call: string): Promise<void> => {
    calls.push(call);
    return Promise.resolve();
  };
  return {
    calls,
    show: (next) => {
      state = next;
      for (const listener of listeners) listener();
    },
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => note("start"),
    insertForm: ({ template, unit, year }) => note(`insertForm ${template} ${unit} ${String(year)}`),
    checkAgain: () => note("checkAgain"),
    goTo: (cell) => note(`goTo ${cell}`),
    narrate: () => note("narrate"),
    updateText: () => note("updateText"),
    takeFigures: (row, figures) => note(`takeFigures ${String(row)} ${figures.join(",")}`),
    restoreParagraph: (key) => note(`restoreParagraph ${key}`),
    makeTextSheet: () => note("makeTextSheet"),
    goToParagraph: (row) => note(`goToParagraph ${String(row)}`),
    seal: ({ by, to }) => note(`seal ${by} ${to}`).then(() => null),
    lastSealed: () => null,
    saveFiles: (files) => note(`saveFiles ${files.map(({ name }) => name).join(" ")}`).then(() => true),
    openWorkbook: null,
    verifySeal: () => note("verifySeal").then(() => null),
    returnToWork: () => note("returnToWork"),
    recallRecipients: () => Promise.resolve({ to: "", cc: "" }),
    saveDocument: (kind = "docx") => note(`saveDocument ${kind}`),
    write: (changes, cause) =>
      note(`write ${cause} ${changes.map(({ cell, to }) => `${cell}=${String(to)}`).join(" ")}`),
    undo: () => note("undo"),
    explain: (rule, { text, by }) => note(`explain ${rule} ${text} ${by}`),
    confirmZeros: (by) => note(`confirmZeros ${String(by)}`),
    leave: () => note("leave"),
    describeUnit: ({ unitType, rulemaking }) => note(`describeUnit ${String(unitType)} ${String(rulemaking)}`),
    saveCheckReport: () => note("saveCheckReport"),
    saveLog: () => note("saveLog"),
    recallPerson: () => Promise.resolve(null),
    repairForm: () => note("repairForm"),
    useTaskFile: (name) => note(`useTaskFile ${name}`),
    dropTaskFile: () => note("dropTaskFile"),
    usePrior: (name) => note(`usePrior ${name}`),
    dropPrior: () => note("dropPrior"),
    dismissNotice: () => void note("dismissNotice"),
    rememberView: (view) => note(`rememberView ${view}`),
    recallView: () => Promise.resolve(lastView),
  };
}
