import type { CellId } from "../core/model/cell";
import type { RuleBook } from "../core/rules/expand";

/** The first cell of the form that a claim's source names: the source is a cell id, a fact path or an expression. */
export function sourceCell(book: RuleBook, source: string): CellId | undefined {
  const names = source.match(/\w+\.\w+\.\w+/gu) ?? [];
  return names.map((name) => book.cells.find((cell) => cell === name)).find((cell) => cell !== undefined);
}
