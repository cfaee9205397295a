import { isBlank, type CellId, type CellValue } from "../model/cell";
import type { Explanation, Report, ZeroReport } from "../model/report";
import { cellsOf, type Template } from "../model/template";
import type { UnitType } from "../rules/rule";

/**
 * What a seal stands for, in canonical form: whoever reads the same figures, text and reasons from a workbook, by
 * whatever program it was last saved, gets the same content.
 *
 * - Every cell of the form is there, in the order of the form. A figure is the number that was entered, a blank `null`;
 *   any other text stands as it is, strokes included.
 * - `text` is the report text, a paragraph an entry, title and headings included.
 * - Reasons and the 表尾 are ordered by their ids, by UTF-16 units.
 * - Texts are in NFC, with `\n` as line end, without control characters and without blanks at the beginning and end of
 *   a line (indentation is a matter of looks). Those that are empty then are left out of the text and count as blank in a
 *   cell.
 */
export type SealedContent = {
  readonly template: string;
  readonly variant: string | null;
  readonly unit: string;
  readonly year: number;
  readonly unitType: UnitType | null;
  readonly rulemaking: boolean | null;
  readonly zeroReport: ZeroReport | null;
  readonly values: readonly (readonly [cell: CellId, value: CellValue])[];
  readonly footer: readonly (readonly [label: string, text: string])[];
  readonly text: readonly string[];
  readonly reasons: readonly (readonly [rule: string, reason: Explanation])[];
};

/**
 * @param text the report text, a paragraph an entry
 */
export function sealedContent(template: Template, report: Report, text: readonly string[]): SealedContent {
  const { unit, year, unitType, rulemaking, zeroReport, explanations, footer = {} } = report;
  return {
    template: template.id,
    variant: template.variant ?? null,
    unit: canonicalWords(unit),
    year,
    unitType,
    rulemaking,
    zeroReport: zeroReport === null ? null : { by: canonicalWords(zeroReport.by), at: zeroReport.at },
    values: cellsOf(template).map((cell) => [cell, canonicalValue(report.values.get(cell) ?? null)] as const),
    footer: ordered(Object.entries(footer))
      .map(([label, said]) => [label, canonicalWords(said)] as const)
      .filter(([, said]) => said !== ""),
    text: text.map(canonicalWords).filter((line) => line !== ""),
    reasons: ordered(Object.entries(explanations)).map(([rule, reason]) => [rule, canonicalReason(reason)] as const),
  };
}

/** The text over which a seal's SHA-256 is taken, in UTF-8: JSON without white space, its keys in this very order. */
export function canonicalText(content: SealedContent): string {
  const { template, variant, unit, year, unitType, rulemaking, zeroReport, values, footer, text, reasons } = content;
  return JSON.stringify([
    ["gouji", 1],
    [template, variant, unit, year, unitType, rulemaking, zeroReport === null ? null : [zeroReport.by, zeroReport.at]],
    values,
    footer,
    text,
    reasons.map(([rule, { text: said, left, right, by, at }]) => [rule, said, left, right, by, at]),
  ]);
}

// eslint-disable-next-line no-control-regex -- programs write these in spellings of their own, and nobody sees them
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/gu;
const loneSurrogate = /\p{Cs}/gu;

/** Words as they count: see {@link SealedContent}. */
export function canonicalWords(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/gu, "\n")
    .replace(unseen, " ")
    .replace(loneSurrogate, "\ufffd")
    .normalize("NFC")
    .replace(/^[^\S\n]+|[^\S\n]+$/gmu, "")
    .trim();
}

function canonicalValue(value: CellValue): CellValue {
  // There is no −0 among figures.
  if (typeof value === "number") return value + 0;
  if (value === null) return null;
  const words = canonicalWords(value);
  return words === "" ? null : words;
}

function canonicalReason({ text, left, right, by, at }: Explanation): Explanation {
  return { text: canonicalWords(text), left, right, by: canonicalWords(by), at: canonicalWords(at) };
}

function ordered<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Cells that say nothing at all; a stroke says that nothing belongs there. */
export function openCells(template: Template, report: Pick<Report, "values">): readonly CellId[] {
  return cellsOf(template).filter((cell) => {
    const value = report.values.get(cell) ?? null;
    return value === null || (typeof value === "string" && isBlank(value) && value.trim() === "");
  });
}
