import { isShareOf } from "./share-of";
import { factSections, type Fact, type FactField, type Facts, type FactSection } from "../model/facts";

/** A fact as files of other origin write it: what is not said may be left out, and more may be said. */
export type LooseFact = {
  readonly id: string;
  readonly label?: string | undefined;
  readonly value?: number | null | undefined;
  readonly unit?: string | null | undefined;
  readonly approx?: string | undefined;
  readonly pct?: number | undefined;
  readonly parts?: readonly number[] | Readonly<Record<string, number>> | undefined;
  readonly text?: string | undefined;
  /** 回复率 in percent, of letters and messages; it becomes a fact of its own. */
  readonly replyRate?: number | undefined;
};

const replyRate = { id: "_reply_rate", label: "回复率", unit: "%" } as const;

/**
 * Brings the facts of a report file into sections. Facts grouped by section stay where they are; a plain list is
 * divided by the fields of the form: first by id, then by the words of the label together with the unit. Whatever is
 * not recognised goes to `other`, in its order; nothing is dropped and nothing is renamed. A 回复率 stands behind the
 * fact that it was given with.
 */
export function placeFacts(
  given: readonly LooseFact[] | Readonly<Record<string, readonly LooseFact[]>>,
  fields: readonly FactField[],
): Facts {
  const placed = new Map<FactSection, Fact[]>();
  const put = (section: FactSection, fact: LooseFact): void => {
    const list = placed.get(section) ?? [];
    list.push(...apart(fact).map(completed));
    placed.set(section, list);
  };
  const all = isList(given) ? given : Object.values(given).flat();
  const found = (fact: LooseFact): FactSection => categoryOf(fact, all, fields) ?? sectionOf(fact, fields);
  if (isList(given)) for (const fact of given) put(found(fact), fact);
  else
    for (const [section, facts] of Object.entries(given))
      for (const fact of facts) put(isFactSection(section) ? section : found(fact), fact);
  return Object.fromEntries(
    factSections.flatMap((section) => (placed.has(section) ? [[section, placed.get(section)]] : [])),
  );
}

function apart({ replyRate: rate, ...fact }: LooseFact): readonly LooseFact[] {
  if (rate === undefined) return [fact];
  const { id, label, unit } = replyRate;
  return [fact, { id: fact.id + id, label: (fact.label ?? "") + label, value: rate, unit }];
}

/** The section a fact belongs to by its id, or else by its label and unit. */
function sectionOf(fact: LooseFact, fields: readonly FactField[]): FactSection {
  const known = fields.find((field) => fillsField(field, fact.id));
  if (known !== undefined) return known.section;
  const label = fact.label ?? "";
  const told = fields.find(
    ({ signs }) =>
      signs !== undefined &&
      fact.unit !== null &&
      fact.unit !== undefined &&
      signs.units.includes(fact.unit) &&
      signs.words.some((word) => label.includes(word)),
  );
  return told?.section ?? "other";
}

/** A category stands with the total that its percentage is a share of. */
function categoryOf(
  fact: LooseFact,
  given: readonly LooseFact[],
  fields: readonly FactField[],
): FactSection | undefined {
  if (fields.some((field) => fillsField(field, fact.id))) return undefined;
  const divided = fields.filter(({ id, section }) =>
    fields.some((part) => part.section === section && part.partsOf === id),
  );
  return divided.find((field) => given.some((whole) => fillsField(field, whole.id) && isShareOf(fact, whole)))?.section;
}

/** Whether a fact with this id fills a line of the field: its id, an alias, or `id` + number where it has several lines. */
export function fillsField(field: FactField, id: string): boolean {
  if (field.partsOf !== undefined) return false;
  if (id === field.id || field.aliases?.includes(id) === true) return true;
  return field.lines !== undefined && id.startsWith(field.id) && /^\d+$/u.test(id.slice(field.id.length));
}

function completed({ label, value, unit, ...rest }: LooseFact): Fact {
  const said = Object.fromEntries(Object.entries(rest).filter(([, part]) => part !== undefined)) as Omit<
    Fact,
    "label" | "value" | "unit"
  >;
  return { ...said, label: label ?? "", value: value ?? null, unit: unit ?? null };
}

function isList<T>(given: readonly T[] | Readonly<Record<string, readonly T[]>>): given is readonly T[] {
  return Array.isArray(given);
}

function isFactSection(name: string): name is FactSection {
  return (factSections as readonly string[]).includes(name);
}
