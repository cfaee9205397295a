import type { CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { isTotal } from "../core/rules/expand";
import type { InspectReading } from "../formats/xlsx/read-result";
import { cellName } from "../messages/finding";
import { integrity as words } from "../messages/integrity";
import { forms, ruleBook } from "./forms";
import { damageText, failureText, isReportFile } from "./load-report";
import { UserError } from "./user-error";

/** One thing that is wrong with a form, in words. */
export type IntegrityFault = { readonly kind: string; readonly message: string };

/** A form with what became of its labels, lines and formulas. */
export type Inspected = {
  readonly template: Template;
  readonly report: Report;
  readonly reading: InspectReading;
  readonly faults: readonly IntegrityFault[];
};

/**
 * Looks at a workbook for what somebody has done to the form itself.
 * @param name as it is shown in error messages
 * @throws UserError one sentence saying what the file is and what to do
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Inspected> {
  if (isReportFile(bytes)) throw new UserError(words.notWorkbook(name));
  const { inspectForm } = await import("../formats/xlsx/read-form");
  const reading = await inspectForm(bytes, forms);
  if (!reading.ok) throw new UserError(failureText(reading.failure, name));
  const { template, report } = reading;
  return { template, report, reading, faults: faultsOf(reading) };
}

/** Everything that is wrong with the form, by place. */
export function faultsOf({ template, damage, formulas }: InspectReading): readonly IntegrityFault[] {
  const book = ruleBook(template);
  return [
    ...damage.map((found) => ({ kind: found.kind, message: damageText(template, found) })),
    ...formulas.map((fault): IntegrityFault => {
      const { kind, of, sheet, address } = fault;
      const place = `${sheet}!${address}`;
      return "rule" in of
        ? { kind: `check${capital(kind)}`, message: words.check(book, kind, place, of.rule) }
        : { kind: `total${capital(kind)}`, message: words.total(book, kind, place, of.total) };
    }),
  ];
}

export type Repaired = Inspected & {
  readonly bytes: Uint8Array;
  /** Cells that could not be read and are blank now. */
  readonly unread: readonly CellId[];
  /** Totals that were left as figures in a form of formulas, because they are not the sum of their parts. */
  readonly typed: readonly CellId[];
  /** What else the clerk should know. */
  readonly notes: readonly string[];
};

/**
 * Writes the official form anew with everything that could be read from a damaged one. No figure is changed.
 * @throws UserError when the file holds no form that can be read
 */
export async function repairFile(bytes: Uint8Array, name: string, date: Date): Promise<Repaired> {
  const found = await inspectFile(bytes, name);
  const { repairForm } = await import("../formats/xlsx/repair-form");
  const unread = unreadCells(found.reading);
  const { bytes: repaired, typed } = await repairForm(found.reading, { date });
  return { ...found, bytes: repaired, unread, typed, notes: notesOn(found, unread, typed) };
}

/** Cells of the form whose place was gone, or whose formula has no result in the file. */
export function unreadCells({ damage, oddities }: Pick<InspectReading, "damage" | "oddities">): readonly CellId[] {
  return [...damage.flatMap((found) => ("cells" in found ? found.cells : [])), ...withoutResult(oddities)];
}

function withoutResult(oddities: InspectReading["oddities"]): readonly CellId[] {
  return oddities.flatMap((odd) => (odd.kind === "noResult" ? [odd.cell] : []));
}

const named = 5;

function notesOn(
  { template, reading }: Inspected,
  unread: readonly CellId[],
  typed: readonly CellId[],
): readonly string[] {
  const { formulasInCells, oddities, otherSheets } = reading;
  const empty = withoutResult(oddities);
  const gone = unread.filter((cell) => !empty.includes(cell));
  const computed = formulasInCells
    .map(({ cell }) => cell)
    .filter((cell) => !isTotal(template, cell) && !empty.includes(cell));
  const names = (cells: readonly CellId[]): readonly string[] =>
    cells.slice(0, named).map((cell) => cellName(template, cell));
  return [
    ...(gone.length > 0 ? [words.unread(names(gone), gone.length)] : []),
    ...(empty.length > 0 ? [words.noResult(names(empty), empty.length)] : []),
    ...(typed.length > 0 ? [words.typed(names(typed), typed.length)] : []),
    ...(computed.length > 0 ? [words.fixed(names(computed), computed.length)] : []),
    ...(otherSheets.length > 0 ? [words.otherSheets(otherSheets)] : []),
  ];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
