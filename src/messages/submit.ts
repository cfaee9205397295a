import type { ControlTotals } from "../core/seal/control-totals";
import type { ControlTotal, Template } from "../core/model/template";
import { figureText } from "./finding";

/** 新收70件，上年结转0件. */
function totalsText(totals: readonly ControlTotal[], figures: ControlTotals): string {
  return totals.map(({ id, label, unit }) => `${label}${figureText(figures[id] ?? null)}${unit}`).join("，");
}

/** `2027-01-12T16:30:05+08:00` as 2027年1月12日 16:30. */
function timeText(iso: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/u.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined || time === undefined) return iso;
  return `${year}年${String(Number(month))}月${String(Number(day))}日 ${time}`;
}

export type MailFacts = {
  readonly unit: string;
  readonly year: number;
  readonly form: string;
  /** 主要数 in words; empty where the form has none. */
  readonly totals: string;
  readonly reasons: readonly string[];
  /** Names of the files. */
  readonly attachments: readonly string[];
  readonly sealedAt: string;
  readonly by: string;
  readonly sha256: string;
};

/** Words of sending: the sealed workbook, verifying it, the mail. */
export const submit = {
  manifest: {
    form: "表式",
    rules: "规则版本",
    unit: "填报单位",
    year: "年度",
    totals: "主要数",
    sealedAt: "封存时间",
    by: "封存人",
    sha256: "校验码（SHA-256）",
    how: "怎样核对",
    yearText: (year: number): string => `${String(year)}年度`,
    nobody: "（未填）",
    howText:
      "校验码由全部数字、正文和说明算出。在勾稽中打开本文件，或运行 gouji verify，即可知道封存后有没有改动、改了哪一格。",
  },
  /** On the sheet 校验与说明 of a sealed workbook. */
  sealedGuide: "封存时的校验问题和说明。各表已保护，请不要改动；要改，请退回填报单位。",
  totals: totalsText,
  time: timeText,

  obstacle: {
    blank: (sheet: string, places: readonly string[], count: number): string =>
      count > places.length
        ? `${sheet}还有 ${String(count)} 格没有填。没有发生的填 0，可用补合计、补零一次补齐。`
        : `${places.join("、")}没有填。没有发生的填 0，可用补合计、补零补齐。`,
    reason: (message: string): string => `需要说明原因：${message}`,
    expired: (message: string): string => `数字改动后说明已过期，请重写：${message}`,
    placeholder: (section: string, text: string): string => `正文“${section}”里还有${text}。`,
    ownPlaceholder: (text: string): string => `正文里还有${text}。`,
    damage: (message: string): string => `表式有改动：${message}请先按官方表式修复。`,
    stale: (paragraph: string, old: string, now: string): string => `正文里的“${old}”现在应为“${now}”：${paragraph}`,
    wrongNumber: (number: string, message: string, sentence: string): string =>
      `正文里的“${number}”与表不一致：${message}（${sentence.trim()}）`,
    wrongText: (message: string): string => `正文：${message}`,
    noText: "报告正文是空的，请先写出正文。",
    tooLong: "正文有一段超过 32767 个字，工作簿的一格放不下，请分段。",
  },

  damagedTables: (template: Template, anchors: readonly string[]): string => {
    const sheets = template.sheets.filter(({ tables }) => tables.some((id) => anchors.includes(`GOUJI.${id}`)));
    return `${sheets.map(({ name }) => name).join("、")}的表格被增减了行列或被删除。`;
  },
  returned: "已退回修改，封存失效。改好后请重新封存。",

  file: {
    refused: (count: number): string => `没有封存：还有 ${String(count)} 项要处理。`,
    sha256: (code: string): string => `校验码 ${code}`,
  },

  mail: {
    subject: (unit: string, year: number): string => `${unit}报送${String(year)}年度政府信息公开工作年度报告`,
    body: ({ unit, year, form, totals, reasons, attachments, sealedAt, by, sha256 }: MailFacts): string =>
      [
        "您好：",
        "",
        `现报送${unit}${String(year)}年度政府信息公开工作年度报告，请查收。`,
        "",
        `填报单位：${unit}`,
        `年度：${String(year)}年度`,
        `表式：${form}`,
        ...(totals === "" ? [] : [`主要数：${totals}`]),
        "",
        ...(reasons.length === 0
          ? ["能判断的校验规则全部成立，没有需要说明的事项。"]
          : ["需要说明的事项：", ...reasons.map((reason, index) => `${String(index + 1)}. ${reason}`)]),
        "",
        "附件：",
        ...attachments.map((name, index) => `${String(index + 1)}. ${name}`),
        "",
        `工作簿已于${timeText(sealedAt)}封存${by === "" ? "" : `（${by}）`}，校验码（SHA-256）：`,
        sha256,
        ...(by === "" ? [] : ["", unit, by]),
      ].join("\n"),
    reason: (statement: string, text: string, by: string): string =>
      `${statement}——${text}${by === "" ? "" : `（${by}）`}`,
    summary: (subject: string, to: readonly string[], names: readonly string[]): string =>
      [`主题：${subject}`, `收件人：${to.join("，")}`, ...names.map((name) => `附件：${name}`)].join("\n"),
    unsealed: (file: string): string => `${file}：没有封存，不能报送。请先用 gouji seal 封存。`,
    changed: (file: string): string =>
      `${file}：封存后有改动，不能报送。请用 gouji verify 查看改动的地方，改好后重新封存。`,
    badAddress: (text: string): string => `“${text}”不是邮箱地址，应如 gongkai@example.gov.cn。`,
  },

  verify: {
    unsealed: (file: string): string => `${file}：没有封存。`,
    intact: (file: string): string => `${file}：已封存，完好。`,
    changed: (file: string): string => `${file}：已改动。`,
    broken: "封存记录本身被改动，不能证明哪些内容是原来的。",
    cell: (place: string, from: string, to: string): string => `${place}：${from} → ${to}`,
    text: (from: string | null, to: string | null): string =>
      from === null ? `正文增加：${to ?? ""}` : to === null ? `正文删去：${from}` : `正文改动：${from} → ${to}`,
    noText: "工作表“年报正文”不见了。",
    reason: (rule: string, from: string | null, to: string | null): string =>
      `${rule}的说明：${from ?? "（无）"} → ${to ?? "（无）"}`,
    detail: (name: string, from: string | null, to: string | null): string =>
      `${name}：${from ?? "（无）"} → ${to ?? "（无）"}`,
    details: {
      template: "表式",
      variant: "地区样式",
      unit: "单位名称",
      year: "年度",
      unitType: "单位类型",
      rulemaking: "规章制定权",
      zeroReport: "零报告确认",
    } as Readonly<Record<string, string>>,
    manifest: "“校验与说明”里的封存信息被改动。",
    damage: (message: string): string => `表式有改动：${message}`,
    value: (value: number | string | null): string => (typeof value === "string" ? `“${value}”` : figureText(value)),
    sealedAt: (time: string, by: string): string => `封存时间 ${time}${by === "" ? "" : `，封存人 ${by}`}`,
  },
} as const;
