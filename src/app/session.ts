import type { CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { checkAll, recheck, type Verdicts } from "../core/rules/check";
import { writeCustomPart } from "../formats/xlsx/custom-part";
import { session as words } from "../messages/session";
import { nothing, type Against } from "./against";
import { againstCommands } from "./against-commands";
import { changesBetween, undoable, type ChangeCause, type ChangeLog } from "./change-log";
import { isCalculating, readTogether } from "./computed-totals";
import { isoDate } from "./dates";
import type { Desk, SessionTools } from "./desk";
import type { findSlips } from "./find-slips";
import {
  anchorsOf,
  bookOf,
  computedAreas,
  figureAnchors,
  formOf,
  isSealed,
  recordAnchors,
  reportOf,
  subjectOf,
  withBlocks,
  type FormInWorkbook,
} from "./form-in-workbook";
import { typed, type ValueChange } from "./mirror";
import { requireForm } from "./require-form";
import type { Integrity } from "./inspect-open-form";
import { integrityCommands } from "./integrity-commands";
import { recordCommands } from "./record-commands";
import type { Records } from "./records";
import { savingCommands } from "./saving-commands";
import { submitCommands } from "./submit-commands";
import type { Area, CellWrite, Contents, SheetChange } from "./ports";
import type { Session, SessionState, Task } from "./session-state";
import { showOpenForm, type TextTools } from "./show-form";
import { textCommands } from "./text-commands";
import { createTurns } from "./turns";
import { UserError } from "./user-error";

/** After these tasks what the workbook keeps beside the figures is brought up to date. */
const keeping: readonly Task[] = ["writing", "saving", "sealing"];

/** Loaded after the first screen is shown. */
type IntegrityTools = {
  readonly look: (workbook: SessionTools["workbook"], form: FormInWorkbook) => Promise<Integrity>;
  readonly isBesideFigures: (form: FormInWorkbook, area: Area) => boolean;
};

/** So many times results are awaited that do not agree with what they are made of; then the formula is taken as it is. */
const mostTries = 2;

/** Finding the wrong cell may take so many milliseconds; then it is not known. */
const locatingTime = 50;

/**
 * One session of work with one workbook. Commands and edits take turns, so that none works on figures that another is
 * about to replace.
 */
export function createSession(tools: SessionTools): Session {
  const { workbook, pause, now, clock } = tools;
  let state: SessionState = { phase: "starting", notice: null, busy: null };
  let form: FormInWorkbook | null = null;
  let verdicts: Verdicts = [];
  /** What the text still lacks is part of the verdict: it is kept up to date. Null until it is loaded. */
  let texts: TextTools | null = null;
  /** The text was opened: whatever moves cells makes it be read again too. */
  let showsText = false;
  let selection: Area | null = null;
  let log: ChangeLog = [];
  /** So many entries of the log are from earlier sessions. */
  let recalled = 0;
  let against: Against = nothing;
  /** Null until the form itself has been looked at. */
  let integrity: Integrity | null = null;
  let integrityTools: IntegrityTools | null = null;
  /** Null until it is loaded. */
  let records: Records | null = null;
  let pending: SheetChange[] = [];
  let draining: Promise<void> | null = null;
  /** An edit could not be read: the mirror is behind the sheet until everything has been read again. */
  let stale = false;
  /** What the error notice is about. */
  let failed: Task | null = null;
  let find: typeof findSlips | null = null;
  const inTurn = createTurns();
  /** What was asked for and is not done, in that order. */
  const doing: Task[] = [];
  const listeners = new Set<() => void>();

  function show(next: SessionState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function showForm(): void {
    const { busy } = state;
    if (form === null) {
      show({ phase: "empty", notice: state.notice, busy, task: against.task?.file ?? null });
      return;
    }
    const heeded = records?.heed({ form, verdicts }, isoDate(now()));
    form = heeded?.form ?? form;
    const remark = heeded?.remark ?? null;
    const notice = remark === null ? state.notice : ({ kind: "error", text: remark } as const);
    const end = clock() + locatingTime;
    const shown = showOpenForm({
      form,
      integrity,
      verdicts,
      log,
      texts,
      selection,
      find,
      deadline: () => clock() > end,
    });
    show({ phase: "open", notice, busy, form: shown });
  }

  function fail(task: Task, cause: unknown): void {
    const text = cause instanceof UserError ? cause.message : words.failed(task, String(cause));
    failed = task;
    show({ ...state, notice: { kind: "error", text } });
  }

  /**
   * Runs what the clerk asked for. What goes wrong becomes a sentence that stays until it is read, or until the same
   * is tried again.
   */
  async function perform(task: Task, work: () => Promise<void>): Promise<void> {
    const unread = state.notice?.kind === "error" && failed !== task;
    doing.push(task);
    show({ ...state, busy: doing[0] ?? null, notice: unread ? state.notice : null });
    await inTurn(async () => {
      try {
        await work();
        if (keeping.includes(task)) await keep().catch(tellNotKept);
      } catch (cause) {
        fail(task, cause);
      } finally {
        doing.shift();
        show({ ...state, busy: doing[0] ?? null });
      }
    });
  }

  /** What was asked for is done all the same. */
  function tellNotKept(cause: unknown): void {
    const done = state.notice?.kind === "done" ? state.notice.text : "";
    show({ ...state, notice: { kind: "error", text: done + words.notKept(String(cause)) } });
  }

  /** Writes what the workbook keeps beside the figures: reasons on their sheet, the change log. */
  async function keep(): Promise<void> {
    const moment = (): { form: FormInWorkbook; verdicts: Verdicts } | null => form && { form, verdicts };
    if (form === null || records === null || isSealed(form)) return;
    // Rows may have moved, and events have gaps: nothing is written over what was not read.
    await readAgain(recordAnchors);
    await records.keep(moment, log, () => describe(() => ({})));
  }

  /** The log of earlier sessions goes before that of this one. */
  async function recallLog(): Promise<void> {
    if (form === null || records === null) return;
    const before = await records.recallLog();
    const own = log.slice(recalled);
    log = own.length === 0 ? before : [...before, ...own];
    recalled = before.length;
    showForm();
  }

  /** Finds out which form the workbook holds, then reads it. */
  async function open(): Promise<void> {
    integrity = null;
    const xml = await workbook.readIdentity();
    if (xml === null) {
      form = null;
      showForm();
      return;
    }
    const found = formOf(xml);
    await bindTask(found.template);
    take(withBlocks(found, await readBlocks(anchorsOf(found.template), anchorsOf)));
    await recallLog();
  }

  /** Reads and checks the open form: one round trip. */
  async function readAgain(names = showsText ? anchorsOf : figureAnchors): Promise<void> {
    if (form === null) await open();
    else {
      const asked = names(form.template);
      const blocks = await readBlocks(asked, names);
      take(withBlocks(form, blocks, asked));
    }
  }

  function readBlocks(asked: readonly string[], names: typeof anchorsOf): ReturnType<typeof workbook.readBlocks> {
    // Where everything is read, what came before is part of it. What comes meanwhile is put on top of it.
    if (names === anchorsOf) pending = [];
    return workbook.readBlocks(asked);
  }

  function take(read: FormInWorkbook): void {
    // What no event told of, or not yet, was changed by hand all the same.
    const missed = form === null ? [] : changesBetween(form.mirror.values, read.mirror.values);
    if (missed.length > 0) note("hand", missed);
    stale = false;
    form = { ...read, against };
    verdicts = checkAll(bookOf(form), subjectOf(form));
    showForm();
  }

  /** Looks for what somebody has done to the form itself: one round trip. */
  async function inspect(): Promise<Integrity | null> {
    if (form === null || integrityTools === null || isSealed(form)) return null;
    integrity = await integrityTools.look(workbook, form);
    showForm();
    const { damaged } = form.mirror;
    const text = integrity.lost.length > 0 ? integrity.lost.join("") : words.damaged(form.template, damaged);
    if (damaged.length > 0) show({ ...state, notice: { kind: "error", text } });
    return integrity;
  }

  /** Tells what the selected cells are to the text: nothing is read, and nothing is checked. */
  function select(area: Area): void {
    selection = area;
    if (form === null || state.phase !== "open" || texts === null) return;
    show({ ...state, form: { ...state.form, selected: texts.selectedIn(form, area) } });
  }

  function queue(change: SheetChange): void {
    pending.push(change);
    draining ??= drain();
  }

  async function drain(): Promise<void> {
    while (pending.length > 0) {
      await pause();
      try {
        await inTurn(applyPending);
      } catch (cause) {
        stale = true;
        fail("checking", cause);
      }
    }
    draining = null;
  }

  async function applyPending(): Promise<void> {
    const changes = pending;
    pending = [];
    if (changes.length === 0) return;
    const beside = changes.some(isBeside);
    await apply(changes);
    if (beside) await inspect();
  }

  async function apply(changes: readonly SheetChange[]): Promise<void> {
    if (form === null || stale || changes.some(({ kind }) => kind === "structure")) {
      await readAgain();
      await inspect();
      return;
    }
    const { mirror } = form;
    const touched: { cells: ValueChange[]; others: boolean } = { cells: [], others: false };
    const put = (area: Area, contents: Contents): void => {
      const changed = mirror.put(area, contents);
      touched.cells.push(...changed.cells);
      touched.others ||= changed.others;
    };
    const areas: Area[] = [];
    for (const change of changes) {
      if (change.kind === "structure") continue;
      const area = change.kind === "cell" ? { ...change, rows: 1, columns: 1 } : change.area;
      // The event of a formula tells its result alone.
      if (change.kind === "cell" && !mirror.mayCompute(area)) put(area, typed(change.value));
      else areas.push(...[mirror.relevant(area)].filter((part) => part !== undefined));
    }
    if (touched.cells.length > 0 || areas.length > 0) areas.push(...computedAreas(form));
    // What is read is newer than what events told, so it comes last; one question per sheet.
    for (const [area, contents] of await readTogether(workbook, areas)) put(area, contents);
    for (let tries = 0; tries < mostTries && isCalculating(form); tries += 1) {
      await pause();
      for (const [area, contents] of await readTogether(workbook, computedAreas(form))) put(area, contents);
    }
    if (touched.cells.length === 0 && !touched.others) return;
    note("hand", touched.cells);
    // A file that was made is no longer the file of these figures.
    if (state.notice?.kind === "done") state = { ...state, notice: null };
    askAgain(form, touched.cells);
  }

  function isBeside(change: SheetChange): boolean {
    if (form === null || change.kind === "structure") return false;
    const area = change.kind === "cell" ? { ...change, rows: 1, columns: 1 } : change.area;
    return integrityTools?.isBesideFigures(form, area) === true;
  }

  function note(cause: ChangeCause, changes: readonly ValueChange[]): void {
    // What a formula makes of an edit is no edit.
    const typedIn = changes.filter(({ cell }) => form?.mirror.computed.has(cell) !== true);
    if (typedIn.length > 0) log = [...log, { at: now(), cause, changes: typedIn }];
  }

  function askAgain(open: FormInWorkbook, changes: readonly ValueChange[]): void {
    const cells = changes.map(({ cell }) => cell);
    verdicts = recheck(bookOf(open), verdicts, subjectOf(open), cells);
    showForm();
  }

  /** Writes on command. The mirror goes first, so that the events of these writes tell nothing new. */
  async function write(changes: readonly ValueChange[], cause: ChangeCause): Promise<void> {
    if (form === null) return;
    requireUnsealed(form);
    const { mirror } = form;
    const writes = changes.flatMap(({ cell, to }): readonly CellWrite[] => {
      const area = mirror.areaOf(cell);
      return area === undefined ? [] : [{ area, value: to ?? "" }];
    });
    stale = true;
    const made = writes.flatMap(({ area, value }) => mirror.put(area, typed(value)).cells);
    try {
      await workbook.writeCells(writes);
    } catch (failure) {
      // Nothing has been changed that anybody could have changed by hand.
      for (const { cell, from } of made) {
        const area = mirror.areaOf(cell);
        if (area !== undefined) mirror.put(area, typed(from ?? ""));
      }
      throw failure;
    }
    note(cause, made);
    for (let tries = 0; tries === 0 || (tries <= mostTries && isCalculating(form)); tries += 1) {
      if (tries > 0) await pause();
      for (const [area, contents] of await readTogether(workbook, computedAreas(form)))
        made.push(...mirror.put(area, contents).cells);
    }
    stale = false;
    askAgain(form, made);
  }

  /** Changes what the workbook says about its report beside the figures. */
  async function describe(change: (report: Report) => Partial<Report>): Promise<void> {
    if (form === null) return;
    requireUnsealed(form);
    const report = reportOf(form);
    const xml = writeCustomPart({ ...report, ...change(report) });
    await workbook.writeIdentity(xml);
    form = { ...form, ...formOf(xml) };
    verdicts = checkAll(bookOf(form), subjectOf(form));
    showForm();
  }

  function hold(next: Against): void {
    against = next;
    if (form !== null) {
      form = { ...form, against };
      verdicts = checkAll(bookOf(form), subjectOf(form));
    }
    showForm();
  }

  /** Rules of a task file are bound to the form that is there. */
  async function bindTask(template: Template): Promise<void> {
    const { task } = against;
    if (task === null || task.book?.template === template) return;
    const { boundTo } = await import("./keep-against");
    against = { ...against, task: null };
    against = { ...against, task: boundTo(template, task) };
  }

  /** What an earlier session held the workbook against. */
  async function recallAgainst(): Promise<void> {
    const kept = await import("./keep-against");
    const found = await kept.recallAgainst(workbook, form?.template ?? null);
    hold(found.against);
    if (found.problems.length > 0) throw new UserError(found.problems.join(""));
  }

  const desk: Desk = {
    ...tools,
    form: () => form,
    verdicts: () => verdicts,
    log: () => log,
    against: () => against,
    inspect,
    isSealed: () => form !== null && isSealed(form),
    hold,
    perform,
    readAll: async () => {
      await readAgain(anchorsOf);
      return form;
    },
    write,
    describe,
    tell: (text) => {
      show({ ...state, notice: { kind: "done", text } });
    },
    reopen: async () => {
      await open();
      await inspect();
    },
    refresh: showForm,
  };

  const { bringUpToDate, ...commands } = textCommands(desk);

  return {
    ...savingCommands(desk),
    ...recordCommands(desk),
    ...submitCommands(desk),
    ...againstCommands(desk),
    ...integrityCommands(desk),
    ...commands,
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () =>
      perform("checking", async () => {
        await workbook.watch(queue);
        await workbook.watchSelection(select);
        await open();
        const [slips, texting, { createRecords }] = await Promise.all([
          import("./find-slips"),
          import("./text-in-workbook"),
          import("./records"),
        ]);
        find = slips.findSlips;
        texts = texting;
        records = createRecords(workbook);
        if (form !== null) showForm();
        await recallLog();
        await recallAgainst();
        const { inspectOpenForm: look, isBesideFigures } = await import("./inspect-open-form");
        integrityTools = { look, isBesideFigures };
        await inspect();
      }),
    insertForm: (request) =>
      perform("inserting", async () => {
        if (form !== null) throw new UserError(words.alreadyOpen(form.template));
        const { prepareForm } = await import("./prepare-form");
        await workbook.insertForm(await prepareForm(requireForm(request), request, now()));
        await open();
        // What a form that was deleted has left behind is none of this one's.
        log = [];
        recalled = 0;
        records?.beginLog();
        await inspect();
      }),
    checkAgain: () =>
      perform("checking", async () => {
        await readAgain();
        // A form that was whole is looked at again when somebody touches it.
        if (integrity === null || isHurt(integrity)) await inspect();
      }),
    goTo: (place) =>
      perform("going", async () => {
        if (form === null) return;
        const area = form.mirror.areaOf(place as CellId) ?? (await import("./fact-places")).factArea(form, place);
        if (area !== undefined) await workbook.select(area);
      }),
    narrate: () =>
      perform("narrating", async () => {
        texts = await import("./text-in-workbook");
        showsText = true;
        await readAgain();
        await bringUpToDate();
      }),
    write: (changes, cause) => perform("writing", () => write(changes, cause)),
    undo: () =>
      perform("writing", async () => {
        const last = form === null ? null : undoable(log, form.mirror.values);
        if (last !== null) await write(last.back, "undo");
      }),
    leave: () => (records?.isDue(log) === true ? perform("writing", () => Promise.resolve()) : Promise.resolve()),
    dismissNotice: () => {
      show({ ...state, notice: null });
    },
  };
}

function isHurt({ faults, lost }: Integrity): boolean {
  return faults.length + lost.length > 0;
}

/** @throws UserError when the workbook carries a seal */
function requireUnsealed(form: FormInWorkbook): void {
  if (isSealed(form)) throw new UserError(words.sealed);
}
