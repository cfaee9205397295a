import { nb2021 } from "../../templates/nb2021";
import type { CellId, CellValue } from "../model/cell";
import { emptyReport } from "../model/report";
import { bindRules } from "../rules/expand";
import { fills } from "./fills";

const book = bindRules(nb2021);
const filled = (values: Record<string, CellValue>): Record<string, string> =>
  Object.fromEntries(
    fills(book, {
      ...emptyReport("nb2021", "某某局", 2025),
      values: new Map(Object.entries(values) as [CellId, CellValue][]),
    }).map(({ cell, value, because, follows }) => [cell, `${String(value)}${follows ? "" : "?"} ${because.join(" ")}`]),
  );
const upheld = { "t4.cases.reviewUpheld": 4, "t4.cases.reviewCorrected": 1 };

test("the last unknown of a balance follows from it", () => {
  expect(filled({ ...upheld, "t4.cases.reviewOther": 0, "t4.cases.reviewTotal": 7 })).toEqual({
    "t4.cases.reviewPending": "2 nb2021.t4.sumRev",
  });
});

test("parts beside a sum that is reached are 0", () => {
  expect(filled({ ...upheld, "t4.cases.reviewTotal": 5 })).toEqual({
    "t4.cases.reviewOther": "0 nb2021.t4.sumRev",
    "t4.cases.reviewPending": "0 nb2021.t4.sumRev",
  });
});

test("a total is proposed over blank parts, but nothing is concluded from it for the parts", () => {
  expect(filled(upheld)).toEqual({ "t4.cases.reviewTotal": "5? nb2021.t4.sumRev" });
  // A row in which nothing is given adds nothing to the sum of sums.
  expect(filled({ "t3.granted.research": 4 })).toEqual({
    "t3.granted.total": "4? nb2021.t3.rowSum[granted]",
    "t3.totalHandled.research": "4? nb2021.t3.resultSum[research]",
    "t3.totalHandled.total": "4? nb2021.t3.resultSum[total]",
  });
});

test("a sum of sums waits for a row that is begun and cannot be added up", () => {
  const found = filled({ "t3.granted.research": 4, "t3.partial.research": 1, "t3.partial.enterprise": "若干" });
  expect(found["t3.granted.total"]).toBe("4? nb2021.t3.rowSum[granted]");
  expect(found["t3.partial.total"]).toBeUndefined();
  expect(found["t3.totalHandled.total"]).toBeUndefined();
});

test("what follows in one balance is used in the next", () => {
  const found = filled({
    "t3.newReceived.research": 9,
    "t3.carriedOver.research": 0,
    "t3.granted.research": 4,
    "t3.carriedForward.research": 5,
  });
  expect(found).toMatchObject({
    "t3.totalHandled.research": "4 nb2021.t3.balance[research]",
    "t3.partial.research": "0 nb2021.t3.resultSum[research]",
  });
});

test("a total is not proposed where it would make a balance fail", () => {
  // 9 received, 4 granted, and no word yet of those carried forward.
  const values = { "t3.newReceived.research": 9, "t3.carriedOver.research": 0, "t3.granted.research": 4 };
  expect(filled(values)["t3.totalHandled.research"]).toBeUndefined();
});

test.each<[string, Record<string, CellValue>]>([
  ["would have to be negative", { ...upheld, "t4.cases.reviewOther": 0, "t4.cases.reviewTotal": 4 }],
  ["would have to be a fraction", { ...upheld, "t4.cases.reviewOther": 0, "t4.cases.reviewTotal": 7.5 }],
  ["stands beside a text", { ...upheld, "t4.cases.reviewOther": "若干", "t4.cases.reviewTotal": 9 }],
  ["is one of several unknowns", { "t4.cases.reviewUpheld": 4, "t4.cases.reviewTotal": 9 }],
  ["has nothing to follow from", {}],
])("a blank that %s stays open", (_, values) => {
  expect(filled(values)).toEqual({});
});

test("a stroke is a blank; a full form has nothing to fill", () => {
  expect(
    filled({ ...upheld, "t4.cases.reviewOther": "/", "t4.cases.reviewPending": "-", "t4.cases.reviewTotal": 5 }),
  ).toEqual({
    "t4.cases.reviewOther": "0 nb2021.t4.sumRev",
    "t4.cases.reviewPending": "0 nb2021.t4.sumRev",
  });
  expect(filled(Object.fromEntries(book.cells.map((cell) => [cell, 0])))).toEqual({});
});
