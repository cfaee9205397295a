import { textFormOf } from "../../src/app/audit-text";
import { audit } from "../../src/core/audit/audit";
import type { AuditClaim } from "../../src/core/audit/claim";
import type { CellId } from "../../src/core/model/cell";
import type { Report } from "../../src/core/model/report";
import { nb2021 } from "../../src/templates/nb2021";
import { savedReport } from "../narrative/reports";

/**
 * A city's report: 3511 came in, 96 were left over, 3486 were handled (1191 granted, 328 partly, 142 denied, 1078
 * unable, 406 not processed, 341 other), 121 go on; 440 reviews (309 upheld, 26 pending), 24 and 89 suits.
 */
const report = savedReport("001-suqian-2023");
const last: Report = {
  ...report,
  year: 2022,
  values: new Map<CellId, number>([
    ["t3.newReceived.total", 2118],
    ["t3.carriedOver.total", 0],
    ["t3.totalHandled.total", 2022],
    ["t2_1.normative.issued", 120],
  ]),
};

const claims = (text: string, prior?: Report): readonly AuditClaim[] =>
  audit({ template: nb2021, textForm: textFormOf(nb2021), report, prior }, text);

/** Verdicts by their first letter: c consistent, i inconsistent, u unverifiable; sums are left out. */
const verdicts = (text: string, prior?: Report): string =>
  claims(text, prior)
    .filter(({ reason }) => reason.kind !== "parts")
    .map(({ verdict }) => verdict.charAt(0))
    .join("");

const sums = (text: string): string =>
  claims(text)
    .filter(({ reason }) => reason.kind === "parts")
    .map(({ verdict }) => verdict.charAt(0))
    .join("");

describe("applications", () => {
  test.each([
    ["全市共收到政府信息公开申请3511件。", "c"],
    ["全市共收到政府信息公开申请三千五百一十一件，上年结转九十六件。", "cc"],
    ["全市共收办政府信息公开申请案件3607件。", "c"],
    ["共收到3511件政府信息公开申请，121件结转下年度继续办理。", "cc"],
    ["全市共收到政府信息公开申请3500余件。", "c"],
    ["全市共收到政府信息公开申请3600余件。", "c"],
    ["全市共收到政府信息公开申请3700余件。", "i"],
    ["全年新收政府信息公开申请3512件。", "i"],
    ["受理申请3607件（含上年结转96件）。", "cc"],
    ["受理申请3607件（含上年结转69件）。", "ci"],
    ["尚有121件申请顺延至2024年办理。", "c"],
    ["予以公开、部分公开政府信息公开申请共1519件，占办结总数的43.6%。", "cc"],
    ["收到政府信息公开申请3511件，自然人占96.9%。", "cc"],
    ["收到政府信息公开申请3511件，其中自然人3402件，占97.9%。", "cci"],
    ["没有收到政府信息公开申请。", "i"],
    ["政府信息公开申请受理量3511件，办结量3486件。", "cc"],
    ["上年度结转政府信息公开申请96件，本年新增3511件，合计3607件。", "ccc"],
    ["收到政府信息公开申请3511件，全部办结。", "ci"],
    ["收到政府信息公开申请3511件，均在法定期限内答复。", "cu"],
    ["答复政府信息公开申请3486件，均在法定期限内答复。", "cc"],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toBe(expected);
  });
});

describe("what cannot be told is not called wrong", () => {
  test.each([
    ["市公安局全年收到政府信息公开申请523件，均按时办结。", "uu"],
    ["通过网络渠道收到政府信息公开申请2800件。", "u"],
    ["上半年收到政府信息公开申请1500件。", "u"],
    ["全年受理行政许可申请5000件，办结4999件。", "uu"],
    ["全市办理行政复议案件1200件，审结1100件。", "uu"],
    ["去年收到政府信息公开申请888件，2023年收到3511件。", "uc"],
    ["2021年收到政府信息公开申请888件，2023年收到3511件。", "uc"],
    ["全市清理规范性文件1086件。", "u"],
    ["自2019年以来，共收到政府信息公开申请9150件。", "u"],
    ["累计收到政府信息公开申请9150件（自2019年以来）。", "u"],
    ["收到政府信息公开申请3511件，不予受理3件，未答复25件。", "cuu"],
    ["我县收到政府信息公开申请300件。", "u"],
    ["公开行政规范性文件150件。", "u"],
    ["政策文件予以公开12件。", "u"],
    ["市司法局制发规范性文件12件。", "u"],
    ["全年未收到依申请公开咨询。", ""],
    ["全年无因征地引发的行政复议案件。", "u"],
    ["没有因工作失误造成漏报现象。", ""],
    ["公开行政许可信息300条。", "u"],
    ["依申请公开政府信息办结率100%。", "u"],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toBe(expected);
  });
});

describe("cases", () => {
  test.each([
    ["因政府信息公开被申请行政复议440件，提起行政诉讼113件。", "cc"],
    ["因政府信息公开引发的行政复议和行政诉讼共553件。", "c"],
    ["因政府信息公开引发的行政复议440件，其中维持319件。", "ci"],
    ["政府信息公开行政复议440件，均获维持。", "ci"],
    ["政府信息公开行政诉讼113件，其中未经复议直接起诉24件、复议后起诉89件。", "ccc"],
    ["全年未发生因政府信息公开引起的行政复议和行政诉讼案件。", "i"],
    ["全年无行政复议、行政诉讼案件。", "i"],
    ["政府信息公开行政复议440件，其中维持309件、尚未审结26件；行政诉讼113件，均已审结。", "cccci"],
    ["政府信息公开行政复议440件，均已审结；行政诉讼113件，均已审结。", "cici"],
    ["全年无政府信息公开行政诉讼败诉案件。", "i"],
    ["政府信息公开行政复议案件被纠错17件。", "c"],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toBe(expected);
  });
});

describe("documents, decisions and money", () => {
  test.each([
    ["制定出台行政规范性文件109件，废止489件，现行有效597件。", "ccc"],
    ["制发规章2件、行政规范性文件110件。", "ci"],
    ["未制发规章。", "i"],
    ["作出行政许可决定1808595件，行政处罚决定2822652件、行政强制决定20164件。", "cci"],
    ["收取行政事业性收费5.92亿元。", "c"],
    ["收取行政事业性收费59237.24万元。", "c"],
    ["收取行政事业性收费592372449元。", "c"],
    ["收取行政事业性收费59237.25万元。", "i"],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toBe(expected);
  });
});

describe("with last year's report", () => {
  test.each([
    ["收到政府信息公开申请3511件，同比增长65.8%。", "cc"],
    ["收到政府信息公开申请3511件，同比增长56.8%。", "ci"],
    ["收到政府信息公开申请3511件，同比下降65.8%。", "ci"],
    ["收到政府信息公开申请3511件，比上年增加1393件。", "cc"],
    ["去年收到政府信息公开申请2118件，今年收到3511件。", "cc"],
    ["去年收到政府信息公开申请2181件，今年收到3511件。", "ic"],
    ["新收政府信息公开申请件数与上年相同。", "i"],
    ["收到政府信息公开申请3511件，同比持平。", "ci"],
    ["收到政府信息公开申请3511件，比上年增加1393件，增长65.8%。", "ccc"],
    ["收到政府信息公开申请3511件，比去年的2118件增长65.8%。", "ccc"],
    ["收到政府信息公开申请3511件，比去年的2181件增长56.8%。", "cii"],
  ])("%s", (text, expected) => {
    expect(verdicts(text, last)).toBe(expected);
  });

  test("without it growth and last year are open", () => {
    expect(verdicts("收到政府信息公开申请3511件，同比增长65.8%。去年收到政府信息公开申请2118件。")).toBe("cuu");
  });
});

describe("parts that must add up", () => {
  const outcomes = (other: number): string =>
    `办结政府信息公开申请3486件，其中予以公开1191件、部分公开328件、不予公开142件、无法提供1078件、不予处理406件、其他处理${String(other)}件。`;
  test.each([
    [outcomes(341), "c"],
    [outcomes(314), "u"],
    ["收到政府信息公开申请3511件，其中自然人3402件、法人或其他组织109件。", "c"],
    ["收到政府信息公开申请3511件，其中自然人3402件、法人或其他组织190件。", "u"],
    ["公开信息100条，其中动态60条、公告50条。", "i"],
    ["公开信息100条，其中动态60条、公告20条。", ""],
    ["公开信息100条，其中动态60条、公告20条、其他30条。", "i"],
    ["公开信息100条，其中动态60条，公告40条，回复留言50条。", "c"],
    ["公开信息100条（市级60条、县级30条、乡级20条）。", "i"],
    ["公开信息100条（市级60条、县级30条、乡级10条）。", "c"],
    ["公开信息100余条，其中动态60余条、公告50余条。", "c"],
    ["公开信息90余条，其中动态60余条、公告50余条。", ""],
  ])("%s", (text, expected) => {
    expect(sums(text)).toBe(expected);
  });
});

test("a claim carries its number as printed, its sentence, its place and its source", () => {
  const text = "前一句。全市共收到政府信息公开申请近3,600件，占总量的33.9%。";
  expect(claims(text)).toMatchObject([
    {
      text: "3,600件",
      value: { approx: "近", value: 3600 },
      unit: "件",
      sentence: "全市共收到政府信息公开申请近3,600件，占总量的33.9%。",
      offset: text.indexOf("3,600"),
      verdict: "consistent",
      expected: 3511,
      sources: ["t3.newReceived.total"],
    },
    { text: "33.9%", value: 33.9, unit: "%" },
  ]);
});
