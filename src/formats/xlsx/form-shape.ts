import type { CellId } from "../../core/model/cell";
import type { Template } from "../../core/model/template";
import { normalizeLabel } from "./normalize-label";
import type { PlacedTables, PlacedSheet, SheetRect } from "./placed-form";

/** A printed label by which rows and columns are found again; `words` are all wordings it may have, normalised. */
export type ShapeLabel = {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly words: ReadonlySet<string>;
};

/** What must be found of one sheet of a form, whatever happened to it. */
export type SheetShape = {
  readonly sheet: PlacedSheet;
  readonly labels: readonly ShapeLabel[];
  readonly figures: readonly (SheetRect & { readonly cell: CellId })[];
  readonly firstRow: number;
};

/** Labels and figures of each sheet with tables, taken from the official form without title and checks. */
export function shapesOf(form: PlacedTables): readonly SheetShape[] {
  const aliases = aliasesOf(form.template);
  return form.sheets.flatMap((sheet): readonly SheetShape[] => {
    const figures = [...form.values].flatMap(([cell, place]) =>
      place.sheet === sheet.name ? [{ cell, ...place }] : [],
    );
    // A form without figures is known by the labels of its cover.
    if (figures.length === 0 && form.values.size > 0) return [];
    const labels = sheet.cells.flatMap(({ row, column, style, content }): readonly ShapeLabel[] => {
      const printed = style === "head" || style.startsWith("label");
      if (!printed || content.kind !== "text") return [];
      const word = normalizeLabel(content.text);
      return [{ row, column, text: content.text, words: new Set([word, ...(aliases.get(word) ?? [])]) }];
    });
    if (labels.length === 0) return [];
    return [{ sheet, labels, figures, firstRow: Math.min(...labels.map(({ row }) => row)) }];
  });
}

function aliasesOf({ tables }: Template): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { rows, columns } of tables) {
    for (const { label, aliases = [] } of [...rows, ...columns]) {
      const word = normalizeLabel(label);
      found.set(word, [...(found.get(word) ?? []), ...aliases.map(normalizeLabel)]);
    }
  }
  return found;
}
