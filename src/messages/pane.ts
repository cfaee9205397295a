import type { Severity } from "../core/rules/rule";

type Task = "inserting" | "checking" | "narrating" | "saving" | "going" | "writing";

/** Findings of each severity that still ask for something. */
type Counts = Readonly<Record<Severity, number>>;

function counted(rules: number, balances: number): string {
  const parts = [rules > 0 ? `${String(rules)} 条规则` : "", balances > 0 ? `${String(balances)} 条平衡关系` : ""];
  return parts.filter((part) => part !== "").join("、");
}

/** Words of the task pane around what finding.ts and the narrative say. */
export const pane = {
  views: "步骤",
  view: { forms: "表式", check: "校验", report: "报告" },
  openFindings: (count: number): string => `${String(count)}处待处理`,
  starting: "正在读取工作簿…",
  busy: {
    inserting: "正在插入表式…",
    checking: "正在校验…",
    narrating: "正在生成正文…",
    saving: "正在生成 Word 文件…",
    going: "正在定位…",
    writing: "正在写入…",
  } satisfies Record<Task, string>,

  head: {
    year: (year: number): string => `${String(year)}年度`,
    noForm: "政府信息公开工作年度报告",
    noFormYet: "这个工作簿里还没有表式",
  },

  verdict: {
    pass: "可以上报",
    explain: (open: number): string => `还需说明 ${String(open)} 处`,
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
    unitMissing: "请写单位名称，报告标题和表头都要用到。",
    form: "表式",
    formChoice: "这一年有不止一种表式，请选您单位用的一种",
    formMissing: "请选一种表式。",
    formOption: (title: string, verified: boolean): string => (verified ? title : `${title}（未核验）`),
    variant: "地区样式",
    issuedForm: "全国统一样式",
    source: (doc: string): string => `依据：${doc}`,
    unverified: "未核验：这个表式的文字还没有与原文件核对，用前请对照。",
    action: "插入表式",
    local: "数据只在这个工作簿里，不会传到别处。",
  },

  next: {
    title: "下一步",
    begin: (sheet: string): string => `从${sheet}的第一格开始填，边填边校验。没有发生的填 0。`,
    fill: (sheet: string, blank: number): string => `${sheet}还有 ${String(blank)} 格没有填，没有发生的填 0。`,
    fix: (errors: number): string => `有 ${String(errors)} 处必须改，逐条看一看。`,
    explain: (open: number): string => `有 ${String(open)} 处与常理或上年不一致，核对后说明原因。`,
    report: "数字都对得上了，可以看报告正文。",
    goFill: "去填写",
    goCheck: "看校验结果",
    goReport: "看报告",
  },

  progress: {
    title: "填报进度",
    count: (filled: number, total: number): string => `${String(filled)} / ${String(total)} 格`,
    full: "已填完",
    label: (sheet: string, filled: number, total: number): string =>
      filled === total
        ? `${sheet}，${String(total)} 格已填完，去这张表`
        : `${sheet}，共 ${String(total)} 格，已填 ${String(filled)} 格，去第一个空格`,
  },

  check: {
    title: "校验结果",
    again: "重新校验",
    count: (count: number): string => `${String(count)} 处`,
    openOf: (open: number, count: number): string => `${String(count)} 处，${String(open)} 处待说明`,
    meaning: {
      error: "必须改正，否则不能上报",
      warning: "请核对；属实的要说明原因",
      hint: "供参考，不影响上报",
    } satisfies Record<Severity, string>,
    goTo: "定位",
    goToCell: (place: string): string => `定位到 ${place}`,
    explained: (text: string): string => `已说明：${text}`,
    expired: (text: string): string => `原说明已过期（数字有变）：${text}`,
    more: (count: number): string => `显示其余 ${String(count)} 处`,
    clear: "都对得上，没有要处理的问题",
    clearSoFar: "填到现在，没有发现问题",
    blanksLeft: (blank: number): string => `还有 ${String(blank)} 格没有填。`,
    checked: (rules: number, balances: number): string =>
      `${String(rules)} 条规则，${String(balances)} 条平衡关系，全部成立。`,
    held: (rules: number, balances: number): string => `另有 ${counted(rules, balances)}成立。`,
    undecided: (rules: number, balances: number): string => `${counted(rules, balances)}无法判断`,
    because: (reasons: readonly string[]): string => `（${reasons.join("，")}）。`,
    reason: { prior: "没有上年数据", profile: "不知道单位类型", blank: "有的格还没填" },
    announced: ({ error, warning, hint }: Counts): string =>
      error + warning + hint === 0
        ? "校验：没有问题。"
        : `校验：强制 ${String(error)} 处，核实 ${String(warning)} 处，提示 ${String(hint)} 处。`,
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

  empty: {
    check: "插入表式并填写以后，这里列出对不上的数字，点一下就能定位。",
    report: "插入表式并填写以后，这里是由表中数据写成的报告正文。",
    action: "去插入表式",
  },

  crash: {
    title: "窗格出错了",
    text: "表中的数据没有受影响。请重新打开窗格；仍不行时，把下面这句话告诉维护人员。",
    action: "重新显示",
  },
  notExcel: "请在 Excel 里打开“勾稽”：这个窗格要和工作簿一起使用。",
} as const;
