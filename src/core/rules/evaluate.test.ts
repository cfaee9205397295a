import { nb2021 } from "../../templates/nb2021";
import type { CellId, CellValue } from "../model/cell";
import { cellsOf } from "../model/template";
import { checkAll, outcome, recheck, summarize } from "./check";
import type { Subject } from "./evaluate";
import { bindRules } from "./expand";

const book = bindRules(nb2021);

function subject(values: Record<string, CellValue>, rest: Partial<Subject> = {}): Subject {
  return {
    values: new Map(Object.entries(values) as [CellId, CellValue][]),
    year: 2025,
    unitType: "department",
    rulemaking: false,
    zeroReport: null,
    ...rest,
  };
}

const zeros = Object.fromEntries(cellsOf(nb2021).map((cell) => [cell, 0]));
const result = (found: Subject) => summarize(book, checkAll(book, found));
const broken = (found: Subject) => result(found).findings.map(({ rule }) => rule);

test("a form of zeros breaks nothing but asks for the tick of a zero report", () => {
  expect(broken(subject(zeros))).toEqual(["nb2021.zeroReport"]);
  expect(broken(subject(zeros, { zeroReport: { by: "王某", at: "2026-01-12" } }))).toEqual([]);
});

test("an untouched form is an error, even when only strokes were written", () => {
  const strokes = Object.fromEntries(cellsOf(nb2021).map((cell) => [cell, "/"]));
  for (const values of [{}, strokes]) {
    expect(result(subject(values)).findings.filter(({ severity }) => severity === "error")).toMatchObject([
      { rule: "nb2021.untouched" },
    ]);
  }
});

test("one wrong figure breaks its row and its column, with both sums", () => {
  const { findings } = result(subject({ ...zeros, "t3.granted.enterprise": 1 }));
  expect(findings.map(({ rule, left, right, difference }) => ({ rule, left, right, difference }))).toEqual([
    { rule: "nb2021.t3.resultSum[enterprise]", left: 1, right: 0, difference: 1 },
    { rule: "nb2021.t3.rowSum[granted]", left: 1, right: 0, difference: 1 },
  ]);
});

test("a blank part counts as 0", () => {
  const values = { ...zeros, "t3.granted.enterprise": null, "t3.granted.naturalPerson": 2, "t3.granted.total": 2 };
  expect(broken(subject(values))).not.toContain("nb2021.t3.rowSum[granted]");
});

test.each([
  ["a blank total", { "t3.granted.total": null, "t3.granted.enterprise": 3 }, "nb2021.t3.rowSum[granted]"],
  ["a blank （七）总计", { "t3.totalHandled.other": null, "t3.granted.other": 3 }, "nb2021.t3.resultSum[other]"],
  [
    "a side on which nothing stands",
    {
      "t4.cases.reviewUpheld": null,
      "t4.cases.reviewCorrected": "/",
      "t4.cases.reviewOther": null,
      "t4.cases.reviewPending": "",
      "t4.cases.reviewTotal": 4,
    },
    "nb2021.t4.sumRev",
  ],
])("%s leaves a balance open", (_, changes, rule) => {
  expect(result(subject({ ...zeros, ...changes })).undecided).toContain(rule);
});

test.each<[string, CellValue, boolean]>([
  ["a negative", -1, true],
  ["a fraction", 1.5, true],
  ["a text", "5件", true],
  ["a stroke", "/", false],
  ["a figure", 5, false],
])("%s in a count cell", (_, value, isError) => {
  const rule = "nb2021.t2.domainInt[licensing.decisions]";
  expect(broken(subject({ ...zeros, "t2_5.licensing.decisions": value })).includes(rule)).toBe(isError);
});

test("a text leaves a comparison open", () => {
  const values = { ...zeros, "t2_1.normative.inForce": "待定" };
  expect(result(subject(values)).undecided).toContain("nb2021.t2.validMin[normative]");
});

test("without last year's report the cross-year rules cannot be told; with it they can", () => {
  const rule = "nb2021.t3.carryCross[total]";
  expect(result(subject(zeros)).undecided).toContain(rule);
  const prior = new Map<CellId, CellValue>([["t3.carriedForward.total", 3]]);
  expect(broken(subject(zeros, { prior }))).toContain(rule);
});

test("a rule that depends on the unit's powers cannot be told while they are unknown", () => {
  const values = { ...zeros, "t2_1.regulation.inForce": 6 };
  const rule = "nb2021.t2.rulePower";
  expect(result(subject(values, { rulemaking: null })).undecided).toContain(rule);
  expect(broken(subject(values, { rulemaking: false }))).toContain(rule);
  expect(broken(subject(values, { rulemaking: true }))).not.toContain(rule);
  expect(broken(subject(values, { rulemaking: null, unitType: "township" }))).toContain(rule);
});

test("a condition that does not hold settles the rule", () => {
  const values = {
    ...zeros,
    "t3.newReceived.total": 4,
    "t3.newReceived.other": 4,
    "t4.cases.reviewTotal": 1,
    "t4.cases.reviewUpheld": 1,
  };
  expect(broken(subject(values))).not.toContain("nb2021.t4.noRequests");
  expect(broken(subject({ ...zeros, "t4.cases.reviewTotal": 1, "t4.cases.reviewUpheld": 1 }))).toContain(
    "nb2021.t4.noRequests",
  );
});

test("amounts with many decimals are compared without binary noise", () => {
  const values = { ...zeros, "t2_8.fee.amount": 24252.311082 };
  expect(broken(subject(values))).toContain("nb2021.t2.feeDecimals[fee.amount]");
  expect(broken(subject({ ...zeros, "t2_8.fee.amount": 0.3 - 0.1 }))).toContain("nb2021.t2.feeDecimals[fee.amount]");
  expect(broken(subject({ ...zeros, "t2_8.fee.amount": 1932.583 }))).not.toContain("nb2021.t2.feeDecimals[fee.amount]");
});

test("re-checking the touched rules gives the same answer as checking everything", () => {
  const before = subject(zeros);
  const after = subject({ ...zeros, "t3.granted.other": 7 });
  expect(recheck(book, checkAll(book, before), after, ["t3.granted.other"])).toEqual(checkAll(book, after));
});

test("a reason counts as long as the figures stay what they were", () => {
  const found = subject({ ...zeros, "t4.cases.reviewTotal": 1, "t4.cases.reviewUpheld": 1 });
  const { findings } = result(found);
  const reason = { text: "以前年度申请引发", left: 1, right: 0, by: "王某", at: "2026-01-12" };
  expect(outcome(findings, {})).toBe("explain");
  expect(outcome(findings, { "nb2021.t4.noRequests": reason })).toBe("pass");
  expect(outcome(findings, { "nb2021.t4.noRequests": { ...reason, left: 2 } })).toBe("explain");
});
