import { factId, factSections, type Fact, type FactField, type Facts, type FactSection } from "../../core/model/facts";
import { fillsField } from "../../core/narrative/place-facts";

/** Columns of the 正文要素 sheet, in order; the key stands hidden behind the others. */
export const factColumns = ["label", "name", "value", "unit", "approx", "text", "hint", "check", "key"] as const;
export type FactColumn = (typeof factColumns)[number];

/** What one line of the 正文要素 sheet holds; texts are empty where nothing is said. */
export type FactCells = {
  /** Over the official word: a category, a channel, the wording of another source. */
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly approx: string;
  readonly text: string;
};

/** One line of the sheet. Its key travels with the row, whatever is inserted or sorted around it. */
export type FactLine =
  | { readonly kind: "section"; readonly key: string; readonly section: FactSection }
  | {
      readonly kind: "fact";
      readonly key: string;
      readonly section: FactSection;
      readonly id: string;
      /** undefined: a fact that the form has no field for. */
      readonly field: FactField | undefined;
      /** With a number where the field has several lines. */
      readonly label: string;
      /** What to enter; said once for a field of several lines. */
      readonly hint: string;
      readonly fact: Fact | undefined;
      readonly cells: FactCells;
      readonly parts: readonly FactPart[];
    };

/** A line below its fact: one of the categories that add up to it. */
export type FactPart = {
  readonly key: string;
  readonly field: FactField | undefined;
  readonly cells: FactCells;
};

/** `s:disclosure`, `f:disclosure:pub_total`, `p:disclosure:pub_total`: section, fact, part of that fact. */
export function factKey(kind: "s" | "f" | "p", section: FactSection, id?: string): string {
  return id === undefined ? `${kind}:${section}` : `${kind}:${section}:${id}`;
}

const keyPattern = /^([sfp]):([a-z]+)(?::(.*))?$/su;

export function parseFactKey(
  text: string,
): { readonly kind: "s" | "f" | "p"; readonly section: FactSection; readonly id: string } | undefined {
  const [, kind, name, id = ""] = keyPattern.exec(text) ?? [];
  const section = factSections.find((known) => known === name);
  if (section === undefined || (kind !== "s" && kind !== "f" && kind !== "p")) return undefined;
  return { kind, section, id };
}

const blank: FactCells = { name: "", value: null, unit: "", approx: "", text: "" };

/** All lines of the sheet: those that the form offers, and further ones for whatever else the report says. */
export function factLines(fields: readonly FactField[], facts: Facts): readonly FactLine[] {
  return factSections.flatMap((section): readonly FactLine[] => {
    const own = fields.filter((field) => field.section === section);
    const left = [...(facts[section] ?? [])];
    if (own.length === 0 && left.length === 0) return [];
    const lines = own
      .filter(({ partsOf }) => partsOf === undefined)
      .flatMap((field) => {
        const divided = own.find(({ partsOf }) => partsOf === field.id);
        return slots(field, left).map(({ id, fact, number }) =>
          factLine({ section, id, field, divided, fact, number }),
        );
      });
    const others = left.map((fact) =>
      factLine({ section, id: fact.id, field: undefined, divided: undefined, fact, number: 1 }),
    );
    return [{ kind: "section", key: factKey("s", section), section }, ...lines, ...others];
  });
}

type Slot = { readonly id: string; readonly fact: Fact | undefined; readonly number: number };

/** The field's lines in order, then facts of the field beyond them. Facts that are placed leave `left`. */
function slots(field: FactField, left: Fact[]): readonly Slot[] {
  const take = (fits: (fact: Fact) => boolean): Fact | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const found: Slot[] = Array.from({ length: field.lines ?? 1 }, (_, index) => {
    const id = factId(field, index + 1);
    const fact =
      take((given) => given.id === id) ??
      (field.lines === undefined ? take((given) => fillsField(field, given.id)) : undefined);
    return { id: fact?.id ?? id, fact, number: index + 1 };
  });
  if (field.lines === undefined) return found;
  for (let fact = take((given) => fillsField(field, given.id)); fact !== undefined;) {
    found.push({ id: fact.id, fact, number: found.length + 1 });
    fact = take((given) => fillsField(field, given.id));
  }
  return found;
}

function numbered(field: FactField, number: number): string {
  return field.lines === undefined || field.lines === 1 ? field.label : `${field.label}${String(number)}`;
}

type Parts = {
  readonly section: FactSection;
  readonly id: string;
  readonly field: FactField | undefined;
  readonly divided: FactField | undefined;
  readonly fact: Fact | undefined;
  readonly number: number;
};

function factLine({ section, id, field, divided, fact, number }: Parts): FactLine {
  const key = factKey("p", section, id);
  const given = partCells(fact?.parts);
  const lines = Math.max(given.length, divided?.lines ?? 0);
  return {
    kind: "fact",
    key: factKey("f", section, id),
    section,
    id,
    field,
    label: field === undefined ? "" : numbered(field, number),
    hint: number === 1 ? (field?.hint ?? "") : "",
    fact,
    cells: fact === undefined ? { ...blank, unit: field?.unit ?? "" } : factCells(fact, field),
    parts: Array.from({ length: lines }, (_, index) => ({ key, field: divided, cells: given[index] ?? blank })),
  };
}

function factCells(fact: Fact, field: FactField | undefined): FactCells {
  const { label, value, unit, approx = "", text = "" } = fact;
  return { name: label === field?.label ? "" : label, value, unit: unit ?? "", approx, text };
}

function partCells(parts: Fact["parts"]): readonly FactCells[] {
  if (parts === undefined) return [];
  if (isList(parts)) return parts.map((value) => ({ ...blank, value }));
  return Object.entries(parts).map(([name, value]) => ({ ...blank, name, value }));
}

function isList(parts: NonNullable<Fact["parts"]>): parts is readonly number[] {
  return Array.isArray(parts);
}
