import { emptyReport, type Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { writeCustomPart } from "../formats/xlsx/custom-part";
import { placeForm } from "../formats/xlsx/form-layout";
import { errors } from "../messages/errors";
import { formsForYear, requireYear, templateFor } from "./forms";
import { loadReport } from "./load-report";
import type { FormFile, FormulaBlock } from "./ports";
import { UserError } from "./user-error";

export type FormRequest = {
  readonly template?: string | undefined;
  /** A regional variant of the form; absent or null for the form as it was issued. */
  readonly variant?: string | null | undefined;
  readonly unit: string;
  readonly year: number;
};

/**
 * The form for a request; where the year alone decides, no template need be named.
 * @throws UserError when none or several serve, or the one named is not for that year
 */
export function requireForm({ template: id, variant = null, year }: FormRequest): Template {
  if (id !== undefined) {
    const named = templateFor({ template: id, variant });
    requireYear(named, year);
    return named;
  }
  const [only, ...more] = formsForYear(year);
  if (only === undefined) throw new UserError(errors.noFormForYear(year));
  if (more.length > 0)
    throw new UserError(
      errors.chooseForm(
        year,
        [only, ...more].map((form) => form.id),
      ),
    );
  return templateFor({ template: only.id, variant });
}

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
  const { writeForm } = await import("../formats/xlsx/write-form");
  return { bytes: await writeForm(template, { ...report, unit, year }, { totals, date }), template };
}

function completed({ template, variant, ...request }: FormRequest, given: Report | undefined): FormRequest {
  if (given === undefined) return { template, variant, ...request };
  const offered = formsForYear(request.year).map(({ id }) => id);
  const chosen = template ?? (offered.length > 1 && offered.includes(given.template) ? given.template : undefined);
  const isSame = (chosen ?? offered[0]) === given.template;
  return { template: chosen, variant: variant ?? (isSame ? given.variant : null), ...request };
}

function emptyFor({ id, variant }: Template, { unit, year }: FormRequest): Report {
  return emptyReport(id, unit, year, variant ?? null);
}

/** @throws UserError when the figures were made for another form or variant */
function filled({ id, variant: applied }: Template, report: Report, name: string): Report {
  const variant = applied ?? null;
  if (report.template !== id) throw new UserError(errors.otherForm(name, report.template, id));
  if (report.variant !== variant) throw new UserError(errors.otherVariant(name, report.variant, variant));
  return report;
}

/** Makes a form ready to go into an open workbook. */
export async function prepareForm(template: Template, request: FormRequest, date: Date): Promise<FormFile> {
  const { writeForm } = await import("../formats/xlsx/write-form");
  const report = emptyFor(template, request);
  const placed = placeForm(template);
  return {
    bytes: await writeForm(template, report, { checks: "twin", date }),
    sheets: placed.sheets.map(({ name }) => name),
    anchors: placed.anchors,
    liveChecks: placed.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }): readonly FormulaBlock[] =>
        content.kind === "check" ? [{ sheet: name, row, column, formulas: [[content.formula.custom]] }] : [],
      ),
    ),
    xml: writeCustomPart(report),
    start: placed.start,
  };
}
