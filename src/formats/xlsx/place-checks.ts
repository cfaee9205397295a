import type { SheetCheck } from "../../core/model/layout";
import type { FormSheet } from "../../core/model/template";
import { checkText } from "../../core/rules/check-functions";
import type { BoundRule, RuleBook } from "../../core/rules/expand";
import type { WorkbookMessages } from "../../messages/workbook";
import { address } from "./a1";
import { checkFormula, involvedCells, type Places } from "./check-formula";
import { checkColumnLabel } from "./check-label";
import type { PlacedCell, PlacedConditional, Rect } from "./placed-form";
import { around, tiles } from "./tiles";

export type PlacedChecks = {
  readonly cells: readonly PlacedCell[];
  readonly conditionals: readonly PlacedConditional[];
  /** Grid columns that the checks need to the right of the form, the gap included. */
  readonly columns: number;
  /** Rows that they need below it, the gap included. */
  readonly rows: number;
};

/** A gap keeps the checks apart from the official form and out of its print area. */
const gap = 1;

/** Room for the word 校验 and what is compared. */
const leastHeadRows = 2;

/**
 * Places the verdicts of a sheet's rules outside its grid: one column to the right, rows below.
 * @param grid the official form with its head, without title and unit
 * @throws Error when the layout names a rule that the form lacks
 */
export function placeChecks(
  sheet: FormSheet,
  book: RuleBook,
  grid: Rect,
  places: Places,
  messages: WorkbookMessages,
): PlacedChecks {
  const cells: PlacedCell[] = [];
  const pairs: Pair[] = [];
  const column = grid.column + grid.columns + gap;
  const put = (rule: BoundRule, row: number, at: number): void => {
    const formula = checkFormula(rule, places);
    const here = { row, column: at, rows: 1, columns: 1 };
    cells.push({ ...here, style: "check", content: { kind: "check", rule: rule.id, formula } });
    for (const cell of involvedCells(rule)) pairs.push({ involved: places(cell), check: here });
  };

  const right = sheet.layout.checks.filter(({ place }) => place === "right");
  for (const { rule } of right) {
    const found = rulesOf(book, rule);
    const rows = found.map((bound) => lastPlace(bound, places).row);
    const headRows = Math.max(leastHeadRows, sheet.layout.headRows);
    const headRow = Math.min(...rows) - headRows;
    const label = `${messages.checkHead}\n${checkColumnLabel(book.template, found, messages)}`;
    cells.push({
      row: headRow,
      column,
      rows: headRows,
      columns: 1,
      style: "checkHead",
      content: { kind: "text", text: label },
    });
    for (const bound of found) put(bound, lastPlace(bound, places).row, column);
  }

  const beside = sheet.layout.checks.filter((check) => check.place === "row");
  if (beside.length > 0) {
    const headRows = Math.max(1, sheet.layout.headRows);
    const head = (at: number, text: string): PlacedCell => ({
      row: grid.row,
      column: at,
      rows: headRows,
      columns: 1,
      style: "checkHead",
      content: { kind: "text", text },
    });
    cells.push(head(column, messages.checkHead), head(column + 1, messages.checkNote));
  }
  for (const { rule, label } of beside) {
    for (const bound of rulesOf(book, rule)) {
      const { row } = judgedPlace(bound, places);
      const content = { kind: "text", text: label } as const;
      put(bound, row, column);
      cells.push({ row, column: column + 1, rows: 1, columns: 1, style: "checkNote", content });
    }
  }

  const below = sheet.layout.checks.filter((check) => check.place === "below");
  const lines = belowLines(below, book, places);
  lines.forEach((line, index) => {
    const row = grid.row + grid.rows + gap + index;
    for (const { label, rules, extent } of line) {
      const labelEnd = rules.length === 1 ? lastPlace(rules[0], places).column : extent.column;
      const labelStart = rules.length === 1 ? extent.column : grid.column;
      if (labelEnd > labelStart) {
        const area = { row, column: labelStart, rows: 1, columns: labelEnd - labelStart };
        cells.push({ ...area, style: "checkLabel", content: { kind: "text", text: label } });
      }
      for (const bound of rules) put(bound, row, lastPlace(bound, places).column);
    }
  });

  return {
    cells,
    conditionals: conditionals(cells, pairs),
    columns: beside.length > 0 ? gap + 2 : right.length > 0 ? gap + 1 : 0,
    rows: lines.length === 0 ? 0 : gap + lines.length,
  };
}

type Below = { readonly label: string; readonly rules: readonly [BoundRule, ...BoundRule[]]; readonly extent: Rect };

/** Checks whose columns do not meet share a row: 表四 shows its three sums side by side. */
function belowLines(
  checks: readonly Extract<SheetCheck, { place: "below" }>[],
  book: RuleBook,
  places: Places,
): readonly (readonly Below[])[] {
  const lines: Below[][] = [];
  for (const { rule, label } of checks) {
    const rules = rulesOf(book, rule);
    const extent = around(rules.flatMap(({ cells }) => cells.map(places)));
    const last = lines.at(-1);
    const free = last?.every(
      (other) =>
        other.extent.column + other.extent.columns <= extent.column ||
        extent.column + extent.columns <= other.extent.column,
    );
    if (last !== undefined && free === true) last.push({ label, rules, extent });
    else lines.push([{ label, rules, extent }]);
  }
  return lines;
}

function rulesOf(book: RuleBook, id: string): readonly [BoundRule, ...BoundRule[]] {
  const [first, ...rest] = book.rules.filter(({ rule }) => rule.id === id);
  if (first === undefined) throw new Error(`${book.template.id} has no rule ${id}`);
  return [first, ...rest];
}

/** Where the sum of a rule stands: beside or below it goes the verdict. */
function lastPlace({ id, cells }: BoundRule, places: Places): Rect {
  const last = cells.at(-1);
  if (last === undefined) throw new Error(`${id} names no cell`);
  return places(last);
}

/** The figure that a rule judges: the total of a sum, what may not be too great of a comparison. */
function judgedPlace(bound: BoundRule, places: Places): Rect {
  const [first] = bound.cells;
  const isSum = bound.rule.kind === "balance" && bound.rule.op === "=";
  return isSum || first === undefined ? lastPlace(bound, places) : places(first);
}

type Pair = { readonly involved: Rect; readonly check: Rect };

function conditionals(cells: readonly PlacedCell[], pairs: readonly Pair[]): readonly PlacedConditional[] {
  const checks = cells.filter(({ content }) => content.kind === "check");
  const own = tiles(checks.map((area) => ({ area, key: "", of: null }))).map(({ area }): PlacedConditional => ({
    area,
    formula: differs(address(area.row, area.column)),
    look: "differs",
  }));
  // A check in the same row is found by its column, one in another row by its row: that makes rectangles of the sums.
  const sums = tiles(
    pairs.map(({ involved, check }) => {
      const beside = involved.row === check.row;
      return {
        area: involved,
        key: beside ? `c${String(check.column)}` : `r${String(check.row)}`,
        of: { check, beside },
      };
    }),
  ).map(({ area, of: { check, beside } }): PlacedConditional => ({
    area,
    formula: differs(
      beside ? address(area.row, check.column, { column: true }) : address(check.row, area.column, { row: true }),
    ),
    look: "involved",
  }));
  return [...own, ...sums];
}

function differs(ref: string): string {
  return `=LEFT(${ref},1)="${checkText.differs.slice(0, 1)}"`;
}
