import type { CellId } from "../model/cell";
import type { Verdicts } from "../rules/check";
import { evaluate, type Subject } from "../rules/evaluate";
import type { RuleBook } from "../rules/expand";
import { broughtAlong, type Derived } from "./derived";
import { item } from "./item";
import type { CellChange } from "./suggest";

/** A report with the verdicts of all rules on it, and the totals that follow from other cells. */
export type Checked = {
  readonly book: RuleBook;
  readonly subject: Subject;
  readonly verdicts: Verdicts;
  readonly derived: Derived;
};

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
export function consequences(
  { book, subject, verdicts, derived }: Checked,
  changes: readonly CellChange[],
): Consequences {
  const typed = new Map(changes.map(({ cell, to }): [CellId, number] => [cell, to]));
  const changed = new Map([...typed, ...broughtAlong(derived, subject, typed)]);
  const after: Subject = { ...subject, values: { get: (cell) => changed.get(cell) ?? subject.values.get(cell) } };
  const touched = new Set([...changed.keys()].flatMap((cell) => book.touching.get(cell) ?? []));
  const resolves: string[] = [];
  let warnings = 0;
  let broken = 0;
  let isAllowed = true;
  for (const index of [...touched].sort((a, b) => a - b)) {
    const bound = item(book.rules, index);
    const before = verdicts[index]?.state;
    const { state } = evaluate(bound, after);
    if (before === "broken" && state === "passed") {
      resolves.push(bound.id);
      if (bound.rule.severity === "warning") warnings += 1;
    }
    if (before !== "broken" && state === "broken") {
      broken += 1;
      if (bound.rule.severity === "error") isAllowed = false;
    }
  }
  return { resolves, warnings, broken, isAllowed };
}
