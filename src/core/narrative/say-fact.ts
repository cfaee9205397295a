import { weightedSum } from "../model/decimal";
import type { FactSection } from "../model/facts";
import { amount } from "./digits";
import { pathText } from "./expression";
import { findFact, type FoundFact, type Inputs } from "./inputs";
import { claimed, filled, joined, nothing, plain, quotedWords, type Said } from "./said";
import { gap } from "./gap";

/** A fact's figure with 余, 近 … and its classifier; a gap where the fact has no figure. */
export function sayAmount(inputs: Inputs, { fact, path }: FoundFact): Said {
  if (fact.value === null) return gap(inputs, fact.label);
  return sayFigure(fact.value, unitOf(inputs, { fact, path }), pathText([...path, "value"]), fact.approx);
}

function sayFigure(value: number, unit: string, source: string, approx?: string): Said {
  const words = amount(value, unit, approx);
  return joined([plain(words.before), claimed(words.number, value, source), plain(words.behind)]);
}

function unitOf(inputs: Inputs, { fact, path: [section] }: FoundFact): string {
  if (fact.unit !== null) return fact.unit;
  return (
    inputs.template.facts.find(
      (field) => field.section === section && findFact(inputs, section, field.id)?.fact === fact,
    )?.unit ?? ""
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

/** The clerk's words without the full stop at their end, or undefined. */
export function sayWords(found: FoundFact): Said | undefined {
  const { text, key } = ownWords(found);
  return text === "" ? undefined : quotedWords(text, pathText([...found.path, key]));
}

/** What a person wrote: the text of a fact, or its label where there is no more. */
export function ownWords({ fact }: FoundFact): { readonly text: string; readonly key: "text" | "label" } {
  const trimmed = (words: string): string => words.trim().replace(/[。；;，,]+$/u, "");
  const text = trimmed(fact.text ?? "");
  if (text !== "" || fact.value !== null) return { text, key: "text" };
  return { text: trimmed(fact.label), key: "label" };
}

/** A fact that no rule knows, with its own label: 小区智慧社区治理系统584个. */
export function sayUnknownFact(inputs: Inputs, found: FoundFact): Said | undefined {
  const words = sayWords(found);
  const { fact, path } = found;
  if (words !== undefined && (fact.text ?? "").trim() !== "") return words;
  if (fact.value === null) return words;
  const figure = sayAmount(inputs, found);
  const named = fact.label.indexOf(figure.text);
  // A label such as 科技防疫12招 says its figure itself.
  const self = named >= 0 && figure.text !== "" && !/\d/u.test(fact.label.replace(figure.text, ""));
  const said = self
    ? joined([plain(fact.label.slice(0, named)), figure, plain(fact.label.slice(named + figure.text.length))])
    : joined([quotedWords(fact.label, pathText([...path, "label"])), figure]);
  return joined([said, sayParts(inputs, path[0], path[1])]);
}
