import type { Narrative, Paragraph } from "../../src/core/narrative/narrative";
import { narrate } from "../../src/core/narrative/narrate";
import { narrativeText } from "../../src/core/narrative/narrative-text";
import { nb2019 } from "../../src/templates/nb2019";
import { nb2021 } from "../../src/templates/nb2021";
import { reportWith, savedReport, templateOf } from "./reports";

type Cells = Readonly<Record<string, number | string | null>>;

function paragraphs(narrative: Narrative): readonly Paragraph[] {
  return narrative.sections.flatMap((section) => section.paragraphs);
}

/** The paragraph that a rule of the form made. */
function said(narrative: Narrative, rule: string): string {
  return paragraphs(narrative)
    .filter((paragraph) => paragraph.rule.endsWith(`.${rule}`))
    .map(({ text }) => text)
    .join("\n");
}

function of(name: string): Narrative {
  const report = savedReport(name);
  return narrate(templateOf(report), report);
}

/** What the text says of applications, for a form whose other cells are 0. */
const applications = (cells: Cells): string => said(narrate(nb2021, reportWith(nb2021, cells)), "s1.application");

describe("seed 001", () => {
  test.each(["001-fengtai-2020", "001-fengtai-2020-full"])("%s states what the report stated", (name) => {
    const text = narrativeText(of(name));
    expect(text).toContain("共收到政府信息公开申请6件，其中自然人1件、商业企业5件。");
    expect(text).toContain("予以公开2件、不予处理4件（均为信访举报投诉类申请）");
    expect(text).toContain("未发生政府信息公开行政复议、行政诉讼案件。");
    expect(text).toContain("通过政府网站公开信息105条。");
    expect(text).toContain("通过政务微信发布信息263条，");
    expect(text).toContain("业务培训3次");
  });

  test("names the five categories where they have names", () => {
    expect(narrativeText(of("001-fengtai-2020-full"))).toContain(
      "263条，其中工作动态信息137条、公告通知等信息41条、科普知识类宣传信息39条、党建宣传信息23条、转发信息23条。",
    );
  });

  test("says facts that no field knows with their own labels, and those of the tables once", () => {
    const text = said(of("001-fengtai-2020"), "s6.rest");
    expect(text).toContain("科技防疫12招，小区智慧社区治理系统584个，");
    expect(text).toContain("线下参与近4万人次，线上浏览近250万人次。");
    expect(narrativeText(of("001-fengtai-2020"))).not.toContain("受理依申请公开");
  });

  test("has no gap once everything is filled in", () => {
    expect(of("001-fengtai-2020-full").placeholders).toEqual([]);
  });

  test("asks for problems and their measures while they are missing", () => {
    expect(of("001-fengtai-2020").placeholders).toEqual([
      { section: "s1", text: "【待填：政府信息公开平台建设情况】", source: "platform.site_count.value" },
      { section: "s5", text: "【待填：存在的主要问题】", source: "problem.problem1.text" },
      { section: "s5", text: "【待填：这一问题的改进情况或措施】", source: "measure.measure1.text" },
    ]);
  });
});

describe("seed 004, where nothing happened", () => {
  test("states 75 items in three categories and that there was nothing else", () => {
    const text = narrativeText(of("004-henan-2020-full"));
    expect(text).toContain("主动公开政府信息75条，其中新闻信息68条、预算审计2条、领导简介5条。");
    expect(text).toContain("2020年，未收到政府信息公开申请，无上年结转申请。");
    expect(text).toContain("未发生政府信息公开行政复议、行政诉讼案件。");
    expect(text).not.toMatch(/(?<!\d)0件/u);
  });
});

test("the text follows the six sections of the form, with five aspects in the first", () => {
  const narrative = of("001-fengtai-2020-full");
  expect(narrative.title).toBe("北京市丰台区科学技术和信息化局2020年政府信息公开工作年度报告");
  expect(narrative.sections.map(({ id }) => id)).toEqual(["s1", "s2", "s3", "s4", "s5", "s6"]);
  const headings = narrative.sections[0]?.paragraphs.filter(({ kind }) => kind === "heading");
  expect(headings?.map(({ text }) => text)).toEqual([
    "（一）主动公开",
    "（二）依申请公开",
    "（三）政府信息管理",
    "（四）政府信息公开平台建设",
    "（五）监督保障",
  ]);
});

test("every sentence bears its rule, and the sentences of a paragraph are its text", () => {
  for (const { text, sentences } of paragraphs(of("001-fengtai-2020-full"))) {
    expect(sentences.map((sentence) => sentence.text).join("")).toBe(text);
    for (const { rule } of sentences) expect(rule).toMatch(/^nb2019\.s\d\./u);
  }
});

describe("applications read naturally when", () => {
  const total = (cells: Cells): Cells => ({ ...cells });
  test("one came in and was granted", () => {
    expect(
      applications({
        "t3.newReceived.legalService": 1,
        "t3.newReceived.total": 1,
        "t3.granted.total": 1,
        "t3.totalHandled.total": 1,
      }),
    ).toBe(
      "2021年，共收到政府信息公开申请1件，申请人为法律服务机构。本年度办结1件，结果为予以公开；无结转下年度继续办理的申请。未发生政府信息公开行政复议、行政诉讼案件。",
    );
  });

  test("several came from one kind of applicant and all ended in one way", () => {
    const text = applications({
      "t3.newReceived.naturalPerson": 7,
      "t3.newReceived.total": 7,
      "t3.notProcessedRepeat.total": 7,
      "t3.totalHandled.total": 7,
    });
    expect(text).toContain("申请7件，申请人均为自然人。本年度办结7件，结果均为不予处理（均为重复申请）；");
  });

  test("everything is carried forward", () => {
    const text = applications(
      total({ "t3.newReceived.other": 3, "t3.newReceived.total": 3, "t3.carriedForward.total": 3 }),
    );
    expect(text).toContain("申请人均为其他组织。上述3件申请均结转下年度继续办理。");
  });

  test("nothing is new and one was left from last year", () => {
    expect(applications({ "t3.carriedOver.total": 1, "t3.carriedForward.total": 1 })).toContain(
      "2021年，未收到政府信息公开申请，上年结转1件。该件申请结转下年度继续办理。",
    );
  });

  test("new and old come together, reasons are told apart, and some remain", () => {
    const text = applications({
      "t3.newReceived.naturalPerson": 9,
      "t3.newReceived.research": 1,
      "t3.newReceived.total": 10,
      "t3.carriedOver.total": 2,
      "t3.deniedStateSecret.total": 1,
      "t3.deniedProcess.total": 4,
      "t3.unableNotHeld.total": 1,
      "t3.otherMisc.total": 2,
      "t3.otherNoFee.total": 1,
      "t3.totalHandled.total": 9,
      "t3.carriedForward.total": 3,
    });
    expect(text).toContain("申请10件，其中自然人9件、科研机构1件；上年结转2件，合计12件。");
    expect(text).toContain(
      "本年度办结9件，其中不予公开5件（属于国家秘密1件、属于四类过程性信息4件）、无法提供1件（本机关不掌握相关政府信息）、其他处理3件（申请人逾期未按收费通知要求缴纳费用1件、其他2件）；结转下年度继续办理3件。",
    );
  });

  test("last year is known", () => {
    const cells = { "t3.newReceived.naturalPerson": 5, "t3.newReceived.total": 5, "t3.carriedForward.total": 5 };
    const prior = (total: number): string =>
      said(
        narrate(nb2021, reportWith(nb2021, cells), reportWith(nb2019, { "t3.newReceived.total": total })),
        "s1.application",
      );
    expect(prior(3)).toContain("新收申请比上年增加2件，增长66.7%。");
    expect(prior(12)).toContain("新收申请比上年减少7件，下降58.3%。");
    expect(prior(5)).toContain("新收申请与上年持平。");
    expect(applications(cells)).not.toContain("上年");
  });
});

describe("reviews and lawsuits", () => {
  test.each<[string, Cells, string]>([
    [
      "one review",
      { "t4.cases.reviewUpheld": 1, "t4.cases.reviewTotal": 1 },
      "发生政府信息公开行政复议案件1件，结果为维持；未发生政府信息公开行政诉讼案件。",
    ],
    [
      "only lawsuits of one kind",
      { "t4.cases.directPending": 2, "t4.cases.directTotal": 2 },
      "未发生政府信息公开行政复议案件；发生政府信息公开行政诉讼案件2件，均为未经复议直接起诉（均尚未审结）。",
    ],
    [
      "both of several kinds",
      {
        "t4.cases.reviewUpheld": 2,
        "t4.cases.reviewPending": 1,
        "t4.cases.reviewTotal": 3,
        "t4.cases.directCorrected": 1,
        "t4.cases.directTotal": 1,
        "t4.cases.afterReviewUpheld": 1,
        "t4.cases.afterReviewOther": 1,
        "t4.cases.afterReviewTotal": 2,
      },
      "发生政府信息公开行政复议案件3件，其中结果维持2件、尚未审结1件；行政诉讼案件3件，其中未经复议直接起诉1件（结果为纠正）、复议后起诉2件（结果维持1件、其他结果1件）。",
    ],
  ])("%s", (_, cells, expected) => {
    expect(applications(cells)).toContain(expected);
  });
});

describe("documents and decisions use the terms of their form", () => {
  const management = (template: typeof nb2021, cells: Cells): string =>
    said(narrate(template, reportWith(template, cells)), "s1.management");

  test.each<[Cells, string]>([
    [{}, "2021年，未制发、废止行政规范性文件，没有现行有效的行政规范性文件。"],
    [{ "t2_1.normative.inForce": 8 }, "2021年，未制发、废止行政规范性文件，现行有效8件。"],
    [
      { "t2_1.normative.issued": 3, "t2_1.normative.inForce": 8 },
      "2021年，制发行政规范性文件3件，未废止行政规范性文件，现行有效8件。",
    ],
    [{ "t2_1.normative.repealed": 2 }, "2021年，未制发行政规范性文件，废止2件，没有现行有效的行政规范性文件。"],
    [
      { "t2_1.regulation.inForce": 6, "t2_1.normative.issued": 1, "t2_1.normative.repealed": 1 },
      "2021年，未制发、废止规章，现行有效6件。制发行政规范性文件1件，废止1件，没有现行有效的行政规范性文件。",
    ],
  ])("2021: %j", (cells, expected) => {
    expect(management(nb2021, cells)).toBe(expected);
  });

  test("2019: made, disclosed and disclosed in total", () => {
    expect(
      management(nb2019, {
        "t2_1.normative.made": 77,
        "t2_1.normative.disclosed": 77,
        "t2_1.normative.totalDisclosed": 166,
      }),
    ).toBe("2019年，新制作规范性文件77件，新公开77件，对外公开总数166件。");
  });

  test("2019: decisions, changes of items, procurement", () => {
    const cells = {
      "t2_5.licensing.decisions": 2278,
      "t2_6.punishment.previousItems": 2648,
      "t2_6.punishment.change": -18,
      "t2_8.fee.previousItems": 35,
      "t2_8.fee.change": 1,
      "t2_9.procurement.items": 395,
      "t2_9.procurement.amount": 7380.28959,
    };
    expect(said(narrate(nb2019, reportWith(nb2019, cells)), "s1.decisions")).toBe(
      "本年度作出行政许可处理决定2278件。行政处罚项目上一年2648项，本年减少18项。行政事业性收费项目上一年35项，本年增加1项。政府集中采购项目395项，采购总金额7380.28959万元。",
    );
  });

  test("2021: decisions and fees, or none", () => {
    const text = (cells: Cells): string => said(narrate(nb2021, reportWith(nb2021, cells)), "s1.decisions");
    expect(text({})).toBe("本年度未作出行政许可、行政处罚、行政强制处理决定。未收取行政事业性收费。");
    expect(text({ "t2_5.licensing.decisions": 1, "t2_8.fee.amount": 24252.311082 })).toBe(
      "本年度作出行政许可处理决定1件。收取行政事业性收费24252.311082万元。",
    );
  });

  test("a stroke in a cell means that there is nothing to say", () => {
    const cells = { "t2_5.licensing.decisions": 4, "t2_6.coercion.decisions": "/", "t2_6.punishment.decisions": 0 };
    expect(said(narrate(nb2021, reportWith(nb2021, cells)), "s1.decisions")).toContain("作出行政许可处理决定4件。");
  });
});

describe("what is blank is asked for and never said as 0", () => {
  test.each(["t3.newReceived.total", "t3.carriedOver.total"])("%s", (cell) => {
    expect(applications({ [cell]: null })).toMatch(/【待填：收到政府信息公开申请的件数（表三第一、二项总计）】。/u);
  });

  test("an untouched form is nothing but gaps", () => {
    const untouched = { ...reportWith(nb2021, {}), values: new Map() };
    const narrative = narrate(nb2021, untouched);
    expect(paragraphs(narrative).flatMap(({ claims }) => claims)).toEqual([]);
    expect(narrative.placeholders.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "【待填：收到政府信息公开申请的件数（表三第一、二项总计）】",
        "【待填：行政复议、行政诉讼的件数（表四总计）】",
        "【待填：行政规范性文件的制发、废止、现行有效件数（表二）】",
        "【待填：行政许可、行政处罚、行政强制处理决定的件数（表二）】",
      ]),
    );
    for (const { text } of paragraphs(narrative)) expect(text).not.toMatch(/未收到|未发生|未作出|未制发/u);
  });

  test("results wait until the table balances", () => {
    const text = applications({
      "t3.newReceived.naturalPerson": 3,
      "t3.newReceived.total": 3,
      "t3.granted.total": 2,
      "t3.totalHandled.total": 2,
    });
    expect(text).toContain("【待填：办理结果（表三有空格，或第一、二项之和与第三、四项之和不符）】");
    expect(text).not.toContain("办结2件");
  });

  test("parts wait until they add up to their total", () => {
    const text = applications({
      "t3.newReceived.naturalPerson": null,
      "t3.newReceived.enterprise": 2,
      "t3.newReceived.total": 3,
      "t3.carriedForward.total": 3,
    });
    expect(text).toContain("申请3件，其中【待填：各类申请人的件数");
    expect(text).not.toContain("商业企业");
  });

  test("a blank part is no obstacle when the others add up", () => {
    const text = applications({
      "t3.newReceived.naturalPerson": null,
      "t3.newReceived.enterprise": 3,
      "t3.newReceived.total": 3,
      "t3.carriedForward.total": 3,
    });
    expect(text).toContain("申请3件，申请人均为商业企业。");
  });
});

describe("facts", () => {
  test.each([
    ["业务培训", "开展政府信息公开业务培训3次，培训90人次。"],
    ["", "开展政府信息公开业务培训3次，培训90人次。"],
    ["政策宣讲", "开展政策宣讲3次，培训90人次。"],
    ["专题培训次数", "开展专题培训3次，培训90人次。"],
  ])("trainings that a report calls %s are not called anything else", (label, expected) => {
    const supervision = [
      { id: "trainings", label, value: 3, unit: "次" },
      { id: "trainees", label: "培训人次", value: 90, unit: "人次" },
    ];
    expect(said(withFacts({ supervision }), "s1.supervision")).toContain(expected);
  });

  const withFacts = (facts: Parameters<typeof reportWith>[2], template = nb2021): Narrative =>
    narrate(template, reportWith(template, {}, facts));

  test("are said with their approximation and their own classifier", () => {
    const narrative = withFacts({
      disclosure: [
        { id: "pub_total", value: 18, unit: "万条", approx: "余" },
        { id: "pub_site", value: 5300, approx: "余" },
        { id: "wechat", value: 2, unit: "篇", approx: "左右" },
        { id: "channel1", label: "公告栏", value: 30, unit: "期" },
        { id: "channel2", label: "12345热线", value: 7 },
        { id: "channel3", label: "其他渠道3", value: 2, unit: "条" },
      ],
      supervision: [
        { id: "trainings", value: 50, unit: "次", approx: "超过" },
        { id: "trainees", value: 3000, unit: "人次", approx: "余" },
      ],
    });
    expect(said(narrative, "s1.disclosure")).toBe(
      "2021年，主动公开政府信息18万余条。通过政府网站公开信息5300余条。通过政务微信发布信息2篇左右。",
    );
    expect(said(narrative, "s1.disclosure.channel")).toBe(
      "通过公告栏公开信息30期。通过12345热线公开信息7条。通过其他渠道公开信息2条。",
    );
    expect(said(narrative, "s1.supervision")).toBe("2021年，开展政府信息公开业务培训超过50次，培训3000余人次。");
  });

  test("whose categories have no names give them in their order", () => {
    const narrative = withFacts({ disclosure: [{ id: "wechat", value: 263, parts: [137, 41, 39, 23, 23] }] });
    expect(said(narrative, "s1.disclosure")).toContain("263条，各类分别为137条、41条、39条、23条、23条。");
  });

  test("of 0 are said as none", () => {
    const narrative = withFacts({
      disclosure: [{ id: "interpretation", value: 0 }],
      platform: [{ id: "zone", value: 0 }],
    });
    expect(said(narrative, "s1.disclosure")).toBe("2021年，未发布政策解读。");
    expect(said(narrative, "s1.platform")).toBe("未设立政务公开专区。");
  });

  test("whose categories exceed their total are not published", () => {
    const facts = {
      disclosure: [{ id: "pub_total", label: "主动公开", value: 5, unit: "条", parts: { 甲: 3, 乙: 3 } }],
    };
    expect(said(withFacts(facts), "s1.disclosure")).toContain(
      "5条，其中【待填：主动公开的分类，各类之和与总数不等，请核对】。",
    );
  });

  test("of an approximate total may be divided", () => {
    const site = {
      id: "site",
      label: "门户网站",
      value: 980,
      unit: "条",
      approx: "余",
      parts: { 高新新闻: 620, 通知公告: 280 },
    };
    expect(said(withFacts({ disclosure: [site] }), "s1.disclosure")).toContain(
      "980余条，其中高新新闻620余条、通知公告280余条。",
    );
  });

  test("a government has to state 考核, 评议 and 追责, a bureau has not", () => {
    const gaps = (unitType: "government" | "department"): readonly string[] =>
      narrate(nb2021, {
        ...reportWith(nb2021, {}, { supervision: [{ id: "trainings", value: 1 }] }),
        unitType,
      })
        .placeholders.filter(({ text }) => /考核|评议|追究/u.test(text))
        .map(({ text }) => text);
    expect(gaps("government")).toEqual(["【待填：工作考核】", "【待填：社会评议】", "【待填：责任追究】"]);
    expect(gaps("department")).toEqual([]);
  });

  test("the fee has to be stated in the 2021 form, also when it is 0", () => {
    expect(said(withFacts({}), "s6.fee")).toContain("【待填：政府信息公开信息处理费的收取情况");
    expect(said(withFacts({ other: [{ id: "fee_amount", value: 0 }] }), "s6.fee")).toBe(
      "2021年，收取政府信息公开信息处理费0元。",
    );
    expect(
      said(
        withFacts({
          other: [
            { id: "fee_amount", value: 1500 },
            { id: "fee_items", value: 25 },
          ],
        }),
        "s6.fee",
      ),
    ).toBe("2021年，收取政府信息公开信息处理费1500元，涉及申请25件。");
  });

  test("a line whose words are empty says nothing, whatever its label", () => {
    const empty = withFacts({ other: [{ id: "matter1", label: "其他事项", text: " " }] });
    expect(said(empty, "s6.matter")).toBe("");
    expect(said(empty, "s6.rest")).toBe("");
  });

  test("无 under other matters is said in a sentence; silence is asked about where nothing else stands there", () => {
    const none = withFacts({ other: [{ id: "matter1", text: "无" }] }, nb2019);
    expect(said(none, "s6.matter")).toBe("无其他需要报告的事项。");
    expect(withFacts({}, nb2019).placeholders).toContainEqual({
      section: "s6",
      text: "【待填：其他需要报告的事项，没有的写“无”】",
      source: "other.matter1.text",
    });
  });
});

describe("problems and measures", () => {
  const fifth = (facts: Parameters<typeof reportWith>[2]): string =>
    said(narrate(nb2021, reportWith(nb2021, {}, facts)), "s5.problem");

  test("of one line belong together", () => {
    expect(
      fifth({
        problem: [
          { id: "problem1", text: "队伍薄弱。" },
          { id: "problem3", text: "形式单一" },
        ],
        measure: [
          { id: "measure3", text: "丰富形式；" },
          { id: "measure1", text: "配齐人员" },
        ],
      }),
    ).toBe("（一）存在问题：队伍薄弱。改进措施：配齐人员。\n（二）存在问题：形式单一。改进措施：丰富形式。");
  });

  test("without a measure wait for it, and a measure more is kept", () => {
    expect(fifth({ problem: [{ id: "problem1", text: "甲" }] })).toBe(
      "（一）存在问题：甲。改进措施：【待填：这一问题的改进情况或措施】。",
    );
    expect(
      fifth({
        problem: [{ id: "problem1", text: "甲" }],
        measure: [
          { id: "measure1", text: "乙" },
          { id: "measure2", text: "丙" },
        ],
      }),
    ).toBe("（一）存在问题：甲。改进措施：乙。\n（二）改进措施：丙。");
  });

  test("of another origin are taken in their order", () => {
    expect(
      fifth({
        problem: [
          { id: "x", text: "甲" },
          { id: "y", label: "乙" },
        ],
        measure: [
          { id: "p", text: "丙" },
          { id: "q", text: "丁" },
        ],
      }),
    ).toBe("（一）存在问题：甲。改进措施：丙。\n（二）存在问题：乙。改进措施：丁。");
  });

  test("of last year come first", () => {
    const narrative = narrate(
      nb2021,
      reportWith(
        nb2021,
        {},
        {
          problem: [
            { id: "last_problem1", text: "更新慢" },
            { id: "problem1", text: "甲" },
          ],
          measure: [
            { id: "last_measure1", text: "已建立制度" },
            { id: "measure1", text: "乙" },
          ],
        },
      ),
    );
    expect(said(narrative, "s5.last")).toBe("上年指出的问题：更新慢。整改情况：已建立制度。");
    expect(said(narrative, "s5.problem")).toBe("（一）存在问题：甲。改进措施：乙。");
  });
});
