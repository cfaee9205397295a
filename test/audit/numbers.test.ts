import { condense } from "../../src/core/audit/condense";
import { chineseNumber } from "../../src/core/audit/numeral";
import { fits, scanQuantities, type Quantity } from "../../src/core/audit/quantity";

const found = (text: string): readonly string[] =>
  scanQuantities(condense(text).text).map(({ value, unit, approx }) => `${approx?.word ?? ""}${String(value)}${unit}`);

function only(text: string): Quantity {
  const [quantity, another] = scanQuantities(condense(text).text);
  if (quantity === undefined || another !== undefined) throw new Error(`${text} should have one number`);
  return quantity;
}

test.each([
  ["二十三", 23],
  ["十", 10],
  ["两千三百", 2300],
  ["一万二千", 12_000],
  ["三千五百一十一", 3511],
  ["一百零五", 105],
  ["二〇二三", 2023],
  ["千", 1000],
  ["一亿二千万", 120_000_000],
  ["二三十件", undefined],
  ["", undefined],
])("%s is %s", (text, value) => {
  expect(chineseNumber(text)).toBe(value);
});

describe("numbers in any spelling", () => {
  test.each([
    ["收到申请1234件", "1234件"],
    ["收到申请1,234件", "1234件"],
    ["收到申请1，234件", "1234件"],
    ["收到申请１２３４件", "1234件"],
    ["收到申请 12 件", "12件"],
    ["收到申请二十三件", "23件"],
    ["公开信息18万余条", "余180000条"],
    ["公开信息5300余条", "余5300条"],
    ["公开信息10余万条", "余100000条"],
    ["发送消息千余条", "余1000条"],
    ["参与近4万人次", "近40000人次"],
    ["培训超过50次", "超过50次"],
    ["组织培训50次左右", "左右50次"],
    ["约占81.6%", "约81.6%"],
    ["占３３．９％", "33.9%"],
    ["百分之八十", "80%"],
    ["奖励1199.79万元", "1199.79万元"],
    ["收费5.92亿元", "5.92亿元"],
    ["涉及3000余人/次", "余3000人/次"],
    ["三批次漏洞", "3批次"],
    ["提高2.5个百分点", "2.5个百分点"],
  ])("%s", (text, number) => {
    expect(found(text)).toEqual([number]);
  });

  test("a comma between two numbers does not join them", () => {
    expect(found("维持2，纠正3件")).toEqual(["3件"]);
  });

  test("lines that a printer broke are one text", () => {
    const wrapped = Array.from(
      { length: 8 },
      () => "全市政府信息公开工作坚持以公开为常态、不公开为例外的原则，依",
    ).join("\n");
    expect(found(`${wrapped}\n法规范、及时准确、方便群众查阅获取的要求，主动公开信息12\n34条。`)).toEqual(["1234条"]);
  });
});

describe("what is no statistic", () => {
  test.each([
    "闽财非税函〔2021〕1号",
    "丰政办发[2017]121号",
    "国令第711号",
    "2023年1月1日起至2023年12月31日止",
    "《关于2023年5件实事的通知》",
    "条例第三十六条第（四）项",
    "第六期培训班",
    "一、总体情况",
    "（三）政府信息管理",
    "1.主动公开情况",
    "电话：0517-87222589，邮编：223100",
    "洪泽湖大道90号",
    "“12345民声在线”",
    "“1+X”新闻发布会",
    "“三个一”工作机制",
    "三审三校",
    "第一时间登记",
    "进一步提升",
    "连续12个季度",
    "20个工作日内答复",
    "统一部署、一次性告知",
    "无一例失密事件",
    "抓好以下三项工作",
    "8部门联合",
    "20条款",
  ])("%s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("a figure may be written as", () => {
  test.each([
    ["5300余条", 5342, true],
    ["5300余条", 5400, false],
    ["5300余条", 5299, false],
    ["近4万人次", 39_120, true],
    ["近4万人次", 40_500, false],
    ["约80件", 82, true],
    ["约80件", 95, false],
    ["超过50次", 63, true],
    ["超过50次", 49, false],
    ["不足50次", 49, true],
    ["34.2%", 34.16, true],
    ["33.9%", 34.16, false],
    ["4.34%", 4.3478, false],
    ["4.35%", 4.3478, true],
    ["1.2万件", 12_345, true],
    ["1.2万件", 13_000, false],
    ["12件", 12.4, false],
  ])("%s for %s: %s", (text, actual, verdict) => {
    expect(fits(only(text), actual)).toBe(verdict);
  });
});

test("every place in the condensed text leads back to the original", () => {
  const original = "2023 年，收到　申请 1 234 件（见【待填：件数】）。\n# 二、主动公开";
  const { text, at } = condense(original);
  expect(at).toHaveLength(text.length);
  expect(text).toBe("2023年，收到申请1 234件（见□）。\n二、主动公开");
  expect(original.charAt(at[text.indexOf("件")] ?? -1)).toBe("件");
});
