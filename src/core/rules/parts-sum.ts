import { difference, weightedSum } from "../model/decimal";
import { factSections, type Approximation, type Fact, type Facts } from "../model/facts";
import { pathText } from "../narrative/expression";
import { factsIn } from "../narrative/inputs";
import type { FindingTerm } from "./finding";

/**
 * Whether the categories of a fact add up to its figure. `open`: no figure, no categories, or a figure that is itself
 * approximate and not contradicted.
 */
export type PartsState = "agree" | "differ" | "open";

/** One fact with categories: both sums, and the paths of its figures as summands. */
export type DividedFact = {
  readonly id: string;
  readonly label: string;
  readonly state: PartsState;
  readonly parts: number;
  readonly total: number | null;
  readonly terms: readonly FindingTerm[];
};

/**
 * 5300余 is less than 5400, 近5300 no more than 5300: categories beyond that contradict it. What they may fall short of
 * it cannot be told, nor anything of 约 and 超过.
 */
export function partsState({ value, approx, parts }: Pick<Fact, "value" | "approx" | "parts">): PartsState {
  const figures = Object.values(parts ?? {});
  if (value === null || figures.length === 0) return "open";
  const excess = difference(sumOf(figures), value);
  if (approx === undefined || approx === "") return excess === 0 ? "agree" : "differ";
  return excess > 0 && excess >= room(approx, value) ? "differ" : "open";
}

/** By how much the true figure may exceed the one that is written. */
function room(approx: Approximation, value: number): number {
  if (below.has(approx)) return 0;
  return above.has(approx) ? lastStep(value) : Infinity;
}

const below: ReadonlySet<Approximation> = new Set(["近", "将近", "接近", "不足", "不到"]);
const above: ReadonlySet<Approximation> = new Set(["余", "多"]);

/** What the last digit that is not 0 stands for: 5300 → 100. */
function lastStep(value: number): number {
  let step = 1;
  while (step < value && value % (step * 10) === 0) step *= 10;
  return step;
}

function sumOf(figures: readonly number[]): number {
  return weightedSum(figures.map((value) => ({ value, coef: 1 })));
}

/** Every fact for which categories are given, in the order of the sheet. The second fact of one id is `id#2`. */
export function dividedFacts(facts: Facts): readonly DividedFact[] {
  return factSections.flatMap((section) =>
    factsIn(facts, section).flatMap(({ fact, path }): readonly DividedFact[] => {
      const entries = Object.entries(fact.parts ?? {});
      if (entries.length === 0) return [];
      const term = (side: FindingTerm["side"], value: number | null, ...rest: readonly string[]): FindingTerm => ({
        side,
        cell: pathText([...path, ...rest]) as FindingTerm["cell"],
        value,
        coef: 1,
        year: 0,
      });
      return [
        {
          id: path[1],
          label: fact.label,
          state: partsState(fact),
          parts: sumOf(entries.map(([, value]) => value)),
          total: fact.value,
          terms: [
            ...entries.map(([name, value]) => term("left", value, "parts", name)),
            term("right", fact.value, "value"),
          ],
        },
      ];
    }),
  );
}
