import { emptyReport, type Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { errors } from "../messages/errors";
import { findTemplate, formsForYear, requireYear, templateFor } from "./forms";
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
    requireVariantYear(named, year);
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
  const form = templateFor({ template: only.id, variant });
  requireVariantYear(form, year);
  return form;
}

/** A variant is known for some years alone; what it looked like in others would be a guess. */
function requireVariantYear({ id, variant }: Template, year: number): void {
  const years = findTemplate(id)?.variants?.find((known) => known.id === variant)?.years;
  if (variant !== undefined && years !== undefined && !years.includes(year))
    throw new UserError(errors.variantYear(year, variant, years));
}

/** A report of the form of which only unit and year are known. */
export function emptyFor({ id, variant }: Template, { unit, year }: FormRequest): Report {
  return emptyReport(id, unit, year, variant ?? null);
}
