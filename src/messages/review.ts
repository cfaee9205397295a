import { cellParts, type CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import { cellLabels, type BoundRule, type BoundTerm, type RuleBook } from "../core/rules/expand";
import type { Doubt } from "../core/rules/evaluate";
import type { Comparison, DomainRule, RuleSource } from "../core/rules/rule";
import { factsPlace, cellName, figureText, sheetName } from "./finding";

/** What became of a reason or of a finding that asks for one. */
export type ReviewState =
  /** 强制: no reason helps. */
  | "mustFix"
  | "open"
  | "current"
  | "expired"
  /** A 提示 that somebody has looked at. */
  | "noted"
  /** The rule holds by now; the reason stays for the record. */
  | "settled"
  /** Whether the rule holds cannot be told. */
  | "untold"
  /** The rule is none of the form's. */
  | "unknown";

/** Words of the sheet 校验与说明. */
export const review = {
  sheet: "校验与说明",
  title: "校验与说明",
  guide:
    "每条需要说明的校验问题一行。“说明”“说明人”“日期”三栏可以直接填写，其余由勾稽写入；数字改动以后，原来的说明会显示为“已过期”，请核对后重写。",
  heads: {
    number: "序号",
    rule: "规则",
    severity: "级别",
    place: "位置",
    difference: "差额",
    text: "说明",
    by: "说明人",
    at: "日期",
    state: "状态",
    key: "规则编号",
    data: "校验记录",
  },
  states: {
    mustFix: "必须改正",
    open: "待说明",
    current: "有效",
    expired: "已过期",
    noted: "已核对",
    settled: "已成立",
    untold: "无法核对",
    unknown: "规则不明",
  } satisfies Record<ReviewState, string>,
  none: "没有需要说明的事项。",
  more: (count: number): string => `另有${String(count)}条未列出，请生成校验报告查看。`,
  manifest: "封存信息",
  /** A reason in a row that belongs to no rule. */
  stray: (place: string, text: string): string =>
    `${place}的说明“${text}”没有对应的规则，没有读取；请写在所属规则的一行里。`,
} as const;

const relations: Readonly<Record<Comparison, string>> = { "=": "＝", "<=": "≤", ">=": "≥", "<": "＜", ">": "＞" };

/** More terms than this are not named one by one. */
const namedTerms = 4;

/** What a rule demands, in the words of the form and without figures: 自然人＋商业企业＝总计. */
export function ruleStatement(book: RuleBook, bound: BoundRule): string {
  const { template } = book;
  const { rule } = bound;
  switch (rule.kind) {
    case "balance":
    case "comparison": {
      if (!("when" in bound)) return "";
      const name = termNamer(template, bound);
      const right = sideStatement(bound.right, name, rule.const ?? 0);
      const when =
        rule.when === undefined
          ? ""
          : `${sideStatement(bound.when, name, 0)}${relations[rule.when.op]}${figureText(rule.when.const)}时，`;
      return `${when}${sideStatement(bound.left, name, 0)}${relations[rule.op]}${right}`;
    }
    case "ratio": {
      if (!("left" in bound)) return "";
      const name = termNamer(template, bound);
      const [left, right] = [sideStatement(bound.left, name, 0), sideStatement(bound.right, name, 0)];
      return `${left}在${right}的${figureText(rule.low)}倍至${figureText(rule.high)}倍之间（${right}不小于${figureText(rule.minBase)}时）`;
    }
    case "domain":
      return domainStatement(rule);
    case "required":
      return "没有空白的格";
    case "untouched":
      return "表格不是全部空白";
    case "zeroReport":
      return "全部为0时，有人确认为零报告";
    case "partsSum":
      return "各分项之和＝总数";
  }
}

function domainStatement({ integer, min, maxDecimals }: DomainRule): string {
  if (maxDecimals !== undefined) return `小数不超过${String(maxDecimals)}位`;
  const number = integer === true ? "整数" : "数";
  return min === 0
    ? `填不小于0的${number}`
    : min === undefined
      ? `填${number}`
      : `填不小于${figureText(min)}的${number}`;
}

type Namer = (term: BoundTerm) => string;

/** Names what differs between the terms: columns in one row, rows in one column; where that is not clear, all of it. */
function termNamer(template: Template, bound: BoundRule): Namer {
  const terms = "left" in bound ? [...bound.left, ...bound.right, ...("when" in bound ? bound.when : [])] : [];
  const cells = [...new Set(terms.map(({ cell }) => cell))];
  const rows = new Set(cells.map((cell) => cellParts(cell).row));
  const columns = new Set(cells.map((cell) => cellParts(cell).column));
  const short = (cell: CellId): string => {
    const labels = cellLabels(template, cell);
    if (rows.size === 1 && columns.size > 1) return labels.column ?? labels.row ?? "";
    if (rows.size > 1 && columns.size === 1) return labels.row ?? labels.column ?? "";
    return [labels.row, labels.column].filter((label) => label !== undefined).join("·");
  };
  const isClear =
    new Set(cells.map((cell) => cellParts(cell).table)).size === 1 && new Set(cells.map(short)).size === cells.length;
  return ({ cell, year }) => `${year === -1 ? "上年" : ""}${isClear ? short(cell) : cellName(template, cell)}`;
}

function sideStatement(terms: readonly BoundTerm[], name: Namer, added: number): string {
  const [first] = terms;
  if (first === undefined) return figureText(added);
  const sum =
    terms.length > namedTerms && terms.every(({ coef }) => coef === 1)
      ? `${name(first)}等${String(terms.length)}项之和`
      : terms
          .map((term, index) => {
            const factor = Math.abs(term.coef) === 1 ? "" : `${figureText(Math.abs(term.coef))}×`;
            return `${term.coef < 0 ? "－" : index === 0 ? "" : "＋"}${factor}${name(term)}`;
          })
          .join("");
  return added === 0 ? sum : `${sum}${added > 0 ? "＋" : "－"}${figureText(Math.abs(added))}`;
}

/** The sheet and line that a rule speaks of, whatever its verdict: 表三 · 商业企业. */
export function rulePlace({ template }: RuleBook, bound: BoundRule): string {
  const { cells, labels, rule } = bound;
  const [first] = cells;
  if (rule.kind === "partsSum") return factsPlace;
  if (first === undefined || rule.kind === "untouched" || rule.kind === "zeroReport") return "整份报告";
  const isExpanded = "when" in bound && bound.rule.expand !== undefined;
  if (rule.kind === "domain" || (cells.length === 1 && !isExpanded)) return cellName(template, first);
  const sheets = [...new Set(cells.map((cell) => sheetName(template, cellParts(cell).table)))].join("、");
  const line = labels.row ?? labels.column ?? commonHead(template, cells);
  return line === undefined ? sheets : `${sheets} · ${line}`;
}

/** The innermost head over all of the cells: 表四 has the same columns under three heads. */
function commonHead(template: Template, cells: readonly CellId[]): string | undefined {
  const [table, ...more] = new Set(cells.map((cell) => cellParts(cell).table));
  const groups = template.tables.find(({ id }) => id === table)?.columnGroups ?? [];
  if (more.length > 0) return undefined;
  return groups
    .filter(({ columns }) => cells.every((cell) => columns.includes(cellParts(cell).column)))
    .sort((a, b) => a.columns.length - b.columns.length)[0]?.label;
}

const listedCells = 3;

/** Why a rule could not be told. */
export function doubtText({ template }: RuleBook, { reason, cells }: Doubt): string {
  if (reason === "prior") return "缺上年数据";
  if (reason === "profile") return "单位类型或规章制定权未知";
  if (reason === "facts") return "总数未填，或者是约数";
  if (cells.length === 0) return "格未填";
  const names = cells.slice(0, listedCells).map((cell) => cellName(template, cell));
  return `格未填：${names.join("、")}${cells.length > listedCells ? `等${String(cells.length)}格` : ""}`;
}

const sourceTypes: Readonly<Record<RuleSource["type"], string>> = {
  official: "官方",
  law: "法律法规",
  local: "地方规定",
  structural: "表式结构",
  practice: "通行做法",
};

/** Where a rule comes from, with what kind of source it is. */
export function sourceText({ type, ref }: RuleSource): string {
  return ref === "" ? sourceTypes[type] : `${sourceTypes[type]}：${ref}`;
}

/** Words of the check report: a workbook that is printed and filed. */
export const checkReportWords = {
  title: "政府信息公开工作年度报告校验报告",
  sheet: "校验报告",
  fileName: (unit: string, year: number): string => `${unit}_${String(year)}_校验报告`,
  head: {
    unit: "填报单位",
    year: "报告年度",
    form: "表式",
    version: "规则版本",
    time: "校验时间",
    outcome: "结论",
    prior: "上年数据",
    counts: "统计",
  },
  prior: { given: "有", missing: "没有，跨年规则无法判断" },
  year: (year: number): string => `${String(year)}年`,
  form: (template: Pick<Template, "id" | "title">): string => `${template.title}（${template.id}）`,
  time: (date: Date): string => {
    const two = (part: number): string => String(part).padStart(2, "0");
    const day = `${String(date.getFullYear())}年${String(date.getMonth() + 1)}月${String(date.getDate())}日`;
    return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
  },
  outcome: {
    pass: "表内数据没有要处理的问题",
    explain: (open: number): string => `没有必须改正的问题，还有${String(open)}处待说明`,
    fail: (errors: number): string => `有${String(errors)}处必须改正，不能上报`,
  },
  counts: (found: {
    readonly rules: number;
    readonly passed: number;
    readonly error: number;
    readonly warning: number;
    readonly explained: number;
    readonly hint: number;
    readonly undecided: number;
    readonly notAsked: number;
  }): string =>
    `共核对${String(found.rules)}项：成立${String(found.passed)}项；不成立${String(found.error + found.warning + found.hint)}项` +
    `（强制${String(found.error)}，核实${String(found.warning)}，其中已说明${String(found.explained)}，提示${String(found.hint)}）；` +
    `无法判断${String(found.undecided)}项；不适用${String(found.notAsked)}项。`,
  heads: {
    number: "序号",
    verdict: "结论",
    severity: "级别",
    place: "位置",
    rule: "规则",
    left: "左边",
    right: "右边",
    difference: "差额",
    note: "说明或原因",
    signed: "说明人、日期",
    source: "依据",
    id: "规则编号",
  },
  sections: {
    broken: (count: number): string => `不成立（${String(count)}项）`,
    undecided: (count: number): string => `无法判断（${String(count)}项）`,
    passed: (count: number): string => `成立（${String(count)}项）`,
    notAsked: (count: number): string => `不适用（${String(count)}项）`,
  },
  verdicts: { broken: "不成立", undecided: "无法判断", passed: "成立", notAsked: "不适用" },
  /** A reason is given with what it is worth. */
  reason: (text: string, state: ReviewState): string =>
    state === "current" || state === "noted" ? text : `【${review.states[state]}】${text}`,
  openReason: `【${review.states.open}】`,
  /** Cells that one rule speaks of one by one, taken together. */
  together: (cells: number, statement: string): string => `${String(cells)}格均${statement}`,
  signatures: "校验人：　　　　　　　　复核人：　　　　　　　　单位负责人：　　　　　　　　日期：",
} as const;
