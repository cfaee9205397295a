import { explanationState, outcome } from "../../core/rules/check";
import { findingsOf } from "../../core/rules/evaluate";
import type { Finding } from "../../core/rules/finding";
import { rulesVersion } from "../../core/rules/rules-version";
import { checkReportWords as words } from "../../messages/review";
import { workbook } from "../../messages/workbook";
import { encodeText, neutralise } from "./cell-text";
import { checkRows, reportedStates, type CheckedReport, type CheckRow } from "./check-report-rows";
import { writeWithHucre } from "./hucre-workbook";
import type { Rect } from "./placed-form";
import { looks, type CellLook } from "./styles";
import { columnsPixels, lineCount, linesHeight } from "./text-size";
import type { BookCell, BookData, BookSheet, WorkbookWriter } from "./workbook-data";

const columns = [
  "number",
  "verdict",
  "severity",
  "place",
  "rule",
  "left",
  "right",
  "difference",
  "note",
  "signed",
  "source",
  "id",
] as const;
type Column = (typeof columns)[number];

const widths: Readonly<Record<Column, number>> = {
  number: 5,
  verdict: 9,
  severity: 5,
  place: 15,
  rule: 40,
  left: 8,
  right: 8,
  difference: 7,
  note: 24,
  signed: 11,
  source: 20,
  id: 15,
};

const text: CellLook = looks.factLabel;
const small: CellLook = { ...text, size: 9 };
const center: CellLook = looks.reviewCenter;
const head: CellLook = looks.factHead;
const band: CellLook = looks.factSection;
const label: CellLook = { ...center, fill: "F2F2F2" };
const plain: CellLook = { font: "宋体", size: 10.5, horizontal: "left", vertical: "center" };

const columnLooks: Readonly<Record<Column, CellLook>> = {
  number: center,
  verdict: center,
  severity: center,
  place: text,
  rule: text,
  left: center,
  right: center,
  difference: center,
  note: text,
  signed: center,
  source: small,
  id: small,
};

const leastHeight = 22;

export type CheckReportOptions = {
  /** Time of the check; printed in the report. */
  readonly date: Date;
  readonly writer?: WorkbookWriter;
};

/**
 * The check report as a workbook that is printed and filed: one sheet for each report with its head, counts, and every
 * rule with its verdict, findings first. The same reports and date give the same bytes.
 */
export async function writeCheckReport(
  reports: readonly CheckedReport[],
  { date, writer = writeWithHucre }: CheckReportOptions,
): Promise<Uint8Array> {
  const names = sheetNames(reports);
  const book: BookData = {
    title: words.title,
    date,
    sheets: reports.map((report, index) => sheetOf(report, names[index] ?? words.sheet, date)),
    names: [],
  };
  return writer(book);
}

function sheetOf(checked: CheckedReport, name: string, date: Date): BookSheet {
  const cells: BookCell[] = [];
  const merges: Rect[] = [];
  const heights: number[] = [];
  const wide = columns.length;
  const put = (row: number, column: number, span: number, value: string | number | null, look: CellLook): void => {
    for (let at = column; at < column + span; at += 1) {
      const content = typeof value === "string" ? encodeText(neutralise(value)) : value;
      cells.push({ row, column: at, value: at === column ? content : null, look });
    }
    if (span > 1) merges.push({ row, column, rows: 1, columns: span });
  };
  const between = (column: number, span: number): readonly number[] =>
    columns.slice(column, column + span).map((key) => widths[key]);

  put(0, 0, wide, words.title, looks.title);
  heights.push(36);
  for (const line of headLines(checked, date)) {
    const row = heights.length;
    let column = 0;
    let height = leastHeight;
    for (const { name: said, value, span } of line) {
      put(row, column, labelSpan, said, label);
      put(row, column + labelSpan, span, value, text);
      height = Math.max(height, heightFor(value, between(column + labelSpan, span), text.size));
      column += labelSpan + span;
    }
    heights.push(height);
  }
  heights.push(8);

  const headRow = heights.length;
  columns.forEach((column, index) => {
    put(headRow, index, 1, words.heads[column], head);
  });
  heights.push(26);
  const rows = checkRows(checked);
  let number = 0;
  for (const state of reportedStates) {
    const own = rows.filter((row) => row.state === state);
    if (own.length === 0) continue;
    put(heights.length, 0, wide, words.sections[state](own.reduce((sum, { rules: count }) => sum + count, 0)), band);
    heights.push(leastHeight);
    for (const row of own) {
      number += 1;
      const values = valuesOf(row, number);
      columns.forEach((column, index) => {
        put(heights.length, index, 1, values[column], columnLooks[column]);
      });
      const needed = columns.map((column) =>
        heightFor(String(values[column] ?? ""), [widths[column]], columnLooks[column].size),
      );
      heights.push(Math.max(leastHeight, ...needed));
    }
  }
  heights.push(30);
  put(heights.length, 0, wide, words.signatures, plain);
  heights.push(leastHeight);
  return {
    name,
    cells,
    merges,
    columnWidths: columns.map((column) => widths[column]),
    rowHeights: heights,
    freeze: { rows: headRow + 1, columns: 0 },
    print: {
      area: { row: 0, column: 0, rows: heights.length, columns: wide },
      titleFrom: headRow,
      titleRows: headRow + 1,
      orientation: "landscape",
      pagesTall: 0,
      footer: workbook.pageFooter,
    },
    validations: [],
    conditionals: [],
  };
}

type HeadPart = { readonly name: string; readonly value: string; readonly span: number };

/** Columns that the name of a head line takes. */
const labelSpan = 2;

function headLines(checked: CheckedReport, date: Date): readonly (readonly HeadPart[])[] {
  const { book, report, prior } = checked;
  const { head: names } = words;
  const part = (name: string, value: string, span: number): HeadPart => ({ name, value, span });
  // 5 + 2 columns beside 3: both lines end where the table ends.
  const [first, second] = [5, columns.length - 5 - 2 * labelSpan];
  return [
    [part(names.unit, report.unit, first), part(names.year, words.year(report.year), second)],
    [part(names.form, words.form(book.template), first), part(names.version, rulesVersion(book), second)],
    [
      part(names.time, words.time(date), first),
      part(names.prior, prior === undefined ? words.prior.missing : words.prior.given, second),
    ],
    [part(names.outcome, outcomeText(checked), columns.length - labelSpan)],
    [part(names.counts, countsText(checked), columns.length - labelSpan)],
  ];
}

function outcomeText({ report, verdicts }: CheckedReport): string {
  const findings = found(verdicts);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const answer = outcome(findings, report.explanations);
  if (answer === "pass") return words.outcome.pass;
  if (answer === "fail") return words.outcome.fail(errors);
  const warnings = findings.filter(({ severity }) => severity === "warning");
  return words.outcome.explain(
    warnings.filter((finding) => explanationState(finding, report.explanations) !== "current").length,
  );
}

function countsText({ book, report, verdicts }: CheckedReport): string {
  const findings = found(verdicts);
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const state = (wanted: string): number => verdicts.filter((verdict) => verdict.state === wanted).length;
  const explained = findings.filter(
    (finding) => finding.severity === "warning" && explanationState(finding, report.explanations) === "current",
  );
  return words.counts({
    // A rule over several things is counted once for each that is wrong.
    rules: book.rules.length + findings.length - state("broken"),
    passed: state("passed"),
    error: count("error"),
    warning: count("warning"),
    explained: explained.length,
    hint: count("hint"),
    undecided: state("undecided"),
    notAsked: state("notAsked"),
  });
}

function found(verdicts: CheckedReport["verdicts"]): readonly Finding[] {
  return verdicts.flatMap(findingsOf);
}

function valuesOf(row: CheckRow, number: number): Readonly<Record<Column, string | number | null>> {
  return {
    number,
    verdict: words.verdicts[row.state],
    severity: row.severity,
    place: row.place,
    rule: row.rule,
    left: row.left,
    right: row.right,
    difference: row.difference,
    note: row.note,
    signed: row.signed,
    source: row.source,
    id: row.id,
  };
}

/** Excel shows no row higher than 409 points. */
function heightFor(value: string, across: readonly number[], size: number): number {
  return Math.min(400, linesHeight(lineCount(value, columnsPixels(across), size), size));
}

const longestName = 31;

/** Tabs that a workbook allows, each once: the units, or one plain word for a single report. */
function sheetNames(reports: readonly CheckedReport[]): readonly string[] {
  if (reports.length === 1) return [words.sheet];
  const taken = new Set<string>();
  return reports.map(({ report }) => {
    const plainName = report.unit.replace(/[[\]:*?/\\'\p{Cc}]/gu, "").trim() || words.sheet;
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? "" : ` (${String(number)})`;
      const name = plainName.slice(0, longestName - suffix.length) + suffix;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
