import type { Severity } from "../core/rules/rule";
import { severityName } from "./finding";

/** 2027-01-12 as 2027年1月12日. */
function dayText(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return year === undefined || month === undefined || day === undefined
    ? iso
    : `${String(year)}年${String(month)}月${String(day)}日`;
}

/** What the form is held against: the task file of the superior office, last year's report. */
export const against = {
  lostTask: "随工作簿保存的任务文件已损坏，上级的规则没有参加校验，请重新载入任务文件。",
  lostPrior: "随工作簿保存的上年数据已损坏，没有与上年比较，请重新选择上年文件。",
  taskTooLong: (file: string): string => `${file}：文件太大，不像是任务文件（只写单位、年度、期限和规则）。`,
  taskTaken: (file: string, rules: number): string =>
    rules === 0 ? `已载入 ${file}，里面没有规则。` : `已载入 ${file}，其中 ${String(rules)} 条规则从现在起参加校验。`,
  otherYear: (file: string, found: number, wanted: number): string =>
    `${file}：是${String(found)}年度的报告；要比较的是${String(wanted)}年度，请选${String(wanted)}年度的文件。`,
  noFigures: (file: string): string => `${file}：里面没有可以比较的数字，请选上年填好的报告。`,
  priorTaken: (year: number, figures: number): string =>
    `已载入${String(year)}年度的${String(figures)}个数，从现在起与上年比较。`,
  otherUnit: (found: string, own: string): string => `那份报告的单位是“${found}”，本表是“${own}”，请确认是同一个单位。`,

  task: {
    title: "上级的任务和规则",
    why: "上级下发了任务文件（.yaml、.yml 或 .json）的，载入后其中的规则参加校验，并随工作簿保存。",
    load: "载入任务文件",
    other: "换一个",
    remove: "不再使用",
    from: (issuer: string): string => `下发单位：${issuer}`,
    year: (year: number): string => `报告年度：${String(year)}年`,
    deadline: (iso: string): string => `截止日期：${dayText(iso)}`,
    replyTo: (address: string): string => `报送邮箱：${address}`,
    units: (count: number): string => `单位：${String(count)}个`,
    unlisted: (unit: string): string => `单位名单里没有“${unit}”，请核对单位名称是否与名单一致。`,
    otherYear: (year: number, own: number): string =>
      `任务是${String(year)}年度的，本表是${String(own)}年度，请确认没有用错文件。`,
    rules: (count: number): string => `${String(count)} 条规则`,
    noRules: "没有规则",
    rule: (severity: Severity, text: string): string => `${severityName[severity]}：${text}`,
    source: (source: string): string => `依据：${source}`,
  },

  prior: {
    title: "上年数据",
    why: "选上年的工作簿或填报数据文件，上年结转、增减幅度等就能核对。只取数字，随本工作簿保存，不随封存的文件送出。",
    load: "选择上年文件",
    other: "换一个",
    remove: "不再比较",
    from: (unit: string, year: number, figures: number): string =>
      `${unit} ${String(year)}年度，${String(figures)} 个数`,
    stale: (year: number, wanted: number): string =>
      `这是${String(year)}年度的数据，本表的上年是${String(wanted)}年度，没有用来比较。`,
    otherUnit: (unit: string): string => `与本表的单位“${unit}”不同。`,
  },
};
