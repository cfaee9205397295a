import type { Report } from "../../src/core/model/report";
import { narrate } from "../../src/core/narrative/narrate";
import type { LooseFact } from "../../src/core/narrative/place-facts";
import { text2008 } from "../../src/templates/text2008";
import { tj2017 } from "../../src/templates/tj2017";
import { reportWith } from "./reports";

/** What a part of the text says, a paragraph a line. */
function part(report: Report, section: string, prior?: Report): string {
  const template = report.template === "tj2017" ? tj2017 : text2008;
  const found = narrate(template, report, prior).sections.find(({ id }) => id === section);
  return found?.paragraphs.map(({ text }) => text).join("\n") ?? "";
}

const counts = (figures: Readonly<Record<string, number>>): Report =>
  reportWith(
    text2008,
    {},
    {
      application: Object.entries(figures).map(([id, value]): LooseFact => ({ id, value, unit: "件" })),
    },
  );

describe("the free report says of applications", () => {
  test.each<[string, Readonly<Record<string, number>>, string]>([
    [
      "that nothing came in, once",
      { applications: 0, applications_done: 0, agreed: 0, denied: 0 },
      "2008年，未收到政府信息公开申请。",
    ],
    ["that one was granted", { applications: 1, applications_done: 1, agreed: 1 }, "办结申请1件，答复为同意公开。"],
    [
      "that all were answered alike",
      { applications: 5, applications_done: 5, agreed: 5, denied: 0 },
      "办结申请5件，答复均为同意公开。",
    ],
    [
      "how several were answered",
      { applications: 5, applications_done: 4, agreed: 3, denied: 1 },
      "收到政府信息公开申请5件。办结申请4件，其中同意公开3件、不同意公开1件。",
    ],
    ["that none was answered yet", { applications: 2, applications_done: 0 }, "没有办结的申请。"],
    ["answers alone where that is all", { agreed: 3, other_reply: 1 }, "答复结果为同意公开3件、其他答复1件。"],
  ])("%s", (_, figures, expected) => {
    expect(part(counts(figures), "s3")).toContain(expected);
    expect(part(counts(figures), "s3").match(/申请。/gu)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test.each<[Readonly<Record<string, number>>, string]>([
    [{ review: 0, suit: 0 }, "2008年，未发生因政府信息公开申请的行政复议、提起的行政诉讼。"],
    [{ review: 2, suit: 0 }, "2008年，发生因政府信息公开申请的行政复议2件。未发生因政府信息公开提起的行政诉讼。"],
    [{ review: 0 }, "2008年，未发生因政府信息公开申请的行政复议。"],
    [{ suit: 1 }, "2008年，发生因政府信息公开提起的行政诉讼1件。"],
  ])("of disputes: %j", (figures, expected) => {
    expect(part(counts(figures), "s5")).toBe(expected);
  });

  test("how they compare with last year", () => {
    expect(part(counts({ applications: 3 }), "s3", counts({ applications: 2 }))).toContain(
      "收到申请比上年增加1件，增长50%。",
    );
  });
});

describe("the table of 2017 is said", () => {
  test("in one sentence where there was nothing", () => {
    const nothing = reportWith(tj2017, {});
    expect(part(nothing, "s1")).toBe(
      "2017年，本部门未制发公文和规范性文件，未公开公文类信息。\n下属单位未制发公文和规范性文件，未公开公文类信息。",
    );
    expect(part(nothing, "s4")).toBe("2017年，本部门和下属单位均未收到政府信息公开申请。");
  });

  test("with every mark and channel where there was something", () => {
    const busy = reportWith(tj2017, {
      "s.doc.value": 26,
      "s.docOpen.value": 20,
      "s.docClosed.value": 6,
      "s.pub.value": 20,
      "s.pubSite.value": 18,
      "s.pubWechat.value": 2,
      "s.recv.value": 2,
      "s.recvDone.value": 2,
      "s.recvReply.value": 1,
    });
    expect(part(busy, "s1")).toContain(
      "2017年，本部门制发公文26件，其中标注“主动公开”的20件、标注“不公开”的6件。本部门公开公文类信息20件，其中政府网站公开18件、政务微信公开2件。本部门未制发规范性文件。",
    );
    expect(part(busy, "s4")).toBe(
      "2017年，本部门收到政府信息公开申请2件，办结2件，答复1件。下属单位未收到政府信息公开申请。",
    );
    const last = reportWith(tj2017, { "s.recv.value": 4 });
    expect(part(busy, "s4", last)).toContain("本部门收到申请比上年减少2件，下降50%。");
  });

  test("解读 and 回应 stand in the parts that ask for them, disputes with the applications", () => {
    const more = reportWith(
      tj2017,
      {},
      {
        disclosure: [
          { id: "interpretation", value: 4, unit: "件" },
          { id: "response", value: 3, unit: "次" },
        ],
        application: [{ id: "disputes", value: 1, unit: "件" }],
      },
    );
    expect(part(more, "s2")).toContain("发布政策解读4件。");
    expect(part(more, "s3")).toContain("回应公众关切3次。");
    expect(part(more, "s4")).toContain("发生因政府信息公开引起的举报、投诉、行政复议、行政诉讼1件。");
    expect(part(more, "s1")).not.toContain("解读");
  });
});
