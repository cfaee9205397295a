import type { CellId } from "./cell";

/** A printed label with its merged extent. */
export type LabelCell = {
  readonly text: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Part of the table head: centred, repeated on every printed page. */
  readonly head?: true;
  readonly align?: "left" | "center";
  /** Steps by which a left-aligned label stands further in. */
  readonly indent?: 1 | 2 | 3;
  /** 竖排: characters from top to bottom. */
  readonly vertical?: true;
};

/** A cell for a figure. */
export type ValueCell = { readonly value: CellId; readonly colSpan?: number };

/** One value cell for each column of a table, in order: `t3.granted`. */
export type ValueRow = { readonly values: `${string}.${string}` };

export type GridItem = LabelCell | ValueCell | ValueRow;

/** A rule whose verdict is shown in the sheet, outside the print area. */
export type SheetCheck =
  /** One verdict per row of the table, in a column to the right of it. */
  | { readonly place: "right"; readonly rule: string }
  /** One verdict beside the row of the figure that the rule judges, with what is compared in words. */
  | { readonly place: "row"; readonly rule: string; readonly label: string }
  /** One verdict per column of the table, in a row below it. */
  | { readonly place: "below"; readonly rule: string; readonly label: string };

/** The official arrangement of one sheet, as an HTML-like grid of merged cells. */
export type Layout = {
  /** Widths of the grid columns in characters of 12 pt 宋体 digits (Excel's column width). */
  readonly columnWidths: readonly number[];
  readonly headRows: number;
  readonly orientation: "portrait" | "landscape";
  /** Too long for one page: printed on as many as it takes, with its rows closer together. */
  readonly long?: true;
  readonly grid: readonly (readonly GridItem[])[];
  readonly checks: readonly SheetCheck[];
};
