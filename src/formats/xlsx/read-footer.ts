import { restore } from "./cell-text";
import { footerAnchor } from "./form-layout";
import type { Located } from "./locate-sheet";
import type { PlacedTables, PlacedSheet } from "./placed-form";
import { cellKey } from "./cell-key";

/** What the 表尾 says, by its labels; fields that are blank are absent. */
export type Footer = Readonly<Record<string, string>>;

type Field = { readonly label: string; readonly row: number; readonly column: number };

function fieldsOf({ cells }: PlacedSheet): readonly Field[] {
  return cells.flatMap(({ row, column, content }) =>
    content.kind === "footer" ? [{ label: content.label, row, column }] : [],
  );
}

/** Reads the inputs beside their labels; undefined where there is nothing to read. */
export function readFooter(sheets: readonly Located[]): Footer | undefined {
  const found = sheets.flatMap((located) =>
    fieldsOf(located.shape.sheet).map((field) => [field.label, valueAt(located, field)] as const),
  );
  return footerOf(found);
}

/** The input stands behind the label to its left, wherever that has gone. */
function valueAt({ shape, sheet, rows, columns }: Located, field: Field): unknown {
  const labels = shape.labels.filter(({ row, column }) => row === field.row && column < field.column);
  const label = labels.at(-1);
  const [row, column] = [rows.get(field.row), columns.get(label?.column ?? -1)];
  if (label === undefined || row === undefined || column === undefined) return null;
  return sheet.cells.get(cellKey(row, column + field.column - label.column))?.value;
}

/** Takes the inputs from the block that a host has read at the anchor of the 表尾. */
export function footerInBlock(
  { anchors, sheets }: PlacedTables,
  values: readonly (readonly (string | number | boolean)[])[],
): Footer | undefined {
  const anchor = anchors.find(({ name }) => name === footerAnchor);
  const sheet = sheets.find(({ name }) => name === anchor?.sheet);
  if (anchor === undefined || sheet === undefined) return undefined;
  return footerOf(
    fieldsOf(sheet).map(({ label, row, column }) => [label, values[row - anchor.row]?.[column - anchor.column]]),
  );
}

function footerOf(found: readonly (readonly [label: string, value: unknown])[]): Footer | undefined {
  const said = found.flatMap(([label, value]) => {
    const text = typeof value === "string" ? restore(value).trim() : typeof value === "number" ? String(value) : "";
    return text === "" ? [] : [[label, text] as const];
  });
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
