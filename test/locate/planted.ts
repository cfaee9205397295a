import { readFileSync } from "node:fs";
import { join } from "node:path";

import { findTemplate, ruleBook } from "../../src/app/forms";
import { parseReportFile } from "../../src/app/report-file";
import { fills } from "../../src/core/locate/fills";
import { localise, type Localisation } from "../../src/core/locate/suggest";
import type { CellId, CellValue } from "../../src/core/model/cell";
import type { Report, Values } from "../../src/core/model/report";
import { checkAll, recheck, summarize, type Verdicts } from "../../src/core/rules/check";
import type { Finding } from "../../src/core/rules/finding";
import { isTotal, type RuleBook } from "../../src/core/rules/expand";

/** A report; where it was made by changing another one, that one's verdicts are shared. */
export type Base = {
  readonly report: Report;
  readonly book: RuleBook;
  readonly changedFrom?: { readonly base: Base; readonly cells: readonly CellId[] };
};

const known = new WeakMap<Base, Verdicts>();

/** The verdicts on all rules, worked out once. */
function verdictsOf(found: Base): Verdicts {
  const { report, book, changedFrom: from } = found;
  const verdicts =
    known.get(found) ??
    (from === undefined ? checkAll(book, report) : recheck(book, verdictsOf(from.base), report, from.cells));
  known.set(found, verdicts);
  return verdicts;
}

/** A published report of `test/data/reports`. */
export function published(file: string): Base {
  const report = parseReportFile(readFileSync(join(__dirname, "../data/reports", file), "utf8"), file);
  const template = findTemplate(report.template);
  if (template === undefined) throw new Error(`${file} has an unknown form`);
  return { report, book: ruleBook(template) };
}

/** With every total filled in that follows (补合计). */
export function withTotals({ report, book }: Base): Base {
  const values = new Map(report.values);
  for (const { cell, value } of fills(book, report)) if (isTotal(book.template, cell)) values.set(cell, value);
  return { report: { ...report, values }, book };
}

export function changed(base: Base, changes: Iterable<readonly [CellId, CellValue]>): Base {
  const { report, book } = base;
  const values = new Map(report.values);
  const cells: CellId[] = [];
  for (const [cell, value] of changes) {
    values.set(cell, value);
    cells.push(cell);
  }
  return { report: { ...report, values }, book, changedFrom: { base, cells } };
}

/** With last year's figures. */
export function withPrior({ report, book }: Base, prior: Values): Base {
  return { report: { ...report, prior } as Report, book };
}

export function errorsOf(found: Base): readonly Finding[] {
  return summarize(found.book, verdictsOf(found)).findings.filter(({ severity }) => severity === "error");
}

export function located(found: Base, deadline: () => boolean = () => false): Localisation {
  return localise(found.book, found.report, verdictsOf(found), deadline);
}

export function cellsOfTable({ book }: Base, table: string): readonly CellId[] {
  return book.cells.filter((cell) => cell.startsWith(`${table}.`));
}

export function valueOf({ report }: Base, cell: CellId): number {
  const value = report.values.get(cell) ?? 0;
  if (typeof value !== "number") throw new Error(`${cell} holds ${value}`);
  return value;
}

/** A time limit that does not depend on the machine: it is up after so many steps of the search. */
export function steps(count: number): () => boolean {
  let left = count;
  return () => {
    left -= 1;
    return left < 0;
  };
}

/** A repeatable source of chance: whole numbers from 0 to below n. */
export function chance(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** Figures that a hurried person may type for `value`: digits lost, added, changed, exchanged, and numbers out of the blue. */
export function slipsOf(value: number): readonly number[] {
  const digits = String(value);
  const swapped = digits.length > 1 ? digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1) : digits;
  const wrong = [
    value + 1,
    value - 1,
    value * 10,
    Number(`${digits}7`),
    Number(digits.slice(1)),
    Math.floor(value / 10),
    Number(swapped),
    value + 5,
    value + 90,
    value + 123_456,
    0,
  ];
  return [...new Set(wrong)].filter((typed) => typed !== value && typed >= 0);
}
