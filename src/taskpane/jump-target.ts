import type { CellId } from "../core/model/cell";
import type { Finding } from "../core/rules/finding";

/**
 * The cell at which to look first: the one that most of the broken rules of this severity have in common, then one
 * that holds a figure, then the first. A row that does not balance and a column that does not balance cross in it.
 */
export function jumpTarget(finding: Finding, findings: readonly Finding[]): CellId | undefined {
  const alike = findings.filter(({ severity, terms }) => severity === finding.severity && terms.length > 0);
  const figures = new Map(finding.terms.map(({ cell, value }) => [cell, value]));
  let best: CellId | undefined;
  let bestScore = -1;
  for (const cell of finding.cells) {
    const value = figures.get(cell) ?? null;
    const shared = alike.filter(({ cells }) => cells.includes(cell)).length;
    const score = shared * 2 + (value !== null && value !== 0 ? 1 : 0);
    if (score > bestScore) {
      best = cell;
      bestScore = score;
    }
  }
  return best;
}
