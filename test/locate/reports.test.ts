import { fills } from "../../src/core/locate/fills";
import { cellId, type CellId } from "../../src/core/model/cell";
import { isTotal } from "../../src/core/rules/expand";
import { suggestionMessage } from "../../src/messages/suggestion";
import { changed, errorsOf, located, published, withPrior, withTotals, type Base } from "./planted";

const slips = (base: Base) =>
  located(base).suggestions.filter(({ changes }) => changes.some(({ from }) => from !== null));
const words = (base: Base): readonly string[] => slips(base).map((found) => suggestionMessage(base.book, found));

describe("003 洪泽 2023", () => {
  const base = published("003-hongze-2023.json");

  test("the totals 11 and 5 are proposed first", () => {
    expect(slips(base).map(({ certain, changes }) => ({ certain, changes }))).toEqual([
      { certain: true, changes: [{ cell: "t4.cases.reviewTotal", from: 0, to: 11 }] },
      { certain: false, changes: [{ cell: "t4.cases.afterReviewTotal", from: 0, to: 5 }] },
      { certain: false, changes: [{ cell: "t4.cases.afterReviewUpheld", from: 5, to: 0 }] },
    ]);
    expect(words(base)[0]).toBe("“表四 · 行政复议 · 总计”仍为0，按各项之和应为11。改后消除1条强制。");
  });

  test("with them nothing is wrong", () => {
    const repaired = changed(base, [
      ["t4.cases.reviewTotal", 11],
      ["t4.cases.afterReviewTotal", 5],
    ]);
    expect(errorsOf(repaired)).toEqual([]);
  });
});

test("006 金湖 2023: the total of the suits without review is 3, for certain", () => {
  const base = published("006-jinhu-2023.json");
  expect(slips(base)).toMatchObject([
    { certain: true, changes: [{ cell: "t4.cases.directTotal", from: 0, to: 3 }], resolves: ["nb2021.t4.sumDir"] },
  ]);
});

test("011 平潭 2020: the six partial disclosures stand outside the total", () => {
  const base = published("011-pingtan-2020.json");
  expect(errorsOf(base).map(({ rule, left, right }) => [rule, left, right])).toEqual([
    ["nb2019.t3.resultSum[naturalPerson]", 26, 20],
    ["nb2019.t3.resultSum[total]", 27, 21],
  ]);
  const [first] = slips(base);
  expect(first).toMatchObject({
    certain: false,
    kind: "other",
    detail: "leftOut",
    changes: [
      { cell: "t3.partial.naturalPerson", from: 6, to: 0 },
      { cell: "t3.partial.total", from: 6, to: 0 },
    ],
    resolves: ["nb2019.t3.resultSum[naturalPerson]", "nb2019.t3.resultSum[total]"],
  });
  expect(words(base)[0]).toMatch(/部分公开.*（自然人6、总计6）没有算进总计，差额正好是这一行/u);
});

describe("008 上海 2019, whose zeros and totals are blank", () => {
  const base = published("008-shanghai-2019.json");
  const all = fills(base.book, base.report);
  // As derived by hand in the published test cases.
  const totals: Readonly<Record<string, number>> = {
    granted: 272,
    partial: 3,
    deniedStateSecret: 14,
    deniedLaw: 0,
    deniedSafety: 0,
    deniedThirdParty: 0,
    deniedInternal: 5,
    deniedProcess: 4,
    deniedEnforcement: 0,
    deniedQuery: 12,
    unableNotHeld: 265,
    unableCreate: 47,
    unableUnclear: 25,
    notProcessedPetition: 149,
    notProcessedRepeat: 9,
    notProcessedPublication: 0,
    notProcessedExcessive: 0,
    notProcessedReconfirm: 0,
    other: 0,
  };

  test("the 19 blank totals are proposed", () => {
    const proposed = all.filter(({ cell }) => cell.startsWith("t3.") && cell.endsWith(".total"));
    expect(Object.fromEntries(proposed.map(({ cell, value }) => [cell, value]))).toEqual(
      Object.fromEntries(Object.entries(totals).map(([row, value]) => [cellId("t3", row, "total"), value])),
    );
  });

  test("every other blank of 表三 follows too: none can be but 0", () => {
    const blanks = base.book.cells.filter((cell) => cell.startsWith("t3.") && base.report.values.get(cell) === null);
    const found = new Map(all.map((fill) => [fill.cell, fill]));
    for (const cell of blanks) {
      expect(found.get(cell)?.follows).toBe(true);
      if (!isTotal(base.book.template, cell)) expect(found.get(cell)?.value).toBe(0);
    }
  });

  test("no fill makes a rule fail, together or after 补合计 alone", () => {
    expect(errorsOf(withTotals(base))).toEqual([]);
    expect(
      errorsOf(
        changed(
          base,
          all.map(({ cell, value }) => [cell, value] as const),
        ),
      ),
    ).toEqual([]);
  });

  test("fills come last and name the rule that they follow from", () => {
    const { suggestions } = located(base);
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { kind, because, certain } of suggestions) {
      expect(["missing", "total"]).toContain(kind);
      expect(because).toHaveLength(1);
      expect(certain).toBe(true);
    }
  });
});

describe("what stands in single cells", () => {
  const base = published("012-pingtan-2021.json");
  const newPeople: CellId = "t3.newReceived.naturalPerson";

  test.each([
    [
      "a negative figure",
      -64,
      "sign",
      "“表三 · 一、本年新收政府信息公开申请数量 · 自然人”现为-64，应为64（正负号写反）。改后消除3条强制。",
    ],
    [
      "a text",
      "64件",
      "typo",
      "“表三 · 一、本年新收政府信息公开申请数量 · 自然人”现为“64件”，应为64（格中是文字，应填数字）。改后消除3条强制。",
    ],
    [
      "two digits exchanged",
      46,
      "transposed",
      "“表三 · 一、本年新收政府信息公开申请数量 · 自然人”现为46，应为64（相邻两位颠倒）。改后消除2条强制。",
    ],
    [
      "a zero too many",
      640,
      "typo",
      "“表三 · 一、本年新收政府信息公开申请数量 · 自然人”现为640，应为64（末尾多一个0）。改后消除2条强制。",
    ],
    [
      "a blank part",
      null,
      "missing",
      "“表三 · 一、本年新收政府信息公开申请数量 · 自然人”为空，应为64。改后消除2条强制、1条提示。",
    ],
  ])("%s in a balance is certain", (_, typed, kind, message) => {
    const wrong = changed(base, [[newPeople, typed]]);
    const [first] = located(wrong).suggestions;
    expect(first).toMatchObject({ certain: true, kind, changes: [{ cell: newPeople, from: typed, to: 64 }] });
    expect(first && suggestionMessage(wrong.book, first)).toBe(message);
  });

  test("outside the balances a wrong sign or a text is only likely", () => {
    const cell: CellId = "t2_5.licensing.decisions";
    for (const [typed, kind] of [
      [-64, "sign"],
      ["64件", "typo"],
    ] as const) {
      expect(slips(changed(base, [[cell, typed]]))).toMatchObject([
        { certain: false, kind, changes: [{ cell, to: 64 }] },
      ]);
    }
    expect(slips(changed(base, [[cell, "6至7件"]]))).toEqual([]);
    expect(slips(changed(base, [[cell, 1.5]]))).toEqual([]);
  });

  test("a text that says that something became less is a negative figure", () => {
    const early = published("010-pingtan-2019.json");
    const change: CellId = "t2_5.licensing.change";
    for (const [text, to] of [
      ["减4", -4],
      ["减少 12项", -12],
      ["增3", 3],
    ] as const) {
      expect(slips(changed(early, [[change, text]]))).toMatchObject([
        { certain: false, detail: "text", changes: [{ cell: change, from: text, to }] },
      ]);
    }
    // Where nothing can be negative it is not made so.
    expect(slips(changed(early, [["t2_5.licensing.decisions", "减4"]]))).toEqual([]);
  });

  test("last year's figure left standing is said to be one", () => {
    const prior = new Map<CellId, number>([[newPeople, 137]]);
    const wrong = changed(base, [[newPeople, 137]]);
    const [first] = located(withPrior(wrong, prior)).suggestions;
    expect(first).toMatchObject({ certain: true, kind: "other", detail: "lastYear", changes: [{ to: 64 }] });
  });

  test("a 核实 finding that a slip of the finger explains gets a suggestion, after those for 强制", () => {
    const value = base.report.values.get("t2_1.normative.inForce");
    const issued = base.report.values.get("t2_1.normative.issued");
    const repealed = base.report.values.get("t2_1.normative.repealed");
    if (typeof value !== "number" || typeof issued !== "number" || typeof repealed !== "number")
      throw new Error("blank");
    const prior = new Map<CellId, number>([["t2_1.normative.inForce", value - issued + repealed]]);
    const wrong = changed(base, [
      ["t2_1.normative.inForce", value * 10],
      [newPeople, 46],
    ]);
    const found = located(withPrior(wrong, prior)).suggestions;
    expect(found.slice(0, 2)).toMatchObject([
      { certain: true, changes: [{ cell: newPeople, to: 64 }] },
      {
        certain: false,
        kind: "typo",
        changes: [{ cell: "t2_1.normative.inForce", to: value }],
        resolves: ["nb2021.t2.validCross[normative]"],
      },
    ]);
  });
});

describe("beyond one slip", () => {
  const base = published("001-suqian-2023.json");
  const spoil = (count: number): Base =>
    changed(
      base,
      base.book.cells
        .filter((cell) => cell.startsWith("t3.") && cell.endsWith(".naturalPerson"))
        .slice(0, count)
        .map((cell, index) => [cell, 5000 + 37 * index] as const),
    );

  test("six wrong cells are still found, nine are said to be more than one slip", () => {
    expect(located(spoil(6)).suggestions[0]?.changes).toHaveLength(6);
    const { suggestions, unexplained } = located(spoil(9));
    expect(suggestions).toEqual([]);
    expect(unexplained).toMatchObject([{ reason: "many" }]);
    expect(unexplained[0]?.rules).toEqual(errorsOf(spoil(9)).map(({ rule }) => rule));
  });

  test("when the time is up it says so instead of guessing", () => {
    const { suggestions, unexplained } = located(spoil(4), () => true);
    expect(suggestions).toEqual([]);
    expect(unexplained).toMatchObject([{ reason: "late" }]);
  });
});
