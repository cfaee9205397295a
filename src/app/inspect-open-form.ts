import { tableAnchor } from "../formats/xlsx/form-layout";
import { cellKey } from "../formats/xlsx/cell-key";
import { inspectSheets, type SheetInspection } from "../formats/xlsx/inspect-sheets";
import type { RawSheet } from "../formats/xlsx/open-workbook";
import { cellName } from "../messages/finding";
import { integrity as words } from "../messages/integrity";
import { intersection } from "./areas";
import { placesOf, type FormInWorkbook } from "./form-in-workbook";
import { ruleBook } from "./forms";
import type { Area, CellWrite, NamedArea, SheetCells, WorkbookPort } from "./ports";

/** What somebody has done to the form of an open workbook. */
export type Integrity = {
  /** By place, one sentence each. */
  readonly faults: readonly string[];
  /** What no repair brings back, with what to do. */
  readonly lost: readonly string[];
  /** What a repair writes: labels and check formulas, never a figure. */
  readonly cells: readonly CellWrite[];
  readonly anchors: readonly NamedArea[];
};

/** Looks at the sheets of the form: one round trip. */
export async function inspectOpenForm(
  workbook: Pick<WorkbookPort, "readSheets">,
  form: FormInWorkbook,
): Promise<Integrity> {
  const { template, mirror } = form;
  const sheets = template.sheets.filter(({ tables }) => tables.length > 0);
  const keys = sheets.map(({ name, tables }) => sheetOf(form, tables) ?? name);
  const read = await workbook.readSheets([...new Set(keys)]);
  const ids = new Map(read.map(({ name, sheet }) => [name, sheet]));
  const isCustom = read.some(({ formulas }) =>
    formulas.some((line) => line.some((one) => String(one).includes("GOUJI."))),
  );
  const found: { readonly [key in keyof Integrity]: Integrity[key][number][] } = {
    faults: [],
    lost: [],
    cells: [],
    anchors: [],
  };
  for (const part of inspectSheets(template, read.map(rawSheet))) {
    const id = ids.get(part.sheet ?? "");
    found.faults.push(...faultsOf(form, part));
    const anchors = part.anchors.filter(({ name }) => mirror.damaged.includes(name));
    found.lost.push(
      ...lostOf(
        form,
        part,
        anchors.map(({ name }) => name),
      ),
    );
    if (id === undefined) continue;
    const at = (row: number, column: number): Area => ({ sheet: id, row, column, rows: 1, columns: 1 });
    found.cells.push(...part.labels.map(({ row, column, text }) => ({ area: at(row, column), value: text })));
    for (const { formula, row, column } of part.formulas)
      if (formula !== undefined)
        found.cells.push({ area: at(row, column), value: isCustom ? formula.custom : formula.native });
    found.anchors.push(...anchors.map((anchor) => ({ ...anchor, sheet: id })));
    if (anchors.length > 0) found.faults.push(words.anchorsLost(part.sheet ?? ""));
  }
  return found;
}

function sheetOf({ mirror }: FormInWorkbook, tables: readonly string[]): string | undefined {
  return tables.map((table) => mirror.block(tableAnchor(table))?.sheet).find((sheet) => sheet !== undefined);
}

function rawSheet({ name, row, column, values, formulas }: SheetCells): RawSheet {
  const cells = new Map<string, { readonly value: string | number | boolean; readonly formula?: string }>();
  values.forEach((line, r) => {
    line.forEach((value, c) => {
      const content = formulas[r]?.[c] ?? value;
      const isFormula = typeof content === "string" && content.startsWith("=") && content !== value;
      if (value === "" && !isFormula) return;
      cells.set(cellKey(row + r, column + c), isFormula ? { value, formula: content.slice(1) } : { value });
    });
  });
  return { name, cells, rows: row + values.length };
}

function faultsOf({ template }: FormInWorkbook, { damage, formulas }: SheetInspection): readonly string[] {
  const book = ruleBook(template);
  return [
    ...damage.flatMap((one) => (one.kind === "labelChanged" ? [words.label(one.place, one.expected, one.found)] : [])),
    ...formulas.map(({ kind, of, sheet, address }) => {
      const place = `${sheet}!${address}`;
      return "rule" in of
        ? words.check(book, kind, place, of.rule)
        : words.total(book, kind, place, of.total) + words.totalStays;
    }),
  ];
}

/** What is gone for good; a block whose rows and columns are all there is only to be named again. */
function lostOf(
  { template, mirror }: FormInWorkbook,
  { sheet, damage, between }: SheetInspection,
  named: readonly string[],
): readonly string[] {
  const isOpen = (table: string): boolean =>
    mirror.damaged.includes(tableAnchor(table)) && !named.includes(tableAnchor(table));
  const said = damage.flatMap((one): readonly string[] => {
    if (one.kind === "tableMissing") return [words.tableGone(template, one.table)];
    if (one.kind !== "rowMissing" && one.kind !== "columnMissing") return [];
    const [first] = one.cells;
    return first === undefined ? [] : [words.lineGone(sheet ?? "", cellName(template, first))];
  });
  const tables = new Set(damage.flatMap((one) => ("table" in one ? [one.table] : [])));
  const shown = template.sheets.find(({ name }) => name === sheet)?.tables ?? [];
  const open = shown.some((table) => isOpen(table) && !tables.has(table));
  return [
    ...new Set(said),
    ...(between.length > 0 ? [words.rowsBetween(sheet ?? "", between)] : []),
    ...(open && between.length === 0 && said.length === 0 ? [words.outOfShape(sheet ?? "")] : []),
  ];
}

/** Whether an edit touched the form beside its figures: labels, heads, check cells. */
export function isBesideFigures(form: FormInWorkbook, area: Area): boolean {
  const { template, mirror } = form;
  const { sheets, anchors } = placesOf(template);
  return anchors.some(({ name, sheet, row, column }) => {
    const block = mirror.block(name);
    const placed = sheets.find((one) => one.name === sheet);
    if (block === undefined || placed === undefined || !name.startsWith(tableAnchor(""))) return false;
    const isTable = template.tables.some(({ id }) => tableAnchor(id) === name);
    if (!isTable) return false;
    const frame: Area = {
      sheet: block.sheet,
      row: 0,
      column: 0,
      rows: Math.max(...placed.cells.map((cell) => cell.row + cell.rows)) + block.row - row,
      columns: Math.max(...placed.cells.map((cell) => cell.column + cell.columns)) + block.column - column,
    };
    const part = intersection(area, frame);
    return part !== undefined && !anchors.some((anchor) => isWithin(part, mirror.block(anchor.name)));
  });
}

function isWithin(area: Area, block: Area | undefined): boolean {
  const part = block === undefined ? undefined : intersection(area, block);
  return part?.rows === area.rows && part.columns === area.columns;
}
