import type { FactField, Facts } from "../../core/model/facts";
import { checkText, sumCheck } from "../../core/rules/check-functions";
import { customFormula, nativeTwin } from "../../core/rules/native-twin";
import type { WorkbookMessages } from "../../messages/workbook";
import { address, range } from "./a1";
import { identityPieces } from "./identity-carriers";
import { factColumns, factLines, type FactCells, type FactColumn, type FactLine } from "./fact-lines";
import type {
  Content,
  PlacedCell,
  PlacedConditional,
  PlacedSheet,
  PlacedValidation,
  Rect,
  SheetRect,
  StyleName,
} from "./placed-form";
import { invalidFormula } from "./place-invalid";
import { looks } from "./styles";
import { columnsPixels, lineCount, linesHeight } from "./text-size";

const widths: Readonly<Record<FactColumn, number>> = {
  label: 22,
  name: 22,
  value: 12,
  unit: 8,
  approx: 8,
  text: 48,
  hint: 46,
  check: 12,
  key: 12,
};

/** Title, explanation, head. */
const topRows = 3;
const leastHeight = 20;

export const factsSheetId = "facts";

/** Where the identity is repeated. */
export const identityBlock: Rect = { row: 0, column: factColumns.indexOf("key"), rows: identityPieces, columns: 1 };

/** The 正文要素 sheet: what the text needs and the tables do not hold. Its block begins below the head. */
export function placeFactsSheet(
  fields: readonly FactField[],
  facts: Facts,
  messages: WorkbookMessages,
): { readonly sheet: PlacedSheet; readonly block: Rect; readonly start: SheetRect } {
  const words = messages.facts;
  const cells: PlacedCell[] = [];
  const conditionals: PlacedConditional[] = [];
  const heights = [34, 40, 26];
  const put = (row: number, column: FactColumn, style: StyleName, content: Content): void => {
    cells.push({ row, column: factColumns.indexOf(column), rows: 1, columns: 1, style, content });
  };
  // What is printed: without the hints, which speak to whoever fills it in on the screen.
  const wide = factColumns.indexOf("hint");
  cells.push({ row: 0, column: 0, rows: 1, columns: wide, style: "title", content: text(words.title) });
  cells.push({ row: 1, column: 0, rows: 1, columns: wide, style: "factHint", content: text(words.guide) });
  for (const column of factColumns)
    put(2, column, column === "check" || column === "key" ? "checkHead" : "factHead", text(words.heads[column]));

  for (let piece = 0; piece < identityPieces; piece += 1) put(piece, "key", "factKey", { kind: "identity", piece });

  const lines = factLines(fields, facts);
  const inputs: number[] = [];
  let row = topRows;
  for (const line of lines) {
    if (line.kind === "section") {
      cells.push({
        row,
        column: 0,
        rows: 1,
        columns: wide,
        style: "factSection",
        content: text(words.sections[line.section]),
      });
      put(row, "key", "factKey", text(line.key));
      heights.push(leastHeight);
      row += 1;
      continue;
    }
    const first = row;
    putLine(put, row, line, words.other);
    heights.push(heightOf(line.cells, line.hint));
    inputs.push(row);
    row += 1;
    line.parts.forEach(({ key, field, cells: part }, index) => {
      const hint = index === 0 ? (field?.hint ?? "") : "";
      put(row, "label", "factPart", text(words.part));
      put(row, "name", "factWord", input(part.name));
      put(row, "value", "factNumber", input(part.value));
      for (const column of ["unit", "approx", "text"] as const) put(row, column, "factLabel", text(""));
      put(row, "hint", "factHint", text(hint));
      put(row, "key", "factKey", text(key));
      heights.push(heightOf(part, hint));
      inputs.push(row);
      row += 1;
    });
    if (line.parts.length > 0) {
      const approximate = line.cells.approx !== "";
      const values = line.parts.map(({ cells: part }) => part.value);
      const shown = approximate ? checkText.open : sumCheck(values, line.cells.value);
      const formula = sumFormula(first, line.parts.length);
      put(first, "check", "check", { kind: "check", rule: line.key, formula, shown });
      conditionals.push(...conditionalsOf(first));
    }
  }
  conditionals.push(...invalidFigures(inputs));
  cells.push({ row, column: 0, rows: 1, columns: wide, style: "factHint", content: text(words.end) });
  heights.push(leastHeight);
  return {
    sheet: {
      id: factsSheetId,
      name: words.name,
      cells,
      columnWidths: factColumns.map((column) => widths[column]),
      hiddenColumns: [factColumns.indexOf("key")],
      rowHeights: heights,
      growingFrom: topRows,
      freeze: { rows: topRows, columns: 1 },
      print: {
        area: { row: 0, column: 0, rows: row, columns: wide },
        titleRows: topRows,
        orientation: "portrait",
        pagesTall: 0,
      },
      validations: validationsOf(inputs, messages),
      conditionals,
    },
    start: {
      sheet: words.name,
      row: inputs[0] ?? topRows,
      column: factColumns.indexOf("value"),
      rows: 1,
      columns: 1,
    },
    block: { row: topRows, column: 0, rows: row + 1 - topRows, columns: factColumns.length },
  };
}

type Put = (row: number, column: FactColumn, style: StyleName, content: Content) => void;

function putLine(put: Put, row: number, line: Extract<FactLine, { kind: "fact" }>, other: string): void {
  const { field, cells } = line;
  const counts = field?.kind !== "text";
  const named = field === undefined || field.named === true;
  put(row, "label", "factLabel", text(field === undefined ? other : line.label));
  put(row, "name", named ? "factWord" : "factLabel", input(cells.name));
  put(row, "value", counts ? "factNumber" : "factLabel", input(cells.value));
  put(row, "unit", counts ? "factNumber" : "factLabel", input(cells.unit));
  put(row, "approx", counts ? "factNumber" : "factLabel", input(cells.approx));
  put(row, "text", "factWord", input(cells.text));
  put(row, "hint", "factHint", text(line.hint));
  put(row, "key", "factKey", text(line.key));
}

function text(value: string): Content {
  return value === "" ? { kind: "empty" } : { kind: "text", text: value };
}

function input(value: string | number | null): Content {
  return { kind: "input", value: value === "" ? null : value };
}

function heightOf({ name, text: words }: FactCells, hint: string): number {
  const needs: readonly [string, FactColumn, StyleName][] = [
    [name, "name", "factWord"],
    [words, "text", "factWord"],
    [hint, "hint", "factHint"],
  ];
  // Excel shows no row higher than 409 points.
  return Math.min(
    400,
    Math.max(
      leastHeight,
      ...needs.map(([value, column, style]) => {
        const { size } = looks[style];
        return linesHeight(lineCount(value, columnsPixels([widths[column]]), size), size);
      }),
    ),
  );
}

/** Open while no part has a figure, and where the total is only approximate: what is contradictory then, the rule says. */
function sumFormula(row: number, parts: number): { native: string; custom: string } {
  const column = factColumns.indexOf("value");
  const below = range({ row: row + 1, column, rows: parts, columns: 1 });
  const args = [below, address(row, column)];
  const approximate = address(row, factColumns.indexOf("approx"));
  const open = `OR(COUNT(${below})=0,${approximate}<>"")`;
  const wrap = (formula: string): string => `=IF(${open},"${checkText.open}",${formula.slice(1)})`;
  return { native: wrap(nativeTwin("SUMCHECK", args)), custom: wrap(customFormula("SUMCHECK", args)) };
}

function conditionalsOf(row: number): readonly PlacedConditional[] {
  const check = factColumns.indexOf("check");
  const formula = `=LEFT(${address(row, check, { column: true })},1)="${checkText.differs.slice(0, 1)}"`;
  const at = (column: number): Rect => ({ row, column, rows: 1, columns: 1 });
  return [
    { area: at(check), formula, look: "differs" },
    { area: at(factColumns.indexOf("value")), formula, look: "involved" },
  ];
}

/** A text in the column for figures is tinted, also where it was pasted. */
function invalidFigures(rows: readonly number[]): readonly PlacedConditional[] {
  if (rows.length === 0) return [];
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const column = factColumns.indexOf("value");
  const formula = invalidFormula(address(first, column), { kind: "decimal4", sign: "nonneg" });
  return [{ area: { row: first, column, rows: last - first + 1, columns: 1 }, formula, look: "involved" }];
}

/** One rule for all figures and one for all approximations: rows between sections are locked and stay empty. */
function validationsOf(rows: readonly number[], messages: WorkbookMessages): readonly PlacedValidation[] {
  const first = Math.min(...rows);
  const count = Math.max(...rows) - first + 1;
  if (rows.length === 0) return [];
  const at = (column: FactColumn): Rect => ({
    row: first,
    column: factColumns.indexOf(column),
    rows: count,
    columns: 1,
  });
  const value = address(first, factColumns.indexOf("value"));
  return [
    {
      area: at("value"),
      formula: `=IF(ISNUMBER(${value}),${value}>=0,FALSE)`,
      errorTitle: messages.mistyped,
      error: messages.facts.number,
    },
    { area: at("approx"), formula: null, list: messages.facts.approximations, errorTitle: "", error: "" },
  ];
}
