import { amount, digits } from "./digits";
import { pathText } from "./expression";
import { gap } from "./gap";
import { isFactOf, type FoundFact, type Inputs } from "./inputs";
import { fillsField } from "./place-facts";
import { claimed, filled, joined, nothing, plain, quotedWords, type Said } from "./said";

/** A fact's figure with 余, 近 …, its classifier and its percentage; a gap where the fact has no figure. */
export function sayAmount(inputs: Inputs, { fact, path }: FoundFact): Said {
  if (fact.value === null) return gap(inputs, fact.label, pathText([...path, "value"]));
  const figure = sayFigure(fact.value, unitOf(inputs, { fact, path }), pathText([...path, "value"]), fact.approx);
  const { pct } = fact;
  if (pct === undefined) return figure;
  const percent = claimed(`${digits(pct)}%`, pct, pathText([...path, "pct"]));
  return joined([figure, filled(inputs.template.narrative.words.percentage, () => percent)]);
}

/** What the source calls it, without the word for its number: 专题培训次数. */
export function sayLabel({ fact, path }: FoundFact): Said {
  const label = fact.label.trim().replace(/(?<=.)(?:次数|场次|数量|人数|人次)$/u, "");
  return quotedWords(label, pathText([...path, "label"]));
}

export function sayFigure(value: number, unit: string, source: string, approx?: string): Said {
  const words = amount(value, unit, approx);
  return joined([plain(words.before), claimed(words.number, value, source), plain(words.behind)]);
}

/** The fact's own classifier, or else that of the field it fills. */
export function unitOf({ template }: Inputs, { fact, path: [section] }: FoundFact): string {
  return (
    fact.unit ?? template.facts.find((field) => field.section === section && fillsField(field, fact.id))?.unit ?? ""
  );
}

/**
 * What a person wrote, without the full stop at its end: the text of a fact or, where the fact fills no field of the
 * form and has neither text nor figure, its label. Undefined where nothing was written.
 */
export function sayWords(inputs: Inputs, found: FoundFact): Said | undefined {
  const { fact, path } = found;
  const text = trimmed(fact.text ?? "");
  if (text !== "") return quotedWords(text, pathText([...path, "text"]));
  const label = trimmed(fact.label);
  return isFactOf(inputs, found) || fact.value !== null || label === ""
    ? undefined
    : quotedWords(label, pathText([...path, "label"]));
}

/** On one line, as a paragraph needs it, and without the mark that the sentence brings itself. */
function trimmed(words: string): string {
  return words
    .replace(/\s*\n\s*/gu, "")
    .trim()
    .replace(/[。；;，,]+$/u, "");
}

/** A fact that no rule knows, with its own label: 小区智慧社区治理系统584个; its categories are put behind it. */
export function sayUnknownFact(inputs: Inputs, found: FoundFact, parts: Said = nothing): Said | undefined {
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
  return joined([said, parts]);
}
