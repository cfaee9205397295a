import type { RuleTextProblem } from "../core/locate/rule-text";
import type { SlipDetail } from "../core/locate/slip";
import type { CellChange, Suggestion } from "../core/locate/suggest";
import { cellParts, isBlank, type CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import { cellLabels, type RuleBook } from "../core/rules/expand";
import type { Severity } from "../core/rules/rule";
import { cellName, figureText, severityName, sheetName } from "./finding";

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
  text: "格中是文字，应填数字",
  several: "各处差错不同",
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

/** What `locate` says without --json. */
export const locateWords = {
  violated: (rule: string): string => `不成立：${rule}`,
  fine: "没有不成立的规则。",
  sets: (weight: number, sets: readonly (readonly string[])[]): string =>
    `最少要改的（权重${String(weight)}）：${sets.map((set) => set.join("、")).join("；或 ")}`,
  hopeless: "没有任何改法能使全部规则成立，请检查规则和不许改动的名称。",
  late: "限定时间内没有判定。",
};

/** x 现为7，应为75（少一位数字）；several cells are listed. */
export function systemSuggestionMessage(found: {
  readonly certain: boolean;
  readonly detail: SlipDetail;
  readonly changes: readonly ChangeText[];
}): string {
  return `${changesText(found.changes)}（${slipName[found.detail]}）${found.certain ? "" : "，另有其他可能"}。`;
}

function changesText(changes: readonly ChangeText[]): string {
  return changes.map(({ cell, from, to }) => `${cell} 现为${valueText(from)}，应为${figureText(to)}`).join("；");
}

function valueText(value: number | string | null): string {
  return typeof value === "string" ? `“${value}”` : figureText(value);
}

/** More cells than this are counted, not listed. */
const listed = 4;

/**
 * What is probably wrong and what should stand there, in one or two plain sentences; which rules come right is said
 * last. Names cells as the form does.
 */
export function suggestionMessage(book: RuleBook, suggestion: Suggestion): string {
  const sentence = body(book.template, suggestion);
  const hedge = suggestion.certain || isFill(suggestion) ? "" : "可能是：";
  return `${hedge}${sentence}${reason(book, suggestion)}${healed(book, suggestion)}`;
}

function body(template: Template, suggestion: Suggestion): string {
  const { detail, changes } = suggestion;
  const [first, second] = changes;
  if (first === undefined) return "";
  const line = `“${lineName(template, first.cell)}”行`;
  if (detail === "swap" && second !== undefined && changes.length === 2) {
    return `${quoted(template, first)}与${quoted(template, second)}两格的数互换了，应分别为${figureText(first.to)}和${figureText(second.to)}。`;
  }
  if (detail === "rowSwap") {
    const other = changes.find(({ cell }) => lineOf(cell) !== lineOf(first.cell)) ?? first;
    return `${line}与“${lineName(template, other.cell)}”行的数互换了（改动${String(changes.length)}格）。`;
  }
  if (detail === "shift") return `${line}的数错了一列，应为${figures(template, changes)}。`;
  if (detail === "split") return `${line}有一个数被拆进相邻两格，应为${figures(template, changes)}。`;
  if (detail === "leftOut") {
    const held = changes.map(({ cell, from }) => `${columnName(template, cell)}${valueText(from)}`).join("、");
    return `${line}（${held}）没有算进总计，差额正好是这一行。这些数如已计入其他行，本行应为0；如是另外办理的，应改总计及与之平衡的各项。`;
  }
  if (detail === "zeroTotal" && changes.length === 1) {
    return `${quoted(template, first)}仍为0，按各项之和应为${figureText(first.to)}。`;
  }
  return isFill(suggestion) ? fillBody(template, suggestion) : listBody(template, suggestion);
}

function listBody(template: Template, { detail, changes, exact }: Suggestion): string {
  const kind = slipName[detail];
  const [first] = changes;
  if (changes.length === 1 && first !== undefined) {
    // Where a range of figures would do, the nearest one is its end.
    const typed = typeof first.from === "number" ? first.from : 0;
    const target = exact || detail === "sign" ? "应为" : first.to < typed ? "应不大于" : "应不小于";
    return `${quoted(template, first)}现为${valueText(first.from)}，${target}${figureText(first.to)}（${kind}）。`;
  }
  const all = changes.slice(0, listed).map((change) => `${quoted(template, change)}应为${figureText(change.to)}`);
  return `${all.join("，")}${changes.length > listed ? `等${String(changes.length)}格` : ""}（${kind}）。`;
}

function fillBody(template: Template, { changes, because }: Suggestion): string {
  const [first] = changes;
  if (changes.length === 1 && first !== undefined)
    return `${quoted(template, first)}为空，应为${figureText(first.to)}。`;
  if (changes.some(({ to }) => to !== 0)) {
    const all = changes.slice(0, listed).map((change) => `${quoted(template, change)}应为${figureText(change.to)}`);
    return `${all.join("，")}${changes.length > listed ? `等${String(changes.length)}个空格` : ""}。`;
  }
  const sheets = [...new Set(changes.map(({ cell }) => sheetName(template, cellParts(cell).table)))].join("、");
  return `${sheets}有${String(changes.length)}个空格应为0${because.length > 0 ? "：不算它们已经相符" : ""}。`;
}

function quoted(template: Template, { cell }: CellChange): string {
  return `“${cellName(template, cell)}”`;
}

function figures(template: Template, changes: readonly CellChange[]): string {
  return changes.map(({ cell, to }) => `${columnName(template, cell)}${figureText(to)}`).join("、");
}

function columnName(template: Template, cell: CellId): string {
  return cellLabels(template, cell).column ?? cellName(template, cell);
}

function lineOf(cell: CellId): string {
  const { table, row } = cellParts(cell);
  return `${table}.${row}`;
}

function lineName(template: Template, cell: CellId): string {
  return cellLabels(template, cell).row ?? sheetName(template, cellParts(cell).table);
}

function isFill({ changes }: Suggestion): boolean {
  return changes.every(({ from }) => isBlank(from));
}

/** For fills: 由“自然人”列推出。 */
function reason(book: RuleBook, { because }: Suggestion): string {
  const names = because.flatMap((id) => {
    const labels = book.byId.get(id)?.labels;
    if (labels?.row !== undefined) return [`“${labels.row}”行`];
    return labels?.column === undefined ? [] : [`“${labels.column}”列`];
  });
  return names.length === 0 ? "" : `由${names.join("和")}的勾稽关系推出。`;
}

function healed(book: RuleBook, { resolves }: Suggestion): string {
  const count = (severity: Severity): number =>
    resolves.filter((id) => book.byId.get(id)?.rule.severity === severity).length;
  const parts = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const number = count(severity);
    return number === 0 ? [] : [`${String(number)}条${severityName[severity]}`];
  });
  return parts.length === 0 ? "" : `改后消除${parts.join("、")}。`;
}
