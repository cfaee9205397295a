import { readFileSync } from "node:fs";
import { join } from "node:path";

import { auditText, isAcceptable, type AuditReport, type ClaimReport } from "../../src/app/audit-text";
import { savedReport, templateOf } from "../narrative/reports";

function audited(text: string, report: string): AuditReport {
  const subject = savedReport(report);
  return auditText(
    { template: templateOf(subject), report: subject },
    readFileSync(join(__dirname, "../data/texts", text), "utf8"),
  );
}

function inconsistent({ claims }: AuditReport): readonly ClaimReport[] {
  return claims.filter(({ verdict }) => verdict === "inconsistent");
}

/** The claim whose text is this, with the words before it where the text occurs more than once. */
function claim({ claims }: AuditReport, text: string, within = ""): ClaimReport {
  const found = claims.find((one) => one.text === text && one.sentence.includes(within));
  if (found === undefined) throw new Error(`no claim ${text}`);
  return found;
}

describe("published texts that agree with their tables raise no alarm", () => {
  test.each([
    ["001-suqian-2023.txt", "001-suqian-2023"],
    ["010-pingtan-2019.txt", "010-pingtan-2019"],
    ["012-pingtan-2021.txt", "012-pingtan-2021"],
    ["013-pingtan-2022.txt", "013-pingtan-2022"],
    ["017-fengtai-2020.txt", "001-fengtai-2020"],
    ["018-henan-2020.txt", "004-henan-2020"],
    ["011-pingtan-2020.txt", "011-pingtan-2020"],
    ["003-hongze-2023.txt", "003-hongze-2023"],
    ["audit-023.md", "audit-023"],
    ["audit-024.md", "audit-024"],
    ["audit-031.md", "audit-031"],
    ["audit-033.md", "audit-033"],
    ["audit-036.md", "audit-036"],
    ["audit-039.md", "audit-039"],
    ["audit-042.md", "audit-042"],
    ["audit-035.md", "035-nilka-town-2023"],
    ["audit-038.md", "038-wendeng-2022"],
    ["audit-041.md", "041-changtu-town-2023"],
    ["audit-043.md", "043-taiping-town-2022"],
  ])("%s", (text, report) => {
    const answer = audited(text, report);
    expect(inconsistent(answer)).toEqual([]);
    expect(isAcceptable(answer)).toBe(true);
  });

  test("001: 3607 is what came in with what was left over, and all that became of it adds up", () => {
    const answer = audited("001-suqian-2023.txt", "001-suqian-2023");
    expect(claim(answer, "3607件")).toMatchObject({
      verdict: "consistent",
      sources: ["t3.newReceived.total", "t3.carriedOver.total"],
    });
    for (const text of ["3493件", "114件", "1191件", "328件", "142件", "1078件", "406件", "341件", "121件"])
      expect(claim(answer, text).verdict).toBe("consistent");
    expect(claim(answer, "70.3%")).toMatchObject({ verdict: "unverifiable", message: "没有上年数据，无法核对。" });
    expect(answer.claims.filter(({ message }) => message.startsWith("各部分相加"))).toHaveLength(4);
  });

  test("012: what came in, was handled and goes on, each with its cell", () => {
    const answer = audited("012-pingtan-2021.txt", "012-pingtan-2021");
    expect(claim(answer, "70件").sources).toEqual(["t3.newReceived.total"]);
    expect(claim(answer, "69件").sources).toEqual(["t3.totalHandled.total"]);
    expect(claim(answer, "1件").sources).toEqual(["t3.carriedForward.total"]);
    expect(answer.claims).toHaveLength(3);
  });

  test("013: 75 with its parts, documents, cases, and that all of them are closed", () => {
    const answer = audited("013-pingtan-2022.txt", "013-pingtan-2022");
    expect(answer.claims.map(({ verdict }) => verdict)).toEqual(answer.claims.map(() => "consistent"));
    expect(claim(answer, "均已结案").expected).toBe(3);
    expect(claim(answer, "698件").sources).toEqual(["t2_1.normative.inForce"]);
    expect(claim(answer, "100%").expected).toBe(100);
  });

  test("011: the 21 agree though the table contradicts itself", () => {
    const answer = audited("011-pingtan-2020.txt", "011-pingtan-2020");
    expect(answer.claims).toHaveLength(1);
    expect(claim(answer, "21件")).toMatchObject({ verdict: "consistent", expected: 21 });
  });

  test("018: 75 = 68 + 2 + 5", () => {
    const answer = audited("018-henan-2020.txt", "004-henan-2020");
    const sum = answer.claims.find(({ message }) => message.startsWith("各部分相加68＋2＋5＝75"));
    expect(sum).toMatchObject({ verdict: "consistent", expected: 75 });
  });
});

describe("008, the paragraph with six contradictions", () => {
  const answer = audited("008-shanghai-2019.md", "008-shanghai-2019");

  test("all six are found, and nothing else is called wrong", () => {
    expect(inconsistent(answer).map(({ text, expected }) => [text.split("，")[0], expected])).toEqual([
      ["258件", 275],
      ["258件", 805],
      ["33.9%", 34.2],
      ["4.34%", 4.35],
      ["265件", 337],
      ["均获维持", 13],
    ]);
    expect(isAcceptable(answer)).toBe(false);
  });

  test("each says why in one sentence", () => {
    const messages = inconsistent(answer).map(({ message }) => message);
    expect(messages[0]).toContain("“表三 · （一）予以公开 · 自然人”相同，可能只取了这一项");
    expect(messages[1]).toBe("各部分相加258＋35＋265＋158＋0＝716，总数为805，差89。");
    expect(messages[2]).toBe("275占805的34.2%，与文中不一致。");
    expect(messages[4]).toContain("“表三 · 1.本机关不掌握相关政府信息 · 总计”相同");
    expect(messages[5]).toBe("表内共16件，如此的只有13件，不是全部。");
  });

  test("what is right stays right, blank totals and blank rows included", () => {
    for (const text of [
      "859件",
      "805件",
      "18件",
      "72件",
      "35件",
      "158件",
      "32.9%",
      "19.6%",
      "7件",
      "9件",
      "13件",
      "60件",
    ])
      expect(claim(answer, text).verdict).toBe("consistent");
    expect(claim(answer, "0件", "其他处理")).toMatchObject({ verdict: "consistent", sources: ["t3.other.total"] });
    expect(claim(answer, "12.3%").verdict).toBe("unverifiable");
  });
});

test("004: 17 is the office's own count; the table's 95 is shown and a reason is asked for", () => {
  const answer = audited("004-hongze-2024.txt", "004-hongze-2024");
  expect(inconsistent(answer)).toEqual([]);
  expect(isAcceptable(answer)).toBe(true);
  expect(claim(answer, "17 件")).toMatchObject({
    value: 17,
    unit: "件",
    verdict: "unverifiable",
    expected: 95,
    sources: ["t3.newReceived.total"],
  });
  expect(answer.findings).toMatchObject([
    { rule: "nb2021.narr.applications", severity: "warning", left: 17, right: 95, difference: -78, explained: false },
  ]);
  expect(answer.findings[0]?.quote).toContain("区政府办代表区政府受理政府信息公开申请 17 件");
});

test("044: three counts of last year's text, and last year named", () => {
  const answer = audited("audit-044.md", "audit-044");
  expect(inconsistent(answer).map(({ value, expected, sources }) => [value, expected, sources[0]])).toEqual([
    [0, 4, "t2_1.normative.issued"],
    [0, 0, "t2_1.normative.repealed"],
    [0, 32, "t2_1.normative.inForce"],
  ]);
  for (const { message } of inconsistent(answer)) expect(message).toContain("2022年，不是报告年度2023年");
  expect(answer.findings).toMatchObject([{ rule: "nb2021.narr.staleYear", severity: "warning" }]);
  expect(answer.findings[0]?.message).toContain("（2022年）");
});

describe("the five reports this project began with", () => {
  test.each([
    ["000-fengtai-park-2017.txt", "000-fengtai-park-2017", 34],
    ["017-fengtai-2020.txt", "001-fengtai-2020-full", 24],
    ["002-desheng-2017.txt", "002-desheng-2017", 6],
    ["003-baoji-2019.txt", "003-baoji-2019", 18],
    ["018-henan-2020.txt", "004-henan-2020-full", 4],
  ])("%s against its figures: no false alarm, and at least %s %s claims confirmed", (text, report, confirmed) => {
    const answer = audited(text, report);
    expect(inconsistent(answer)).toEqual([]);
    expect(answer.claims.filter(({ verdict }) => verdict === "consistent").length).toBeGreaterThanOrEqual(confirmed);
  });

  test("000: every share of the 255 is computed again", () => {
    const answer = audited("000-fengtai-park-2017.txt", "000-fengtai-park-2017");
    const shares = answer.claims.filter(({ unit }) => unit === "%");
    expect(shares).toHaveLength(8);
    expect(shares.map(({ verdict }) => verdict)).toEqual(shares.map(() => "consistent"));
  });

  test("002: the form bears another unit's name", () => {
    expect(audited("002-desheng-2017.txt", "002-desheng-2017").findings).toMatchObject([
      { rule: "tj2017.unitName", severity: "warning", message: expect.stringContaining("银川的神工业园区管委会") },
    ]);
  });

  test("003: that there were no cases agrees with the inputs", () => {
    const { claims } = audited("003-baoji-2019.txt", "003-baoji-2019");
    const denied = claims.filter(({ value, text }) => value === null && text.includes("行政复议"));
    expect(denied).toHaveLength(2);
    for (const one of denied) expect(one.verdict).toBe("consistent");
  });
});

test("030: of a page of tables with one heading nothing is called wrong but that sections are missing", () => {
  const answer = audited("audit-030.md", "030-longgang-2024");
  expect(answer.claims).toEqual([]);
  expect(answer.findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
    "nb2021.narr.sections",
  ]);
});

test("every claim stands in the text where it says", () => {
  const text = readFileSync(join(__dirname, "../data/texts/003-hongze-2023.txt"), "utf8");
  const report = savedReport("003-hongze-2023");
  for (const { offset, text: said } of auditText({ template: templateOf(report), report }, text).claims)
    expect(text.slice(offset, offset + said.length + 40).replace(/\s/gu, "")).toContain(said.replace(/\s/gu, ""));
});
