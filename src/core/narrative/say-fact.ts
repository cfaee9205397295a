import { weightedSum } from "../model/decimal";
import type { FactSection } from "../model/facts";
import { amount } from "./digits";
import { pathText } from "./expression";
import { gap } from "./gap";
import { findFact, type FoundFact, type Inputs } from "./inputs";
import { fillsField } from "./place-facts";
import { claimed, filled, joined, nothing, plain, quotedWords, type Said } from "./said";

/** A fact's figure with 余, 近 … and its classifier; a gap where the fact has no figure. */
export function sayAmount(inputs: Inputs, { fact, path }: FoundFact): Said {
  if (fact.value === null) return gap(inputs, fact.label);
  return sayFigure(fact.value, unitOf(inputs, { fact, path }), pathText([...path, "value"]), fact.approx);
}

function sayFigure(value: number, unit: string, source: string, approx?: string): Said {
  const words = amount(value, unit, approx);
  return joined([plain(words.before), claimed(words.number, value, source), plain(words.behind)]);
}

/** The fact's own classifier, or else that of the field it fills. */
function unitOf({ template }: Inputs, { fact, path: [section] }: FoundFact): string {
  return (
    fact.unit ?? template.facts.find((field) => field.section === section && fillsField(field, fact.id))?.unit ?? ""
  );
}

/** The categories of a fact: 其中…, or nothing where none are given. */
export function sayParts(inputs: Inputs, section: FactSection, id: string): Said {
  const found = findFact(inputs, section, id);
  const parts = found?.fact.parts;
  if (found === undefined || parts === undefined) return nothing;
  const { words } = inputs.template.narrative;
  const entries = Object.entries(parts);
  if (entries.length === 0) return nothing;
  const { fact, path } = found;
  const sum = weightedSum(entries.map(([, value]) => ({ value, coef: 1 })));
  // With 余 or 约 the total is not known to the unit, so only an exact total can be contradicted.
  if (fact.value !== null && fact.approx === undefined && sum > fact.value)
    return joined([plain(words.partsBefore), gap(inputs, words.partsUnequal.replace("{label}", fact.label))]);
  const named = !Array.isArray(parts);
  const unit = unitOf(inputs, found);
  const items = entries.map(([name, value]) => {
    const source = [...path, "parts", name];
    return joined([
      named ? quotedWords(name, pathText([...source, "label"])) : nothing,
      sayFigure(value, unit, pathText(source)),
    ]);
  });
  return filled(named ? words.partsOf : words.unnamedParts, () => joined(items, words.partsJoin));
}

/**
 * What a person wrote, without the full stop at its end: the text of a fact or, where the fact fills no field of the
 * form and has neither text nor figure, its label. Undefined where nothing was written.
 */
export function sayWords({ template }: Inputs, { fact, path }: FoundFact): Said | undefined {
  const text = trimmed(fact.text ?? "");
  if (text !== "") return quotedWords(text, pathText([...path, "text"]));
  const known = template.facts.some((field) => field.section === path[0] && fillsField(field, fact.id));
  const label = trimmed(fact.label);
  return known || fact.value !== null || label === "" ? undefined : quotedWords(label, pathText([...path, "label"]));
}

/** On one line, as a paragraph needs it, and without the mark that the sentence brings itself. */
function trimmed(words: string): string {
  return words
    .replace(/\s*\n\s*/gu, "")
    .trim()
    .replace(/[。；;，,]+$/u, "");
}

/** A fact that no rule knows, with its own label: 小区智慧社区治理系统584个. */
export function sayUnknownFact(inputs: Inputs, found: FoundFact): Said | undefined {
  const { fact, path } = found;
  const words = sayWords(inputs, found);
  if (words !== undefined || fact.value === null) return words;
  const figure = sayAmount(inputs, found);
  const named = fact.label.indexOf(figure.text);
  // A label such as 科技防疫12招 says its figure itself.
  const self = named >= 0 && figure.text !== "" && !/\d/u.test(fact.label.replace(figure.text, ""));
  const said = self
    ? joined([plain(fact.label.slice(0, named)), figure, plain(fact.label.slice(named + figure.text.length))])
    : joined([quotedWords(fact.label, pathText([...path, "label"])), figure]);
  return joined([said, sayParts(inputs, path[0], path[1])]);
}
