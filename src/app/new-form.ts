import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { longestText } from "../formats/xlsx/cell-text";
import { errors } from "../messages/errors";
import { formsForYear } from "./forms";
import { loadReport } from "./load-report";
import { reportText, sheetOf } from "./report-text";
import { emptyFor, requireForm, type FormRequest } from "./require-form";
import { UserError } from "./user-error";

export type NewFormRequest = FormRequest & {
  readonly totals: "typed" | "formula";
  /** A report file or workbook to fill the form from. */
  readonly values?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  readonly date: Date;
};

/**
 * Writes a form as .xlsx, filled where figures are given. Where the request leaves form or variant open, the figures
 * decide: of several forms of a year the one that they were made for, and its variant.
 * @throws UserError
 */
export async function newForm(request: NewFormRequest): Promise<{ bytes: Uint8Array; template: Template }> {
  const { unit, year, totals, values, date } = request;
  const given = values === undefined ? undefined : (await loadReport(values.bytes, values.name)).report;
  const template = requireForm(completed(request, given));
  const report = given === undefined ? emptyFor(template, request) : filled(template, given, values?.name ?? "");
  const named = { ...report, unit, year };
  const written = given === undefined ? named : withText(template, named);
  const { writeForm } = await import("../formats/xlsx/write-form");
  return { bytes: await writeForm(template, written, { totals, date }), template };
}

/** The report with its text as the figures have it; a text too long for cells is left to be written later. */
function withText(template: Template, report: Report): Report {
  const text = sheetOf(reportText(template, report));
  return text.rows.some((row) => row.text.length > longestText - 100) ? report : { ...report, text };
}

function completed({ template, variant, ...request }: FormRequest, given: Report | undefined): FormRequest {
  if (given === undefined) return { template, variant, ...request };
  const offered = formsForYear(request.year).map(({ id }) => id);
  const chosen = template ?? (offered.length > 1 && offered.includes(given.template) ? given.template : undefined);
  const isSame = (chosen ?? offered[0]) === given.template;
  return { template: chosen, variant: variant ?? (isSame ? given.variant : null), ...request };
}

/** @throws UserError when the figures were made for another form or variant */
function filled({ id, variant: applied }: Template, report: Report, name: string): Report {
  const variant = applied ?? null;
  if (report.template !== id) throw new UserError(errors.otherForm(name, report.template, id));
  if (report.variant !== variant) throw new UserError(errors.otherVariant(name, report.variant, variant));
  return report;
}
