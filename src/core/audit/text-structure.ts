import type { Template } from "../model/template";
import { barrier, condense, originalSlice } from "./condense";
import { findSections } from "./sentences";
import { similarity } from "./similarity";
import { bodyOf, placeOf, titleOfSection, type Found, type FoundOrOpen, type TextReading } from "./text-reading";
import type { LengthRule, SimilarityRule, WordsRule } from "./text-rule";

/** All sections of the form, in their order, and no others. */
export function checkSections({ template, sections, condensed }: TextReading): FoundOrOpen {
  const [first] = template.sections;
  if (!sections.some(({ id }) => id === first?.id)) return undefined;
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

const numerals = "一二三四五六七八九十";

/** Headings numbered beyond the last section of the form: 七、…. */
function extraHeadings(text: string, { sections }: Template): readonly string[] {
  const beyond = numerals.slice(sections.length);
  return [...text.matchAll(/^([一二三四五六七八九十])、[^\n。；]{2,30}$/gmu)]
    .filter(([, numeral = ""]) => beyond.includes(numeral))
    .map(([heading]) => heading);
}

/** The title stands in the first lines; in two where it is long. */
export function checkTitle({ condensed, original }: TextReading, pattern: RegExp): FoundOrOpen {
  const lines = condensed.text.split("\n").slice(0, 4);
  const at = lines.findIndex((line) => /年度?(?:政府)?信息公开.{0,8}报告$/u.test(line) && line.length < 60);
  const title = lines[at]?.replace(/^标题：/u, "");
  if (title === undefined) return undefined;
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

/** Every aspect of a section is touched by one of its words. */
export function checkWords(rule: WordsRule, reading: TextReading): FoundOrOpen {
  const body = bodyOf(reading, rule.section);
  // An excerpt breaks off at its last heading: what stands behind it is not known.
  if (body === undefined || (body === "" && reading.sections.at(-1)?.id === rule.section)) return undefined;
  const missing = rule.all.filter(({ words }) => !words.some((word) => body.includes(word)));
  if (missing.length === 0) return [];
  if (isUnfinished(body)) return undefined;
  return [{ offset: placeOf(reading, rule.section), words: { detail: missing.map(({ name }) => name) } }];
}

/** What a gap (【待填：…】) will say is not known; the gap itself is told elsewhere. */
function isUnfinished(body: string): boolean {
  return body.includes(barrier);
}

export function checkLength(rule: LengthRule, reading: TextReading): FoundOrOpen {
  const body = bodyOf(reading, rule.section);
  if (body === undefined) return undefined;
  const length = body.replace(/\s/gu, "").length;
  if (isUnfinished(body)) return undefined;
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

/** How much of last year's words stands in a section again. */
export function checkSimilarity({ sections, threshold }: SimilarityRule, reading: TextReading): FoundOrOpen {
  const { priorText, template } = reading;
  if (priorText === undefined) return undefined;
  const condensed = condense(priorText);
  const last = { condensed, sections: findSections(condensed, template) };
  const compared = sections.flatMap((id) => {
    const before = bodyOf(last, id);
    const now = bodyOf(reading, id);
    return before === undefined || now === undefined ? [] : [{ id, share: similarity(now, before) }];
  });
  if (compared.length === 0) return undefined;
  return compared
    .filter(({ share }) => share >= threshold)
    .map(({ id, share }): Found => {
      const n = Math.round(share * 100);
      return {
        offset: placeOf(reading, id),
        left: n,
        right: Math.round(threshold * 100),
        words: { n: String(n), section: titleOfSection(template, id) },
      };
    });
}
