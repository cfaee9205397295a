import type { Report } from "../../core/model/report";
import type { FormSheet, Section, Template } from "../../core/model/template";
import { documentMessages } from "../../messages/document";
import { printed } from "../docx/printable";
import { isHeadRow, leadingHeads } from "../grid-heads";
import { placeGrid, type PlacedFigure, type PlacedGrid, type PlacedLabel } from "../xlsx/place-grid";
import { element, escapeText, voidElement, type Attributes } from "./element";
import { pastedStyle } from "./html-style";

export type Look = "page" | "pasted";

/**
 * One of the official tables: heads repeated on every printed page, one row group for each of its blocks, every label a
 * heading of its row or column.
 */
export function htmlTable(
  template: Template,
  sheet: FormSheet,
  { title: sectionTitle }: Section,
  report: Report,
  look: Look,
): string {
  const grid = placeGrid(template, sheet, 0);
  const title = sheet.title.replaceAll("{year}", String(report.year));
  // Under a heading of the same words it is said to those alone who go from table to table.
  const isRepeated = title === sectionTitle;
  const name = `${sheet.name} ${title.replace(/^[一二三四五六七八九十]+、/u, "")}`;
  const caption =
    look === "pasted" && isRepeated
      ? ""
      : element("caption", {}, isRepeated ? element("span", { class: "hidden" }, escapeText(name)) : escapeText(title));
  const heads = leadingHeads(grid);
  const groups = [
    ...(heads > 0 ? [{ from: 0, to: heads, name: "thead" }] : []),
    ...blocks(grid, heads).map(([from, to]) => ({ from, to, name: "tbody" })),
  ];
  const body = groups.map(({ from, to, name: group }) =>
    element(group, {}, rows(grid, report, look, from, to, group === "thead")),
  );
  const table = element("table", style(look, pastedStyle.table), caption + columns(sheet) + body.join("\n"));
  return look === "pasted"
    ? table
    : element("div", { class: "wide", role: "region", tabindex: "0", "aria-label": name }, table);
}

/** Below the table: that its form is 未核验, and the 表尾. */
export function htmlNotes(template: Template, { footer }: FormSheet, report: Report, look: Look): string {
  const fields = (footer?.labels ?? []).map((label) =>
    escapeText(documentMessages.footerField(label, report.footer?.[label] ?? "")),
  );
  const note = (content: string): string => element("p", look === "page" ? { class: "note" } : {}, content);
  return [
    ...(template.verified ? [] : [note(escapeText(documentMessages.unverified))]),
    ...(fields.length === 0
      ? []
      : [note(look === "page" ? fields.map((field) => element("span", {}, field)).join(" ") : fields.join("　"))]),
  ].join("\n");
}

/** The proportions of the official layout. */
function columns({ layout: { columnWidths } }: FormSheet): string {
  const whole = columnWidths.reduce((sum, width) => sum + width, 0);
  const cols = columnWidths.map((width) =>
    voidElement("col", { style: `width:${((100 * width) / whole).toFixed(1)}%` }),
  );
  return element("colgroup", {}, cols.join(""));
}

/** From and to of the parts below the first heads: a new one begins where heads follow figures. */
function blocks(grid: PlacedGrid, from: number): readonly (readonly [number, number])[] {
  const starts = [from];
  for (let row = from + 1; row < grid.rows; row += 1)
    if (isHeadRow(grid, row) && !isHeadRow(grid, row - 1)) starts.push(row);
  return starts.filter((start) => start < grid.rows).map((start, index) => [start, starts[index + 1] ?? grid.rows]);
}

function rows(grid: PlacedGrid, report: Report, look: Look, from: number, to: number, inHead: boolean): string {
  const lines: string[] = [];
  for (let row = from; row < to; row += 1) {
    const cells = [
      ...grid.labels
        .filter((label) => label.row === row)
        .map((label) => [label.column, labelCell(grid, label, look, inHead)] as const),
      ...grid.figures
        .filter((placed) => placed.row === row)
        .map((placed) => [placed.column, figureCell(placed, report, look)] as const),
    ];
    const isHead = !inHead && isHeadRow(grid, row);
    lines.push(
      element(
        "tr",
        isHead && look === "page" ? { class: "head" } : {},
        cells
          .sort(([a], [b]) => a - b)
          .map(([, cell]) => cell)
          .join(""),
      ),
    );
  }
  return lines.join("\n");
}

function labelCell(grid: PlacedGrid, { label, rows, columns }: PlacedLabel, look: Look, inHead: boolean): string {
  const isTitle = label.head === true && columns === grid.columns;
  const scope = label.head === true ? (isTitle && !inHead ? "rowgroup" : columns > 1 ? "colgroup" : "col") : "row";
  const classes = [
    ...(label.align === "left" ? ["left"] : []),
    ...(label.indent === undefined ? [] : [`in${String(label.indent)}`]),
    ...(label.vertical === true ? ["down"] : []),
  ];
  return element(
    "th",
    {
      scope,
      ...spans(rows, columns),
      ...(look === "page"
        ? classes.length > 0 && { class: classes.join(" ") }
        : style(look, label.align === "left" ? pastedStyle.left : pastedStyle.cell)),
    },
    escapeText(label.text),
  );
}

function figureCell({ cell, columns }: PlacedFigure, report: Report, look: Look): string {
  return element(
    "td",
    { ...spans(1, columns), ...style(look, pastedStyle.cell) },
    escapeText(printed(report.values.get(cell))),
  );
}

function spans(rows: number, columns: number): Attributes {
  return {
    ...(rows > 1 && { rowspan: String(rows) }),
    ...(columns > 1 && { colspan: String(columns) }),
  };
}

function style(look: Look, css: string): Attributes {
  return look === "pasted" ? { style: css } : {};
}
