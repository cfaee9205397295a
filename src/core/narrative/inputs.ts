import { cellId, figure, isBlank, type CellId } from "../model/cell";
import { factSections, type Fact, type FactField, type Facts, type FactSection } from "../model/facts";
import type { Report } from "../model/report";
import type { Template } from "../model/template";
import type { Lookup } from "./expression";
import { fillsField } from "./place-facts";

/** What the sentences are made from: one report, its form, and last year's report where it is known. */
export type Inputs = { readonly template: Template; readonly report: Report; readonly prior: Report | undefined };

/** A fact with the path that leads to it, also where several facts of a section bear the same id. */
export type FoundFact = { readonly fact: Fact; readonly path: readonly [FactSection, string] };

/** The figure that a path stands for; see expression.ts. */
export function lookupIn(inputs: Inputs): Lookup {
  return (path) => {
    const [head = "", ...rest] = path;
    if (head === "year" && rest.length === 0) return inputs.report.year;
    if (head === "prior") {
      const { template, prior: last } = inputs;
      return last === undefined ? undefined : figureAt({ template, report: last, prior: undefined }, rest);
    }
    return figureAt(inputs, path);
  };
}

function figureAt(inputs: Inputs, path: readonly string[]): number | undefined {
  const [head = "", ...rest] = path;
  return isFactSection(head) ? factFigure(inputs, head, rest) : cellFigure(inputs.report, path);
}

function cellFigure(report: Report, path: readonly string[]): number | undefined {
  const [table, row, column] = path;
  if (table === undefined || row === undefined || column === undefined || path.length > 3) return undefined;
  return figure(report.values.get(cellId(table, row, column)));
}

/** Whether a path names a cell in which a stroke says that there is nothing to report (`/`). */
export function isStroke(inputs: Inputs, path: readonly string[]): boolean {
  const value = inputs.report.values.get(path.join(".") as CellId);
  return typeof value === "string" && value.trim() !== "" && isBlank(value);
}

function factFigure(inputs: Inputs, section: FactSection, rest: readonly string[]): number | undefined {
  const [id = "", key = "value", part] = rest;
  const fact = findFact(inputs, section, id)?.fact;
  if (key === "said") return isSaid(inputs, fact) ? 1 : 0;
  if (fact === undefined) return undefined;
  if (key === "named") return isNamed(inputs, section, id, fact) ? 1 : 0;
  if (key === "exact") return exactFigure(inputs, section, id, fact);
  if (key === "value") return fact.value ?? undefined;
  if (key === "pct") return fact.pct;
  if (key !== "parts" || part === undefined || fact.parts === undefined) return undefined;
  const known: ReadonlyMap<string, number> = new Map(Object.entries(fact.parts));
  return known.get(part);
}

/** Whether the clerk wrote something there that is not 无 or 否. */
function isSaid({ template }: Inputs, fact: Fact | undefined): boolean {
  const text = fact?.text?.trim() ?? "";
  return text !== "" && !template.narrative.words.nothing.includes(text);
}

/** Whether the source has a wording of its own for what the field counts. */
function isNamed(inputs: Inputs, section: FactSection, id: string, { label }: Fact): boolean {
  return label.trim() !== "" && label !== fieldOf(inputs, section, id).label;
}

/** A figure that may be compared with another year's: no 余 or 约, and counted in the classifier of the form. */
function exactFigure(inputs: Inputs, section: FactSection, id: string, fact: Fact): number | undefined {
  const isExact = (fact.approx ?? "") === "" && (fact.unit ?? "") === (fieldOf(inputs, section, id).unit ?? "");
  return isExact ? (fact.value ?? undefined) : undefined;
}

/** The facts of a section, each with a path of its own: the second `x` is `x#2`. */
export function factsOf({ report }: Inputs, section: FactSection): readonly FoundFact[] {
  return factsIn(report.facts, section);
}

/** The same of facts that stand alone. */
export function factsIn(facts: Facts, section: FactSection): readonly FoundFact[] {
  const seen = new Map<string, number>();
  return (facts[section] ?? []).map((fact) => {
    const count = (seen.get(fact.id) ?? 0) + 1;
    seen.set(fact.id, count);
    return { fact, path: [section, count === 1 ? fact.id : `${fact.id}#${String(count)}`] };
  });
}

/** A fact by its own id, or by the field that it fills. */
export function findFact(inputs: Inputs, section: FactSection, id: string): FoundFact | undefined {
  const all = factsOf(inputs, section);
  const field = inputs.template.facts.find((known) => known.section === section && known.id === id);
  return (
    all.find(({ path }) => path[1] === id) ?? all.find(({ fact }) => field !== undefined && fillsField(field, fact.id))
  );
}

/** Whether a field of the form is filled by a fact. */
export function isFactOf({ template }: Inputs, { fact, path: [section] }: FoundFact): boolean {
  return template.facts.some((field) => field.section === section && fillsField(field, fact.id));
}

/** The facts that fill the lines of a field, in their order. */
export function factsOfField(inputs: Inputs, section: FactSection, id: string): readonly FoundFact[] {
  const field = fieldOf(inputs, section, id);
  return factsOf(inputs, section).filter(({ fact }) => fillsField(field, fact.id));
}

/** @throws Error when the form has no such field: a mistake in a rule */
export function fieldOf({ template }: Inputs, section: FactSection, id: string): FactField {
  const field = template.facts.find((known) => known.section === section && known.id === id);
  if (field === undefined) throw new Error(`${template.id} has no field ${section}.${id}`);
  return field;
}

export function isFactSection(name: string): name is FactSection {
  return (factSections as readonly string[]).includes(name);
}
