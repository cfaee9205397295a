import fc from "fast-check";

import type { Report } from "../../src/core/model/report";
import { narrate } from "../../src/core/narrative/narrate";
import type { Claim } from "../../src/core/narrative/narrative";
import { percentText, roundPercent, sharesOfWhole } from "../../src/core/narrative/percent";
import type { LooseFact } from "../../src/core/narrative/place-facts";
import { claimHolds } from "../../src/core/narrative/verify-claim";
import { nb2021 } from "../../src/templates/nb2021";
import { reportWith } from "./reports";

test.each([
  [66.66666666, 1, 66.7],
  [12.25, 1, 12.3],
  [1.005, 2, 1.01],
  [-58.35, 1, -58.4],
])("%d with %i decimals is %d", (value, places, expected) => {
  expect(roundPercent(value, places)).toBe(expected);
});

describe("the shares of one whole", () => {
  test.each<[string, readonly number[], readonly number[], number]>([
    ["with one decimal where they make 100", [1, 3], [25, 75], 1],
    [
      "with two where one decimal makes 100.1",
      [22, 1, 1, 4, 1, 4, 6, 8, 208],
      [8.63, 0.39, 0.39, 1.57, 0.39, 1.57, 2.35, 3.14, 81.57],
      2,
    ],
    ["by the largest remainder where neither does", [1, 1, 1], [33.4, 33.3, 33.3], 1],
    ["of a single part", [7], [100], 1],
    ["with a part of nothing", [0, 5], [0, 100], 1],
  ])("%s", (_, parts, shares, places) => {
    expect(sharesOfWhole(parts)).toEqual({ shares, places });
  });

  test("always make 100, are never off by as much as a step, and keep the order of the parts", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(whole > 0);
        const { shares, places } = sharesOfWhole(parts);
        const step = 10 ** -places;
        expect(shares.reduce((sum, share) => sum + Math.round(share / step), 0)).toBe(Math.round(100 / step));
        shares.forEach((share, index) => {
          const part = parts[index] ?? 0;
          expect(Math.abs(share - (100 * part) / whole)).toBeLessThan(step + 1e-9);
          shares.forEach((other, at) => {
            if (part > (parts[at] ?? 0)) expect(share).toBeGreaterThanOrEqual(other);
          });
        });
      }),
      { numRuns: 200 },
    );
  });

  test("are printed with the same number of decimals", () => {
    expect([percentText(30, 1), percentText(0.4, 1)]).toEqual(["30.0%", "0.4%"]);
  });
});

describe("in the text", () => {
  const withFacts = (disclosure: readonly LooseFact[], cells: Readonly<Record<string, number>> = {}): Report =>
    reportWith(nb2021, cells, { disclosure });
  const total = (value: number, more: Partial<LooseFact> = {}): LooseFact => ({
    id: "pub_total",
    label: "主动公开信息总数",
    value,
    unit: "条",
    ...more,
  });
  const asked: LooseFact = { id: "shares", text: "是" };
  const said = (report: Report, prior?: Report): { readonly text: string; readonly claims: readonly Claim[] } => {
    const paragraphs = narrate(nb2021, report, prior).sections.flatMap((section) => section.paragraphs);
    return paragraphs.find(({ rule }) => rule === "nb2021.s1.disclosure") ?? { text: "", claims: [] };
  };

  test("shares stand behind the categories where the clerk wants them, each with what it is computed from", () => {
    const report = withFacts([total(75, { parts: { 新闻信息: 68, 预算审计: 2, 领导简介: 5 } }), asked]);
    const { text, claims } = said(report);
    expect(text).toBe(
      "2021年，主动公开政府信息75条，其中新闻信息68条（占90.7%）、预算审计2条（占2.6%）、领导简介5条（占6.7%）。",
    );
    expect(claims.map(({ source }) => source)).toContain(
      "(100*disclosure.pub_total.parts.新闻信息)/(disclosure.pub_total.value)",
    );
  });

  test("there are none unless they are wanted, nor of a total that is not known exactly", () => {
    const parts = { 甲: 30, 乙: 70 };
    expect(said(withFacts([total(100, { parts })])).text).not.toContain("%");
    expect(said(withFacts([total(100, { parts }), { id: "shares", text: "否" }])).text).not.toContain("%");
    expect(said(withFacts([total(1000, { parts, approx: "余" }), asked])).text).toContain("其中甲30余条、乙70余条。");
  });

  test("what was printed with a figure stands behind it", () => {
    const category: LooseFact = { id: "c", label: "新闻类", value: 22, unit: "条", pct: 8.6 };
    expect(said(withFacts([total(255), category])).text).toBe(
      "2021年，主动公开政府信息255条，其中新闻类22条（占8.6%）。",
    );
    const other: LooseFact = { id: "wechat", label: "政务微信发布信息", value: 30, unit: "条", pct: 12 };
    expect(said(withFacts([other])).text).toBe("2021年，通过政务微信发布信息30条（12%）。");
  });

  test("growth is said where last year is known exactly, in number and percent", () => {
    const prior = withFacts([total(80)]);
    expect(said(withFacts([total(105)]), prior).text).toBe(
      "2021年，主动公开政府信息105条。主动公开政府信息数量比上年增加25条，增长31.3%。",
    );
    expect(said(withFacts([total(60)]), prior).text).toContain("比上年减少20条，下降25%。");
    expect(said(withFacts([total(80)]), prior).text).toContain("主动公开政府信息数量与上年持平。");
    expect(said(withFacts([total(5)]), withFacts([total(0)])).text).toContain("比上年增加5条。");
    expect(said(withFacts([total(5300, { approx: "余" })]), prior).text).not.toContain("上年");
    expect(said(withFacts([total(2, { unit: "万条" })]), prior).text).not.toContain("上年");
  });

  test("a percentage that its source does not give is no claim that holds", () => {
    const cells = { "t3.newReceived.total": 5, "t3.newReceived.naturalPerson": 5, "t3.carriedForward.total": 5 };
    const inputs = {
      template: nb2021,
      report: reportWith(nb2021, cells),
      prior: reportWith(nb2021, { "t3.newReceived.total": 3 }),
    };
    const source = "(100*t3.newReceived.total-100*prior.t3.newReceived.total)/(prior.t3.newReceived.total)";
    expect(claimHolds(inputs, { text: "66.7%", value: 66.7, source })).toBe(true);
    expect(claimHolds(inputs, { text: "66.6%", value: 66.6, source })).toBe(false);
    expect(claimHolds(inputs, { text: "67%", value: 67, source })).toBe(false);
    expect(claimHolds({ ...inputs, prior: undefined }, { text: "66.7%", value: 66.7, source })).toBe(false);
  });
});
