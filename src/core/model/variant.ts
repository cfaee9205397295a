import type { Rule, Term } from "../rules/rule";
import { cellParts, type CellId } from "./cell";
import type { GridItem, Layout } from "./layout";
import { figureRows, type FormSheet, type Table, type Template, type Variant } from "./template";

/**
 * The form with one of its variants: the divided row is a heading above its new rows, in tables, layout and rules
 * alike, so that everything that works on a form works on the result. Rules over lines of the form are asked of each
 * new row; a rule that adds the row to others adds all of the new ones.
 * @returns the form itself for `null`, undefined when it has no such variant
 * @throws Error when the variant does not fit the form: a mistake in the data
 */
export function applyVariant(template: Template, id: string | null): Template | undefined {
  if (id === null) return template;
  const variant = template.variants?.find((known) => known.id === id);
  if (variant === undefined) return undefined;
  return {
    ...template,
    variant: id,
    title: `${template.title}（${variant.title}）`,
    tables: template.tables.map((table) => (table.id === variant.table ? divideRow(table, variant) : table)),
    sheets: template.sheets.map((sheet) =>
      sheet.tables.includes(variant.table) ? { ...sheet, layout: divideLayout(template, sheet, variant) } : sheet,
    ),
    rules: template.rules.map((rule) => divideRule(rule, variant)),
    ...(variant.narrative && { narrative: variant.narrative }),
  };
}

function divideRow(table: Table, { row, by }: Variant): Table {
  if (!figureRows(table).some(({ id }) => id === row)) throw new Error(`${table.id} has no row ${row}`);
  return {
    ...table,
    rows: table.rows.flatMap((line) => (line.id === row ? [{ ...line, role: "group" }, ...by] : line)),
  };
}

function divideRule(rule: Rule, variant: Variant): Rule {
  switch (rule.kind) {
    case "balance":
    case "comparison": {
      const { expand, when } = rule;
      return {
        ...rule,
        left: divideTerms(rule.left, variant),
        right: divideTerms(rule.right, variant),
        ...(when && { when: { ...when, left: divideTerms(when.left, variant) } }),
        ...(expand?.var === "row" && {
          expand: { ...expand, over: expand.over.flatMap((line) => divideLine(rule.left, rule.right, line, variant)) },
        }),
      };
    }
    case "ratio":
      return { ...rule, left: divideTerms(rule.left, variant), right: divideTerms(rule.right, variant) };
    case "domain":
    case "required":
      return { ...rule, cells: rule.cells.flatMap((pattern) => divideRef(pattern, variant)) };
    case "untouched":
    case "zeroReport":
    case "partsSum":
      return rule;
  }
}

function divideTerms(terms: readonly Term[], variant: Variant): readonly Term[] {
  return terms.flatMap((term) => divideRef(term.ref, variant).map((ref) => ({ ...term, ref })));
}

/** `t2_5.otherServices.decisions` → the same column of each new row; anything else stays. */
function divideRef(ref: string, { table, row, by }: Variant): readonly string[] {
  const parts = cellParts(ref as CellId);
  return parts.table === table && parts.row === row ? by.map(({ id }) => `${table}.${id}.${parts.column}`) : [ref];
}

/** A line that a rule is expanded over names its row with the table, or without it where its terms name the table. */
function divideLine(
  left: readonly Term[],
  right: readonly Term[],
  line: string,
  { table, row, by }: Variant,
): readonly string[] {
  if (line === `${table}.${row}`) return by.map(({ id }) => `${table}.${id}`);
  const bare = line === row && [...left, ...right].some(({ ref }) => ref.startsWith(`${table}.{row}.`));
  return bare ? by.map(({ id }) => id) : [line];
}

type Placed = { readonly item: GridItem; readonly row: number; readonly column: number; readonly columns: number };

/** The grid with a column more beside the row's label, in which the labels of the new rows stand. */
function divideLayout(template: Template, { id, layout }: FormSheet, variant: Variant): Layout {
  const { table, row, by } = variant;
  const placed = placeItems(template, layout);
  const at = layout.grid.findIndex((items) => items.some((item) => shows(item, table, row)));
  const label = template.tables.find((found) => found.id === table)?.rows.find((line) => line.id === row)?.label;
  const own = placed.find(({ item, row: line }) => line === at && "text" in item && item.text === label);
  if (at < 0 || own === undefined) throw new Error(`Sheet ${id} does not show ${table}.${row} with its label`);
  const split = own.column + own.columns - 1;
  const more = by.length - 1;

  const stretched = (found: Placed): GridItem => {
    const { item } = found;
    const wider = found !== own && found.column <= split && split < found.column + found.columns ? 1 : 0;
    if (!("text" in item)) {
      if (wider === 0) return item;
      if (!("value" in item)) throw new Error(`Sheet ${id}: a row of figures crosses the labels of ${row}`);
      return { ...item, colSpan: (item.colSpan ?? 1) + wider };
    }
    const span = item.rowSpan ?? 1;
    const taller = found.row <= at && at < found.row + span && (found === own || span > 1) ? more : 0;
    const [colSpan, rowSpan] = [(item.colSpan ?? 1) + wider, span + taller];
    return { ...item, ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
  };
  const grid = layout.grid.flatMap((_, line) => {
    const items = placed.filter((found) => found.row === line);
    if (line !== at) return [items.map(stretched)];
    return by.map((next, index) => {
      const kept = items.flatMap((found): readonly GridItem[] => {
        if (found === own) return [...(index === 0 ? [stretched(found)] : []), { text: next.label, align: "left" }];
        if (!("text" in found.item)) return [moved(found.item, variant, next.id)];
        return index === 0 ? [stretched(found)] : [];
      });
      return kept;
    });
  });
  const widths = layout.columnWidths.flatMap((width, column) => (column === split ? variant.labelWidths : [width]));
  return { ...layout, columnWidths: widths, grid };
}

function shows(item: GridItem, table: string, row: string): boolean {
  if ("text" in item) return false;
  const [ofTable, ofRow] = ("value" in item ? item.value : item.values).split(".");
  return ofTable === table && ofRow === row;
}

function moved(item: Exclude<GridItem, { readonly text: string }>, { table }: Variant, row: string): GridItem {
  if ("values" in item) return { values: `${table}.${row}` };
  return { ...item, value: `${table}.${row}.${cellParts(item.value).column}` };
}

/** Where each item of a grid begins, as a browser lays out a table. */
function placeItems(template: Template, { grid, columnWidths }: Layout): readonly Placed[] {
  const taken = grid.map(() => columnWidths.map(() => false));
  return grid.flatMap((items, row) =>
    items.map((item): Placed => {
      const column = taken[row]?.indexOf(false) ?? 0;
      const columns = extent(template, item);
      const rows = "text" in item ? (item.rowSpan ?? 1) : 1;
      for (const line of taken.slice(row, row + rows)) line.fill(true, column, column + columns);
      return { item, row, column, columns };
    }),
  );
}

function extent(template: Template, item: GridItem): number {
  if (!("values" in item)) return item.colSpan ?? 1;
  const table = item.values.split(".")[0];
  return template.tables.find(({ id }) => id === table)?.columns.length ?? 0;
}
