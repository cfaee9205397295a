import { readFileSync } from "node:fs";

import { ruleBook, templateFor } from "../../src/app/forms";
import { parseReportFile } from "../../src/app/report-file";
import { fills } from "../../src/core/locate/fills";
import { localise } from "../../src/core/locate/suggest";
import type { Report } from "../../src/core/model/report";
import { checkAll, outcome, summarize, type Outcome } from "../../src/core/rules/check";
import { isTotal } from "../../src/core/rules/expand";
import type { Severity } from "../../src/core/rules/rule";
import { findingMessage } from "../../src/messages/finding";

/** A published report, and what a right product says about its figures. */
type Row = {
  readonly report: string;
  readonly about: string;
  readonly verdict: Outcome;
  /** 强制: rule, both sums. */
  readonly errors?: readonly (readonly [string, number, number])[];
  /** 核实. */
  readonly warnings?: readonly (readonly [string, number | null, number | null])[];
  /** 提示, without those that list blanks. */
  readonly hints?: readonly string[];
};

const correct = "whose figures agree";
const excerpt = "an excerpt whose figures agree";
const noZeroReport = "all that is given is 0: the tick of a 零报告 is asked for";

const published: readonly Row[] = [
  { report: "001-suqian-2023", about: correct, verdict: "pass" },
  {
    report: "003-hongze-2023",
    about: "10 + 1 reviews against a total of 0, 5 suits after review against 0",
    verdict: "fail",
    errors: [
      ["nb2021.t4.sumRev", 11, 0],
      ["nb2021.t4.sumAft", 5, 0],
    ],
  },
  { report: "004-hongze-2024", about: correct, verdict: "pass" },
  {
    report: "006-jinhu-2023",
    about: "2 + 1 suits without review against a total of 0",
    verdict: "fail",
    errors: [["nb2021.t4.sumDir", 3, 0]],
  },
  { report: "008-shanghai-2019", about: "whose zeros and totals are blank", verdict: "pass" },
  { report: "010-pingtan-2019", about: correct, verdict: "pass" },
  {
    report: "011-pingtan-2020",
    about: "six partial disclosures are counted outside the total",
    verdict: "fail",
    errors: [
      ["nb2019.t3.resultSum[naturalPerson]", 26, 20],
      ["nb2019.t3.resultSum[total]", 27, 21],
    ],
    hints: ["nb2019.t2.amountDecimals[procurement.amount]"],
  },
  { report: "012-pingtan-2021", about: correct, verdict: "pass", hints: ["nb2021.t2.feeDecimals[fee.amount]"] },
  { report: "013-pingtan-2022", about: correct, verdict: "pass" },
  { report: "001-fengtai-2020", about: correct, verdict: "pass" },
  { report: "001-fengtai-2020-beijing", about: "in the Beijing variant, whose figures agree", verdict: "pass" },
  {
    report: "004-henan-2020",
    about: `table 三 lost a column; ${noZeroReport}`,
    verdict: "explain",
    warnings: [["nb2019.zeroReport", null, null]],
  },
  {
    report: "002-desheng-2017",
    about: "26 documents against four parts of 0, 2 policies against 0 marked for disclosure",
    verdict: "fail",
    errors: [
      ["tj2017.docSum", 0, 26],
      ["tj2017.policyOpen", 2, 0],
    ],
  },
  { report: "audit-023", about: excerpt, verdict: "pass" },
  { report: "audit-024", about: excerpt, verdict: "pass" },
  { report: "030-longgang-2024", about: excerpt, verdict: "pass" },
  { report: "audit-031", about: noZeroReport, verdict: "explain", warnings: [["nb2019.zeroReport", null, null]] },
  { report: "032-excerpt-2019", about: excerpt, verdict: "pass" },
  { report: "audit-033", about: excerpt, verdict: "pass" },
  { report: "034-haidian-2023", about: excerpt, verdict: "pass" },
  {
    report: "035-nilka-town-2023",
    about: "6 规章 in a township, which can issue none",
    verdict: "explain",
    warnings: [["nb2021.t2.rulePower", 6, 0]],
  },
  {
    report: "audit-036",
    about: excerpt,
    verdict: "pass",
    hints: ["nb2019.t2.openedVsMade[normative]"],
  },
  {
    report: "038-wendeng-2022",
    about: noZeroReport,
    verdict: "explain",
    warnings: [["nb2021.zeroReport", null, null]],
  },
  { report: "audit-039", about: noZeroReport, verdict: "explain", warnings: [["nb2019.zeroReport", null, null]] },
  { report: "041-changtu-town-2023", about: excerpt, verdict: "pass" },
  { report: "audit-042", about: excerpt, verdict: "pass" },
  {
    report: "043-taiping-town-2022",
    about: noZeroReport,
    verdict: "explain",
    warnings: [["nb2021.zeroReport", null, null]],
  },
  { report: "audit-044", about: excerpt, verdict: "pass" },
];

const load = (name: string): Report =>
  parseReportFile(readFileSync(`test/data/reports/${name}.json`, "utf8"), `${name}.json`);

function check(report: Report, prior?: Report) {
  const book = ruleBook(templateFor(report));
  const subject = { ...report, prior: prior?.values };
  const verdicts = checkAll(book, subject);
  const { findings, undecided } = summarize(book, verdicts);
  const of = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted);
  return { book, subject, verdicts, findings, undecided, of };
}

const sums = ({ rule, left, right }: { rule: string; left: number | null; right: number | null }) => [
  rule,
  left,
  right,
];

describe("published reports", () => {
  test.each(published.map((row) => [row.report, row.about, row] as const))("%s, %s", (name, _, row) => {
    const report = load(name);
    const { book, findings, of } = check(report);
    expect(of("error").map(sums)).toEqual(row.errors ?? []);
    expect(of("warning").map(sums)).toEqual(row.warnings ?? []);
    const hints = of("hint").map(({ rule }) => rule);
    expect(hints.filter((rule) => !rule.endsWith(".blank"))).toEqual(row.hints ?? []);
    expect(outcome(findings, {})).toBe(row.verdict);
    // Every finding speaks in full sentences about its own figures.
    for (const finding of findings) expect(findingMessage(book, finding)).not.toMatch(/\{|undefined|NaN/u);
  });

  test("a rule that cannot be told is never red", () => {
    for (const { report } of published) {
      const { findings, undecided } = check(load(report));
      const broken = new Set(findings.map(({ rule }) => rule));
      expect(undecided.filter((rule) => broken.has(rule))).toEqual([]);
    }
  });

  test("what is proposed for wrong totals heals them, and no fill breaks a balance", () => {
    const healed = published.filter(({ errors }) => errors !== undefined);
    expect(healed.map(({ report }) => report)).toEqual([
      "003-hongze-2023",
      "006-jinhu-2023",
      "011-pingtan-2020",
      "002-desheng-2017",
    ]);
    for (const { report: name, errors = [] } of healed) {
      const report = load(name);
      const { book, subject, verdicts } = check(report);
      const { suggestions, unexplained } = localise(book, subject, verdicts, () => false);
      expect(unexplained).toEqual([]);
      // The best for each broken rule, all made together, leave nothing 强制.
      const values = new Map(report.values);
      for (const [rule] of errors) {
        const best = suggestions.find(({ resolves }) => resolves.includes(rule));
        for (const { cell, to } of best?.changes ?? []) values.set(cell, to);
      }
      expect(check({ ...report, values }).of("error")).toEqual([]);
    }
    for (const { report: name, errors = [] } of published) {
      const report = load(name);
      const { book } = check(report);
      const values = new Map(report.values);
      for (const { cell, value } of fills(book, report)) values.set(cell, value);
      expect(
        check({ ...report, values })
          .of("error")
          .map(sums),
      ).toEqual(errors);
    }
  });

  test("19 blank totals of 008 are blanks, 11 of them over figures, and all are proposed", () => {
    const report = load("008-shanghai-2019");
    const { book } = check(report);
    const totals = book.cells.filter(
      (cell) => cell.startsWith("t3.") && cell.endsWith(".total") && report.values.get(cell) === null,
    );
    expect(totals).toHaveLength(19);
    const proposed = new Map(fills(book, report).map(({ cell, value }) => [cell, value]));
    expect(totals.filter((cell) => (proposed.get(cell) ?? 0) > 0)).toHaveLength(11);
    expect(totals.filter((cell) => !proposed.has(cell) || !isTotal(book.template, cell))).toEqual([]);
  });
});

describe("consecutive years", () => {
  /** This year's report, last year's, and what only both together tell. */
  const pairs: readonly (readonly [string, string, Pick<Row, "warnings" | "hints">])[] = [
    ["011-pingtan-2020", "010-pingtan-2019", {}],
    // Units that reported 538 penalties one year and 1282 the next are asked whether they count alike.
    [
      "012-pingtan-2021",
      "011-pingtan-2020",
      { hints: ["nb2021.t2.jumpPermit", "nb2021.t2.jumpPenalty", "nb2021.t3.newJump"] },
    ],
    ["013-pingtan-2022", "012-pingtan-2021", { hints: ["nb2021.t2.jumpPermit", "nb2021.t2.jumpCoercion"] }],
    [
      "004-hongze-2024",
      "003-hongze-2023",
      { hints: ["nb2021.t2.jumpPermit", "nb2021.t2.jumpCoercion", "nb2021.t3.newJump"] },
    ],
  ];

  test.each(pairs)("%s after %s", (name, before, { warnings = [], hints = [] }) => {
    const report = load(name);
    const alone = new Set(check(report).findings.map(({ rule }) => rule));
    const found = check(report, load(before)).findings.filter(({ rule }) => !alone.has(rule));
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(found.filter(({ severity }) => severity === "warning").map(sums)).toEqual(warnings);
    expect(found.filter(({ severity }) => severity === "hint").map(({ rule }) => rule)).toEqual(hints);
  });
});
