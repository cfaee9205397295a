import { atMost, carryCheck, fee, flowCheck, rowCheck, share, sumCheck } from "./check-functions";

describe("ROWCHECK and SUMCHECK", () => {
  test.each([
    ["parts that add up", [[1, 5, 0]], [[6]], "√"],
    ["parts that exceed the total", [[1, 5, 2]], [[6]], "差 +2"],
    ["parts that fall short", [[1, 4]], [[6]], "差 -1"],
    ["a block over several rows", [[1, 2], [3]], [[6]], "√"],
    ["a single value instead of a block", 6, 6, "√"],
    ["blank parts, which count as 0", [["", null, undefined, 6]], [[6]], "√"],
    ["parts that are all blank against a total", [["", ""]], [[5]], "差 -5"],
    ["a blank total", [[1, 2]], [[""]], ""],
    ["nothing at all", [["", ""]], [[null]], ""],
    ["texts and truth values, which are blanks", [["/", true, 2]], [[2]], "√"],
    ["a text for a total, which is a blank", [[2]], [["六"]], ""],
    ["zeros, which are figures", [[0, 0]], [[0]], "√"],
    ["decimals free of binary noise", [[0.1, 0.2]], [[0.3]], "√"],
    ["a difference of six decimals", [[24252.311082]], [[24252.311081]], "差 +0.000001"],
    ["a number that carries its format", [[{ type: "FormattedNumber", basicValue: 6 }]], [[6]], "√"],
    ["a cell in error, which is never √", [[new Error("#REF!"), 6]], [[6]], ""],
    ["figures that are no numbers", [[NaN]], [[0]], ""],
  ])("%s", (_, parts, total, expected) => {
    expect(rowCheck(parts, total)).toBe(expected);
    expect(sumCheck(parts, total)).toBe(expected);
  });
});

describe("FLOWCHECK", () => {
  test.each([
    ["a balanced column", [5, 1, 6, 0], "√"],
    ["one more received than handled", [5, 1, 5, 0], "差 +1"],
    ["one more handled than received", [5, 0, 5, 1], "差 -1"],
    ["blanks beside the total", [6, "", 6, ""], "√"],
    ["a blank total of what was handled", [6, 0, "", 6], ""],
  ])("%s", (_, [received, over, handled, forward], expected) => {
    expect(flowCheck([[received]], [[over]], [[handled]], [[forward]])).toBe(expected);
  });
});

describe("ATMOST", () => {
  test.each([
    ["a part below the whole", 3, 4, "√"],
    ["a part that is the whole", 4, 4, "√"],
    ["a part above the whole", 6, 4, "差 +2"],
    ["a blank part, which counts as 0", "", 4, "√"],
    ["a blank whole", 4, "", ""],
  ])("%s", (_, part, whole, expected) => {
    expect(atMost([[part]], [[whole]])).toBe(expected);
  });
});

describe("CARRYCHECK", () => {
  test.each([
    ["equal figures", 2, 2, "√"],
    ["more than last year left", 5, 3, "差 +2"],
    ["fewer than last year left", 0, 1, "差 -1"],
    ["a blank this year", "", 1, ""],
    ["no report of last year", 1, "/", ""],
  ])("%s", (_, thisYear, lastYear, expected) => {
    expect(carryCheck([[thisYear]], [[lastYear]])).toBe(expected);
  });
});

describe("SHARE", () => {
  test.each([
    [1, 3, undefined, "33.3%"],
    [2, 3, [[0]], "67%"],
    [1, 8, null, "12.5%"],
    [29, 200, 0, "15%"], // 14.5 % exactly: half goes up
    [0.145, 1, 0, "15%"],
    [1, 3, 2, "33.33%"],
    [1, 3, 99, "33.3333333333%"],
    [5, 4, 1, "125.0%"],
    [-1, 3, 1, "-33.3%"],
    [-1, 100000, 1, "0.0%"],
    ["", 4, 1, "0.0%"],
    [1, 0, 1, ""],
    [1, "", 1, ""],
    [1, new Error("#REF!"), 1, ""],
  ])("SHARE(%p, %p, %p) is %p", (part, whole, digits, expected) => {
    expect(share(part, whole, digits)).toBe(expected);
  });
});

describe("FEE", () => {
  test.each([
    [15, "items", 500],
    [15, "件", 500],
    [44, "页", 140],
    [44, "Pages", 140],
    [0, "pages", 0],
    ["", "pages", ""],
    ["若干", "pages", ""],
    [3, "", ""],
    [3, null, ""],
    [-1, "pages", "count"],
    [1.5, "pages", "count"],
    [3, "份", "mode"],
    [3, 1, "mode"],
  ])("FEE(%p, %p) is %p", (count, mode, expected) => {
    expect(fee([[count]], [[mode]])).toBe(expected);
  });
});
