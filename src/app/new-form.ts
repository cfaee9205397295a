import { emptyReport, type Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { writeCustomPart } from "../formats/xlsx/custom-part";
import { placeForm } from "../formats/xlsx/form-layout";
import { errors } from "../messages/errors";
import { findTemplate, formsForYear, templateIds } from "./forms";
import { loadReport } from "./load-report";
import type { FormFile, FormulaBlock } from "./ports";
import { requireYear } from "./report-file";
import { UserError } from "./user-error";

export type FormRequest = { readonly template?: string | undefined; readonly unit: string; readonly year: number };

/**
 * The form for a request; where the year alone decides, no template need be named.
 * @throws UserError when none or several serve, or the one named is not for that year
 */
export function requireForm({ template: id, year }: FormRequest): Template {
  if (id !== undefined) {
    const named = findTemplate(id);
    if (named === undefined) throw new UserError(errors.unknownTemplate(id, templateIds()));
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
  return only;
}

export type NewFormRequest = FormRequest & {
  readonly totals: "typed" | "formula";
  /** A report file or workbook to fill the form from. */
  readonly values?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
  readonly date: Date;
};

/** Writes a form as .xlsx, filled where figures are given. @throws UserError */
export async function newForm(request: NewFormRequest): Promise<{ bytes: Uint8Array; template: Template }> {
  const { unit, year, totals, values, date } = request;
  const template = requireForm(request);
  const report = values === undefined ? emptyReport(template.id, unit, year) : await filled(template, request, values);
  const { writeForm } = await import("../formats/xlsx/write-form");
  return { bytes: await writeForm(template, report, { totals, date }), template };
}

async function filled(
  template: Template,
  { unit, year }: FormRequest,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Report> {
  const { report } = await loadReport(bytes, name);
  if (report.template !== template.id) throw new UserError(errors.otherForm(name, report.template, template.id));
  return { ...report, unit, year };
}

/** Makes a form ready to go into an open workbook. */
export async function prepareForm(template: Template, { unit, year }: FormRequest, date: Date): Promise<FormFile> {
  const { writeForm } = await import("../formats/xlsx/write-form");
  const report = emptyReport(template.id, unit, year);
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
