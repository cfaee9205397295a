import { cellParts, type CellId } from "../../core/model/cell";
import type { LabelCell } from "../../core/model/layout";
import type { FormSheet, Template } from "../../core/model/template";
import { bindRules, isTotal, type RuleBook } from "../../core/rules/expand";
import { sumRule } from "../../core/rules/sum-rule";
import { workbook, type WorkbookMessages } from "../../messages/workbook";
import { address, range } from "./a1";
import { placeFooter } from "./place-footer";
import { placeChecks } from "./place-checks";
import { placeInvalid } from "./place-invalid";
import { placeGrid, type PlacedFigure, type PlacedLabel } from "./place-grid";
import { placeValidations } from "./place-validations";
import type { Anchor, Content, PlacedCell, PlacedSheet, PlacedTables, Rect, SheetRect, StyleName } from "./placed-form";
import { rowHeights } from "./row-heights";
import { oneLineWidth } from "./text-size";
import { around, rectOf } from "./tiles";

/** Defined names of a form begin with this. */
export const anchorPrefix = "GOUJI.";
export const unitAnchor = `${anchorPrefix}unit`;
export const yearAnchor = `${anchorPrefix}year`;

/** The lines of the 正文要素 sheet, columns as in `factColumns`. */
export const factsAnchor = `${anchorPrefix}facts`;

/** The 表尾: labels with their inputs. */
export const footerAnchor = `${anchorPrefix}footer`;

/** The rows of the sheet 校验与说明, columns as in `reviewColumns`. */
export const reviewAnchor = `${anchorPrefix}review`;

/** Names the hidden cells that repeat the identity. */
export const identityAnchor = `${anchorPrefix}identity`;

/** The sheet 年报正文, columns as in `textColumns`. */
export const textAnchor = `${anchorPrefix}text`;

/** The name of a table's block of figures: `GOUJI.t3`. */
export function tableAnchor(table: string): string {
  return anchorPrefix + table;
}

/** Rows above the official grid: the title, and the line with unit and year. */
const topRows = 2;
const gapWidth = 1;
/** `差 -12345`, narrow: 表三 shows it beside an open task pane. Where there is room, its head needs fewer lines. */
const checkColumnWidth = { least: 9.5, most: 24 };
/** So wide may form and check column be to stand beside an open task pane. */
const widthBesidePane = 120;
const checkNoteWidth = 40;

/**
 * Works out where the sheets with figures stand: labels, cells for figures, check cells, and what they look like.
 * @throws Error when the template's layout contradicts itself
 */
export function placeTables(template: Template, messages: WorkbookMessages = workbook): PlacedTables {
  const book = bindRules(template);
  const placed = template.sheets.map((sheet) => placeSheet(template, book, sheet, messages));
  const values = new Map<CellId, SheetRect>();
  for (const { sheet, figures } of placed) {
    for (const { cell, row, column, rows, columns } of figures)
      values.set(cell, { sheet: sheet.name, row, column, rows, columns });
  }
  return { template, sheets: placed.map(({ sheet }) => sheet), values, anchors: anchors(template, placed) };
}

type Placed = {
  readonly sheet: PlacedSheet;
  readonly figures: readonly PlacedFigure[];
  readonly footer: Rect | undefined;
};

function placeSheet(template: Template, book: RuleBook, form: FormSheet, messages: WorkbookMessages): Placed {
  const { layout } = form;
  const grid = placeGrid(template, form, topRows);
  const area = { row: topRows, column: 0, rows: grid.rows, columns: grid.columns };
  const byCell = new Map<CellId, Rect>(grid.figures.map((figure) => [figure.cell, figure]));
  const places = (cell: CellId): Rect => {
    const found = byCell.get(cell);
    if (found === undefined) throw new Error(`Sheet ${form.id} does not show ${cell}`);
    return found;
  };
  const formWidths = widenForHeads(layout.columnWidths, grid.labels);
  const sums = sumFormulas(book, byCell);
  const footer = placeFooter(template, form, area, messages);
  const whole = { ...area, rows: area.rows + footer.rows };
  const checks = placeChecks(form, book, whole, places, messages);
  const official: readonly PlacedCell[] = [
    ...heading(form, formWidths),
    ...grid.labels.map(label),
    ...grid.figures.map((figure): PlacedCell => {
      const sum = sums.get(figure.cell);
      return {
        ...rectOf(figure),
        style: isTotal(template, figure.cell) ? "total" : "figure",
        content: { kind: "figure", cell: figure.cell, ...sum },
      };
    }),
    ...footer.cells,
  ];
  const columnWidths = [
    ...formWidths,
    ...[gapWidth, checkWidth(formWidths, checks.columns), checkNoteWidth].slice(0, checks.columns),
  ];
  const labelColumns = Math.min(grid.columns, ...grid.figures.map(({ column }) => column));
  const rows = topRows + whole.rows;
  return {
    figures: grid.figures,
    footer: footer.block,
    sheet: {
      id: form.id,
      name: form.name,
      cells: [...official, ...checks.cells],
      columnWidths,
      rowHeights: rowHeights({
        cells: official,
        columnWidths,
        rows,
        checkRows: checks.rows,
        long: layout.long === true,
      }),
      freeze: { rows: topRows + layout.headRows, columns: labelColumns },
      print: {
        area: { row: 0, column: 0, rows, columns: grid.columns },
        titleRows: topRows + layout.headRows,
        orientation: layout.orientation,
        pagesTall: layout.long === true ? 0 : 1,
      },
      validations: placeValidations(template, grid.figures, messages),
      conditionals: [...checks.conditionals, ...placeInvalid(template, grid.figures)],
    },
  };
}

function checkWidth(formWidths: readonly number[], checkColumns: number): number {
  const { least, most } = checkColumnWidth;
  const isAlone = checkColumns === 2;
  const room = widthBesidePane - gapWidth - formWidths.reduce((sum, width) => sum + width, 0);
  return isAlone ? Math.min(most, Math.max(least, room)) : least;
}

/** Labels of this many characters are not broken: 社会公益组织, （三）不予公开. */
const unbroken = 7;

/** The official widths, wider where a short centred label of a single column would be broken. */
function widenForHeads(widths: readonly number[], labels: readonly PlacedLabel[]): readonly number[] {
  return widths.map((width, column) => {
    const short = labels.filter(({ label: { text, head, align, vertical }, columns, column: at }) => {
      const centred = (head === true || align === "center") && vertical !== true;
      return at === column && columns === 1 && centred && text.length <= unbroken;
    });
    return Math.max(width, ...short.map(({ label }) => oneLineWidth(label.text)));
  });
}

/** The sheet's title, and below it unit and year, the unit with most of the width. */
function heading(form: FormSheet, widths: readonly number[]): readonly PlacedCell[] {
  const columns = widths.length;
  const total = widths.reduce((sum, width) => sum + width, 0);
  let unitColumns = 0;
  for (let width = 0; unitColumns < columns - 1 && width < total * 0.65; unitColumns += 1)
    width += widths[unitColumns] ?? 0;
  const line = (row: number, column: number, span: number): Rect => ({ row, column, rows: 1, columns: span });
  return [
    { ...line(0, 0, columns), style: "title", content: title(form.title, address(1, unitColumns)) },
    { ...line(1, 0, unitColumns), style: "unit", content: { kind: "unit" } },
    { ...line(1, unitColumns, columns - unitColumns), style: "year", content: { kind: "year" } },
  ];
}

/** A title that names the year takes it from the cell that shows it, so that the two never differ. */
function title(pattern: string, year: string): Content {
  if (!pattern.includes("{year}")) return { kind: "text", text: pattern };
  const parts = pattern
    .split("{year}")
    .flatMap((text, index) => [...(index > 0 ? [year] : []), ...(text === "" ? [] : [`"${text}"`])]);
  return { kind: "title", pattern, formula: `=${parts.join("&")}` };
}

function label({ label: printed, ...area }: PlacedLabel): PlacedCell {
  const { text, indent } = printed;
  return {
    ...rectOf(area),
    style: labelStyle(printed),
    content: text === "" ? { kind: "empty" } : { kind: "text", text },
    ...(indent !== undefined && { indent }),
  };
}

function labelStyle({ head, vertical, align }: LabelCell): StyleName {
  if (vertical === true) return "labelVertical";
  if (head === true) return "head";
  return align === "center" ? "labelCenter" : "label";
}

type Sum = { readonly sum: string; readonly parts: readonly CellId[] };

/** For each total that a balance fixes, the formula that adds up its parts; blank while they are. */
function sumFormulas(book: RuleBook, places: ReadonlyMap<CellId, Rect>): ReadonlyMap<CellId, Sum> {
  const sums = new Map<CellId, Sum>();
  for (const rule of book.rules) {
    const total = sumRule(rule);
    if (total === undefined || sums.has(total.total) || !places.has(total.total)) continue;
    const areas = total.parts.flatMap((cell) => places.get(cell) ?? []);
    const parts = around(areas);
    const solid = parts.rows * parts.columns === areas.length;
    const refs = solid
      ? range(parts)
      : areas.map(({ row, column }) => range({ row, column, rows: 1, columns: 1 })).join(",");
    sums.set(total.total, { sum: `=IF(COUNT(${refs})=0,"",SUM(${refs}))`, parts: total.parts });
  }
  return sums;
}

function anchors(template: Template, placed: readonly Placed[]): readonly Anchor[] {
  const [first] = placed;
  const field = (name: string, kind: "unit" | "year"): readonly Anchor[] => {
    const found = first?.sheet.cells.find(({ content }) => content.kind === kind);
    if (first === undefined || found === undefined) return [];
    return [{ name, sheet: first.sheet.name, row: found.row, column: found.column, rows: 1, columns: 1 }];
  };
  const blocks = template.tables.map(({ id }): Anchor => {
    for (const { sheet, figures } of placed) {
      const own = figures.filter(({ cell }) => cellParts(cell).table === id);
      if (own.length > 0) return { name: tableAnchor(id), sheet: sheet.name, ...around(own) };
    }
    throw new Error(`${template.id} shows no table ${id}`);
  });
  const footers = placed.flatMap(({ sheet, footer }): readonly Anchor[] =>
    footer === undefined ? [] : [{ name: footerAnchor, sheet: sheet.name, ...footer }],
  );
  return [...field(unitAnchor, "unit"), ...field(yearAnchor, "year"), ...blocks, ...footers];
}
