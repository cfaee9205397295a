import { add, ceil, decimalOf, divide, floor, fraction, multiply, narrow, scaled, subtract, toNumber } from "./exact";
import { hasWholeSolution } from "./lattice";

test.each([
  ["12", 12n, 0],
  ["-0.6", -6n, 1],
  ["24252.311082", 24_252_311_082n, 6],
  ["1e-7", 1n, 7],
  ["1.5e+21", 1_500_000_000_000_000_000_000n, 0],
  ["-.5", -5n, 1],
])("%s is read by its digits", (text, mantissa, places) => {
  expect(decimalOf(text)).toEqual({ mantissa, places });
});

test("fractions are exact and in lowest terms", () => {
  expect(add(fraction(1n, 3n), fraction(1n, 6n))).toEqual({ n: 1n, d: 2n });
  expect(subtract(fraction(1n, 2n), fraction(1n, 2n))).toEqual({ n: 0n, d: 1n });
  expect(multiply(fraction(2n, 3n), fraction(3n, 4n))).toEqual({ n: 1n, d: 2n });
  expect(divide(fraction(1n, 2n), fraction(-1n, 4n))).toEqual({ n: -2n, d: 1n });
  expect([floor(fraction(-7n, 2n)), ceil(fraction(-7n, 2n)), floor(fraction(7n, 2n)), ceil(fraction(4n))]).toEqual([
    -4n,
    -3n,
    3n,
    4n,
  ]);
});

test("numbers come back as they were written", () => {
  for (const text of ["24252.311082", "0.1", "-0.05", "999999999999.999", "11398889"]) {
    const { mantissa, places } = decimalOf(text);
    expect(String(toNumber(fraction(mantissa, 10n ** BigInt(places))))).toBe(text);
  }
  expect(toNumber(fraction(1n, 3n))).toBeCloseTo(1 / 3, 15);
  expect(scaled(decimalOf("1.5"), 3)).toBe(1500n);
});

test("integers are doubles only while that is exact", () => {
  expect(narrow(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
  expect(narrow(2n ** 53n)).toBe(2n ** 53n);
});

test.each([
  [[[2n, -2n]], [1n], false],
  [[[2n, -2n]], [4n], true],
  [[[6n, 10n, 15n]], [1n], true],
  [
    [
      [3n, 6n],
      [1n, 1n],
    ],
    [3n, 5n],
    true,
  ],
  [
    [
      [1n, 1n],
      [1n, -1n],
    ],
    [1n, 0n],
    false,
  ],
  [
    [
      [1n, 1n],
      [2n, 2n],
    ],
    [1n, 3n],
    false,
  ],
  [[[0n, 0n]], [0n], true],
])("whole solutions of %p = %p: %p", (coefs, constants, possible) => {
  const equations = coefs.map((row, index) => ({ coefs: row, constant: constants[index] ?? 0n }));
  expect(hasWholeSolution(equations)).toBe(possible);
});
