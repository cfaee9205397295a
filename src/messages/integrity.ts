import type { CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import type { RuleBook } from "../core/rules/expand";
import { cellName, sheetName } from "./finding";
import { ruleStatement } from "./review";

type Kind = "lost" | "constant" | "changed";

const became: Readonly<Record<Kind, string>> = {
  lost: "被删除",
  constant: "被改成了固定的内容",
  changed: "被改动，核对的不是原来的格",
};

const totalBecame: Readonly<Record<Kind, string>> = {
  lost: "被删除",
  constant: "是固定的数，不会随各项变化",
  changed: "被改动，相加的不是原来各项",
};

const listed = 4;

/** What is the matter with a form, by place, and what a repair did. */
export const integrity = {
  /** 表三!K6 的校验公式（自然人＋…＝总计）被删除。 */
  check: (book: RuleBook, kind: Kind, place: string, rule: string): string => {
    const bound = book.byId.get(rule);
    const said = bound === undefined ? "" : `（${ruleStatement(book, bound)}）`;
    return `${place}的校验公式${said}${became[kind]}。`;
  },
  total: (book: RuleBook, kind: Kind, place: string, cell: CellId): string =>
    `${place}（${cellName(book.template, cell)}）的合计公式${totalBecame[kind]}。`,
  /** Several of one kind on one sheet in one sentence. */
  several: (what: "check" | "total", kind: Kind, sheet: string, addresses: readonly string[]): string => {
    const places = addresses.slice(0, listed).join("、") + (addresses.length > listed ? "等" : "");
    const name = what === "check" ? "校验公式" : "合计公式";
    const words = what === "check" ? became[kind] : totalBecame[kind];
    return `${sheet}有${String(addresses.length)}处${name}${words}（${places}）。`;
  },
  /** With formula totals less can be known. */
  computedTotals: (count: number): string =>
    `有${String(count)}格合计是公式，总是等于各项之和：某一项填错时合计也跟着错，不能再从合计找出来。`,
  label: (place: string, expected: string, found: string): string =>
    found === "" ? `${place}的文字“${expected}”被删除。` : `${place}的文字应为“${expected}”，现为“${found}”。`,
  totalStays: "修复不改数字，要用公式请自行改回。",
  anchorsLost: (sheet: string): string => `${sheet}的定位名称丢失或不全，表里的数字没有读取。`,
  tableGone: (template: Template, table: string): string =>
    `${sheetName(template, table)}找不到，其中的数字没有核对。请撤销刚才的操作；不能撤销的，在新工作簿中插入表式，再把各表的数字复制过去。`,
  lineGone: (sheet: string, place: string): string =>
    `${sheet}少了“${place}”所在的行或列，这张表的数字没有核对。请撤销刚才的操作；不能撤销的，在新工作簿中插入表式，再把数字复制过去。`,
  rowsBetween: (sheet: string, rows: readonly number[]): string =>
    `${sheet}第${rows.join("、")}行是多出来的，这张表的数字没有核对。请把里面的数字移走，再删除多出的行。`,
  outOfShape: (sheet: string): string =>
    `${sheet}的表格被增减了行列，这张表的数字没有核对。请撤销刚才的操作，或在新工作簿中插入表式后复制数字。`,
  sealed: "工作簿已经封存，不能修改；要改请先退回修改。",
  canMend: "表式被改动，有的数字没有核对。请在“表式”里点“修复表式”。",
  mended: (done: number, left: number): string =>
    [
      done > 0 ? `已修复${String(done)}处，数字没有改动。` : "没有可以自动修复的地方，数字没有改动。",
      left > 0 ? `还有${String(left)}处请自行处理。` : "",
    ].join(""),
  card: {
    title: (count: number): string => `表式有 ${String(count)} 处被改动`,
    lost: "表式不完整",
    mend: "修复表式",
    keeps: "只改回表头、行名和校验公式，不动任何数字。",
    more: (count: number): string => `另有 ${String(count)} 处`,
  },
  repairHint: "可以用 gouji repair 按官方表式修复，数字不会改动。",
  repaired: (count: number): string =>
    count === 0 ? "表式完好，已按官方表式重新写出。" : `已修复${String(count)}处，数字没有改动。`,
  unread: (names: readonly string[], count: number): string =>
    `有${String(count)}格没有读到，修复后为空，请对照原文件补填：${names.join("、")}${count > names.length ? "等" : ""}。`,
  noResult: (names: readonly string[], count: number): string =>
    `有${String(count)}格的公式没有计算结果，修复后为空，请在 Excel 中打开原文件重新计算：${names.join("、")}${count > names.length ? "等" : ""}。`,
  typed: (names: readonly string[], count: number): string =>
    `有${String(count)}格合计与读到的各项之和不符，保留原数，没有写成公式：${names.join("、")}${count > names.length ? "等" : ""}。`,
  fixed: (names: readonly string[], count: number): string =>
    `有${String(count)}格原来是公式，已按其结果保存为数字：${names.join("、")}${count > names.length ? "等" : ""}。`,
  otherSheets: (sheets: readonly string[]): string => `表式以外的工作表没有带入修复后的文件：${sheets.join("、")}。`,
  notWorkbook: (file: string): string =>
    `${file}：是填报数据文件，没有表式可修复；请用 gouji new --values 生成工作簿。`,
};
