import { difference } from "../model/decimal";
import { digits } from "./digits";
import { evaluateExpression, parseExpression } from "./expression";
import { gap } from "./gap";
import { findFact, isFactSection, isStroke, lookupIn, type Inputs } from "./inputs";
import { claimed, filled, joined, nothing, plain, type Said } from "./said";
import { sayAmount } from "./say-fact";
import type { ListPart, ListRule } from "./sentence-rule";

type Known = { readonly part: ListPart; readonly value: number };

/**
 * The parts of a list that are not 0, in the order of the form. Where a total is given and the parts do not add up to
 * it (one is blank or wrong), nothing is guessed: the list is a placeholder.
 */
export function sayList(inputs: Inputs, list: ListRule): Said {
  const lookup = lookupIn(inputs);
  const known: Known[] = [];
  let firstBlank: string | undefined;
  for (const part of list.parts) {
    const value = evaluateExpression(parseExpression(part.value), lookup);
    if (value !== undefined) known.push({ part, value });
    else if (!parseExpression(part.value).every(({ path }) => isStroke(inputs, path))) firstBlank ??= part.value;
  }
  const total = list.total === undefined ? undefined : evaluateExpression(parseExpression(list.total), lookup);
  if (list.total !== undefined) {
    const sum = known.reduce((left, { value }) => difference(left, -value), 0);
    if (sum !== total) return filled(list.many, () => gap(inputs, list.missing ?? "", list.total));
  } else if (firstBlank !== undefined && list.missing !== undefined) return gap(inputs, list.missing, firstBlank);
  const said = known.filter(({ part, value }) => value !== 0 || part.none !== undefined);
  const [first] = said;
  if (first === undefined) return nothing;
  if (said.length === 1 && total === first.value) {
    const alone = first.part.alone ?? list.alone;
    if (alone !== undefined) {
      const text = alone[total === 1 ? 0 : 1].replace("{label}", first.part.label);
      return joined([plain(text), within(inputs, first)]);
    }
  }
  const items = said.map((item) => sayItem(inputs, list, item));
  return filled(list.many, () => joined(items, list.join));
}

function sayItem(inputs: Inputs, list: ListRule, item: Known): Said {
  const { part, value } = item;
  if (value === 0) return plain(part.none ?? "");
  return joined([plain(part.label), figure(inputs, list, item), within(inputs, item)]);
}

function figure(inputs: Inputs, list: ListRule, { part, value }: Known): Said {
  if (list.unit !== undefined) return claimed(digits(value) + list.unit, value, part.value);
  const [section = "", id = ""] = parseExpression(part.value)[0]?.path ?? [];
  const found = isFactSection(section) ? findFact(inputs, section, id) : undefined;
  if (found === undefined) throw new Error(`${part.value} has no classifier`);
  return sayAmount(inputs, found);
}

function within(inputs: Inputs, { part }: Known): Said {
  return part.within === undefined ? nothing : sayList(inputs, part.within);
}
