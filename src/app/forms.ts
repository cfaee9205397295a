import { cellsOf, type Template } from "../core/model/template";
import { bindRules, type RuleBook } from "../core/rules/expand";
import { templates } from "../templates";

const books = new Map<string, RuleBook>();

/** The forms in use for a report year, newest first. */
export function formsForYear(year: number): readonly Template[] {
  return templates.filter(({ reportYears: { from, to } }) => year >= from && (to === null || year <= to)).reverse();
}

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}

/** The bound rules of a form; binding is done once. */
export function ruleBook(template: Template): RuleBook {
  const known = books.get(template.id);
  if (known?.template === template) return known;
  const book = bindRules(template);
  books.set(template.id, book);
  return book;
}

export function templateIds(): readonly string[] {
  return templates.map(({ id }) => id);
}

export type TemplateInfo = {
  readonly id: string;
  readonly title: string;
  readonly from: number;
  readonly to: number | null;
  /** Number of cells for figures. */
  readonly cells: number;
  readonly verified: boolean;
};

export function listTemplates(): readonly TemplateInfo[] {
  return templates.map((template) => {
    const { id, title, reportYears, verified } = template;
    return { id, title, from: reportYears.from, to: reportYears.to, cells: cellsOf(template).length, verified };
  });
}
