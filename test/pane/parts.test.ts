import { findTemplate, ruleBook } from "../../src/app/forms";
import { jumpTarget } from "../../src/taskpane/jump-target";
import { nextStep } from "../../src/taskpane/next-step";
import { paragraphParts } from "../../src/taskpane/paragraph-parts";
import { sourceCell, sourcePlace } from "../../src/taskpane/source-cell";
import { tally } from "../../src/core/rules/tally";
import { schemeOf } from "../../src/taskpane/theme";
import { textProgress } from "../../src/taskpane/text-progress";
import { openFindings, verdictOf } from "../../src/taskpane/verdict";
import { whereToFill } from "../../src/taskpane/where-to-fill";
import { filled, oneWrongFigure, openForm, toExplain } from "./support/sample";
import { sampleNarrative } from "./support/sample-narrative";

describe("the verdict in the head", () => {
  it("is that the report can be sent when all is filled and nothing is open", () => {
    expect(verdictOf(openForm(filled()))).toEqual({ kind: "pass" });
  });

  it("counts the 核实 that lack a reason", () => {
    expect(verdictOf(openForm(toExplain))).toEqual({ kind: "explain", open: 1 });
  });

  it("asks for no reason twice", () => {
    const reason = { text: "机构合并", left: 3, right: 2, by: "王某", at: "2021-01-12" };
    const form = openForm(toExplain, { explanations: { "nb2019.t2.openedMax[normative]": reason } });
    expect(verdictOf(form)).toEqual({ kind: "pass" });
  });

  it("asks again when the figures are no longer those that were explained", () => {
    const reason = { text: "机构合并", left: 9, right: 2, by: "王某", at: "2021-01-12" };
    const form = openForm(toExplain, { explanations: { "nb2019.t2.openedMax[normative]": reason } });
    expect(verdictOf(form)).toEqual({ kind: "explain", open: 1 });
  });

  it("puts wrong figures before blanks, and blanks before reasons", () => {
    const gap = { "t4.cases.reviewPending": null } as const;
    const wrong = filled({ "t3.notProcessedPetition.enterprise": 5, ...gap });
    const unusual = filled({ "t2_1.normative.disclosed": 3, "t2_1.normative.totalDisclosed": 2, ...gap });
    expect(verdictOf(openForm(wrong))).toEqual({ kind: "fail", errors: 2 });
    expect(verdictOf(openForm(unusual))).toEqual({ kind: "incomplete", percent: 99 });
  });

  it("calls an untouched form empty, not wrong", () => {
    const untouched = openForm(new Map());
    expect(verdictOf(untouched)).toEqual({ kind: "incomplete", percent: 0 });
    expect(untouched.result.findings.map(({ rule }) => rule)).toContain("nb2019.untouched");
    expect(openFindings(untouched)).toBe(0);
    expect(openFindings(openForm(oneWrongFigure))).toBe(2);
  });

  it("is no pass while the text lacks something, or is not known", () => {
    expect(verdictOf(openForm(filled(), { narrative: sampleNarrative }))).toEqual({ kind: "text", missing: 2 });
    expect(verdictOf(openForm(filled(), { narrative: null }))).toEqual({ kind: "text", missing: null });
  });
});

describe("the next step", () => {
  it("begins at the first cell of an untouched form", () => {
    const { to, text } = nextStep(openForm(new Map()));
    expect(to).toEqual({ kind: "cell", cell: "t2_1.regulation.made" });
    expect(text).toContain("表二");
  });

  it("leads to the first blank of the first sheet that has one", () => {
    const { to, text } = nextStep(openForm(filled({ "t3.granted.other": null, "t4.cases.directOther": null })));
    expect(to).toEqual({ kind: "cell", cell: "t3.granted.other" });
    expect(text).toContain("表三还有 1 格");
  });

  it("leads to the findings, then to the text", () => {
    expect(nextStep(openForm(oneWrongFigure)).to).toEqual({ kind: "view", view: "check" });
    expect(nextStep(openForm(toExplain)).to).toEqual({ kind: "view", view: "check" });
    expect(nextStep(openForm(filled())).to).toEqual({ kind: "view", view: "report" });
    expect(nextStep(openForm(filled(), { narrative: null })).to).toEqual({ kind: "view", view: "report" });
  });

  it("leads to the first place of 正文要素 that the text waits for", () => {
    const { to, text } = nextStep(openForm(filled(), { narrative: sampleNarrative }));
    expect(to).toEqual({ kind: "cell", cell: "problem.problem1.text" });
    expect(text).toContain("正文还有 2 处待填");
  });
});

describe("where a finding leads", () => {
  it("is the cell in which the broken row and the broken column cross", () => {
    const { findings } = openForm(oneWrongFigure).result;
    expect(findings.map(({ rule }) => rule)).toEqual([
      "nb2019.t3.resultSum[enterprise]",
      "nb2019.t3.rowSum[notProcessedPetition]",
    ]);
    for (const finding of findings) expect(jumpTarget(finding, findings)).toBe("t3.notProcessedPetition.enterprise");
  });

  it("is the first blank of a list of blanks", () => {
    const { findings } = openForm(filled({ "t3.partial.other": null, "t3.partial.total": null })).result;
    const blanks = findings.find(({ rule }) => rule === "nb2019.t3.blank");
    expect(blanks && jumpTarget(blanks, findings)).toBe("t3.partial.other");
  });

  it("is nowhere for a finding about the whole form", () => {
    const { findings } = openForm(new Map()).result;
    const untouched = findings.find(({ rule }) => rule === "nb2019.untouched");
    expect(untouched && jumpTarget(untouched, findings)).toBeUndefined();
  });
});

describe("what was checked", () => {
  it("counts balances one by one and other rules as rules", () => {
    const { book, result } = openForm(filled());
    const { held, undecided, reasons } = tally(book, result);
    // 表三: seven columns twice and 23 rows; 表四: three sums.
    expect(held.balances).toBe(7 * 2 + 23 + 3);
    expect(undecided.balances).toBe(0);
    expect(undecided.rules).toBeGreaterThan(0);
    expect(reasons).toEqual(["prior", "profile"]);
  });

  it("counts no rule as held that is broken or open somewhere", () => {
    const clear = openForm(filled());
    const wrong = openForm(filled({ "t3.partial.other": "若干" }));
    expect(tally(wrong.book, wrong.result).held.rules).toBeLessThan(tally(clear.book, clear.result).held.rules);
  });
});

describe("where filling goes on", () => {
  it("is the first cell of a sheet that is full", () => {
    const { template, report } = openForm(filled());
    expect(whereToFill(template, report, "表四")).toBe("t4.cases.reviewUpheld");
  });
});

describe("what the text waits for", () => {
  it("is counted beside what was given, without what the tables lack", () => {
    const inTable = { section: "s1", text: "【待填：件数】", source: "t3.newReceived.total" };
    const narrative = { ...sampleNarrative, placeholders: [...sampleNarrative.placeholders, inTable] };
    const form = openForm(filled(), { narrative });
    const facts = { other: [{ id: "matter1", label: "其他事项", value: null, unit: null, text: "无" }] };
    const given = { ...form, report: { ...form.report, facts } };
    expect(textProgress(given)).toEqual({ given: 1, missing: 2 });
    expect(textProgress(openForm(filled(), { narrative: null }))).toBeNull();
  });
});

describe("where a number of the text comes from", () => {
  const { book } = openForm(filled());

  it.each([
    ["t3.totalHandled.total - t3.carriedForward.total", "t3.totalHandled.total", "表三 · （七）总计 · 总计"],
    ["disclosure.pub_site.value", "disclosure.pub_site.value", "正文要素 · 政府网站公开信息"],
    ["disclosure.site.value", "disclosure.site.value", "正文要素 · 政府网站公开信息"],
    [
      'disclosure.wechat.parts."通知 公告"',
      'disclosure.wechat.parts."通知 公告"',
      "正文要素 · 政务微信发布信息 · 通知 公告",
    ],
  ])("%s is a place with a name", (source, place, name) => {
    expect(sourcePlace(book, source)).toEqual({ place, name });
  });

  it("is nowhere for the year", () => {
    expect(sourcePlace(book, "year")).toBeUndefined();
  });
});

describe("a paragraph", () => {
  const paragraphs = sampleNarrative.sections.flatMap((section) => section.paragraphs);

  it("loses no word when it is cut at its numbers and gaps", () => {
    for (const paragraph of paragraphs)
      expect(
        paragraphParts(paragraph)
          .map(({ text }) => text)
          .join(""),
      ).toBe(paragraph.text);
  });

  it("ties each number to its own source, also where the same digits stand twice", () => {
    const found = paragraphs.flatMap(paragraphParts).filter((part) => part.kind === "number" && part.text === "6件");
    expect(found).toEqual([
      { kind: "number", text: "6件", source: "t3.newReceived.total" },
      { kind: "number", text: "6件", source: "t3.totalHandled.total - t3.carriedForward.total" },
    ]);
  });

  it("shows its gaps", () => {
    const gaps = paragraphs.flatMap(paragraphParts).filter(({ kind }) => kind === "placeholder");
    expect(gaps.map(({ text }) => text)).toEqual(["【待填：存在的主要问题】", "【待填：改进措施】"]);
  });
});

describe("the source of a number", () => {
  const template = findTemplate("nb2019");
  if (template === undefined) throw new Error("nb2019 is gone");
  const book = ruleBook(template);

  it("leads to its cell, or to the first cell of an expression", () => {
    expect(sourceCell(book, "t3.granted.total")).toBe("t3.granted.total");
    expect(sourceCell(book, "t3.totalHandled.total - t3.carriedForward.total")).toBe("t3.totalHandled.total");
  });

  it("leads nowhere for what no cell of the form holds", () => {
    expect(sourceCell(book, "disclosure.pub_site.value")).toBeUndefined();
    expect(sourceCell(book, "year")).toBeUndefined();
  });
});

describe("the theme", () => {
  it("follows Office from light to dark and high contrast", () => {
    expect(schemeOf({ bodyBackgroundColor: "#FFFFFF", bodyForegroundColor: "#262626" })).toBe("light");
    expect(schemeOf({ bodyBackgroundColor: "#262626", bodyForegroundColor: "#FFFFFF" })).toBe("dark");
    expect(schemeOf({ bodyBackgroundColor: "#000000", bodyForegroundColor: "#FFFFFF" })).toBe("contrast");
  });

  it("is light where Office tells none", () => {
    expect(schemeOf(undefined)).toBe("light");
    expect(schemeOf({ bodyBackgroundColor: "", bodyForegroundColor: "" })).toBe("light");
  });
});
