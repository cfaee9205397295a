import { cellParts, type CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import { parseExpression } from "../core/narrative/expression";
import { fillsField } from "../core/narrative/place-facts";
import { cellLabels, ruleOf, type BoundRule, type RuleBook } from "../core/rules/expand";
import type { Finding, FindingTerm } from "../core/rules/finding";
import type { Severity } from "../core/rules/rule";

export const severityName: Readonly<Record<Severity, string>> = { error: "强制", warning: "核实", hint: "提示" };

/** A figure as offices write it: no separators, no binary noise; a blank is said. */
export function figureText(value: number | null): string {
  return value === null ? "空" : String(value);
}

/** The sheet that shows a table: 表三. */
export function sheetName(template: Template, table: string): string {
  return template.sheets.find(({ tables }) => tables.includes(table))?.name ?? "";
}

/** Where a cell is, in the words of the form: 表三 · 1.信访举报投诉类申请 · 商业企业. */
export function cellName(template: Template, cell: CellId): string {
  const { table, column } = cellParts(cell);
  const labels = cellLabels(template, cell);
  const found = template.tables.find(({ id }) => id === table);
  // 表四 repeats its column labels under three heads, so the innermost head goes before them.
  const head = found?.columnGroups
    ?.filter(({ columns }) => columns.includes(column) && columns.length < found.columns.length / 2)
    .at(-1)?.label;
  const repeated = found !== undefined && found.columns.filter(({ label }) => label === labels.column).length > 1;
  // Where the rows say what is counted, the label of the only column (汇总数) tells nothing.
  const isPlain = found?.columns.find(({ id }) => id === column)?.kind === undefined;
  return [sheetName(template, table), labels.row, repeated ? head : undefined, isPlain ? undefined : labels.column]
    .filter((part) => part !== undefined && part !== "")
    .join(" · ");
}

/** The sheet of the facts. */
export const factsPlace = "正文要素";

/** The place a finding is shown at: its line, or its single cell. */
export function placeName(book: RuleBook, finding: Finding): string {
  const bound = ruleOf(book, finding.rule);
  const [first] = finding.cells;
  if (bound === undefined || first === undefined) return "";
  if (bound.rule.kind === "partsSum") return `${factsPlace} · ${labelOf(book.template, finding)}`;
  if (finding.cells.length === 1) return cellName(book.template, first);
  const sheet = sheetName(book.template, cellParts(first).table);
  const line = bound.labels.row ?? bound.labels.column;
  return line === undefined ? sheet : `${sheet} · ${line}`;
}

/** One plain sentence: the rule with its figures, both sums, and the difference seen from the total. */
export function findingMessage(book: RuleBook, finding: Finding): string {
  const bound = ruleOf(book, finding.rule);
  if (bound === undefined) return finding.rule;
  const sentence = fill(bound.rule.sentence, slots(book.template, bound, finding));
  return sentence + sumsSentence(bound, finding) + writtenSentence(finding);
}

/** What the finding speaks of: the label of a fact, or of its field where it was given none. */
function labelOf({ facts }: Template, { labels, cells }: Finding): string {
  const own = labels?.row ?? "";
  return own !== "" ? own : fieldLabel(facts, pathOf(cells[0] ?? ""));
}

/** The label of the field that a fact fills, or else the fact's id. */
function fieldLabel(facts: Template["facts"], [section, id = ""]: readonly string[]): string {
  return facts.find((field) => field.section === section && fillsField(field, id))?.label ?? id;
}

/** Where a fact stands, in the words of its sheet: 正文要素 · 政务微信发布信息 · 通知公告. */
export function factName({ facts }: Template, path: readonly string[]): string {
  const [, , key, part = ""] = path;
  const category = key === "parts" && !/^\d+$/u.test(part) ? [part] : [];
  return [factsPlace, fieldLabel(facts, path), ...category].join(" · ");
}

function pathOf(source: string): readonly string[] {
  return parseExpression(source)[0]?.path ?? [];
}

/** The text that stands where a figure should: 现在填的是“四件”。 */
function writtenSentence({ written }: Finding): string {
  return typeof written === "string" ? `现在填的是“${written.trim().slice(0, longestQuote)}”。` : "";
}

/** A cell may hold a whole letter. */
const longestQuote = 30;

const listedCells = 3;

function slots(template: Template, bound: BoundRule, finding: Finding): Readonly<Record<string, string>> {
  const found: Record<string, string> = {
    rowLabel: (bound.rule.kind === "partsSum" ? labelOf(template, finding) : bound.labels.row) ?? "",
    colLabel: bound.labels.column ?? "",
    diff: figureText(finding.difference === null ? null : Math.abs(finding.difference)),
    leftSum: figureText(finding.left),
    rightSum: figureText(finding.right),
    count: String(finding.cells.length),
    cells:
      finding.cells
        .slice(0, listedCells)
        .map((cell) => lineName(template, cell))
        .join("、") + (finding.cells.length > listedCells ? "等" : ""),
  };
  for (const side of ["left", "right", "when"] as const) {
    termsOf(finding, side).forEach(({ value }, index) => (found[`${side}${String(index)}`] = figureText(value)));
  }
  const whens = termsOf(finding, "when");
  // {when0} speaks of the condition as a whole where it adds several cells.
  if (whens.length > 0) found["when0"] = String(whens.reduce((sum, { value, coef }) => sum + (value ?? 0) * coef, 0));
  return found;
}

function lineName(template: Template, cell: CellId): string {
  return cellName(template, cell).split(" · ").slice(1).join(" · ");
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
}

function termsOf(finding: Finding, side: FindingTerm["side"]): readonly FindingTerm[] {
  return finding.terms.filter((term) => term.side === side);
}

/** For balances against one total: 各项之和为5，总计为4，总计比各项之和少1。 */
function sumsSentence(bound: BoundRule, finding: Finding): string {
  const { left, right, difference } = finding;
  const adds = bound.rule.kind === "balance" || bound.rule.kind === "partsSum";
  if (!adds || left === null || right === null || difference === null) return "";
  if (termsOf(finding, "right").length !== 1) return "";
  const word = difference > 0 ? "少" : "多";
  return `各项之和为${figureText(left)}，总计为${figureText(right)}，总计比各项之和${word}${figureText(Math.abs(difference))}。`;
}

/** The name of a category, or of the total it belongs to; categories without names are counted. */
function partName(path: CellId): string {
  const [, , key, part = ""] = pathOf(path);
  if (key !== "parts") return "总数";
  return /^\d+$/u.test(part) ? `其中${String(Number(part) + 1)}` : part;
}

/** Both sides with their figures, as in 第一项 6 ＋ 第二项 0 ＝ 6 ≠ 总计 5 ＋ 结转 0 ＝ 5; zeros are left out of long sums. */
export function equationText(book: RuleBook, finding: Finding): string {
  const { left, right } = finding;
  if (left === null || right === null) return "";
  const bound = ruleOf(book, finding.rule);
  const byRow = bound !== undefined && "when" in bound && bound.rule.expand?.var === "row";
  const name = (cell: CellId): string => {
    if (bound?.rule.kind === "partsSum") return partName(cell);
    const labels = cellLabels(book.template, cell);
    return (byRow ? labels.column : (labels.row ?? labels.column)) ?? "";
  };
  const write = (side: FindingTerm["side"]): readonly string[] => {
    const terms = termsOf(finding, side);
    const shown = terms.length > 4 ? terms.filter(({ value }) => value !== null && value !== 0) : terms;
    return shown.map(({ cell, value, coef, year }, index) => {
      const sign = coef < 0 ? "－" : index === 0 ? "" : "＋";
      return `${sign}${year === -1 ? "上年" : ""}${name(cell)} ${figureText(value)}`;
    });
  };
  const total = (parts: readonly string[], sum: number): string => {
    if (parts.length === 0) return `各项之和 ${figureText(sum)}`;
    // A single part is the sum; saying it twice helps nobody.
    return parts.length === 1 ? parts.join("") : `${parts.join(" ")} ＝ ${figureText(sum)}`;
  };
  const relation = left === right ? "＝" : "≠";
  return `${total(write("left"), left)} ${relation} ${total(write("right"), right)}`;
}
