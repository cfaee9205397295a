import { factSections, type Fact } from "../model/facts";
import { factsOf, type Inputs } from "../narrative/inputs";
import { pathText } from "../narrative/expression";
import { condense } from "./condense";
import { powerValue } from "./numeral";
import { fits, type Quantity } from "./quantity";

/** A figure among the inputs of the text. */
export type EnteredFigure = {
  readonly path: string;
  readonly label: string;
  /** 4万人次 → 40000. */
  readonly value: number;
  readonly unit: string | null;
  readonly isVague: boolean;
};

export type EnteredWords = { readonly path: string; readonly text: string };

export type Entered = { readonly figures: readonly EnteredFigure[]; readonly words: readonly EnteredWords[] };

/** Every figure and every text among the facts of a report, ready to be compared with a condensed text. */
export function enteredIn(inputs: Inputs): Entered {
  const figures: EnteredFigure[] = [];
  const words: EnteredWords[] = [];
  for (const section of factSections)
    for (const { fact, path } of factsOf(inputs, section)) {
      const label = condense(fact.label).text;
      // Sentence by sentence, so that one that was edited does not take the others along.
      for (const text of condense(fact.text ?? "").text.split(/[。！？\n]+/u))
        if (text.length >= 4) words.push({ path: pathText([...path, "text"]), text });
      if (/\d/u.test(label) && label.length >= 4) words.push({ path: pathText([...path, "label"]), text: label });
      if (fact.value !== null) figures.push(figureOf(fact, label, fact.value, pathText([...path, "value"])));
      for (const [name, value] of Object.entries(fact.parts ?? {}))
        figures.push({
          ...figureOf(fact, Array.isArray(fact.parts) ? label : condense(name).text, value, ""),
          path: pathText([...path, "parts", name]),
        });
    }
  return { figures, words };
}

function figureOf({ unit, approx }: Fact, label: string, value: number, path: string): EnteredFigure {
  const power = unit === null || /^[万亿]元/u.test(unit) ? "" : (/^[十百千万亿]+/u.exec(unit)?.[0] ?? "");
  return {
    path,
    label,
    value: value * powerValue(power),
    unit: unit === null ? null : unit.slice(power.length),
    isVague: approx !== undefined && approx !== "",
  };
}

/** The figure that a number repeats: same value, same classifier, and words of its label before it. */
export function findEntered({ figures }: Entered, quantity: Quantity, before: string): EnteredFigure | undefined {
  return figures
    .filter((figure) => sameUnit(figure, quantity) && agrees(figure, quantity))
    .map((figure) => ({ figure, shared: overlap(figure.label, before) }))
    .filter(({ shared }) => shared >= 0.5)
    .sort((a, b) => b.shared - a.shared)[0]?.figure;
}

/** The figure whose label stands right before a number and whose value is another. */
export function contradicted({ figures }: Entered, quantity: Quantity, lead: string): EnteredFigure | undefined {
  return figures
    .filter(({ label }) => label.length >= 5 && lead.endsWith(label))
    .filter((figure) => sameUnit(figure, quantity) && !agrees(figure, quantity))
    .sort((a, b) => b.label.length - a.label.length)[0];
}

function sameUnit({ unit }: EnteredFigure, quantity: Quantity): boolean {
  return unit === null || unit.replace("/", "") === quantity.unit.replace("/", "");
}

function agrees({ value, isVague }: EnteredFigure, quantity: Quantity): boolean {
  return isVague ? value === quantity.value : value === quantity.value || fits(quantity, value);
}

/** How much of a label, by pairs of characters, is said in a text. */
function overlap(label: string, text: string): number {
  if (label.length < 2) return 0;
  let shared = 0;
  for (let at = 0; at + 1 < label.length; at += 1) if (text.includes(label.slice(at, at + 2))) shared += 1;
  return shared / (label.length - 1);
}
