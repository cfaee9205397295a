import { chineseNumber, powerValue } from "./numeral";

/** In which way a figure is not exact: 余 above, 近 below, 约 about, 超过 at least, 不足 at most. */
export type Vagueness = "above" | "below" | "about" | "atLeast" | "atMost";

/** One number with its classifier in a condensed text. */
export type Quantity = {
  /** From the first digit to the end of the classifier. */
  readonly start: number;
  readonly end: number;
  /** 18万余条 → 180000, 33.9% → 33.9, 5.2万元 → 5.2. */
  readonly value: number;
  /** Half of what the last printed digit stands for; 0 where the figure is exact. */
  readonly tolerance: number;
  readonly approx?: { readonly word: string; readonly kind: Vagueness; readonly step: number };
  readonly unit: string;
};

export const percent = "%";

/** Classifiers, the longer before the shorter. */
const classifiers = [
  "百分点",
  "人次",
  "人/次",
  "件次",
  "场次",
  "批次",
  "家次",
  "户次",
  "万元",
  "亿元",
  "元",
  "件",
  "条",
  "份",
  "次",
  "篇",
  "期",
  "个",
  "项",
  "家",
  "人",
  "名",
  "位",
  "批",
  "起",
  "宗",
  "例",
  "场",
  "张",
  "只",
  "册",
  "页",
  "种",
  "类",
  "招",
  "处",
  "所",
  "部",
  "台",
  "套",
  "户",
  "组",
  "轮",
  "幅",
  "则",
  "本",
  "道",
  "部",
  "字",
  "吨",
  "亩",
  "公里",
  "平方米",
] as const;

/** Words that begin like a classifier and are none: 期限, 部门, 项目, 条例 …; and spans of time. */
const noClassifier =
  /^(?:次性|次年|期限|期间|期货|部门|部分|处理|处罚|处置|条例|条款|条件|本级|本年|本市|本区|人大|名单|例行|道路|字号|个?(?:工作日|小时|自然日|季度|年|月|周|日|天|百分点以)|项规定|所属|家庭|起点|组织|元旦|元素|例外|类别|类型|位于|位置)/u;

const before: readonly (readonly [RegExp, Vagueness])[] = [
  [/(?:将近|接近|近)$/u, "below"],
  [/(?:大约|约占?|大致|左右)$/u, "about"],
  [/(?:超过|超出|突破|多达|至少|不少于|不低于|逾|超)$/u, "atLeast"],
  [/(?:不足|不到|至多|不超过|不多于)$/u, "atMost"],
];
const behind: readonly (readonly [RegExp, Vagueness])[] = [
  [/^(?:左右|上下)/u, "about"],
  [/^(?:以上|之多)/u, "atLeast"],
  [/^(?:以下|以内)/u, "atMost"],
];

const arabic = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const chinese = "[零〇一二两三四五六七八九十百千万亿]+";
const number = new RegExp(
  `百分之(${arabic}|${chinese})|(${arabic})([十百千]?[万亿]|[百千](?=[余多来]))?|(${chinese})`,
  "gu",
);
const infix = /^[余多来](?![年月日])/u;

/** Idioms that begin with a numeral: 一件件, 一批, 两手抓 …; a lone 一 rarely counts anything. */
const countedOne = new Set(["件", "起", "宗", "例", "份", "期", "元", "万元"]);
const countedFew = new Set([
  ...countedOne,
  "条",
  "次",
  "篇",
  "项",
  "家",
  "人",
  "名",
  "场",
  "批次",
  "人次",
  "册",
  "页",
  "个",
]);

/**
 * All figures of a condensed text that count or measure something. Dates, document numbers, ordinals, telephone
 * numbers and titles in 《》 are none, nor is a number without a classifier.
 */
export function scanQuantities(text: string): readonly Quantity[] {
  const titled = zones(text, /《[^《》\n]{0,120}》|〔[^〕\n]{0,12}〕|\[[^\]\n]{0,12}\]/gu);
  const quoted = zones(text, /“[^“”\n]{0,60}”|"[^"\n]{0,60}"/gu);
  const found: Quantity[] = [];
  number.lastIndex = 0;
  for (let match = number.exec(text); match !== null; match = number.exec(text)) {
    const quantity = quantityAt(text, match, inZone(quoted, match.index));
    if (quantity !== undefined && !inZone(titled, match.index)) {
      found.push(quantity);
      number.lastIndex = quantity.end;
    }
  }
  return found;
}

function quantityAt(text: string, match: RegExpExecArray, isQuoted: boolean): Quantity | undefined {
  const [whole, share, digits, power = "", characters] = match;
  const start = match.index;
  const head = text.slice(Math.max(0, start - 6), start);
  if (/[第每逐某同〔[A-Za-z/.+-]$/u.test(head) || /\d[-:.]$/u.test(head)) return undefined;
  if (share !== undefined) {
    const value = valueOf(share);
    if (value === undefined) return undefined;
    return withVagueness(text, head, {
      start,
      end: start + whole.length,
      value,
      printed: share,
      power: 1,
      unit: percent,
    });
  }
  const printed = digits ?? characters ?? "";
  const plain = valueOf(printed);
  if (plain === undefined) return undefined;
  let rest = text.slice(start + whole.length, start + whole.length + 12);
  let end = start + whole.length;
  let scale = powerValue(power);
  // 1199.79万元: 万元 is the unit of the amount.
  const money = /^[万亿]?元/u.exec(power + rest)?.[0];
  const inMoney = digits !== undefined && money?.length === power.length + 1;
  if (inMoney) {
    scale = 1;
    end -= power.length;
    rest = power + rest;
  }
  const more = infix.exec(rest)?.[0];
  if (more !== undefined) {
    end += 1;
    rest = rest.slice(1);
    // 10余万人次: the power stands behind.
    const late = digits === undefined ? undefined : /^[百千]?[万亿](?!元)/u.exec(rest)?.[0];
    if (late !== undefined) {
      scale *= powerValue(late);
      end += late.length;
      rest = rest.slice(late.length);
    }
  }
  const unit = unitOf(rest);
  if (unit === undefined) return undefined;
  if (characters !== undefined && (isQuoted || !isCount(text, start, characters, plain, unit))) return undefined;
  end += unit.length;
  return withVagueness(text, head, { start, end, value: plain * scale, printed, power: scale, unit }, more);
}

function unitOf(rest: string): string | undefined {
  if (rest.startsWith(percent)) return percent;
  if (rest.startsWith("个百分点")) return "个百分点";
  if (noClassifier.test(rest)) return undefined;
  return classifiers.find((unit) => rest.startsWith(unit));
}

function isCount(text: string, start: number, characters: string, value: number, unit: string): boolean {
  if (/[统唯任进之这那另有逐单专万十]$/u.test(text.slice(0, start)) && characters.length === 1 && value < 10)
    return false;
  if (/(?:无|没有|未有|未发生)$/u.test(text.slice(0, start)) && value === 1) return false;
  const end = start + characters.length + unit.length;
  if (value < 10 && /^(?:重点)?(?:工作|任务|措施|机制|制度|要求|内容|原则|职责|改革|建设|行动)/u.test(text.slice(end)))
    return false;
  if (characters === "零") return unit !== "个";
  if (value === 1) return countedOne.has(unit) && !text.startsWith(unit + unit, start + 1);
  if (value < 10 && unit === "个") return false;
  return countedFew.has(unit);
}

type Raw = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly printed: string;
  readonly power: number;
  readonly unit: string;
};

function withVagueness(text: string, head: string, raw: Raw, more?: string): Quantity {
  const { start, end, value, printed, power, unit } = raw;
  const decimals = /\.(\d+)$/u.exec(printed)?.[1]?.length ?? 0;
  // Amounts in 万元 are rounded as they are printed; counts are exact.
  const exact = power === 1 && decimals === 0 && unit !== percent && !/^[万亿]元$/u.test(unit);
  const tolerance = exact ? 0 : (0.5 * power) / 10 ** decimals;
  const basic = { start, end, value, tolerance, unit };
  const kind: readonly [string, Vagueness] | undefined =
    more !== undefined ? [more, "above"] : (wordAt(before, head) ?? wordAt(behind, text.slice(end, end + 3)));
  if (kind === undefined) return basic;
  return { ...basic, approx: { word: kind[0], kind: kind[1], step: stepOf(value, decimals, power) } };
}

function wordAt(
  words: readonly (readonly [RegExp, Vagueness])[],
  text: string,
): readonly [string, Vagueness] | undefined {
  for (const [pattern, kind] of words) {
    const word = pattern.exec(text)?.[0];
    if (word !== undefined) return [word.replace(/^约占$/u, "约"), kind];
  }
  return undefined;
}

/** What the last digit that is not 0 stands for: 5300 → 100, 4万 → 10000. */
function stepOf(value: number, decimals: number, power: number): number {
  if (decimals > 0) return power / 10 ** decimals;
  let step = power;
  while (step < value && value % (step * 10) === 0) step *= 10;
  return step;
}

function valueOf(printed: string): number | undefined {
  return /^\d/u.test(printed) ? Number(printed.replaceAll(",", "")) : chineseNumber(printed);
}

/** Whether a figure that is known to be `actual` may be written as this quantity. */
export function fits({ value, tolerance, approx }: Quantity, actual: number): boolean {
  const noise = 1e-9 * Math.max(1, Math.abs(value), Math.abs(actual));
  if (approx === undefined) return Math.abs(actual - value) <= tolerance + noise;
  switch (approx.kind) {
    case "above":
      return actual >= value - noise && actual < value + Math.max(approx.step, 1) - noise;
    case "below":
      return actual <= value + noise && actual >= value - Math.max(approx.step, value * 0.1) - noise;
    case "about":
      return Math.abs(actual - value) <= Math.max(approx.step / 2, value * 0.05, tolerance) + noise;
    case "atLeast":
      return actual >= value - noise;
    case "atMost":
      return actual <= value + noise;
  }
}

type Zone = readonly [number, number];

function zones(text: string, pattern: RegExp): readonly Zone[] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function inZone(list: readonly Zone[], at: number): boolean {
  return list.some(([start, end]) => at >= start && at < end);
}
