import { processingFee } from "./processing-fee";

// Charges that offices have published, see the docstring of the module for the scale.
test.each([
  ["pages", 30, 0],
  ["pages", 44, 140],
  ["pages", 57, 270],
  ["pages", 68, 380],
  ["pages", 72, 420],
  ["pages", 109, 880],
  ["pages", 119, 1080],
  ["pages", 201, 2740],
  ["items", 10, 0],
  ["items", 15, 500],
  ["items", 16, 600],
  ["items", 25, 1500],
  ["items", 31, 2200],
  ["items", 41, 4300],
] as const)("%s: %i cost %i yuan", (mode, count, amount) => {
  expect(processingFee(mode, count).amount).toBe(amount);
});

test("the steps show how many units were charged at which price", () => {
  expect(processingFee("items", 45)).toEqual({
    amount: 2000 + 2000 + 1500,
    steps: [
      { from: 1, to: 10, count: 10, price: 0, amount: 0 },
      { from: 11, to: 30, count: 20, price: 100, amount: 2000 },
      { from: 31, to: 40, count: 10, price: 200, amount: 2000 },
      { from: 41, to: 45, count: 5, price: 300, amount: 1500 },
    ],
  });
});

test("nothing asked for costs nothing", () => {
  expect(processingFee("pages", 0)).toEqual({ amount: 0, steps: [] });
});

test("a count that is negative or no whole number is refused", () => {
  expect(() => processingFee("pages", -1)).toThrow(RangeError);
  expect(() => processingFee("pages", 2.5)).toThrow(RangeError);
});
