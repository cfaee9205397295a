import type { CellId } from "../model/cell";
import { weightedSum } from "../model/decimal";
import type { Report } from "../model/report";
import type { Template } from "../model/template";
import { lookupIn } from "../narrative/inputs";
import type { Applicability, Condition, Severity } from "../rules/rule";
import type { AuditInputs } from "./reader";
import type { AuditClaim } from "./claim";
import { condense, originalSlice, type Condensed } from "./condense";
import { findSections, paragraphsOf, sentencesOf, type FoundSection } from "./sentences";
import { similarity } from "./similarity";
import type { AmountRule, ClaimsRule, DeadlineRule, FooterRule, LengthRule, TextRule, WordsRule } from "./text-rule";

/** One place where a text is not as a rule of the form demands. Carries figures and words of the text, no sentences. */
export type TextFinding = {
  /** With the template's id: `nb2021.narr.sections`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly CellId[];
  /** What the text says and what it is held against, where the rule compares figures. */
  readonly left: number | null;
  readonly right: number | null;
  /** Fillers of the rule's sentence; lists are joined by the messages. */
  readonly words: Readonly<Record<string, string | readonly string[]>>;
  /** The place in the text, where there is one. */
  readonly offset: number | null;
  readonly quote: string | null;
};

type Found = Partial<Pick<TextFinding, "cells" | "left" | "right" | "words" | "offset" | "quote">>;

type Reading = AuditInputs & {
  readonly original: string;
  readonly condensed: Condensed;
  readonly sections: readonly FoundSection[];
  readonly claims: readonly AuditClaim[];
  readonly priorText: string | undefined;
};

/**
 * Holds a text against the text rules of the form.
 * @param claims the claims of the same text, as `audit` found them
 * @param priorText last year's report text, where it is at hand
 */
export function checkText(
  inputs: AuditInputs,
  text: string,
  claims: readonly AuditClaim[],
  priorText?: string,
): readonly TextFinding[] {
  const condensed = condense(text);
  const reading: Reading = {
    ...inputs,
    original: text,
    condensed,
    sections: findSections(condensed, inputs.template),
    claims,
    priorText,
  };
  return (inputs.template.textRules ?? [])
    .filter((rule) => isAsked(rule.appliesTo, inputs.report) && holds(rule.when, inputs))
    .flatMap((rule) => {
      const { when } = rule;
      const whenWords = when === undefined ? {} : { when0: String(sumOf(when, inputs) ?? "") };
      return findings(rule, reading).map((found): TextFinding => ({
        rule: `${inputs.template.id}.${rule.id}`,
        severity: rule.severity,
        cells: when?.left.map(({ ref }) => ref as CellId) ?? [],
        left: null,
        right: null,
        offset: null,
        quote: null,
        ...found,
        words: { ...whenWords, ...found.words },
      }));
    });
}

function findings(rule: TextRule, reading: Reading): readonly Found[] {
  switch (rule.kind) {
    case "sections":
      return sectionsOf(reading);
    case "title":
      return titleOf(reading, rule.pattern);
    case "period":
      return periodOf(reading);
    case "staleYear":
      return staleYears(reading);
    case "words":
      return wordsOf(rule, reading);
    case "length":
      return lengthOf(rule, reading);
    case "amount":
      return amountOf(rule, reading);
    case "similarity":
      return rule.sections.flatMap((id) => similar(id, rule.threshold, reading));
    case "deadline":
      return deadlineOf(rule, reading);
    case "claims":
      return claimsOf(rule, reading);
    case "footer":
      return footerOf(rule, reading);
  }
}

/** A profile that is unknown cannot be told. */
function isAsked(appliesTo: Applicability | undefined, { unitType }: Report): boolean {
  return appliesTo?.unitType === undefined || (unitType !== null && appliesTo.unitType.includes(unitType));
}

function sumOf({ left }: Condition, { template, report }: AuditInputs): number | undefined {
  const lookup = lookupIn({ template, report, prior: undefined });
  const values = left.flatMap(({ ref, coef }) => {
    const value = lookup(ref.split("."));
    return value === undefined ? [] : [{ value, coef: coef ?? 1 }];
  });
  return values.length === 0 ? undefined : weightedSum(values);
}

function holds(when: Condition | undefined, inputs: AuditInputs): boolean {
  if (when === undefined) return true;
  const sum = sumOf(when, inputs);
  if (sum === undefined) return false;
  switch (when.op) {
    case "=":
      return sum === when.const;
    case "<":
      return sum < when.const;
    case "<=":
      return sum <= when.const;
    case ">":
      return sum > when.const;
    case ">=":
      return sum >= when.const;
  }
}

function bodyOf({ condensed, sections }: Pick<Reading, "condensed" | "sections">, id: string): string | undefined {
  const found = sections.find((section) => section.id === id);
  return found === undefined ? undefined : condensed.text.slice(found.body.start, found.body.end).trim();
}

function placeOf({ condensed, sections }: Reading, id: string): number | null {
  const found = sections.find((section) => section.id === id);
  return found === undefined ? null : (condensed.at[found.heading.start] ?? null);
}

function sectionsOf({ template, sections, condensed }: Reading): readonly Found[] {
  const [first] = template.sections;
  if (!sections.some(({ id }) => id === first?.id)) return [];
  const missing = template.sections.filter(({ id }) => !sections.some((section) => section.id === id));
  const order = template.sections.map(({ id }) => id).filter((id) => sections.some((section) => section.id === id));
  const misplaced = sections
    .filter(({ id }, index) => order[index] !== id)
    .map(({ id }) => titleOfSection(template, id));
  const detail = missing.length > 0 ? missing.map(({ title }) => title) : misplaced;
  const extra = missing.length > 0 ? [] : extraHeadings(condensed.text, template);
  const all = [...detail, ...extra];
  return all.length === 0 ? [] : [{ words: { detail: all } }];
}

function titleOfSection({ sections }: Template, id: string): string {
  return sections.find((section) => section.id === id)?.title ?? id;
}

const numerals = "一二三四五六七八九十";

/** Headings numbered beyond the last section of the form: 七、…. */
function extraHeadings(text: string, { sections }: Template): readonly string[] {
  const beyond = numerals.slice(sections.length);
  return [...text.matchAll(/^([一二三四五六七八九十])、[^\n。；]{2,30}$/gmu)]
    .filter(([, numeral = ""]) => beyond.includes(numeral))
    .map(([heading]) => heading);
}

/** The title stands in the first lines; in two where it is long. */
function titleOf({ condensed, original }: Reading, pattern: RegExp): readonly Found[] {
  const lines = condensed.text.split("\n").slice(0, 4);
  const at = lines.findIndex((line) => /年度?(?:政府)?信息公开.{0,8}报告$/u.test(line) && line.length < 60);
  const title = lines[at]?.replace(/^标题：/u, "");
  if (title === undefined) return [];
  const both = (lines[at - 1] ?? "") + title;
  if (pattern.test(title) || pattern.test(both)) return [];
  const start = condensed.text.indexOf(title);
  return [
    {
      offset: condensed.at[start] ?? null,
      quote: originalSlice(original, condensed, start, start + title.length),
      words: { detail: title },
    },
  ];
}

const day = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`;
const span = new RegExp(
  `(?:期限|数据|时间)[^。\\n]{0,20}?${day}(?:起|开始)?(?:至|到|—+|-+|－)(?:${day}|(\\d{1,2})月(\\d{1,2})日)`,
  "u",
);

function periodOf({ condensed, original, report }: Reading): readonly Found[] {
  const found = span.exec(condensed.text);
  if (found === null) return [];
  const [whole, year, month, date, endYear = year, endMonth = found[7], endDate = found[8]] = found;
  const numbers = [year, month, date, endYear, endMonth, endDate].map(Number);
  const wanted = [report.year, 1, 1, report.year, 12, 31];
  if (numbers.every((value, index) => value === wanted[index])) return [];
  const start = found.index + whole.search(/\d{4}年/u);
  const quote = originalSlice(original, condensed, start, found.index + whole.length);
  return [{ offset: condensed.at[start] ?? null, quote, words: { detail: quote.replace(/\s/gu, "") } }];
}

/** Sentences that open with last year, and a title with another year: text that was taken over. */
function staleYears({ condensed, original, template, report }: Reading): readonly Found[] {
  const last = String(report.year - 1);
  const found: { readonly year: string; readonly start: number; readonly end: number }[] = [];
  const title = /^(?:标题：)?[^\n]{0,40}?((?:19|20)\d\d)年度?(?:政府)?信息公开[^\n]{0,8}报告$/mu.exec(
    condensed.text.slice(0, 400),
  );
  if (title?.[1] !== undefined && Number(title[1]) !== report.year)
    found.push({ year: title[1], start: title.index, end: title.index + title[0].length });
  for (const paragraph of paragraphsOf(condensed, template).filter(({ kind }) => kind === "prose"))
    for (const { start, end } of sentencesOf(paragraph)) {
      const sentence = condensed.text.slice(start, end);
      const own = sentence.replace(/《[^》]*》|〔[^〕]*〕/gu, "");
      const opens = new RegExp(
        `^(?:（[一二三四五六七八九十\\d]{1,3}）[^，。]{0,20}?|\\d{1,2}[.、．][^，。]{0,20}?|[一二三四五]是)?${last}年度?(?:，|全|我|本|共|…|[\\u4e00-\\u9fff]{2,12}(?:局|委|办|镇|乡|街道|区|市|县|政府|园区))`,
        "u",
      );
      if (!opens.test(own) || own.includes(`${String(report.year)}年`)) continue;
      if (/较|相比|比\d|比上|以来|年底|年末|上年|去年|结转|\d月\d{1,2}日|至今|截至/u.test(own)) continue;
      found.push({ year: last, start, end });
    }
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      offset: condensed.at[first.start] ?? null,
      quote: originalSlice(original, condensed, first.start, first.end),
      words: { detail: [...new Set(found.map(({ year }) => `${year}年`))] },
    },
  ];
}

function wordsOf(rule: WordsRule, reading: Reading): readonly Found[] {
  const body = bodyOf(reading, rule.section);
  // An excerpt breaks off at its last heading: what stands behind it is not known.
  if (body === undefined || (body === "" && reading.sections.at(-1)?.id === rule.section)) return [];
  const missing = rule.all.filter(({ words }) => !words.some((word) => body.includes(word)));
  if (missing.length === 0) return [];
  return [{ offset: placeOf(reading, rule.section), words: { detail: missing.map(({ name }) => name) } }];
}

function lengthOf(rule: LengthRule, reading: Reading): readonly Found[] {
  const body = bodyOf(reading, rule.section);
  if (body === undefined) return [];
  const length = body.replace(/\s/gu, "").length;
  const isWrong = (rule.max !== undefined && length > rule.max) || (rule.min !== undefined && length < rule.min);
  return isWrong
    ? [
        {
          offset: placeOf(reading, rule.section),
          left: length,
          right: rule.max ?? rule.min ?? null,
          words: { n: String(length) },
        },
      ]
    : [];
}

function amountOf(rule: AmountRule, reading: Reading): readonly Found[] {
  const found = reading.sections.find(({ id }) => id === rule.section);
  const body = bodyOf(reading, rule.section);
  const match = body === undefined ? null : rule.pattern.exec(body);
  if (found === undefined || match === null) return [];
  const amount = Number(match[1]) * (match[2] === "万元" ? 10_000 : 1);
  const lookup = lookupIn({ template: reading.template, report: reading.report, prior: undefined });
  const cell = lookup(rule.cell.split("."));
  if (cell === undefined || amount <= cell * 10_000 + 1e-6) return [];
  const at = reading.condensed.text.indexOf(match[0], found.body.start);
  return [
    {
      cells: [rule.cell as CellId],
      left: amount,
      right: cell * 10_000,
      offset: reading.condensed.at[at] ?? null,
      quote: match[0],
      words: { n: String(amount), a: String(cell) },
    },
  ];
}

function similar(id: string, threshold: number, reading: Reading): readonly Found[] {
  if (reading.priorText === undefined) return [];
  const condensed = condense(reading.priorText);
  const before = bodyOf({ condensed, sections: findSections(condensed, reading.template) }, id);
  const now = bodyOf(reading, id);
  if (before === undefined || now === undefined) return [];
  const share = similarity(now, before);
  if (share < threshold) return [];
  const n = Math.round(share * 100);
  const section = titleOfSection(reading.template, id);
  return [
    { offset: placeOf(reading, id), left: n, right: Math.round(threshold * 100), words: { n: String(n), section } },
  ];
}

const published = /(?:发布时间|发布日期|公开日期|成文日期|印发日期)：?(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/u;

function deadlineOf({ limits }: DeadlineRule, { condensed, report }: Reading): readonly Found[] {
  const found = published.exec(condensed.text);
  if (found === null) return [];
  const [quote, year = "", month = "", date = ""] = found;
  const limit =
    report.unitType === "department" || report.unitType === "agency" ? limits.department : limits.government;
  const given = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (given <= `${String(report.year + 1)}-${limit}`) return [];
  return [{ offset: condensed.at[found.index] ?? null, quote, words: { detail: given } }];
}

function claimsOf({ topic, lines, denied }: ClaimsRule, { claims }: Reading): readonly Found[] {
  return claims
    .filter(({ subject }) => subject?.topic === topic && subject.lines.every((line) => lines.includes(line)))
    .filter(({ subject, value }) =>
      denied === true ? subject?.isDenied === true : value !== null && subject?.isPart !== true,
    )
    .filter(({ verdict, expected, reason }) => verdict !== "consistent" && expected !== null && reason.kind !== "loose")
    .map(({ value, expected, sources, offset, sentence }): Found => {
      const n = value === null ? 0 : typeof value === "number" ? value : value.value;
      return {
        cells: sources.filter((source): source is CellId => source.split(".").length === 3),
        left: n,
        right: expected,
        offset,
        quote: sentence,
        words: { n: String(n), a: String(expected) },
      };
    });
}

function footerOf({ label }: FooterRule, { condensed, report }: Reading): readonly Found[] {
  const inText = new RegExp(`${label}：([^\\s\\n，。；]{2,40})`, "u").exec(condensed.text);
  const name = report.footer?.[label] ?? inText?.[1];
  if (name === undefined || name === "" || name.includes(report.unit) || report.unit.includes(name)) return [];
  return [
    { offset: inText === null ? null : (condensed.at[inText.index] ?? null), quote: name, words: { detail: name } },
  ];
}
