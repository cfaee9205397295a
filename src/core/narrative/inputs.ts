import { cellId, figure, isBlank, type CellId } from "../model/cell";
import { factSections, type Fact, type FactField, type FactSection } from "../model/facts";
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
    if (head === "prior") return inputs.prior === undefined ? undefined : cellFigure(inputs.prior, rest);
    return isFactSection(head) ? factFigure(inputs, head, rest) : cellFigure(inputs.report, path);
  };
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
  if (fact === undefined) return undefined;
  if (key === "value") return fact.value ?? undefined;
  if (key === "pct") return fact.pct;
  if (key !== "parts" || part === undefined || fact.parts === undefined) return undefined;
  const known: ReadonlyMap<string, number> = new Map(Object.entries(fact.parts));
  return known.get(part);
}

/** The facts of a section, each with a path of its own: the second `x` is `x#2`. */
export function factsOf({ report }: Inputs, section: FactSection): readonly FoundFact[] {
  const seen = new Map<string, number>();
  return (report.facts[section] ?? []).map((fact) => {
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
