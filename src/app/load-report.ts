import { cellId, type CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import type { Damage, InspectReading, Oddity, ReadFailure } from "../formats/xlsx/read-result";
import { sheetName } from "../messages/finding";
import { reading } from "../messages/reading";
import { forms, templateFor, templateIds } from "./forms";
import { formulaRemarks } from "./integrity-remarks";
import { parseReportFile } from "./report-file";
import { UserError } from "./user-error";

export type LoadedReport = {
  readonly template: Template;
  readonly report: Report;
  /** What the clerk should know about how the file was read. */
  readonly remarks: readonly string[];
  /** Cells whose figure is the result of a formula. */
  readonly computed: ReadonlySet<CellId>;
};

/**
 * Reads a workbook or a report file, whichever the bytes are.
 * @param name as it is shown in error messages
 * @throws UserError one sentence saying what the file is and what to do
 */
export async function loadReport(bytes: Uint8Array, name: string): Promise<LoadedReport> {
  if (isReportFile(bytes)) {
    const report = parseReportFile(new TextDecoder().decode(bytes), name);
    return { template: templateFor(report), report, remarks: [], computed: new Set() };
  }
  const { inspectForm } = await import("../formats/xlsx/read-form");
  const result = await inspectForm(bytes, forms);
  if (!result.ok) throw new UserError(failureText(result.failure, name));
  const { template, report } = result;
  const computed = new Set(result.formulasInCells.map(({ cell }) => cell));
  return { template, report, remarks: remarksOn(result), computed };
}

/** JSON begins with a brace; a byte order mark and white space may stand before it. */
export function isReportFile(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*[{[]/u.test(new TextDecoder().decode(bytes.subarray(0, 256)));
}

/** Why a workbook could not be read: one sentence. */
export function failureText(failure: ReadFailure, name: string): string {
  switch (failure.code) {
    case "notWorkbook":
      return reading.notWorkbook(name, failure.found);
    case "damaged":
      return reading.damaged(name);
    case "tooLarge":
      return reading.tooLarge(name);
    case "noForm":
      return reading.noForm(name);
    case "newerForm":
      return reading.newerForm(name);
    case "unknownTemplate":
      return reading.unknownTemplate(name, failure.template, templateIds());
    case "unknownVariant":
      return reading.unknownVariant(name, failure.variant, failure.template);
    case "ambiguous":
      return reading.ambiguous(name, failure.sheets);
    case "labelsLost":
      return reading.labelsLost(name);
    case "noYear":
      return reading.noYear(name);
  }
}

function remarksOn({ template, damage, oddities, formulas }: InspectReading): readonly string[] {
  return [
    ...damage.map((found) => damageText(template, found)),
    ...formulaRemarks(formulas),
    ...oddities.map((odd) => oddityText(template, odd)),
  ];
}

/** What happened to a part of the form: one sentence with its place. */
export function damageText(template: Template, damage: Damage): string {
  switch (damage.kind) {
    case "tableMissing":
      return reading.tableMissing(sheetName(template, damage.table));
    case "rowMissing":
    case "columnMissing": {
      const [first = cellId(damage.table, "", "")] = damage.cells;
      return reading.lineMissing(reading.cell(template, first));
    }
    case "labelChanged":
      return reading.labelChanged(damage.place, damage.expected, damage.found);
    case "rowAdded":
      return reading.rowAdded(damage.place, damage.found);
    case "factsMissing":
      return reading.factsMissing;
    case "identityLost":
      return reading.identityLost;
  }
}

function oddityText(template: Template, odd: Oddity): string {
  switch (odd.kind) {
    case "textNumber":
      return reading.textNumber(reading.cell(template, odd.cell), odd.raw);
    case "noResult":
      return reading.noResult(reading.cell(template, odd.cell));
    case "errorValue":
      return reading.errorValue(reading.cell(template, odd.cell), odd.raw);
    case "displaced":
      return reading.displaced(reading.cell(template, odd.cell));
    case "date":
      return reading.date(reading.cell(template, odd.cell));
    case "unitDiffers":
      return reading.unitDiffers(odd.raw);
    case "yearDiffers":
      return reading.yearDiffers(odd.raw);
    case "copy":
      return reading.copy(odd.raw);
    case "reasonText":
      return reading.reasonText(odd.place, odd.raw);
    case "factText":
      return reading.factText(odd.place, odd.raw);
  }
}
