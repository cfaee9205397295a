import type { CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import { pathText } from "../core/narrative/expression";
import type { TextSheet } from "../core/narrative/text-row";
import { factsAnchor, textAnchor } from "../formats/xlsx/form-layout";
import { placedTextRows } from "../formats/xlsx/text-sheet-parse";
import { intersection } from "./areas";
import { readFactsOf, priorOf, reportOf, type FormInWorkbook } from "./form-in-workbook";
import type { Area, Block, TextBlock } from "./ports";
import { reportText, type ReportText } from "./report-text";

/** The report text of an open workbook. */
export type OpenText = ReportText & {
  /** Whether the workbook has a sheet 年报正文. */
  readonly hasSheet: boolean;
};

/** What the selected cells are to the text. */
export type Selected = {
  /** Cell ids and fact paths; a fact path stands for everything below it. */
  readonly sources: readonly string[];
  /** Which of the text's rows; null outside the sheet 年报正文. */
  readonly row: number | null;
};

/** The text as the workbook has it now. */
export function openText(form: FormInWorkbook): OpenText {
  const report = reportWithText(form);
  return {
    ...reportText(form.template, report, priorOf(form, report)),
    hasSheet: form.mirror.block(textAnchor) !== undefined,
  };
}

/** The report as the sheets show it now, with what the sheet 年报正文 says. */
export function reportWithText(form: FormInWorkbook): Report {
  const { sheet } = placedRows(form);
  return { ...reportOf(form), ...(sheet.rows.length > 0 && { text: sheet }) };
}

/** Rows of the text, and which lines of the block they are. */
function placedRows({ template, mirror }: FormInWorkbook): {
  readonly sheet: TextSheet;
  readonly at: readonly number[];
} {
  const block = mirror.block(textAnchor);
  if (block === undefined) return { sheet: { rows: [], known: [] }, at: [] };
  const { keyColumn, dataColumn } = columnsOf(block);
  const raw = block.values.map((line) => ({
    text: line[0] ?? "",
    key: line[keyColumn] ?? "",
    data: line[dataColumn] ?? "",
  }));
  return placedTextRows(template, raw);
}

/** The words stand in the first column of the block; what is kept beside them in the last two. */
function columnsOf({ columns }: Area): Pick<TextBlock, "keyColumn" | "dataColumn"> {
  return { keyColumn: Math.max(1, columns - 2), dataColumn: Math.max(2, columns - 1) };
}

/** Where the text stands; undefined where the sheet was deleted. */
export function textBlock({ mirror }: FormInWorkbook): TextBlock | undefined {
  const block = mirror.block(textAnchor);
  if (block === undefined) return undefined;
  const { sheet, row, column, rows, columns } = block;
  return { sheet, row, column, rows, columns, ...columnsOf(block) };
}

/** The cells of one row of the text: its words, and what is kept beside them. */
export function rowAreas(form: FormInWorkbook, row: number): { readonly text: Area; readonly data: Area } | undefined {
  const block = textBlock(form);
  const line = placedRows(form).at[row];
  if (block === undefined || line === undefined) return undefined;
  const cell = (column: number): Area => ({
    sheet: block.sheet,
    row: block.row + line,
    column: block.column + column,
    rows: 1,
    columns: 1,
  });
  return { text: cell(0), data: cell(block.dataColumn) };
}

/** What the cells in an area are to the text; null where they are nothing to it. */
export function selectedIn(form: FormInWorkbook, area: Area): Selected | null {
  const cells = [...form.mirror.values.keys()].filter((cell: CellId) => {
    const place = form.mirror.areaOf(cell);
    return place !== undefined && intersection(area, place) !== undefined;
  });
  const facts = factsIn(form, form.mirror.block(factsAnchor), area);
  const row = rowAt(form, area);
  const sources = [...cells, ...facts];
  return sources.length === 0 && row === null ? null : { sources, row };
}

function factsIn(form: FormInWorkbook, block: Block | undefined, area: Area): readonly string[] {
  const part = block === undefined ? undefined : intersection(area, block);
  if (block === undefined || part === undefined) return [];
  const [first, last] = [part.row - block.row, part.row - block.row + part.rows - 1];
  const isInside = ({ row }: { readonly row: number }): boolean => row >= first && row <= last;
  const { places } = readFactsOf(form, block);
  return places.flatMap((place) => {
    const { section, id, parts } = place;
    const alike = places.filter((other) => other.section === section && other.id === id);
    const number = alike.indexOf(place) + 1;
    const path = [section, number > 1 ? `${id}#${String(number)}` : id];
    if (isInside(place)) return [pathText(path)];
    return parts.filter(isInside).map(({ name }) => pathText([...path, "parts", name]));
  });
}

function rowAt(form: FormInWorkbook, area: Area): number | null {
  const block = form.mirror.block(textAnchor);
  const part = block === undefined ? undefined : intersection(area, block);
  if (block === undefined || part === undefined) return null;
  const row = placedRows(form).at.indexOf(part.row - block.row);
  return row < 0 ? null : row;
}
