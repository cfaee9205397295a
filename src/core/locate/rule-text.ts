import { decimalOf, type Decimal } from "./exact";

export type RuleOperator = "==" | "<=" | ">=" | "<" | ">";

/** `x1 + 2*x2 <= 3` as Σ coefs·names `operator` constant. */
export type LinearRuleText = {
  readonly coefs: ReadonlyMap<string, Decimal>;
  readonly operator: RuleOperator;
  readonly constant: Decimal;
};

/** What is wrong with a rule text. `symbol`: nothing is known by this sign; `number`, `operator` … : was expected here. */
export type RuleTextProblem = "symbol" | "operand" | "operator" | "twoOperators" | "bracket" | "notLinear";

/** A rule text that cannot be read; `position` counts characters from 0. */
export class RuleTextError extends Error {
  override readonly name = "RuleTextError";
  readonly problem: RuleTextProblem;
  readonly text: string;
  readonly position: number;

  constructor(problem: RuleTextProblem, text: string, position: number) {
    super(`${problem} at ${String(position)} in ${text}`);
    this.problem = problem;
    this.text = text;
    this.position = position;
  }
}

type Token = { readonly kind: "number" | "name" | "sign" | "relation"; readonly text: string; readonly at: number };

const tokenPattern =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_.]*)|([-+*()])|(==|<=|>=|<|>))/uy;

/** c0 + Σ coefs·names */
type Linear = { readonly coefs: Map<string, Decimal>; readonly constant: Decimal };

const nothing: Decimal = { mantissa: 0n, places: 0 };

/**
 * Reads one linear rule: numbers, names, `+ - *`, brackets, and one of `== <= >= < >`.
 * @throws RuleTextError naming the place
 */
export function parseRuleText(text: string): LinearRuleText {
  const tokens = tokenize(text);
  let next = 0;
  const here = (): number => tokens[next]?.at ?? text.length;
  const take = (signs: string): string | undefined => {
    const token = tokens[next];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return undefined;
    next += 1;
    return token.text;
  };

  const factor = (): Linear => {
    const sign = take("+-");
    if (sign !== undefined) return sign === "-" ? times(factor(), { mantissa: -1n, places: 0 }) : factor();
    if (take("(") !== undefined) {
      const inner = sum();
      if (take(")") === undefined) throw new RuleTextError("bracket", text, here());
      return inner;
    }
    const token = tokens[next];
    if (token?.kind !== "number" && token?.kind !== "name") throw new RuleTextError("operand", text, here());
    next += 1;
    return token.kind === "number"
      ? { coefs: new Map(), constant: decimalOf(token.text) }
      : { coefs: new Map([[token.text, { mantissa: 1n, places: 0 }]]), constant: nothing };
  };

  const product = (): Linear => {
    let left = factor();
    for (let at = here(); take("*") !== undefined; at = here()) {
      const right = factor();
      if (left.coefs.size > 0 && right.coefs.size > 0) throw new RuleTextError("notLinear", text, at);
      left = left.coefs.size > 0 ? times(left, right.constant) : times(right, left.constant);
    }
    return left;
  };

  const sum = (): Linear => {
    let left = product();
    for (let sign = take("+-"); sign !== undefined; sign = take("+-")) {
      const right = product();
      left = plus(left, sign === "-" ? times(right, { mantissa: -1n, places: 0 }) : right);
    }
    return left;
  };

  const left = sum();
  const relation = tokens[next];
  if (relation?.kind !== "relation") throw new RuleTextError("operator", text, here());
  next += 1;
  const right = sum();
  const rest = tokens[next];
  if (rest !== undefined)
    throw new RuleTextError(rest.kind === "relation" ? "twoOperators" : "operator", text, rest.at);
  const all = plus(left, times(right, { mantissa: -1n, places: 0 }));
  return {
    coefs: new Map([...all.coefs].filter(([, { mantissa }]) => mantissa !== 0n)),
    operator: relation.text as RuleOperator,
    constant: { mantissa: -all.constant.mantissa, places: all.constant.places },
  };
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    tokenPattern.lastIndex = at;
    const match = tokenPattern.exec(text);
    if (match === null) throw new RuleTextError("symbol", text, at + (/^\s*/u.exec(text.slice(at))?.[0].length ?? 0));
    const [whole, number, name, sign] = match;
    const found = whole.trimStart();
    const kind =
      number !== undefined ? "number" : name !== undefined ? "name" : sign !== undefined ? "sign" : "relation";
    at += whole.length;
    tokens.push({ kind, text: found, at: at - found.length });
  }
  return tokens;
}

function addDecimals(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const lift = ({ mantissa, places: own }: Decimal): bigint => mantissa * 10n ** BigInt(places - own);
  return { mantissa: lift(a) + lift(b), places };
}

function plus(a: Linear, b: Linear): Linear {
  const coefs = new Map(a.coefs);
  for (const [name, coef] of b.coefs) coefs.set(name, addDecimals(coefs.get(name) ?? nothing, coef));
  return { coefs, constant: addDecimals(a.constant, b.constant) };
}

function times({ coefs, constant }: Linear, by: Decimal): Linear {
  const multiply = (a: Decimal): Decimal => ({ mantissa: a.mantissa * by.mantissa, places: a.places + by.places });
  return { coefs: new Map([...coefs].map(([name, coef]) => [name, multiply(coef)])), constant: multiply(constant) };
}
