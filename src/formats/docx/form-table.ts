import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";

import type { LabelCell } from "../../core/model/layout";
import type { Report } from "../../core/model/report";
import type { FormSheet, Template } from "../../core/model/template";
import { leadingHeads } from "../grid-heads";
import { placeGrid, type PlacedFigure, type PlacedGrid, type PlacedLabel } from "../xlsx/place-grid";
import { chinese, fonts } from "./fonts";
import { pt, textWidth } from "./page";
import { printed } from "./printable";
import { tableStyle } from "./styles";
import {
  cellAir,
  cellLine,
  cellPadding,
  labelHeight,
  rowHeight,
  tableSize,
  total,
  type ColumnNeed,
  type TableSize,
} from "./table-size";

const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
/** The official pages tint the titles of the blocks of 表二 and the heads in a light blue. */
const headFill = "E7EEF7";

/** One of the official tables with its merged heads, as wide as the text, its rows kept on one page. */
export function formTable(template: Template, sheet: FormSheet, report: Report): Table {
  const grid = placeGrid(template, sheet, 0);
  const { columnWidths } = sheet.layout;
  const figure = ({ cell }: PlacedFigure): string => printed(report.values.get(cell));
  const size = tableSize(columnWidths, columnNeeds(grid, figure), (candidate) => total(rowNeeds(grid, candidate)));
  const headRows = sheet.layout.headRows > 0 ? sheet.layout.headRows : leadingHeads(grid);
  const height = rowHeight(rowNeeds(grid, size));
  const rows = Array.from({ length: grid.rows }, (_, row) => {
    const cells = [
      ...grid.labels
        .filter((label) => label.row === row)
        .map((label) => [label.column, labelCell(label, size)] as const),
      ...grid.figures
        .filter((placed) => placed.row === row)
        .map((placed) => [placed.column, figureCell(placed, figure(placed), size)] as const),
    ];
    return new TableRow({
      children: cells.sort(([a], [b]) => a - b).map(([, cell]) => cell),
      ...(row < headRows && { tableHeader: true }),
      cantSplit: true,
      // A table that is longer than a page breaks between its rows, but not behind a heading of one of its parts.
      keepNext:
        row < grid.rows - 1 && (sheet.layout.long !== true || !grid.figures.some((placed) => placed.row === row)),
      height: { value: height, rule: HeightRule.ATLEAST },
    });
  });
  return new Table({
    rows,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...size.widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: cellPadding, right: cellPadding, top: cellAir, bottom: cellAir, marginUnitType: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
  });
}

function columnNeeds(grid: PlacedGrid, figure: (placed: PlacedFigure) => string): readonly ColumnNeed[] {
  return Array.from({ length: grid.columns }, (_, column): ColumnNeed => {
    const figures = grid.figures.filter((placed) => placed.column === column);
    const labels = grid.labels.filter((label) => label.column === column && label.columns === 1);
    if (figures.length > 0) {
      const heads = labels.filter(({ label }) => label.head === true);
      return { kind: "figures", figures: figures.map(figure), heads: heads.map(({ label }) => label.text) };
    }
    const groups = labels.filter(({ rows }) => rows > 1);
    if (groups.length === 0) return { kind: "labels" };
    return { kind: "groups", characters: groups.every(({ label }) => label.vertical === true) ? 1.2 : 5 };
  });
}

/** The height that each row needs for what stands in it; a label that spans rows finds room in all of them. */
function rowNeeds(grid: PlacedGrid, { widths, labelSize, figureSize }: TableSize): readonly number[] {
  const figure = pt(cellLine(figureSize, "figure")) + 2 * cellAir;
  return Array.from({ length: grid.rows }, (_, row) =>
    Math.max(
      ...grid.labels
        .filter((label) => label.row === row && label.rows === 1)
        .map(({ label, column, columns }) =>
          labelHeight(label.text, total(widths.slice(column, column + columns)) - indentOf(label), labelSize),
        ),
      grid.figures.some((placed) => placed.row === row) ? figure : 0,
    ),
  );
}

/** Whether the table is so tall that it should have a page of its own. */
export function fillsPage({ layout }: FormSheet): boolean {
  return layout.grid.length > 20;
}

/** In twips: one character a step. */
function indentOf({ indent }: LabelCell): number {
  return pt(10.5 * (indent ?? 0));
}

function labelCell({ label, rows, columns, column }: PlacedLabel, size: TableSize): TableCell {
  const isBlockTitle = label.head === true && columns === size.widths.length;
  return cell({
    kind: "label",
    text: label.text,
    points: size.labelSize,
    font: isBlockTitle ? fonts.heading : fonts.table,
    alignment: label.align === "left" ? AlignmentType.LEFT : AlignmentType.CENTER,
    extent: { rows, columns, column },
    size,
    vertical: label.vertical === true,
    indent: indentOf(label),
    fill: label.head === true ? headFill : undefined,
  });
}

function figureCell({ columns, column }: PlacedFigure, text: string, size: TableSize): TableCell {
  return cell({
    kind: "figure",
    text,
    points: size.figureSize,
    font: fonts.table,
    alignment: AlignmentType.CENTER,
    extent: { rows: 1, columns, column },
    size,
    vertical: false,
    indent: 0,
    fill: undefined,
  });
}

type CellLook = {
  readonly kind: "label" | "figure";
  readonly text: string;
  readonly points: number;
  readonly font: string;
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly extent: { readonly rows: number; readonly columns: number; readonly column: number };
  readonly size: TableSize;
  readonly vertical: boolean;
  /** In twips, from the left. */
  readonly indent: number;
  readonly fill: string | undefined;
};

function cell({ kind, text, points, font, alignment, extent, size, vertical, indent, fill }: CellLook): TableCell {
  const { rows, columns, column } = extent;
  const width = total(size.widths.slice(column, column + columns));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    rowSpan: rows,
    columnSpan: columns,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(vertical && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
    ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, fill, color: "auto" } }),
    children: [
      new Paragraph({
        style: tableStyle,
        alignment,
        ...(indent > 0 && { indent: { left: indent } }),
        spacing: { line: pt(cellLine(points, kind)), lineRule: LineRuleType.EXACT },
        children: text === "" ? [] : [new TextRun({ text, font: chinese(font), size: points * 2 })],
      }),
    ],
  });
}
