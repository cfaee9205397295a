import type { AuditClaim, AuditVerdict } from "../core/audit/claim";
import type { TextFinding } from "../core/audit/check-text";
import type { TextRule } from "../core/audit/text-rule";
import { cellParts, type CellId } from "../core/model/cell";
import { factSections, type FactSection } from "../core/model/facts";
import type { Report } from "../core/model/report";
import type { Row, Template } from "../core/model/template";
import { factsOf } from "../core/narrative/inputs";
import { cellName, figureText, sheetName } from "./finding";

export const verdictName: Readonly<Record<AuditVerdict, string>> = {
  consistent: "一致",
  inconsistent: "不一致",
  unverifiable: "无法判断",
};

type Named = { readonly template: Template; readonly report: Report };

/** Why a claim is judged as it is, in one sentence. */
export function claimMessage({ template, report }: Named, claim: AuditClaim): string {
  const { reason, verdict, expected, unit } = claim;
  const place = sourcesName({ template, report }, claim.sources);
  const amount = (value: number | null): string => `${figureText(value)}${unit ?? ""}`;
  const agrees = verdict === "consistent";
  switch (reason.kind) {
    case "compared":
      if (agrees) return `与${place}一致。`;
      if (reason.near === undefined) return `${place}为${amount(expected)}，与文中不一致。`;
      return `${place}为${amount(expected)}，与文中不一致；文中的数与“${sourceName({ template, report }, reason.near)}”相同，可能只取了这一项。`;
    case "loose":
      return `${place}为${amount(expected)}；文中的说法口径不明，不能据此判断。`;
    case "otherBody":
      return `文中说的是“${reason.body}”的数，${place}为${amount(expected)}；口径不同的请写明。`;
    case "otherYear":
      return `文中说的是${reason.year === null ? "上年" : `${String(reason.year)}年`}的数，没有那一年的数据，无法核对。`;
    case "staleYear":
      return `句中写的是${String(reason.year)}年，不是报告年度${String(report.year)}年，疑为上年文字；按本年，${place}为${amount(expected)}。`;
    case "noPrior":
      return "没有上年数据，无法核对。";
    case "blank":
      return `${place}没有填写，无法核对。`;
    case "unknown":
      return "表内和正文要素中没有对应的数据，无法核对。";
    case "quoted":
      return agrees ? `与${place}所填的文字一致。` : `${place}所填的文字为${figureText(expected)}，与文中不一致。`;
    case "share":
      return `${figureText(reason.part)}占${figureText(reason.whole)}的${figureText(expected)}%，与文中${agrees ? "一致" : agreement(verdict)}。`;
    case "noBase":
      return "不清楚这一比例以什么为基数，无法核对。";
    case "growth":
      return `本年${figureText(reason.now)}，上年${figureText(reason.before)}，${reason.more ? "增加" : "减少"}${amount(expected)}，与文中${agreement(verdict)}。`;
    case "parts": {
      const sum = `${reason.parts.map(String).join("＋")}＝${String(reason.sum)}`;
      if (agrees) return `各部分相加${sum}，与总数一致。`;
      const gap = `各部分相加${sum}，总数为${String(reason.total)}，差${String(Math.abs(reason.total - reason.sum))}`;
      return reason.isNamed === true ? `${gap}；改正其中不一致的数后即相等。` : `${gap}。`;
    }
    case "nothing":
      return agrees ? `${place}为0，与文中一致。` : `${place}为${figureText(reason.actual)}，不是没有。`;
    case "all": {
      const whole = `表内共${figureText(reason.whole)}件`;
      if (agrees) return `${whole}，全部如此，与文中一致。`;
      return verdict === "inconsistent"
        ? `${whole}，如此的只有${figureText(reason.part)}件，不是全部。`
        : `${whole}，能对应上的有${figureText(reason.part)}件，不能据此判断。`;
    }
    case "same":
      return `本年${figureText(reason.now)}，上年${figureText(reason.before)}，与文中${agreement(verdict)}。`;
  }
}

function agreement(verdict: AuditVerdict): string {
  return verdict === "consistent" ? "一致" : verdict === "inconsistent" ? "不一致" : "不同，口径不明，无法判断";
}

/** Several cells in few words: 表三 · 不予公开各项之和. */
function sourcesName(named: Named, sources: readonly string[]): string {
  const distinct = [...new Set(sources)];
  if (distinct.length === 0) return "表内";
  const short = shortened(named.template, distinct);
  if (short !== undefined) return short;
  const shown = distinct.slice(0, 3).map((source) => `“${sourceName(named, source)}”`);
  if (distinct.length === 1) return shown[0] ?? "";
  return distinct.length <= 3 ? `${shown.join("、")}之和` : `${shown.join("、")}等${String(distinct.length)}格之和`;
}

/** Cells that are whole rows or whole groups of rows of one table are named by these. */
function shortened(template: Template, sources: readonly string[]): string | undefined {
  const prior = sources.every((source) => source.startsWith("prior."));
  const cells = sources.map((source) => source.replace(/^prior\./u, ""));
  const table = template.tables.find(({ id }) => cells.every((cell) => cell.startsWith(`${id}.`)));
  if (table === undefined || cells.some((cell) => cell.split(".").length !== 3)) return undefined;
  const rows = [...new Set(cells.map((cell) => cellParts(cell as CellId).row))];
  const columns = new Set(cells.map((cell) => cellParts(cell as CellId).column));
  const total = table.columns.find(({ role }) => role === "total");
  if (rows.length < 2 && columns.size < 2) return undefined;
  const leaves = table.columns.filter(({ role }) => role === "leaf");
  const isWhole = total !== undefined && (columns.has(total.id) || leaves.every(({ id }) => columns.has(id)));
  if (!isWhole || table.columns.filter(({ role }) => role === "total").length > 1) return undefined;
  const labels = groupsOf(table.rows, rows);
  if (labels.length > 3) return undefined;
  const sum = rows.length > 1 || columns.size > 1;
  return `${prior ? "上年" : ""}${sheetName(template, table.id)}${labels.map((label) => `“${label}”`).join("、")}${sum && labels.length > 1 ? "之和" : rows.length > 1 ? "各项之和" : "合计"}`;
}

function groupsOf(all: readonly Row[], rows: readonly string[]): readonly string[] {
  const left = new Set(rows);
  const labels: string[] = [];
  for (const group of all.filter(({ role }) => role === "group")) {
    const members = all.filter(({ parent, role }) => parent === group.id && role === "leaf");
    if (members.length === 0 || !members.every(({ id }) => left.has(id))) continue;
    labels.push(shortLabel(group));
    for (const { id } of members) left.delete(id);
  }
  return [...all.filter(({ id }) => left.has(id)).map(shortLabel), ...labels];
}

/** （二）部分公开, without what the form adds in brackets. */
function shortLabel({ label, aliases }: Row): string {
  return label.length > 20 ? (aliases?.find((alias) => label.startsWith(alias)) ?? label) : label;
}

/** A cell or an input of the text, as the clerk knows it. */
export function sourceName({ template, report }: Named, source: string): string {
  if (source.startsWith("prior.")) return `上年${sourceName({ template, report }, source.slice("prior.".length))}`;
  const [head = "", id = ""] = source.split(".");
  if (!isSection(head)) return cellName(template, source as CellId);
  const fact = factsOf({ template, report, prior: undefined }, head).find(({ path }) => path[1] === id)?.fact;
  const field = template.facts.find((known) => known.section === head && known.id === id.replace(/[#\d]+$/u, ""));
  const known = template.facts.find((one) => one.section === head && one.id === id);
  const label = known?.label ?? fact?.label ?? field?.label ?? id;
  const part = /\.parts\.(.+)$/u.exec(source)?.[1];
  return `正文要素 · ${label === "" ? (field?.label ?? id) : label}${part === undefined ? "" : ` · ${partName(part)}`}`;
}

function partName(part: string): string {
  const name = part.replace(/^"|"$/gu, "");
  return /^\d+$/u.test(name) ? `第${String(Number(name) + 1)}类` : name;
}

function isSection(name: string): name is FactSection {
  return (factSections as readonly string[]).includes(name);
}

/** A finding on the text as one sentence. */
export function textFindingMessage({ id }: Template, rules: readonly TextRule[], { rule, words }: TextFinding): string {
  const sentence = rules.find((known) => `${id}.${known.id}` === rule)?.sentence ?? rule;
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const word = words[name] ?? "";
    return typeof word === "string" ? word : word.join("、");
  });
}

/** What the command line says of an audited text. */
export const auditWords = {
  head: (file: string, counts: Readonly<Record<AuditVerdict, number>>): string =>
    `${file}：一致${String(counts.consistent)}处，不一致${String(counts.inconsistent)}处，无法判断${String(counts.unverifiable)}处。`,
  claim: (verdict: AuditVerdict, text: string, sentence: string, message: string): string =>
    `【${verdictName[verdict]}】${text}：${message}\n    “${sentence}”`,
  noText: (file: string): string => `${file}：没有读到文字。`,
  notText: (file: string, kinds: string): string => `${file}：这类文件不能审核文字，请给出 ${kinds} 文件。`,
  damagedText: (file: string): string => `${file}：文件已损坏或不是所写的类型，读不出文字，请重新取得一份。`,
  tooLarge: (file: string): string => `${file}：文件过大，不像一份年度报告，没有读取。`,
  encoding: (file: string): string => `${file}：看不出文字的编码，请另存为 UTF-8 编码的文本再试。`,
};

/** What the pane says around an audited text. */
export const auditPane = {
  title: "正文与表核对",
  agreeing: (count: number): string =>
    count === 0 ? "没有能与表核对的数字" : `${String(count)} 处与表内一致，没有不一致的`,
  wrong: (wrong: number, agreeing: number): string =>
    `有 ${String(wrong)} 处与表内不一致${agreeing === 0 ? "" : `，其余 ${String(agreeing)} 处一致`}`,
  goToSentence: "看这一句",
  goToSentenceOf: (text: string): string => `看“${text}”所在的一句`,
  goToSection: "看这一部分",
  goToCell: "看表内",
  goToCellOf: (text: string, place: string): string => `看“${text}”对应的“${place}”`,
  rules: "正文的其他问题",
  open: verdictName.unverifiable,
  openCount: (count: number): string => `${String(count)} 处`,
  openMeaning: "表里没有对应的数，或者说的是别的单位、别的年份，请自己核对。",
  more: (count: number): string => `显示其余 ${String(count)} 处`,
  file: {
    title: "核对文件",
    hint: "选一份 Word、网页或文本文件（.docx、.html、.txt、.md），与这个工作簿逐个核对数字。文件只在本机读取。",
    choose: "选择文件",
    another: "换一份文件",
    close: "收起",
    reading: (name: string): string => `正在读取“${name}”…`,
    unexpected: (name: string, detail: string): string => `“${name}”没有读成：${detail}`,
  },
};
