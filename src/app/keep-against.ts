import * as z from "zod/mini";

import { figure, type CellId } from "../core/model/cell";
import { emptyReport, type Report } from "../core/model/report";
import { cellsOf, type Template } from "../core/model/template";
import { against as words } from "../messages/against";
import type { Against, PriorInUse, TaskInUse } from "./against";
import type { Desk } from "./desk";
import { reportOf } from "./form-in-workbook";
import { loadReport } from "./load-report";
import { bookWithOwnRules, parseTaskFile } from "./own-rules";
import type { WorkbookPort } from "./ports";
import { UserError } from "./user-error";

// Kept in the settings of the workbook: they stay with it and come into no file that is written from the report.
const taskKey = "gouji.task";
const priorKey = "gouji.prior";

const keptTask = z.object({ name: z.string(), text: z.string() });
const keptPrior = z.object({
  name: z.string(),
  template: z.string(),
  unit: z.string(),
  year: z.number(),
  values: z.record(z.string(), z.number()),
});

/** Settings of a workbook hold two million characters in all; a task file is a few pages. */
const longestTask = 200_000;

/** What the workbook is held against since an earlier session; `problems` says what of it cannot be used any more. */
export async function recallAgainst(
  workbook: Pick<WorkbookPort, "recall">,
  template: Template | null,
): Promise<{ readonly against: Against; readonly problems: readonly string[] }> {
  const [task, prior] = await Promise.all([workbook.recall(taskKey), workbook.recall(priorKey)]);
  const problems: string[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      problems.push(cause.message);
      return null;
    }
  };
  const found: Against = {
    task: task === null || task === "" ? null : await attempt(() => taskFrom(task, template)),
    prior: prior === null || prior === "" ? null : await attempt(() => Promise.resolve(priorFrom(prior))),
  };
  return { against: found, problems };
}

async function taskFrom(kept: string, template: Template | null): Promise<TaskInUse> {
  const { data } = keptTask.safeParse(jsonOf(kept));
  if (data === undefined) throw new UserError(words.lostTask);
  const file = await parseTaskFile(new TextEncoder().encode(data.text), data.name);
  return { file, book: template === null ? null : bookWithOwnRules(template, file) };
}

function priorFrom(kept: string): PriorInUse {
  const { data } = keptPrior.safeParse(jsonOf(kept));
  if (data === undefined) throw new UserError(words.lostPrior);
  const { name, template, unit, year, values } = data;
  const figures = new Map(Object.entries(values) as [CellId, number][]);
  return { name, report: { ...emptyReport(template, unit, year), values: figures } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The task with its rules bound to a form. @throws UserError naming the line of a rule that does not fit */
export function boundTo(template: Template, { file }: TaskInUse): TaskInUse {
  return { file, book: bookWithOwnRules(template, file) };
}

/** Begins to apply a task file and keeps it. @throws UserError naming the line */
export async function takeTaskFile(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  const form = desk.form();
  const text = new TextDecoder().decode(bytes);
  if (text.length > longestTask) throw new UserError(words.taskTooLong(name));
  const file = await parseTaskFile(bytes, name);
  const book = form === null ? null : bookWithOwnRules(form.template, file);
  await desk.workbook.remember(taskKey, JSON.stringify({ name, text }));
  desk.hold({ ...desk.against(), task: { file, book } });
  desk.tell(words.taskTaken(name, file.rules.length));
}

/**
 * Begins to compare with last year's figures and keeps them: any figure may be asked for by a rule, also by one of a
 * task file that comes later; texts, reasons and names stay behind.
 * @throws UserError when the file is not last year's report
 */
export async function takePrior(desk: Desk, name: string, bytes: Uint8Array): Promise<void> {
  const form = desk.form();
  if (form === null) return;
  const { report } = await loadReport(bytes, name);
  const now = reportOf(form);
  if (report.year !== now.year - 1) throw new UserError(words.otherYear(name, report.year, now.year - 1));
  const values = figuresFor(form.template, report);
  if (values.size === 0) throw new UserError(words.noFigures(name));
  const { template, unit, year } = report;
  const kept = { name, template, unit, year, values: Object.fromEntries(values) };
  await desk.workbook.remember(priorKey, JSON.stringify(kept));
  desk.hold({
    ...desk.against(),
    prior: { name, report: { ...emptyReport(template, unit, year), values } },
  });
  desk.tell(words.priorTaken(year, values.size) + (unit === now.unit ? "" : words.otherUnit(unit, now.unit)));
}

/** The figures of a report that the form has cells for. */
function figuresFor(template: Template, { values }: Report): ReadonlyMap<CellId, number> {
  return new Map(
    cellsOf(template).flatMap((cell): [CellId, number][] => {
      const value = figure(values.get(cell));
      return value === undefined ? [] : [[cell, value]];
    }),
  );
}

/** Ends it and forgets it. */
export async function drop(desk: Desk, what: keyof Against): Promise<void> {
  await desk.workbook.remember(what === "task" ? taskKey : priorKey, "");
  desk.hold({ ...desk.against(), [what]: null });
}
