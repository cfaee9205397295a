import { digits } from "./digits";
import { compare, evaluateExpression, expressionText, isRatio, parseExpression } from "./expression";
import { gap } from "./gap";
import { findFact, isFactSection, lookupIn, type Inputs } from "./inputs";
import { roundPercent } from "./percent";
import { claimed, filled, nothing, plain, type Said } from "./said";
import { sayAmount, sayLabel, sayWords } from "./say-fact";
import { sayList } from "./say-list";
import { sayParts } from "./say-parts";
import type { Choice, Pattern, SentenceRule, Variant } from "./sentence-rule";

export type SaidSentence = Said & { readonly rule: string };

/** What a sentence rule says of a report, or undefined where it has nothing to say. */
export function saySentence(inputs: Inputs, rule: SentenceRule): SaidSentence | undefined {
  const lookup = lookupIn(inputs);
  const { needs = [], holds = [], missing } = rule;
  const unknown = needs.some((text) => evaluateExpression(parseExpression(text), lookup) === undefined);
  if (unknown || holds.some((text) => compare(text, lookup) !== true)) {
    if (missing === undefined) return undefined;
    const { stop } = inputs.template.narrative.words;
    const unsaid = needs.find((text) => evaluateExpression(parseExpression(text), lookup) === undefined);
    return { rule: missing.id, ...append(gap(inputs, missing.what, unsaid ?? needs[0]), stop) };
  }
  const variant = rule.oneOf.find((choice) => holdsIn(inputs, choice));
  if (variant === undefined) return undefined;
  const said = sayPattern(inputs, variant.text, variant);
  return said.text === "" ? undefined : { rule: variant.id, ...said };
}

function holdsIn(inputs: Inputs, { when = [] }: Choice): boolean {
  const lookup = lookupIn(inputs);
  return when.every((text) => compare(text, lookup) === true);
}

/** Fills a pattern's slots; see Pattern for what may stand in them. */
export function sayPattern(inputs: Inputs, pattern: Pattern, parts: Pick<Variant, "choices" | "lists"> = {}): Said {
  return filled(pattern, (slot) => {
    if (slot === "year") return plain(digits(inputs.report.year));
    if (slot === "unit") return plain(inputs.report.unit);
    if (slot.startsWith("?")) return sayChoice(inputs, slot.slice(1), parts);
    if (slot.startsWith("@")) {
      const list = parts.lists?.[slot.slice(1)];
      if (list === undefined) throw new Error(`There is no list ${slot}`);
      return sayList(inputs, list);
    }
    const bar = slot.indexOf("|");
    return bar < 0 ? sayFactSlot(inputs, slot) : sayExpression(inputs, slot.slice(0, bar), slot.slice(bar + 1));
  });
}

function sayChoice(inputs: Inputs, name: string, parts: Pick<Variant, "choices" | "lists">): Said {
  const choices = parts.choices?.[name];
  if (choices === undefined) throw new Error(`There is no choice ${name}`);
  const chosen = choices.find((choice) => holdsIn(inputs, choice));
  return chosen === undefined ? nothing : sayPattern(inputs, chosen.text, parts);
}

function sayExpression(inputs: Inputs, text: string, classifier: string): Said {
  const expression = parseExpression(text);
  const value = evaluateExpression(expression, lookupIn(inputs));
  if (value === undefined) throw new Error(`${text} is said without being known; the rule should need it`);
  const said = isRatio(expression) ? roundPercent(value, 1) : value;
  return claimed(digits(said) + classifier, said, expressionText(expression));
}

function sayFactSlot(inputs: Inputs, slot: string): Said {
  const [section = "", id = "", key] = slot.split(".");
  if (!isFactSection(section)) throw new Error(`{${slot}} is no slot`);
  if (key === "parts" || key === "shares") return sayParts(inputs, section, id, key === "shares");
  const found = findFact(inputs, section, id);
  if (found === undefined) throw new Error(`${slot} is said without being known; the rule should need it`);
  if (key === "label") return sayLabel(found);
  return key === "text" ? (sayWords(inputs, found) ?? nothing) : sayAmount(inputs, found);
}

export function append(said: Said, text: string): Said {
  return { ...said, text: said.text + text };
}
