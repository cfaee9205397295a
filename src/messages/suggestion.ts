import type { RuleTextProblem } from "../core/locate/rule-text";
import type { SlipDetail } from "../core/locate/slip";
import { figureText } from "./finding";

type ChangeText = { readonly cell: string; readonly from: number | string | null; readonly to: number };

/** The kind of slip in a few words, to stand in brackets behind the figure. */
export const slipName: Readonly<Record<SlipDetail, string>> = {
  sign: "正负号写反",
  transposed: "相邻两位颠倒",
  extraDigit: "多一位数字",
  lostDigit: "少一位数字",
  wrongDigit: "一位数字有误",
  timesTen: "末尾多一个0",
  tenth: "末尾少一个0",
  point: "小数点位置有误",
  missing: "空格可由其他数推出",
  total: "总计可由各项相加得出",
  zeroTotal: "总计未填，仍为0",
  swap: "两格互换了",
  rowSwap: "两行互换了",
  shift: "整行错了一列",
  split: "一个数被拆进两格",
  leftOut: "总计没有算进这一行",
  rounding: "四舍五入的尾差",
  neighbour: "与相邻格的数相同，疑似串格",
  lastYear: "与上年数相同，疑似未改",
  unknown: "差错原因不明",
};

const position = (text: string, at: number): string =>
  at >= text.length ? "末尾" : `第${String(at + 1)}个字符“${text.charAt(at)}”处`;

const ruleProblems: Readonly<Record<RuleTextProblem, string>> = {
  symbol: "有不认识的符号",
  operand: "缺少数字或名称",
  operator: "缺少关系符（== <= >= < > 之一）或运算符",
  twoOperators: "关系符多于一个",
  bracket: "括号没有闭合",
  notLinear: "两个名称不能相乘",
};

/** What goes wrong with a file for `locate`. */
export const systemErrors = {
  badJson: (file: string): string => `${file}：不是有效的 JSON。`,
  badPart: (file: string, place: string): string =>
    `${file}：“${place === "" ? "文件" : place}”缺失或不合规定，需要 rules（规则的数组）和 record（名称到数的对照）。`,
  badRule: (file: string, rule: string, problem: RuleTextProblem, at: number): string =>
    `${file}：规则“${rule}”${position(rule, at)}${ruleProblems[problem]}。`,
  unknownName: (file: string, name: string): string => `${file}：规则和 record 中都没有“${name}”这个名称。`,
};

/** x 应为 75（少一位数字）；several cells are listed. */
export function systemSuggestionMessage(found: {
  readonly certain: boolean;
  readonly detail: SlipDetail;
  readonly changes: readonly ChangeText[];
}): string {
  const changes = found.changes
    .map(({ cell, from, to }) => `${cell} 现为${valueText(from)}，应为${figureText(to)}`)
    .join("；");
  return `${changes}（${slipName[found.detail]}）${found.certain ? "" : "，另有其他可能"}。`;
}

function valueText(value: number | string | null): string {
  return typeof value === "string" ? `“${value}”` : figureText(value);
}
