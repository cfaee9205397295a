import { decimals } from "../model/decimal";
import { evaluateExpression, isRatio, parseExpression, type ExpressionTerm } from "./expression";
import { factsOf, isFactSection, lookupIn, type Inputs } from "./inputs";
import type { Claim } from "./narrative";

/**
 * Whether a claim still says what its source says: its value is the source's, or, where the source are words that
 * somebody wrote, its digits stand in them.
 */
export function claimHolds(inputs: Inputs, { text, value, source }: Pick<Claim, "text" | "value" | "source">): boolean {
  const expression = parseExpression(source);
  const [only, ...more] = expression;
  const words = only !== undefined && more.length === 0 ? wordsAt(inputs, only) : undefined;
  if (words !== undefined) return words.includes(text);
  const exact = evaluateExpression(expression, lookupIn(inputs));
  if (exact === undefined || !isRatio(expression)) return exact === value;
  const step = 10 ** -Math.max(1, decimals(value), printedDecimals(text));
  // A share is rounded up or down so that all of them make 100; anything else is rounded to the nearest.
  const isShare = expression.some(({ path }) => path[2] === "parts");
  return Math.abs(exact - value) < (isShare ? step : step / 2) + 1e-9;
}

function printedDecimals(text: string): number {
  return /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
}

/** The words that a path leads to: a fact's text or label, or the name of a category. */
function wordsAt(inputs: Inputs, { path }: ExpressionTerm): string | undefined {
  const [section = "", id, key, name, last] = path;
  if (!isFactSection(section)) return undefined;
  const fact = factsOf(inputs, section).find((found) => found.path[1] === id)?.fact;
  if (fact === undefined) return undefined;
  if (key === "text") return fact.text;
  if (key === "label") return fact.label;
  const isName = key === "parts" && last === "label" && name !== undefined && name in (fact.parts ?? {});
  return isName ? name : undefined;
}
