import type { Report } from "../model/report";

/** Whether a sentence speaks of the reporting unit, of some other body, or does not say. */
export type BodyScope = { readonly kind: "own" | "unsaid" } | { readonly kind: "other"; readonly body: string };

const levels = "省市区县州盟旗镇乡";
const whole = new RegExp(
  `全(?:[${levels}](?!面|长)|系统(?!性))|[本我][${levels}](?!级|[\\u4e00-\\u9fff]?(?:局|委|办))`,
  "gu",
);
const office = /(?:人民政府|政府|管委会|管理委员会)?(?:办公厅|办公室|办)$/u;
const named = new RegExp(
  "(?:[\\u4e00-\\u9fff]{0,12}(?:人民政府|政府|管委会|委员会|局|厅|委|街道|镇|乡|中心|公司|医院|学校|学院|大队|支队)" +
    "|[\\u4e00-\\u9fff]{1,8}[市县区](?!域|级|别|块|间|属|直)|各[\\u4e00-\\u9fff]{0,10}(?:部门|单位|镇|乡|街道|机关))" +
    "(?:办公厅|办公室|办)?(?=代表|共|累计|全年|本年|本年度|分别|依法|已|收到|受理|收办|接到|办理|办结|答复|制发|制定|出台|印发|废止|作出|收取|发生|新收|，|$)|(?:本|我)(?:办|厅)(?!法|理|公|学|案|件)",
  "gu",
);
const below = /(?:下属|所属|直属)各?(?:单位|机构|部门)/gu;
const own = new RegExp(`本(?:机关|单位|行政机关|局|委|街道|园区|级)|我(?:局|委|街道|园区|单位|机关)|园区|高新区`, "gu");

/**
 * Whose figures a sentence gives, by the body named last before the number.
 * @param text the sentence up to the number
 */
export function bodyScope(text: string, { unit, unitType }: Pick<Report, "unit" | "unitType">): BodyScope {
  let at = -1;
  let found: BodyScope = { kind: "unsaid" };
  const take = (pattern: RegExp, judge: (words: string) => BodyScope): void => {
    for (const match of text.matchAll(pattern)) {
      if (match.index < at) continue;
      at = match.index;
      found = judge(match[0]);
    }
  };
  const other = (body: string): BodyScope => ({ kind: "other", body });
  take(own, () => ({ kind: "own" }));
  take(below, other);
  take(whole, (words) => (isAreaOf(words, unit) ? { kind: "own" } : other(words)));
  take(named, (words) => (isUnit(words, unit, unitType) ? { kind: "own" } : other(words)));
  return found;
}

function plainName(name: string): string {
  return name.replace(/\s/gu, "").replaceAll("人民政府", "政府").replaceAll("管理委员会", "管委会");
}

/** 全区 and 我区 speak of a district's own report, and of something wider in the report of one of its bureaus. */
function isAreaOf(words: string, unit: string): boolean {
  const name = plainName(unit).replace(/(?:政府|管委会)$/u, "");
  const level = words.slice(1);
  if (level === "系统") return !/(?:政府|[省市区县])$/u.test(plainName(unit));
  return name.endsWith(level) || (level === "区" && /(?:园区|实验区|开发区|新区|园)$/u.test(name));
}

/** A body is the unit where it bears the end of its name, or where the unit has no office apart from itself. */
function isUnit(words: string, unit: string, unitType: Report["unitType"]): boolean {
  const area = new RegExp(`^[全本我][${levels}]$`, "u").exec(words)?.[0];
  if (area !== undefined) return isAreaOf(area, unit);
  const name = plainName(unit);
  // Of 区政府办代表区政府 the body is the one that acts.
  const body = plainName(words).replace(/代表.*$/u, "");
  if (name.endsWith(body) || body.endsWith(name)) return true;
  const isTownship = unitType === "township" || /(?:镇|乡|街道|政府办公室|政府办|政府办公厅)$/u.test(name);
  const bare = body.replace(office, "");
  if (bare !== body && isTownship) return bare === "" || nameWithin(bare, name);
  if (bare !== body && !/(?:办|办公室|办公厅)$/u.test(name)) return false;
  return nameWithin(body, name);
}

/** 区政府 is within 淮安市洪泽区政府; 区教育局 is not. */
function nameWithin(body: string, name: string): boolean {
  const short = body.replace(/^(?:本|我|全)/u, "");
  if (short === "") return true;
  return name.endsWith(short) || name.endsWith(short.replace(/(?:政府|管委会)$/u, "")) || name.includes(short);
}

/** Which year a figure belongs to: the report's, the one before, or another. */
export type YearScope = {
  readonly year: "current" | "last" | "other";
  /** The year written in digits, where it is. */
  readonly written?: number;
};

const yearWords =
  /((?:19|20)\d\d)年|(?<![较比与同和从自据由])(?:去年|上一?年度?)(?!度?的?(?:结转|转结|转入|遗留)|末|底|同期|相比|指出|问题|存在|年报)|本年度?|今年/gu;
const compared = /(?:较|比|与|同|相比|自|从|截至|截止|《|〔)$/u;

/** @param text the sentence up to the number */
export function yearScope(text: string, year: number): YearScope {
  // 比去年的18件增加9件: the figure itself is last year's.
  if (/(?:较|比|与|同)(?:去年|上一?年度?)(?:同期)?的$/u.test(text)) return { year: "last" };
  let found: YearScope = { year: "current" };
  for (const match of text.matchAll(yearWords)) {
    const [words, digits] = match;
    const isSince = /^\d{4}年(?:\d{1,2}月)?以来/u.test(text.slice(match.index));
    if ((compared.test(text.slice(0, match.index)) && !isSince) || inTitle(text, match.index)) continue;
    if (digits !== undefined) {
      const written = Number(digits);
      // 结转2024年, 2022年底 and full dates name no year that is reported.
      const after = text.slice(match.index + words.length);
      if (/^(?:\d{1,2}月)?以来/u.test(after) && written < year) return { year: "other", written };
      if (
        /^(?:以来|起|底|末|\d{1,2}月\d{1,2}日)/u.test(after) ||
        /(?:结转|转|顺延)(?:至|到|入)?$/u.test(text.slice(0, match.index))
      )
        continue;
      found = { year: written === year ? "current" : written === year - 1 ? "last" : "other", written };
    } else found = /本|今/u.test(words) ? { year: "current" } : { year: "last" };
  }
  return found;
}

function inTitle(text: string, at: number): boolean {
  return (
    text.lastIndexOf("《", at) > text.lastIndexOf("》", at) || text.lastIndexOf("〔", at) > text.lastIndexOf("〕", at)
  );
}

/** Whether a stretch of text speaks of the year of the report at all. */
export function namesYear(text: string, year: number): boolean {
  return text.includes(`${String(year)}年`) || /本年|今年/u.test(text);
}
