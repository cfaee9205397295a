import type { CellId } from "../../core/model/cell";
import type { Report, Values } from "../../core/model/report";
import type { Template } from "../../core/model/template";
import { checkAll, summarize } from "../../core/rules/check";
import { bindRules, type BoundRule, type RuleBook } from "../../core/rules/expand";
import { workbook, type WorkbookMessages } from "../../messages/workbook";
import { sheetRange } from "./a1";
import { encodeText, longestText, neutralise } from "./cell-text";
import { checkCellText } from "./check-formula";
import { identityText, writeCustomPart } from "./custom-part";
import { placeForm } from "./place-form";
import { writeWithHucre } from "./hucre-workbook";
import { identityMark, identityName, splitIdentity } from "./identity-carriers";
import type { PlacedCell, PlacedForm, PlacedSheet, Rect } from "./placed-form";
import { reviewItems } from "./review-items";
import type { ManifestLine } from "./review-sheet";
import { conditionalLooks, looks, type CellLook } from "./styles";
import { sumValues } from "./sum-values";
import type { BookCell, BookData, BookSheet, WorkbookWriter } from "./workbook-data";

export type WriteOptions = {
  /** Native formulas (`twin`, the default) for what leaves the add-in; `custom` for working copies. */
  readonly checks?: "twin" | "custom";
  /** `formula`: totals add themselves up where the figures given do not contradict it (自动合计). */
  readonly totals?: "typed" | "formula";
  /** Written as the time of making. */
  readonly date: Date;
  /** Last year's figures, for what is said on the sheet 校验与说明. */
  readonly prior?: Values | undefined;
  /** The rules of the form with further ones; those of the form alone where it is absent. */
  readonly book?: RuleBook | undefined;
  /** What a sealed workbook says of itself, readable on the sheet 校验与说明. */
  readonly manifest?: readonly ManifestLine[];
  readonly messages?: WorkbookMessages;
  readonly writer?: WorkbookWriter;
};

/**
 * Writes a report as the official form: an .xlsx with one worksheet per table, print-ready, with live check cells.
 * The same report, options and date always give the same bytes.
 * @throws Error when the report was made for another form; RangeError when a text is longer than a cell of Excel
 */
export async function writeForm(template: Template, report: Report, options: WriteOptions): Promise<Uint8Array> {
  const { messages = workbook, writer = writeWithHucre, book = bindRules(template), prior, manifest = [] } = options;
  const review = reviewItems(book, summarize(book, checkAll(book, { ...report, prior })), report);
  const form = placeForm(template, { messages, facts: report.facts, text: report.text, review, manifest });
  return writer(bookOf(form, report, { ...options, messages }));
}

type Settings = Pick<WriteOptions, "checks" | "totals" | "date"> & { readonly messages: WorkbookMessages };

function bookOf(form: PlacedForm, report: Report, settings: Settings): BookData {
  const { template } = form;
  if (report.template !== template.id || report.variant !== (template.variant ?? null))
    throw new Error(
      `The report is one of ${report.template} ${report.variant ?? ""}, not ${template.id} ${template.variant ?? ""}`,
    );
  const stranger = [...report.values.keys()].find((cell) => !form.values.has(cell));
  if (stranger !== undefined) throw new Error(`${template.id} has no cell ${stranger}`);
  const rules = new Map(bindRules(template).rules.map((rule) => [rule.id, rule]));
  const values = settings.totals === "formula" ? sumValues(form, report.values) : undefined;
  const subject = { ...report, values: values?.values ?? report.values };
  const identity = splitIdentity(identityText(report)).map(encodeText);
  const context: Context = { report: subject, rules, settings, summed: values?.summed ?? new Set(), identity };
  return {
    title: template.reportTitle.replace("{unit}", report.unit).replace("{year}", String(report.year)),
    date: settings.date,
    sheets: form.sheets.map((sheet) => bookSheet(sheet, context)),
    names: [
      ...form.anchors.map(({ name, sheet, ...area }) => ({ name, refersTo: sheetRange(sheet, area) })),
      { name: identityName, refersTo: `"${identityMark(template.id)}"`, hidden: true },
    ],
    customXml: writeCustomPart(report),
  };
}

type Context = {
  readonly report: Report;
  readonly rules: ReadonlyMap<string, BoundRule>;
  readonly settings: Settings;
  /** Totals that are written as formulas. */
  readonly summed: ReadonlySet<CellId>;
  /** Pieces of the identity text. */
  readonly identity: readonly string[];
};

function bookSheet(sheet: PlacedSheet, context: Context): BookSheet {
  const { messages } = context.settings;
  return {
    name: sheet.name,
    cells: sheet.cells.flatMap((cell) => bookCells(cell, context)),
    merges: sheet.cells.filter(({ rows, columns }) => rows > 1 || columns > 1).map(rectOnly),
    columnWidths: sheet.columnWidths,
    ...(sheet.hiddenColumns !== undefined && { hiddenColumns: sheet.hiddenColumns }),
    rowHeights: sheet.rowHeights,
    ...(sheet.growingFrom !== undefined && { growingFrom: sheet.growingFrom }),
    freeze: sheet.freeze,
    print: { ...sheet.print, footer: sheet.print.isLetter === true ? messages.letterFooter : messages.pageFooter },
    validations: sheet.validations.map(({ formula, ...rest }) => ({
      ...rest,
      ...(formula !== null && { formula: formula.slice(1) }),
    })),
    conditionals: sheet.conditionals.map(({ area, formula, look }) => ({
      area,
      formula: formula.slice(1),
      ...conditionalLooks[look],
    })),
  };
}

function rectOnly({ row, column, rows, columns }: Rect): Rect {
  return { row, column, rows, columns };
}

/** The cell, and the empty cells under a merged one: they carry its borders. */
function bookCells(cell: PlacedCell, context: Context): readonly BookCell[] {
  const cells: BookCell[] = [];
  for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
    for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
      const first = row === cell.row && column === cell.column;
      const content = first ? contentOf(cell, context) : { value: null };
      cells.push({ row, column, ...content, look: lookOf(cell, content.value, context) });
    }
  }
  return cells;
}

function contentOf({ content }: PlacedCell, context: Context): Pick<BookCell, "value" | "formula"> {
  const { report, settings, summed } = context;
  switch (content.kind) {
    case "empty":
      return { value: null };
    case "text":
      return { value: encodeText(content.text) };
    case "unit":
      return { value: text(report.unit) };
    case "year":
      return { value: report.year };
    case "title":
      return { value: content.pattern.replaceAll("{year}", String(report.year)), formula: content.formula.slice(1) };
    case "footer":
      return { value: text(report.footer?.[content.label] ?? "") || null };
    case "figure": {
      const value = report.values.get(content.cell) ?? null;
      const written = typeof value === "string" ? text(value) : value;
      return content.sum !== undefined && summed.has(content.cell)
        ? { value: written, formula: content.sum.slice(1) }
        : { value: written };
    }
    case "check": {
      const formula = settings.checks === "custom" ? fileSpelling(content.formula.custom) : content.formula.native;
      return { value: content.shown ?? verdict(content.rule, context), formula: formula.slice(1) };
    }
    case "identity":
      return { value: context.identity[content.piece] ?? null };
    case "input":
      return { value: typeof content.value === "string" ? text(content.value) : content.value };
  }
}

function verdict(id: string, { rules, report }: Context): string {
  const rule = rules.get(id);
  if (rule === undefined) throw new Error(`No rule ${id}`);
  return checkCellText(rule, report);
}

/** Files spell `GOUJI.ROWCHECK(` as `_xldudf_GOUJI_ROWCHECK(`. */
function fileSpelling(formula: string): string {
  return formula.replace(/\bGOUJI\.([A-Z]+)\(/g, "_xldudf_GOUJI_$1(");
}

function text(value: string): string {
  const neutral = neutralise(value);
  if (neutral.length > longestText)
    throw new RangeError(`A text of ${String(value.length)} characters does not fit into a cell`);
  return encodeText(neutral);
}

function lookOf(
  { style, indent }: PlacedCell,
  value: BookCell["value"],
  { settings: { messages } }: Context,
): CellLook {
  const look = indent === undefined ? looks[style] : { ...looks[style], indent };
  if (style === "unit") return { ...look, numberFormat: messages.unitFormat };
  if (style === "year") return { ...look, numberFormat: messages.yearFormat };
  // A text that was neutralised stays a text when somebody edits it.
  return typeof value === "string" && value.startsWith("'") ? { ...look, numberFormat: "@" } : look;
}
