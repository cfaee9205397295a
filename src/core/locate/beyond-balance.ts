import { figure, type CellId } from "../model/cell";
import { difference } from "../model/decimal";
import type { BoundLinear, BoundRule } from "../rules/expand";
import { consequences, type Checked } from "./consequences";
import { numberIn } from "./form-slip";
import { typingSlip } from "./slip";
import type { CellChange, Suggestion } from "./suggest";

/** Texts such as 5件 in a figure's cell that hold exactly one number. No balance speaks for it, so it is not certain. */
export function textSuggestions(checked: Checked): readonly Suggestion[] {
  const { book, subject } = checked;
  return book.cells.flatMap((cell): Suggestion[] => {
    const from = subject.values.get(cell) ?? null;
    const to = numberIn(from);
    if (to === undefined) return [];
    const changes: readonly CellChange[] = [{ cell, from, to }];
    const { resolves, isAllowed } = consequences(checked, changes);
    if (!isAllowed || resolves.length === 0) return [];
    return [{ certain: false, kind: "typo", detail: "text", changes, exact: true, resolves, because: [] }];
  });
}

/**
 * Typing errors that would explain a 核实 finding about equal sums, such as 上年结转 against last year's report: one cell
 * that holds the right figure but for a slip of the finger. Nothing else may fail for it; other reasons stay possible.
 */
export function warningSuggestions(checked: Checked): readonly Suggestion[] {
  const { book, subject, verdicts } = checked;
  return book.rules.flatMap((bound, index): readonly Suggestion[] => {
    const verdict = verdicts[index];
    if (verdict?.state !== "broken" || !isWarningEquation(bound)) return [];
    const gap = verdict.finding.difference ?? 0;
    return bound.cells.flatMap((cell): Suggestion[] => {
      const from = figure(subject.values.get(cell));
      const coef = coefficient(bound, cell);
      if (from === undefined || coef === 0 || Math.abs(coef) !== 1) return [];
      const to = difference(from, gap * coef);
      const slip = typingSlip(from, to);
      if (slip === undefined) return [];
      const changes: readonly CellChange[] = [{ cell, from, to }];
      const { resolves, broken } = consequences(checked, changes);
      if (broken > 0 || !resolves.includes(bound.id)) return [];
      return [{ certain: false, ...slip, changes, exact: true, resolves, because: [] }];
    });
  });
}

function isWarningEquation(bound: BoundRule): bound is BoundLinear {
  return "when" in bound && bound.when.length === 0 && bound.rule.severity === "warning" && bound.rule.op === "=";
}

function coefficient({ left, right }: BoundLinear, cell: CellId): number {
  const own = (terms: BoundLinear["left"]): number =>
    terms.reduce((sum, term) => (term.year === 0 && term.cell === cell ? sum + term.coef : sum), 0);
  return own(left) - own(right);
}
