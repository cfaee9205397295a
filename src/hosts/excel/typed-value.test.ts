import { typedValue } from "./typed-value";

test.each<[string, string]>([
  ["a formula", "=1+1"],
  ["a stroke, which Excel would read as the begin of one", "-"],
  ["a date", "2027-01-12"],
  ["a number", "12"],
  ["a text with a number in front", "5件"],
  ["a truth value", "TRUE"],
  ["an apostrophe, which Excel would take away", "'是'"],
])("%s stays a text", (_, text) => {
  expect(typedValue(text)).toBe(`'${text}`);
});

test("figures, blanks and plain words are given as they are", () => {
  for (const value of [5, "", true, "机构改革划入2件", "/"]) expect(typedValue(value)).toBe(value);
});
