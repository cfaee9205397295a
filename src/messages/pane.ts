import type { Severity, UnitType } from "../core/rules/rule";
import { figureText } from "./finding";

type Task = "inserting" | "checking" | "narrating" | "saving" | "going" | "writing" | "sealing";

/** Findings of each severity that still ask for something. */
type Counts = Readonly<Record<Severity, number>>;

type Moment = { getMonth(): number; getDate(): number; getHours(): number; getMinutes(): number };

/** 2027-01-12 as 2027年1月12日. */
function dayText(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return year === undefined || month === undefined || day === undefined
    ? iso
    : `${String(year)}年${String(month)}月${String(day)}日`;
}

/** What stands in a cell: a figure, 空, or a text in quotes. */
function valueText(value: number | string | null): string {
  return typeof value === "string" ? `“${value}”` : figureText(value);
}

/** 2 处必须改的问题、1 处需核实的问题. */
function problems({ error, warning, hint }: Counts): string {
  const parts = [
    error > 0 ? `${String(error)} 处必须改的问题` : "",
    warning > 0 ? `${String(warning)} 处需核实的问题` : "",
    hint > 0 ? `${String(hint)} 处提示` : "",
  ];
  return parts.filter((part) => part !== "").join("、");
}

/** Words of the task pane around what finding.ts and the narrative say. */
export const pane = {
  views: "步骤",
  view: { forms: "表式", check: "校验", report: "报告", submit: "上报" },
  openFindings: (count: number): string => `${String(count)}处待处理`,
  starting: "正在读取工作簿…",
  busy: {
    inserting: "正在插入表式…",
    checking: "正在校验…",
    narrating: "正在生成正文…",
    saving: "正在生成文件…",
    going: "正在定位…",
    writing: "正在写入…",
    sealing: "正在封存…",
  } satisfies Record<Task, string>,

  head: {
    year: (year: number): string => `${String(year)}年度`,
    noForm: "政府信息公开工作年度报告",
    noFormYet: "这个工作簿里还没有表式",
  },

  verdict: {
    pass: "可以上报",
    explain: (open: number): string => `还需说明 ${String(open)} 处`,
    text: (missing: number | null): string =>
      missing === null ? "表已平" : `表已平，正文还有 ${String(missing)} 处待填`,
    stale: (figures: number): string => `表已平，正文有 ${String(figures)} 处旧数字`,
    fail: (errors: number): string => `有 ${String(errors)} 处必须改`,
    incomplete: (percent: number): string => `还没填完（${String(percent)}%）`,
  },

  notice: {
    error: "没有完成",
    done: "完成",
    copy: "复制",
    copied: "已复制",
    notCopied: "请选中文字后复制",
    dismiss: "知道了",
  },

  insert: {
    title: "插入官方表式",
    intro: "选好年度、写上单位名称，就在这个工作簿里加上官方表式。原有的工作表不动。",
    year: "报告年度",
    yearOption: (year: number): string => `${String(year)}年`,
    unit: "单位名称",
    unitHint: "写全称，与公章一致",
    units: "任务的单位名单",
    notListed: "（不在名单里，自己写）",
    unitMissing: "请写单位名称，报告标题和表头都要用到。",
    form: "表式",
    formChoice: "这一年有不止一种表式，请选您单位用的一种",
    formMissing: "请选一种表式。",
    formOption: (title: string, verified: boolean): string => (verified ? title : `${title}（未核验）`),
    variant: "地区样式",
    issuedForm: "全国统一样式",
    source: (doc: string): string => `依据：${doc}`,
    unverified: "未核验：这个表式的文字还没有与原文件核对，用前请对照。",
    sums: "自动合计（合计用公式）",
    sumsPrice:
      "公式合计总是等于各项之和：某一项填错时合计也跟着错，不能再从合计找出错在哪一格。不选时合计照原始记录填。",
    action: "插入表式",
    local: "数据只在这个工作簿里，不会传到别处。",
  },

  next: {
    title: "下一步",
    begin: (sheet: string): string => `从${sheet}的第一格开始填，边填边校验。没有发生的填 0。`,
    fill: (sheet: string, blank: number): string => `${sheet}还有 ${String(blank)} 格没有填，没有发生的填 0。`,
    fix: (errors: number): string => `有 ${String(errors)} 处必须改，逐条看一看。`,
    explain: (open: number): string => `有 ${String(open)} 处与常理或上年不一致，核对后说明原因。`,
    write: (missing: number): string => `数字都对得上了，正文还有 ${String(missing)} 处待填，在“正文要素”里写。`,
    report: "数字都对得上了，可以看报告正文。",
    goFill: "去填写",
    goCheck: "看校验结果",
    goReport: "看报告",
  },

  progress: {
    title: "填报进度",
    count: (filled: number, total: number): string => `${String(filled)} / ${String(total)} 格`,
    full: "已填完",
    text: "正文要素",
    given: (given: number): string => `已填 ${String(given)} 项`,
    missing: (missing: number): string => `还有 ${String(missing)} 处待填`,
    textLabel: (missing: number): string =>
      missing === 0 ? "正文要素，没有待填的，去这张表" : `正文要素，还有 ${String(missing)} 处待填，去第一处`,
    label: (sheet: string, filled: number, total: number): string =>
      filled === total
        ? `${sheet}，${String(total)} 格已填完，去这张表`
        : `${sheet}，共 ${String(total)} 格，已填 ${String(filled)} 格，去第一个空格`,
  },

  check: {
    title: "校验结果",
    again: "重新校验",
    save: "校验报告",
    count: (count: number): string => `${String(count)} 处`,
    openOf: (open: number, count: number): string => `${String(count)} 处，${String(open)} 处待说明`,
    meaning: {
      error: "必须改正，否则不能上报",
      warning: "请核对；属实的要说明原因",
      hint: "供参考，不影响上报",
    } satisfies Record<Severity, string>,
    goTo: "定位",
    goToCell: (place: string): string => `定位到 ${place}`,
    openHints: (open: number, count: number): string =>
      open === 0 ? `${String(count)} 处，都已核对` : `${String(count)} 处，${String(count - open)} 处已核对`,
    more: (count: number): string => `显示其余 ${String(count)} 处`,
    clear: "都对得上，没有要处理的问题",
    clearSoFar: "填到现在，没有发现问题",
    textLeft: (missing: number): string => `正文还有 ${String(missing)} 处待填。`,
    blanksLeft: (blank: number): string => `还有 ${String(blank)} 格没有填。`,
    checked: (rules: number, balances: number): string =>
      `${String(rules)} 条规则，${String(balances)} 条平衡关系，全部成立。`,
    sums: (count: number): string => `有 ${String(count)} 格合计是公式，总是等于各项之和，填错的一项不能从合计找出来。`,
    held: (words: string): string => `另有 ${words}`,
    announced: ({ error, warning, hint }: Counts): string =>
      error + warning + hint === 0
        ? "校验：没有问题。"
        : `校验：强制 ${String(error)} 处，核实 ${String(warning)} 处，提示 ${String(hint)} 处。`,
  },

  slip: {
    likely: (cells: number): string => (cells === 1 ? "很可能是这一格" : `很可能是这 ${String(cells)} 格`),
    certain: "唯一可能",
    several: (count: number): string => `有 ${String(count)} 种可能，请对照原始记录选一种`,
    option: (index: number): string => `可能 ${String(index)}`,
    shouldBe: "应为",
    now: (value: number | string | null, slip: string): string =>
      value === null ? `（现在空着，${slip}）` : `（现为 ${valueText(value)}，${slip}）`,
    change: (from: number | string | null): string => `现为 ${valueText(from)}`,
    apply: (to: number): string => `改为 ${figureText(to)}`,
    applyTo: (place: string, to: number): string => `把 ${place} 改为 ${figureText(to)}`,
    applyAll: (cells: number): string => `改这 ${String(cells)} 格`,
    resolves: (counts: Counts): string => `改后 ${problems(counts)}消除`,
    moreOptions: (count: number): string => `显示其余 ${String(count)} 种`,
    many: (count: number): string => `下面 ${String(count)} 处不像是一处笔误，请逐条核对。`,
    late: (count: number): string => `下面 ${String(count)} 处没能在限定时间内找出错在哪一格，请逐条核对。`,
    fill: "这一格可以推出",
    fills: (cells: number): string => `这 ${String(cells)} 格可以推出`,
    line: (
      sheet: string,
      { row, column }: { readonly row?: string | undefined; readonly column?: string | undefined },
    ): string => (row !== undefined ? `${sheet}“${row}”行` : column !== undefined ? `${sheet}“${column}”列` : sheet),
    fillBecause: (lines: readonly string[]): string => `由${lines.join("、")}的平衡关系得出。`,
    fillIn: (to: number): string => `填入 ${figureText(to)}`,
    fillInto: (place: string, to: number): string => `在 ${place} 填入 ${figureText(to)}`,
    fillAll: (cells: number): string => `填入这 ${String(cells)} 格`,
    announced: (place: string, to: number): string => `很可能错在 ${place}，应为 ${figureText(to)}。`,
  },

  reason: {
    write: "写说明",
    writeFor: (place: string): string => `为 ${place} 写说明`,
    change: "修改",
    changeFor: (place: string): string => `修改 ${place} 的说明`,
    given: (text: string): string => `已说明：${text}`,
    by: (name: string, at: string): string => [name, dayText(at)].filter((part) => part !== "").join("，"),
    expired: (text: string): string => `说明已过期（数字已变，原说明：${text}）`,
    text: "说明",
    textHint: "写明数字属实的原因，随报告一起报送",
    textMissing: "请写一句原因。",
    person: "说明人",
    personMissing: "请写说明人。",
    save: "保存",
    cancel: "取消",
    takeBack: "收回说明",
  },

  hint: {
    dismiss: "已核对",
    dismissFor: (place: string): string => `${place}，已核对`,
    /** Kept as the reason of a hint that was looked at. */
    text: "已核对",
    person: "核对人",
    personMissing: "请写核对人。",
    confirm: "记下",
    expired: "原来核对过，数字已变，请再看一看。",
    dismissed: (count: number): string => `已核对的 ${String(count)} 处`,
    restore: "恢复提示",
    restoreFor: (place: string): string => `恢复 ${place} 的提示`,
  },

  last: {
    label: "刚才的改动",
    changed: (place: string, from: number | string | null, to: number | string | null): string =>
      `${place}：${valueText(from)} → ${valueText(to)}`,
    suggestion: (changes: readonly string[], cells: number): string =>
      changes.length === 0 ? `已改正 ${String(cells)} 格。` : `已改正 ${changes.join("；")}。`,
    zeros: (cells: number): string => `已补零 ${String(cells)} 格。`,
    totals: (cells: number): string => `已补合计 ${String(cells)} 格。`,
    undone: (places: readonly string[], cells: number): string =>
      places.length === 0 ? `已撤销，${String(cells)} 格回到原样。` : `已撤销，${places.join("；")}。`,
    wentBack: (place: string, to: number | string | null): string =>
      to === null ? `${place} 回到空格` : `${place} 回到 ${valueText(to)}`,
    kept: (cells: number): string => `其中 ${String(cells)} 格后来又改过，撤销时不动。`,
    undo: "撤销",
  },

  fill: {
    title: "补填",
    totals: "补合计",
    zeros: "补零",
    cells: (count: number): string => `${String(count)} 格`,
    totalsMeaning: "由各项相加得出，写成数值。已填的数不动。",
    zerosMeaning: "没有发生的填 0。已填的数、“/”和合计不动。",
    becomes: (value: number | string | null): string => `→ ${valueText(value)}`,
    sheetCells: (sheet: string, count: number): string => `${sheet} ${String(count)} 格`,
    writeTotals: (count: number): string => `补合计 ${String(count)} 格`,
    writeZeros: (count: number): string => `补零 ${String(count)} 格`,
    writeZerosOn: (sheet: string, count: number): string => `给${sheet}补零 ${String(count)} 格`,
  },

  zeroReport: {
    title: "零报告",
    meaning: "表中的数都是 0。本年度确实没有发生的，请确认零报告。",
    tick: "本年度确实没有发生，按零报告报送",
    person: "确认人",
    personMissing: "请写确认人。",
    tickMissing: "请先勾选。",
    confirm: "确认零报告",
    confirmed: (name: string, at: string): string => `${name}已于${dayText(at)}确认零报告。`,
    notZero: "现在表中有不为 0 的数，零报告不再适用。",
    takeBack: "取消零报告",
  },

  unitProfile: {
    title: "单位情况",
    why: "有的规则只管一部分单位，例如没有规章制定权的，规章一行应为 0；不说明就无法判断。",
    type: "单位类型",
    typeOption: { government: "政府", department: "部门", township: "乡镇街道", agency: "其他机构" } satisfies Record<
      UnitType,
      string
    >,
    unknown: "未说明",
    rulemaking: "规章制定权",
    rulemakingOption: { yes: "有", no: "没有" },
    rulemakingSaid: { yes: "有规章制定权", no: "没有规章制定权" },
    township: "乡镇街道没有规章制定权。",
  },

  log: {
    title: "变更记录",
    count: (count: number): string => `${String(count)} 次`,
    none: "打开窗格以后还没有改动。",
    time: (at: Moment): string => {
      const two = (part: number): string => String(part).padStart(2, "0");
      return `${String(at.getMonth() + 1)}月${String(at.getDate())}日 ${two(at.getHours())}:${two(at.getMinutes())}`;
    },
    moreCells: (count: number): string => `显示其余 ${String(count)} 格`,
    more: (count: number): string => `显示更早的 ${String(count)} 次`,
    export: "导出",
    exportLong: "导出变更记录",
  },

  report: {
    title: "报告正文",
    intro: "正文由表中数据写成，点数字可以看它的出处。",
    export: "导出 Word (.docx)",
    placeholders: (count: number): string => `还有 ${String(count)} 处【待填】`,
    placeholderIcon: "待填",
    source: (number: string, place: string): string => `${number}，出自 ${place}，去看`,
    table: (sheet: string): string => `${sheet}（完整表格随文件导出）`,
    seeTable: "查看",
    goToTable: (sheet: string): string => `查看${sheet}`,
  },

  sealedReport: "这个工作簿已经封存，正文见“年报正文”表。要修改，请先在“上报”里点“退回修改”。",

  empty: {
    check: "插入表式并填写以后，这里列出对不上的数字，点一下就能定位。",
    report: "插入表式并填写以后，这里是由表中数据写成的报告正文。",
    submit: "插入表式并填写以后，在这里核对、封存并生成邮件。",
    action: "去插入表式",
  },

  crash: {
    title: "窗格出错了",
    text: "表中的数据没有受影响。请重新打开窗格；仍不行时，把下面这句话告诉维护人员。",
    action: "重新显示",
  },
  notExcel: "请在 Excel 里打开“勾稽”：这个窗格要和工作簿一起使用。",
} as const;
