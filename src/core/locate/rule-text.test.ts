import { toNumber, fraction, power10 } from "./exact";
import { parseRuleText, RuleTextError } from "./rule-text";

function plain(text: string): {
  readonly coefs: Record<string, number>;
  readonly operator: string;
  readonly constant: number;
} {
  const { coefs, operator, constant } = parseRuleText(text);
  const number = ({ mantissa, places }: { readonly mantissa: bigint; readonly places: number }): number =>
    toNumber(fraction(mantissa, power10(places)));
  return {
    coefs: Object.fromEntries([...coefs].map(([name, coef]) => [name, number(coef)])),
    operator,
    constant: number(constant),
  };
}

test.each([
  ["x + y == z", { x: 1, y: 1, z: -1 }, "==", 0],
  ["c - 0.6*t >= 0", { c: 1, t: -0.6 }, ">=", 0],
  ["2*y + 1 == z", { y: 2, z: -1 }, "==", -1],
  ["60 == y", { y: -1 }, "==", -60],
  ["x > 1", { x: 1 }, ">", 1],
  ["-x - -2 * (y - 3) <= 1e3", { x: -1, y: 2 }, "<=", 1006],
  ["x + x - 2*x + y < 4.50", { y: 1 }, "<", 4.5],
  ["t3.granted.total==t3.granted.naturalPerson", { "t3.granted.total": 1, "t3.granted.naturalPerson": -1 }, "==", 0],
  ["本年新收 + 上年结转 == 总计", { 本年新收: 1, 上年结转: 1, 总计: -1 }, "==", 0],
  ["0.1*x + 0.2*x == 0.3", { x: 0.3 }, "==", 0.3],
])("%s", (text, coefs, operator, constant) => {
  expect(plain(text)).toEqual({ coefs, operator, constant });
});

test.each([
  ["x + y", "operator", 5],
  ["x = y", "symbol", 2],
  ["x + == y", "operand", 4],
  ["x*y == 1", "notLinear", 1],
  ["x < y < z", "twoOperators", 6],
  ["(x + y == 1", "bracket", 7],
  ["x / 2 == 1", "symbol", 2],
  ["2 x == 1", "operator", 2],
  ["", "operand", 0],
  ["x == ", "operand", 5],
])("%p is refused with the place named", (text, problem, position) => {
  expect(() => parseRuleText(text)).toThrow(RuleTextError);
  try {
    parseRuleText(text);
  } catch (cause) {
    expect(cause).toMatchObject({ problem, position, text });
  }
});
