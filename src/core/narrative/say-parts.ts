import { weightedSum } from "../model/decimal";
import type { Fact, FactSection } from "../model/facts";
import { partsState } from "../rules/parts-sum";
import { digits } from "./digits";
import { pathText } from "./expression";
import { gap } from "./gap";
import { factsOf, findFact, isFactOf, type FoundFact, type Inputs } from "./inputs";
import { fillsField } from "./place-facts";
import { percentText, sharesOfWhole } from "./percent";
import { claimed, filled, joined, nothing, plain, quotedWords, type Said } from "./said";
import { sayFigure, unitOf } from "./say-fact";
import { isExact, isShareOf } from "./share-of";

type Part = {
  readonly name: string | undefined;
  readonly value: number;
  /** Of the figure, and of the words of the name. */
  readonly source: readonly string[];
  readonly nameSource: readonly string[];
  readonly share: Said;
};

/** The categories of a fact: 其中…, or nothing where none are given. With their shares of it where that is asked. */
export function sayParts(inputs: Inputs, section: FactSection, id: string, withShares: boolean): Said {
  const found = findFact(inputs, section, id);
  if (found === undefined) return nothing;
  const { words } = inputs.template.narrative;
  const { fact } = found;
  const parts = fact.parts === undefined ? givenShares(inputs, found) : ownParts(inputs, found, withShares);
  if (parts.length === 0) return nothing;
  if (partsState(fact) === "differ")
    return joined([
      plain(words.partsBefore),
      gap(inputs, words.partsUnequal.replace("{label}", fact.label), pathText([...found.path, "value"])),
    ]);
  const unit = unitOf(inputs, found);
  const items = parts.map(({ name, value, source, nameSource, share }) =>
    joined([
      name === undefined ? nothing : quotedWords(name, pathText(nameSource)),
      sayFigure(value, unit, pathText(source), approximation(fact, value)),
      share,
    ]),
  );
  const isNamed = parts.some(({ name }) => name !== undefined);
  return filled(isNamed ? words.partsOf : words.unnamedParts, () => joined(items, words.partsJoin));
}

function ownParts(inputs: Inputs, { fact, path }: FoundFact, withShares: boolean): readonly Part[] {
  const entries = Object.entries(fact.parts ?? {});
  const shares = withShares ? sharesOf(fact, entries) : undefined;
  return entries.map(([name, value], index): Part => {
    const source = [...path, "parts", name];
    const share = shares?.shares[index];
    const text = share === undefined ? "" : percentText(share, shares?.places ?? 1);
    const whole = `(100*${pathText(source)})/(${pathText([...path, "value"])})`;
    return {
      name: Array.isArray(fact.parts) ? undefined : name,
      value,
      source,
      nameSource: [...source, "label"],
      share: share === undefined ? nothing : filled(wordsOf(inputs).shareOf, () => claimed(text, share, whole)),
    };
  });
}

/** Only of a whole that is known exactly and divided without a rest do the parts have shares that make 100. */
function sharesOf(
  fact: Fact,
  entries: readonly (readonly [string, number])[],
): ReturnType<typeof sharesOfWhole> | undefined {
  const sum = weightedSum(entries.map(([, value]) => ({ value, coef: 1 })));
  return isExact(fact) && sum > 0 && sum === fact.value ? sharesOfWhole(entries.map(([, value]) => value)) : undefined;
}

/**
 * Categories that stand as facts of their own beside the total: each says which share of it they are, and that is
 * what they are, as exactly as it was printed. Undefined fields, the same classifier, together no more than the total.
 */
function givenShares(inputs: Inputs, whole: FoundFact): readonly Part[] {
  return categoriesOf(inputs, whole).map(({ fact, path }): Part => {
    const percent = fact.pct ?? 0;
    return {
      name: fact.label,
      value: fact.value ?? 0,
      source: [...path, "value"],
      nameSource: [...path, "label"],
      share: filled(wordsOf(inputs).shareOf, () => claimed(`${digits(percent)}%`, percent, pathText([...path, "pct"]))),
    };
  });
}

function categoriesOf(inputs: Inputs, whole: FoundFact): readonly FoundFact[] {
  const { fact, path } = whole;
  const field = inputs.template.facts.find((known) => known.section === path[0] && fillsField(known, fact.id));
  const isDivided = inputs.template.facts.some(({ partsOf }) => field !== undefined && partsOf === field.id);
  if (!isDivided || fact.parts !== undefined) return [];
  const found = factsOf(inputs, path[0]).filter(
    (other) => isShareOf(other.fact, fact) && !isFactOf(inputs, other) && other.fact.label.trim() !== "",
  );
  const sum = weightedSum(found.map(({ fact: { value } }) => ({ value: value ?? 0, coef: 1 })));
  return sum <= (fact.value ?? 0) ? found : [];
}

/** The facts of a section that are said as categories of another one. */
export function saidAsCategories(inputs: Inputs, section: FactSection): ReadonlySet<string> {
  return new Set(
    factsOf(inputs, section).flatMap((found) => categoriesOf(inputs, found).map(({ path }) => path.join("."))),
  );
}

const looking = ["余", "多", "近", "将近", "接近", "约", "大约", "左右", "上下"];

/** A round part of an approximate figure is approximate in the same way: 980余条，其中新闻620余条. */
function approximation({ approx }: Fact, value: number): string | undefined {
  return approx !== undefined && looking.includes(approx) && value >= 10 && value % 10 === 0 ? approx : undefined;
}

function wordsOf({ template }: Inputs): Inputs["template"]["narrative"]["words"] {
  return template.narrative.words;
}
