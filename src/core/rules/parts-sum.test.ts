import type { Fact, Facts } from "../model/facts";
import { emptyReport } from "../model/report";
import { findingMessage, placeName } from "../../messages/finding";
import { nb2021 } from "../../templates/nb2021";
import { evaluate, findingsOf } from "./evaluate";
import { bindRules, ruleOf } from "./expand";
import { partsState } from "./parts-sum";

const book = bindRules(nb2021);
const rule = ruleOf(book, "nb2021.facts.partsSum");
if (rule === undefined) throw new Error("no rule");
const report = emptyReport("nb2021", "某某局", 2026);
const wechat: Fact = {
  id: "wechat",
  label: "政务微信发布信息",
  value: 263,
  unit: "条",
  parts: { 动态: 137, 通知: 125 },
};

function ask(facts: Facts): ReturnType<typeof evaluate> {
  if (rule === undefined) throw new Error("no rule");
  return evaluate(rule, { ...report, facts });
}

test("categories that do not add up to their total are 强制, with both sums and where they stand", () => {
  const verdict = ask({ disclosure: [wechat] });
  const [finding] = findingsOf(verdict);
  expect(finding).toMatchObject({
    rule: "nb2021.facts.partsSum[wechat]",
    severity: "error",
    cells: ["disclosure.wechat.value", "disclosure.wechat.parts.通知", "disclosure.wechat.parts.动态"],
    left: 262,
    right: 263,
    difference: -1,
  });
  if (finding === undefined) return;
  expect(placeName(book, finding)).toBe("正文要素 · 政务微信发布信息");
  expect(findingMessage(book, finding)).toBe(
    "正文要素“政务微信发布信息”的各分项之和应等于总数。各项之和为262，总计为263，总计比各项之和多1。",
  );
});

test("every fact is judged by itself, also one that no field of the form knows", () => {
  const own: Fact = { id: "own1", label: "短视频", value: 5, unit: "条", parts: [2, 2] };
  const right: Fact = { ...wechat, id: "pub_site", parts: { 动态: 263 } };
  expect(findingsOf(ask({ disclosure: [wechat, right], other: [own] })).map(({ rule: id }) => id)).toEqual([
    "nb2021.facts.partsSum[wechat]",
    "nb2021.facts.partsSum[own1]",
  ]);
  expect(ask({ disclosure: [right] }).state).toBe("passed");
});

test("without categories there is nothing to ask, with a blank total nothing to tell", () => {
  expect(ask({ disclosure: [{ ...wechat, parts: {} }] }).state).toBe("notAsked");
  expect(ask({ disclosure: [{ ...wechat, value: null }] }).state).toBe("undecided");
});

test.each([
  ["余", 5300, 5300, "open"],
  ["余", 5300, 5399, "open"],
  ["余", 5300, 5400, "differ"],
  ["余", 980, 900, "open"],
  ["近", 5300, 5290, "open"],
  ["近", 5300, 5301, "differ"],
  ["约", 5300, 9000, "open"],
  ["超过", 50, 80, "open"],
  ["", 5300, 5299, "differ"],
  ["", 5300, 5300, "agree"],
] as const)("of “%s” %d with categories of %d: %s", (approx, value, sum, state) => {
  expect(partsState({ value, approx, parts: [sum - 1, 1] })).toBe(state);
});
