import { cellId, type CellId } from "../../core/model/cell";
import type { GridItem, LabelCell, Layout } from "../../core/model/layout";
import { figureRows, type FormSheet, type Template } from "../../core/model/template";
import type { Rect } from "./placed-form";

export type PlacedLabel = Rect & { readonly label: LabelCell };
export type PlacedFigure = Rect & { readonly cell: CellId };

/** The official grid of one sheet with the merged extents worked out, as a browser lays out a table. */
export type PlacedGrid = {
  readonly labels: readonly PlacedLabel[];
  readonly figures: readonly PlacedFigure[];
  readonly rows: number;
  readonly columns: number;
};

/**
 * Lays out the grid with its upper left cell at `top`, column 0.
 * @throws Error when items overlap, leave the grid, or name a table row that the form lacks: a mistake in the data
 */
export function placeGrid(template: Template, sheet: FormSheet, top: number): PlacedGrid {
  const { grid, columnWidths }: Layout = sheet.layout;
  const taken = grid.map(() => columnWidths.map(() => false));
  const labels: PlacedLabel[] = [];
  const figures: PlacedFigure[] = [];
  grid.forEach((items, row) => {
    let column = 0;
    const place = (rowSpan: number, colSpan: number): Rect => {
      while (taken[row]?.[column] === true) column += 1;
      const area = { row: top + row, column, rows: rowSpan, columns: colSpan };
      for (let r = row; r < row + rowSpan; r += 1) {
        for (let c = column; c < column + colSpan; c += 1) {
          const line = taken[r];
          if (line?.[c] !== false) throw new Error(`Sheet ${sheet.id}: grid row ${String(row)} does not fit`);
          line[c] = true;
        }
      }
      column += colSpan;
      return area;
    };
    for (const item of items) {
      if ("text" in item) labels.push({ ...place(item.rowSpan ?? 1, item.colSpan ?? 1), label: item });
      else for (const [cell, span] of figuresOf(template, item)) figures.push({ ...place(1, span), cell });
    }
  });
  if (taken.some((line) => line.includes(false))) throw new Error(`Sheet ${sheet.id}: the grid has gaps`);
  return { labels, figures, rows: grid.length, columns: columnWidths.length };
}

function figuresOf(template: Template, item: Exclude<GridItem, LabelCell>): readonly (readonly [CellId, number])[] {
  if ("value" in item) return [[item.value, item.colSpan ?? 1]];
  const [tableId = "", rowId = ""] = item.values.split(".");
  const table = template.tables.find(({ id }) => id === tableId);
  if (table === undefined || !figureRows(table).some(({ id }) => id === rowId))
    throw new Error(`${template.id} has no row ${item.values}`);
  return table.columns.map((column) => [cellId(tableId, rowId, column.id), 1]);
}
