import { cellsOf, type Template, type Variant } from "../core/model/template";
import type { Report } from "../core/model/report";
import { applyVariant } from "../core/model/variant";
import { bindRules, type RuleBook } from "../core/rules/expand";
import { errors } from "../messages/errors";
import { templates } from "../templates";
import { UserError } from "./user-error";

/** Every form as it was issued, and behind it with each of its variants. */
export const forms: readonly Template[] = templates.flatMap((template) => [
  template,
  ...(template.variants ?? []).map(({ id }) => applied(template, id)),
]);

function applied(template: Template, id: string): Template {
  const form = applyVariant(template, id);
  if (form === undefined) throw new Error(`${template.id} has no variant ${id}`);
  return form;
}

const books = new WeakMap<Template, RuleBook>();

/** The forms in use for a report year, newest first. */
export function formsForYear(year: number): readonly Template[] {
  return templates.filter(({ reportYears: { from, to } }) => year >= from && (to === null || year <= to)).reverse();
}

/** The form as it was issued. */
export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}

/**
 * The form that a report uses, with its variant.
 * @throws UserError naming the form or variant that there is not
 */
export function templateFor({ template: id, variant }: Pick<Report, "template" | "variant">): Template {
  const issued = findTemplate(id);
  if (issued === undefined) throw new UserError(errors.unknownTemplate(id, templateIds()));
  const form = forms.find((known) => known.id === id && (known.variant ?? null) === variant);
  if (form === undefined) throw new UserError(errors.unknownVariant(variant ?? "", id, variantIds(issued)));
  return form;
}

/** @throws UserError when the form is not one for that year, naming those that are */
export function requireYear({ id, tolerated }: Pick<Template, "id" | "tolerated">, year: number): void {
  const offered = formsForYear(year);
  if (offered.length === 0) throw new UserError(errors.noFormForYear(year));
  if (offered.some((form) => form.id === id) || tolerated?.includes(year) === true) return;
  throw new UserError(
    errors.wrongYear(
      year,
      id,
      offered.map((form) => form.id),
    ),
  );
}

/** The bound rules of a form; binding is done once. */
export function ruleBook(template: Template): RuleBook {
  const book = books.get(template) ?? bindRules(template);
  books.set(template, book);
  return book;
}

export function templateIds(): readonly string[] {
  return templates.map(({ id }) => id);
}

function variantIds({ variants = [] }: Template): readonly string[] {
  return variants.map(({ id }) => id);
}

export type TemplateInfo = {
  readonly id: string;
  readonly title: string;
  readonly from: number;
  readonly to: number | null;
  /** Number of cells for figures. */
  readonly cells: number;
  /** False: 未核验, the labels have not been held against the original. */
  readonly verified: boolean;
  readonly variants: readonly Pick<Variant, "id" | "title" | "note" | "years">[];
};

export function listTemplates(): readonly TemplateInfo[] {
  return templates.map((template) => {
    const { id, title, reportYears, verified, variants = [] } = template;
    return {
      id,
      title,
      from: reportYears.from,
      to: reportYears.to,
      cells: cellsOf(template).length,
      verified,
      variants: variants.map(({ id: own, title: name, note, years }) => ({ id: own, title: name, note, years })),
    };
  });
}
