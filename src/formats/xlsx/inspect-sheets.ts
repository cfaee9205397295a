import { cellParts, type CellId } from "../../core/model/cell";
import type { Template } from "../../core/model/template";
import { tableAnchor } from "./form-layout";
import { inspectFormulas } from "./inspect-formulas";
import { locateAll, wordsOf, type Located } from "./locate-sheet";
import type { RawSheet } from "./open-workbook";
import type { NamedRect } from "./placed-form";
import { readFigures } from "./read-figures";
import { missingTables, shapesFor } from "./read-form";
import type { Damage, FormulaFault } from "./read-result";

/** One sheet of a form in a workbook, with what somebody has done to it. */
export type SheetInspection = {
  /** The tab as it is called now; undefined where the sheet cannot be found. */
  readonly sheet: string | undefined;
  readonly damage: readonly Damage[];
  readonly formulas: readonly FormulaFault[];
  /** Labels that say something else, with what belongs there. Rows and columns count from 0. */
  readonly labels: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Where the blocks of figures stand, by their defined names; those in one piece alone. */
  readonly anchors: readonly NamedRect[];
  /** Rows (from 1) that stand between the rows of the form. */
  readonly between: readonly number[];
};

/** Looks at the sheets of an open workbook for what became of a form whose kind is known. */
export function inspectSheets(template: Template, sheets: readonly RawSheet[]): readonly SheetInspection[] {
  const words = sheets.map(wordsOf);
  return shapesFor(template).map((shape): SheetInspection => {
    const places = words.flatMap((sheet) => locateAll(shape, sheet)).sort((a, b) => b.found - a.found);
    const located = places.find(({ sheet }) => sheet.name === shape.sheet.name) ?? places[0];
    if (located === undefined)
      return { sheet: undefined, damage: missingTables(shape), formulas: [], labels: [], anchors: [], between: [] };
    const { damage } = readFigures(located);
    const more = between(located);
    // Where lines came or went, formulas went along with them: they are looked at once the lines are as they should be.
    const isWhole = more.length === 0 && !damage.some(({ kind }) => kind === "rowMissing" || kind === "columnMissing");
    return {
      sheet: located.sheet.name,
      damage,
      formulas: isWhole ? inspectFormulas(template, located) : [],
      labels: located.changed.map(({ label, row, column }) => ({ row, column, text: label.text })),
      anchors: anchorsOf(located),
      between: more,
    };
  });
}

/** The blocks that stand as they do in the form, wherever the sheet has moved them. */
function anchorsOf({ shape, rows, columns }: Located): readonly NamedRect[] {
  const tables = new Map<string, { readonly cell: CellId; readonly row: number; readonly column: number }[]>();
  for (const { cell, row, column, columns: span } of shape.figures) {
    const { table } = cellParts(cell);
    tables.set(table, [...(tables.get(table) ?? []), { cell, row, column }, { cell, row, column: column + span - 1 }]);
  }
  return [...tables].flatMap(([table, cells]) => {
    const across = extent(cells.map(({ column }) => column));
    const down = extent(cells.map(({ row }) => row));
    const [row, column] = [rows.get(down.from), columns.get(across.from)];
    if (row === undefined || column === undefined) return [];
    const isWhole = cells.every((one) => {
      const [at, to] = [rows.get(one.row), columns.get(one.column)];
      return at === row + one.row - down.from && (to === undefined || to === column + one.column - across.from);
    });
    return isWhole ? [{ name: tableAnchor(table), row, column, rows: down.size, columns: across.size }] : [];
  });
}

function extent(numbers: readonly number[]): { readonly from: number; readonly size: number } {
  const from = Math.min(...numbers);
  return { from, size: Math.max(...numbers) - from + 1 };
}

/** Rows that were put in between rows of figures. */
function between({ shape, rows }: Located): readonly number[] {
  const own = new Set(rows.values());
  const places = shape.figures.flatMap(({ row }) => rows.get(row) ?? []);
  const { from, size } = extent(places);
  return places.length === 0
    ? []
    : Array.from({ length: size }, (_, index) => from + index).flatMap((row) => (own.has(row) ? [] : [row + 1]));
}
