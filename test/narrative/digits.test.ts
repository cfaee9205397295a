import { amount, digits } from "../../src/core/narrative/digits";

const written = (value: number, unit: string, approx?: string): string => {
  const { before, number, behind } = amount(value, unit, approx);
  return before + number + behind;
};

test.each([
  [24252.311082, "24252.311082"],
  [20_000_000, "20000000"],
  [0.0000001, "0.0000001"],
  [-3, "-3"],
])("%d is written %s", (value, expected) => {
  expect(digits(value)).toBe(expected);
});

test.each([
  [6, "件", undefined, "6件"],
  [5300, "条", "余", "5300余条"],
  [18, "万条", "余", "18万余条"],
  [4, "万人次", "近", "近4万人次"],
  [50, "次", "超过", "超过50次"],
  [50, "次", "左右", "50次左右"],
  [81.6, "%", "约", "约81.6%"],
  [30, "次", "多", "30多次"],
])("%d %s %s is said as offices say it", (value, unit, approx, expected) => {
  expect(written(value, unit, approx)).toBe(expected);
});
