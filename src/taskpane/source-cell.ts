import type { CellId } from "../core/model/cell";
import { parseExpression } from "../core/narrative/expression";
import { isFactSection } from "../core/narrative/inputs";
import type { RuleBook } from "../core/rules/expand";
import { cellName, factName } from "../messages/finding";

/** The first cell of the form that a claim's source names: the source is a cell id, a fact path or an expression. */
export function sourceCell(book: RuleBook, source: string): CellId | undefined {
  const names = source.match(/\w+\.\w+\.\w+/gu) ?? [];
  return names.map((name) => book.cells.find((cell) => cell === name)).find((cell) => cell !== undefined);
}

/** Where a number comes from: what to go to, and what that place is called. */
export type SourcePlace = { readonly place: string; readonly name: string };

/** The first cell or fact that a claim's source names; undefined where it names neither (a year). */
export function sourcePlace(book: RuleBook, source: string): SourcePlace | undefined {
  const cell = sourceCell(book, source);
  if (cell !== undefined) return { place: cell, name: cellName(book.template, cell) };
  const path = parseExpression(source).find((term) => isFactSection(term.path[0] ?? ""))?.path;
  return path && { place: source, name: factName(book.template, path) };
}
