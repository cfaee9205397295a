import type { CellId } from "../../core/model/cell";
import type { Template } from "../../core/model/template";
import { bindRules, type RuleBook } from "../../core/rules/expand";
import { address, parseRange } from "./a1";
import { cellKey } from "./cell-key";
import { checkFormula } from "./check-formula";
import type { Located } from "./locate-sheet";
import type { PlacedCell, Rect } from "./placed-form";
import type { FormulaFault } from "./read-result";
import type { RawCell } from "./sheet-xml";

/**
 * The check cells and self-adding totals of a sheet that no longer do what the form's do. A formula is held against the
 * cells that it reads, not its spelling: other programs write the same formula in other words.
 */
export function inspectFormulas(template: Template, located: Located): readonly FormulaFault[] {
  const figures = new Map<CellId, Rect>();
  for (const { cell, row, column, rows, columns } of located.shape.figures) {
    const [at, to] = [located.rows.get(row), located.columns.get(column)];
    if (at !== undefined && to !== undefined) figures.set(cell, { row: at, column: to, rows, columns });
  }
  return [...checks(template, located, figures), ...totals(located, figures)];
}

function checks(template: Template, located: Located, figures: ReadonlyMap<CellId, Rect>): readonly FormulaFault[] {
  const placed = located.shape.sheet.cells.filter(({ content }) => content.kind === "check");
  const offset = offsets(located);
  return placed.flatMap((cell): readonly FormulaFault[] => {
    const bound = cell.content.kind === "check" ? book(template).byId.get(cell.content.rule) : undefined;
    const [row, column] = [offset.row(cell.row), offset.column(cell.column)];
    // Where the line itself is gone, the check went with it: that is told by the line.
    if (bound === undefined || row === undefined || column === undefined) return [];
    if (!bound.cells.every((used) => figures.has(used))) return [];
    const formula = checkFormula(bound, (used) => figures.get(used) ?? cell);
    const wanted = cellsOfFormula(formula.native);
    const raw = nearby(located, row, column, cell, wanted);
    const kind = faultOf(raw, wanted);
    const at = address(row, column);
    return kind === undefined
      ? []
      : [{ kind, of: { rule: bound.id }, sheet: located.sheet.name, address: at, row, column, formula }];
  });
}

/** Totals of a form whose totals add themselves up: single ones that do not any more. */
function totals(located: Located, figures: ReadonlyMap<CellId, Rect>): readonly FormulaFault[] {
  const found = located.shape.sheet.cells.flatMap(({ content }) => {
    if (content.kind !== "figure" || content.parts === undefined) return [];
    const place = figures.get(content.cell);
    const parts = content.parts.flatMap((part) => figures.get(part) ?? []);
    if (place === undefined || parts.length < content.parts.length) return [];
    const raw = located.sheet.cells.get(cellKey(place.row, place.column));
    return [{ cell: content.cell, place, raw, wanted: new Set(parts.map(({ row, column }) => cellKey(row, column))) }];
  });
  const computed = found.filter(({ raw }) => raw?.formula !== undefined).length;
  // Totals are typed by default; only where most add themselves up is a typed one out of the ordinary.
  if (computed * 2 <= found.length) return [];
  return found.flatMap(({ cell, place, raw, wanted }): readonly FormulaFault[] => {
    const kind = faultOf(raw, wanted);
    const at = address(place.row, place.column);
    return kind === undefined
      ? []
      : [{ kind, of: { total: cell }, sheet: located.sheet.name, address: at, row: place.row, column: place.column }];
  });
}

function faultOf(raw: RawCell | undefined, wanted: ReadonlySet<string>): FormulaFault["kind"] | undefined {
  if (raw === undefined) return "lost";
  if (raw.formula === undefined) return raw.value === "" ? "lost" : "constant";
  // Empty: the file shares the formula with another cell.
  if (raw.formula === "") return undefined;
  const used = cellsOfFormula(raw.formula);
  return used.size === wanted.size && [...wanted].every((key) => used.has(key)) ? undefined : "changed";
}

/** Check cells stand beside and below the form; rows and columns put in between move them a little further. */
const searched = 4;

function nearby(
  { sheet, shape }: Located,
  row: number,
  column: number,
  cell: PlacedCell,
  wanted: ReadonlySet<string>,
): RawCell | undefined {
  const lastRow = Math.max(...shape.figures.map((figure) => figure.row));
  const isBelow = cell.row > lastRow;
  const candidates = Array.from({ length: searched }, (_, step) =>
    sheet.cells.get(isBelow ? cellKey(row + step, column) : cellKey(row, column + step)),
  );
  return candidates.find((raw) => raw !== undefined && faultOf(raw, wanted) === undefined) ?? candidates[0];
}

/** Where a row or column of the form stands now; one outside the form keeps its distance from it. */
function offsets({ shape, rows, columns }: Located): {
  readonly row: (row: number) => number | undefined;
  readonly column: (column: number) => number | undefined;
} {
  const lastRow = Math.max(...shape.figures.map((figure) => figure.row));
  const lastColumn = Math.max(...shape.figures.map((figure) => figure.column + figure.columns - 1));
  const move = (places: ReadonlyMap<number, number>, last: number) => (line: number) => {
    const known = places.get(line);
    if (known !== undefined) return known;
    if (line <= last) return undefined;
    const nearest = Math.max(...[...places.keys()].filter((key) => key <= last));
    const at = places.get(nearest);
    return at === undefined ? undefined : at + line - nearest;
  };
  return { row: move(rows, lastRow), column: move(columns, lastColumn) };
}

/** Functions whose names look like addresses are followed by a bracket; texts stand in quotes. */
const reference = /(?<![A-Z0-9_.!'])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![A-Z0-9_.(!])/gu;
/** Whole columns and the like are no references of ours. */
const mostCells = 5000;

/** The cells of its own sheet that a formula reads, as keys. */
function cellsOfFormula(formula: string): ReadonlySet<string> {
  const keys = new Set<string>();
  const plain = formula.replace(/"(?:[^"]|"")*"/gu, "").toUpperCase();
  for (const [whole] of plain.matchAll(reference)) {
    const area = parseRange(whole.replaceAll("$", ""));
    if (area === undefined || area.rows * area.columns > mostCells) continue;
    for (let row = area.row; row < area.row + area.rows; row += 1)
      for (let column = area.column; column < area.column + area.columns; column += 1) keys.add(cellKey(row, column));
  }
  return keys;
}

const books = new WeakMap<Template, RuleBook>();

function book(template: Template): RuleBook {
  const known = books.get(template) ?? bindRules(template);
  books.set(template, known);
  return known;
}
