import { cellParts, type CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import type { RuleTextProblem } from "../core/locate/rule-text";
import { cellLabels } from "../core/rules/expand";
import { firstCell, type OwnRuleProblem } from "../core/rules/own-rules";
import type { Comparison, Expansion, LinearRule, Rule, Term } from "../core/rules/rule";
import { figureText, sheetName } from "./finding";

const textProblems: Readonly<Record<RuleTextProblem, string>> = {
  symbol: "有不认识的符号",
  operand: "缺少数字或格号",
  operator: "缺少关系符（＝ ≤ ≥ < > 之一）或运算符",
  twoOperators: "关系符多于一个",
  bracket: "括号没有闭合",
  notLinear: "两个格不能相乘",
};

const keyNames: Readonly<Record<string, string>> = {
  title: "任务",
  issuer: "下发单位",
  year: "年度",
  template: "表式",
  variant: "变体",
  deadline: "截止日期",
  replyTo: "报送邮箱",
  note: "说明",
  source: "依据",
  units: "单位",
  rules: "规则",
  name: "单位名称",
  code: "统一社会信用代码",
  type: "单位类型",
  email: "邮箱",
  id: "编号",
  severity: "级别",
  rule: "规则",
  when: "条件",
  required: "必填",
  over: "逐行逐列",
  blanks: "空格",
  sentence: "表述",
  years: "年度",
  unitType: "单位类型",
  rulemaking: "规章制定权",
  examples: "例",
  values: "数据",
  prior: "上年",
  expect: "结论",
};

/** What may stand there, for keys where that is not plain. */
const wanted: Readonly<Record<string, string>> = {
  year: "四位数字的年份",
  deadline: "如 2027-01-20 的日期",
  replyTo: "一个邮箱地址",
  id: "字母、数字、汉字组成的编号",
  severity: "强制、核实或提示",
  blanks: "按0 或 不判断",
  years: "年份，如 2026 或 [2025, 2026]",
  unitType: "政府、部门、乡镇或街道",
  type: "政府、部门、乡镇、街道或其他",
  rulemaking: "有或无",
  expect: "成立、不成立或无法判断",
  values: "格号和数，如 t3.granted.total: 3",
  prior: "格号和数，如 t3.carriedForward.total: 3",
  rules: "规则的列表，每条以“-”开头",
  units: "单位的列表，每个以“-”开头",
  examples: "例的列表，每个以“-”开头",
};

const verdicts = { passed: "成立", broken: "不成立", undecided: "无法判断", notAsked: "不适用" } as const;

/** What is wrong with a file of own rules or a task file: one sentence with the line. */
export const ownRules = {
  at: (file: string, line: number, problem: string): string => `${file}第${String(line)}行：${problem}。`,
  notText: (file: string): string => `${file}：不是文字文件，规则文件应为 UTF-8 编码的 YAML 或 JSON。`,
  tooLarge: (file: string): string => `${file}：文件过大，规则文件不应超过1MB。`,
  empty: (file: string): string => `${file}：文件里没有内容。`,
  syntax: "写法有误，请检查缩进、冒号、引号和括号（含 { }、*、# 的文字要加引号）",
  tab: "缩进要用空格，不能用制表符",
  twice: "同一项写了两次",
  alias: "不能用“*名称”引用别处，含 * 的文字要加引号",
  key: "项名应是一个词",
  unknownKey: (key: string): string => `没有“${key}”这一项`,
  missing: (key: string): string => `缺少“${keyNames[key] ?? key}”`,
  badValue: (key: string): string =>
    key === ""
      ? "内容不合规定，应为“项名: 内容”"
      : `“${keyNames[key] ?? key}”的内容不合规定${wanted[key] === undefined ? "" : `，应为${wanted[key]}`}`,
  sameId: (id: string): string => `编号“${id}”已经用过，每条规则的编号不能相同`,
  oneOf: "“规则”和“必填”要写一个，且只写一个",
  unknownTemplate: (id: string, known: readonly string[]): string =>
    `没有名为“${id}”的表式，可用的表式是：${known.join("、")}`,
  wrongTemplate: (id: string, year: number): string => `表式 ${id} 不用于${String(year)}年度`,
  sameUnit: (name: string): string => `单位“${name}”写了两次`,
  example: (expected: keyof typeof verdicts, found: keyof typeof verdicts): string =>
    `这个例子应为“${verdicts[expected]}”，按规则却是“${verdicts[found]}”`,
  problem: (found: OwnRuleProblem, text: string, template: string): string => {
    switch (found.kind) {
      case "text":
        return `规则“${text}”${position(text, found.at)}${textProblems[found.problem]}`;
      case "unknownCell":
        return `表式 ${template} 没有格号“${found.name}”`;
      case "unknownLine":
        return `“${found.name}”不是规则中各格都有的行或列`;
      case "noCell":
        return `规则“${text}”没有提到任何一格`;
      case "twoLines":
        return "一条规则里 {row} 和 {col} 只能用一种";
      case "noLine":
        return "写了“逐行逐列”，规则里却没有 {row} 或 {col}";
      case "condition":
        return "“条件”应是格与数的比较，如 t3.newReceived.total >= 10";
    }
  },
};

function position(text: string, at: number): string {
  return at >= text.length ? "末尾" : `第${String(at + 1)}个字“${text.charAt(at)}”处`;
}

const relations: Readonly<Record<Comparison, string>> = {
  "=": "应等于",
  "<=": "应不大于",
  ">=": "应不小于",
  "<": "应小于",
  ">": "应大于",
};

/** The sentence of an own rule whose author gave none, with slots for the figures. */
export function ownSentence(template: Template, rule: Rule): string {
  if (rule.kind === "required") return "有{count}格没有填写：{cells}。";
  if (rule.kind !== "balance" && rule.kind !== "comparison") return "";
  const line = rule.expand?.var;
  const head = line === "col" ? "{colLabel}列：" : line === "row" ? "{rowLabel}：" : "";
  const right = sideText(template, rule, "right");
  const apart = rule.op === "=" ? "，相差{diff}" : "";
  return `${head}${sideText(template, rule, "left")}${relations[rule.op]}${right}${apart}。`;
}

function sideText(template: Template, rule: LinearRule, side: "left" | "right"): string {
  const terms = rule[side].map(
    (term, index) => `${sign(term, index)}${termName(template, term, rule.expand)}（{${side}${String(index)}}）`,
  );
  const added = side === "right" ? (rule.const ?? 0) : 0;
  if (terms.length === 0) return figureText(added);
  return terms.join("") + (added === 0 ? "" : `${added > 0 ? "＋" : "－"}${figureText(Math.abs(added))}`);
}

function sign({ coef = 1 }: Term, index: number): string {
  const factor = Math.abs(coef) === 1 ? "" : `${figureText(Math.abs(coef))}×`;
  return (coef < 0 ? "－" : index === 0 ? "" : "＋") + factor;
}

/** 上年表三·新收·总计, without the line that the rule is repeated for. */
function termName(template: Template, term: Term, expand: Expansion | undefined): string {
  const cell: CellId = firstCell(term, expand);
  const labels = cellLabels(template, cell);
  const moves = term.ref.includes("{");
  const parts = [
    sheetName(template, cellParts(cell).table),
    moves && expand?.var === "row" ? undefined : labels.row,
    moves && expand?.var === "col" ? undefined : labels.column,
  ].filter((part) => part !== undefined && part !== "");
  return `${term.year === -1 ? "上年" : ""}${parts.join("·")}`;
}
