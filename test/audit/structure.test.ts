import { auditText, type TextReport } from "../../src/app/audit-text";
import type { Report } from "../../src/core/model/report";
import { nb2021 } from "../../src/templates/nb2021";
import { tj2017 } from "../../src/templates/tj2017";
import { reportWith } from "../narrative/reports";

const year = 2024;
const sound = `某某局2024年政府信息公开工作年度报告
本报告所列数据统计期限为2024年1月1日至2024年12月31日。
一、总体情况
（一）主动公开。通过门户网站公开政府信息。
（二）依申请公开。全年收到政府信息公开申请6件。
（三）政府信息管理。落实公文公开属性源头认定。
（四）政府信息公开平台建设。维护政府信息公开专栏。
（五）监督保障。开展政务公开培训。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
主要问题是解读形式单一。下一步丰富图解形式。
六、其他需要报告的事项
按照规定收取信息处理费0元。
`;

function report(values: Readonly<Record<string, number>> = {}, more: Partial<Report> = {}): Report {
  const given = { "t3.newReceived.naturalPerson": 6, "t3.newReceived.total": 6, ...values };
  return { ...reportWith(nb2021, given), year, unitType: "department", ...more };
}

function checked(text: string, subject = report(), priorText?: string): TextReport {
  return auditText({ template: nb2021, report: subject, priorText }, text);
}

const broken = (answer: TextReport): readonly string[] =>
  answer.findings.map(({ rule }) => rule.replace("nb2021.", ""));

test("a text as it should be breaks no rule, and tells which were held", () => {
  const answer = checked(sound);
  expect(broken(answer)).toEqual([]);
  for (const rule of ["sections", "title", "period", "staleYear", "s1aspects", "s5both", "s1length", "applications"])
    expect(answer.passed).toContain(`nb2021.narr.${rule}`);
  expect(answer.undecided).toContain("nb2021.narr.repeat");
});

describe("one thing wrong is one finding that names it", () => {
  test.each<[string, string, string, string, string]>([
    ["a section is missing", "六、其他需要报告的事项\n", "", "narr.sections", "六、其他需要报告的事项"],
    [
      "a section too many",
      "按照规定收取信息处理费0元。",
      "按照规定收取信息处理费0元。\n七、附件",
      "narr.sections",
      "七、附件",
    ],
    ["a title without its words", "年政府信息公开工作年度报告\n", "年度信息公开报告\n", "narr.title", "单位名称"],
    ["another period", "2024年1月1日至2024", "2023年12月1日至2024", "narr.period", "2023年12月1日"],
    ["an aspect is missing", "（五）监督保障。开展政务公开培训。\n", "", "narr.s1aspects", "缺：监督保障。"],
    ["problems without measures", "下一步丰富图解形式。", "", "narr.s5both", "第五部分"],
    ["last year's sentence", "（一）主动公开。通过", "（一）主动公开。2023年，我局通过", "narr.staleYear", "2023年"],
    ["far too long", "公开政府信息。\n", `公开政府信息。${"推进公开工作。".repeat(150)}\n`, "narr.s1length", "字"],
    ["figures that are not the table's", "申请6件", "申请9件", "narr.applications", "9件"],
    [
      "denied though it is there",
      "全年收到政府信息公开申请6件",
      "未收到政府信息公开申请",
      "narr.noApplications",
      "6件",
    ],
  ])("%s", (_, from, to, rule, words) => {
    const text = sound.replace(from, to);
    expect(text).not.toBe(sound);
    const answer = checked(text);
    expect(broken(answer)).toEqual([rule]);
    expect(answer.findings[0]?.message).toContain(words);
    expect(answer.passed).not.toContain(`nb2021.${rule}`);
  });
});

test("of a section with a gap nothing is said: the gap is shown as such", () => {
  const text = sound.replace("主要问题是解读形式单一。下一步丰富图解形式。", "【待填：存在的主要问题】");
  const answer = checked(text);
  expect(broken(answer)).toEqual([]);
  expect(answer.undecided).toContain("nb2021.narr.s5both");
});

test("the place of a finding is where it stands in the text", () => {
  const text = sound.replace("（一）主动公开。通过", "（一）主动公开。2023年，我局通过");
  const [finding] = checked(text).findings;
  expect(finding?.quote).toContain("2023年，我局");
  expect(text.slice(finding?.offset ?? 0)).toMatch(/^[^\n]*2023年，我局/u);
});

test("a government's report must also say what supervision found; of an unknown unit it is not asked", () => {
  expect(broken(checked(sound, report({}, { unitType: "government" })))).toEqual(["narr.s1accountability"]);
  expect(broken(checked(sound, report({}, { unitType: null })))).toEqual([]);
});

test("fees that were not paid must be told of, and be covered by the form", () => {
  const unpaid = { "t3.otherNoFee.naturalPerson": 1, "t3.otherNoFee.total": 1 };
  const silent = sound.replace("按照规定收取信息处理费0元。", "没有其他需要报告的事项。");
  expect(broken(checked(sound, report(unpaid)))).toEqual([]);
  expect(broken(checked(silent, report(unpaid)))).toContain("x.nopayFee");
  const charged = sound.replace("信息处理费0元", "信息处理费420元");
  expect(broken(checked(charged))).toContain("x.feeInTable2");
  expect(broken(checked(charged, report({ "t2_8.fee.amount": 0.042 })))).not.toContain("x.feeInTable2");
});

describe("last year's words", () => {
  test("taken over word for word are found, however the figures changed", () => {
    const last = sound.replaceAll("2024", "2023").replace("6件", "11件");
    expect(broken(checked(sound, report(), last))).toEqual(["narr.repeat", "narr.repeat"]);
    expect(checked(sound, report(), last).findings[0]).toMatchObject({ left: 100, right: 80 });
  });

  test("written anew they pass", () => {
    const last = sound
      .replaceAll("2024", "2023")
      .replace(/（一）主动公开[\s\S]*二、/u, "（一）主动公开。全年围绕群众关心的事发布消息，重点是惠民政策。\n二、")
      .replace("主要问题是解读形式单一。下一步丰富图解形式。", "还存在答复不够规范的情况，将请法律顾问把关并改进。");
    const answer = checked(sound, report(), last);
    expect(broken(answer)).toEqual([]);
    expect(answer.passed).toContain("nb2021.narr.repeat");
  });
});

test("an excerpt without its first section is not said to lack the others", () => {
  const answer = checked("2024年有1件政府信息公开申请案件收取信息处理费380元。");
  expect(broken(answer)).toEqual([]);
  expect(answer.undecided).toContain("nb2021.narr.sections");
});

test("a name below the old form that is another unit's is found", () => {
  const subject = { ...reportWith(tj2017, {}), year: 2017, unit: "某某局" };
  const ask = (footer: Readonly<Record<string, string>>): readonly string[] =>
    auditText({ template: tj2017, report: { ...subject, footer } }, "一、公文类信息主动公开情况").findings.map(
      ({ rule }) => rule,
    );
  expect(ask({ 填表单位: "另一个局" })).toEqual(["tj2017.unitName"]);
  expect(ask({ 填表单位: "某某局" })).toEqual([]);
});
