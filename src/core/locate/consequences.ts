import type { CellId } from "../model/cell";
import type { Values } from "../model/report";
import { recheck, type Verdicts } from "../rules/check";
import type { Subject } from "../rules/evaluate";
import type { RuleBook } from "../rules/expand";
import { item } from "./item";
import type { CellChange } from "./suggest";

/** A report with the verdicts of all rules on it. */
export type Checked = { readonly book: RuleBook; readonly subject: Subject; readonly verdicts: Verdicts };

export type Consequences = {
  /** Rules that come right, by id. */
  readonly resolves: readonly string[];
  /** How many 核实 rules are among them. */
  readonly warnings: number;
  /** How many rules fail that did not fail before. */
  readonly broken: number;
  /** False if a 强制 rule is among the latter. */
  readonly isAllowed: boolean;
};

/** What changes do to the verdicts on all rules of the form. */
export function consequences({ book, subject, verdicts }: Checked, changes: readonly CellChange[]): Consequences {
  const values: Values = new Map([...subject.values, ...changes.map(({ cell, to }): [CellId, number] => [cell, to])]);
  const after = recheck(
    book,
    verdicts,
    { ...subject, values },
    changes.map(({ cell }) => cell),
  );
  const resolves: string[] = [];
  let warnings = 0;
  let broken = 0;
  let isAllowed = true;
  after.forEach((verdict, index) => {
    const before = verdicts[index];
    if (verdict === before) return;
    const { id, rule } = item(book.rules, index);
    if (before?.state === "broken" && verdict.state === "passed") {
      resolves.push(id);
      if (rule.severity === "warning") warnings += 1;
    }
    if (before?.state !== "broken" && verdict.state === "broken") {
      broken += 1;
      if (rule.severity === "error") isAllowed = false;
    }
  });
  return { resolves, warnings, broken, isAllowed };
}
