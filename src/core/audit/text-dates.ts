import { originalSlice } from "./condense";
import { paragraphsOf, sentencesOf } from "./sentences";
import type { FoundOrOpen, TextReading } from "./text-reading";
import type { DeadlineRule } from "./text-rule";

const day = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`;
const span = new RegExp(
  `(?:期限|数据|时间)[^。\\n]{0,20}?${day}(?:起|开始)?(?:至|到|—+|-+|－)(?:${day}|(\\d{1,2})月(\\d{1,2})日)`,
  "u",
);

/** The period of the figures is the year of the report. */
export function checkPeriod({ condensed, original, report }: TextReading): FoundOrOpen {
  const found = span.exec(condensed.text);
  if (found === null) return undefined;
  const [whole, year, month, date, endYear = year, endMonth = found[7], endDate = found[8]] = found;
  const numbers = [year, month, date, endYear, endMonth, endDate].map(Number);
  const wanted = [report.year, 1, 1, report.year, 12, 31];
  if (numbers.every((value, index) => value === wanted[index])) return [];
  const start = found.index + whole.search(/\d{4}年/u);
  const quote = originalSlice(original, condensed, start, found.index + whole.length);
  return [{ offset: condensed.at[start] ?? null, quote, words: { detail: quote.replace(/\s/gu, "") } }];
}

/** Sentences that open with last year, and a title with another year: text that was taken over. */
export function checkStaleYear({ condensed, original, template, report }: TextReading): FoundOrOpen {
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

const published = /(?:发布时间|发布日期|公开日期|成文日期|印发日期)：?(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/u;

/** Where the text says when it was published, that was in time. */
export function checkDeadline({ limits }: DeadlineRule, { condensed, report }: TextReading): FoundOrOpen {
  const found = published.exec(condensed.text);
  if (found === null) return undefined;
  const [quote, year = "", month = "", date = ""] = found;
  const limit =
    report.unitType === "department" || report.unitType === "agency" ? limits.department : limits.government;
  const given = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (given <= `${String(report.year + 1)}-${limit}`) return [];
  return [{ offset: condensed.at[found.index] ?? null, quote, words: { detail: given } }];
}
