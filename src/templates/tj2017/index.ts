import type { Template } from "../../core/model/template";
import { controlTotals2017 } from "../early-report/control-totals";
import { gridOf, oneColumnSheet } from "../early-report/one-column";
import { facts } from "./facts";
import { narrative } from "./narrative";
import { rules } from "./rules";
import { lines, table } from "./table";

/** 2017年政务公开情况统计表: 49 indicators, a local form of which no issuing document was found. */
export const tj2017: Template = {
  id: "tj2017",
  title: "政务公开情况统计表（2017年，宁夏贺兰县样式）",
  reportYears: { from: 2017, to: 2018 },
  source: {
    doc: "银川德胜工业园区管委会2017年年报附件",
    name: "2017年政务公开情况统计表",
    date: "2018-01-18",
  },
  verified: true,
  reportTitle: "{unit}{year}年政府信息公开工作年度报告",
  sections: [
    { id: "s1", title: "一、公文类信息主动公开情况", kind: "narrative" },
    { id: "s2", title: "二、政策解读情况", kind: "narrative" },
    { id: "s3", title: "三、舆情回应情况", kind: "narrative" },
    { id: "s4", title: "四、依申请公开情况", kind: "narrative" },
    { id: "s5", title: "五、机构建设情况", kind: "narrative" },
    { id: "s6", title: "六、存在的主要问题及改进情况", kind: "narrative" },
    { id: "s7", title: "七、其他需要报告的事项", kind: "narrative" },
    { id: "s8", title: "附件：政务公开情况统计表", kind: "table" },
  ],
  tables: [table],
  sheets: [
    oneColumnSheet({
      title: "{year}年政务公开情况统计表",
      sectionId: "s8",
      grid: gridOf(lines, { column: "汇总数", beside: "" }),
      footer: ["单位负责人", "审核", "填表人", "填表单位", "电话", "日期"],
      checks: [
        { place: "row", rule: "docSum", label: "＝其下四类标注之和" },
        { place: "row", rule: "pubLabelled", label: "≤“主动公开”＋“删减后公开”的公文" },
        { place: "row", rule: "norm", label: "≤（一）公文总数" },
        { place: "row", rule: "normOpen", label: "≤（三）规范性文件" },
        { place: "row", rule: "normSite", label: "≤（三）规范性文件" },
        { place: "row", rule: "sdocSum", label: "＝其下四类标注之和" },
        { place: "row", rule: "spubLabelled", label: "≤“主动公开”＋“删减后公开”的公文" },
        { place: "row", rule: "snorm", label: "≤（四）公文数量" },
        { place: "row", rule: "snormOpen", label: "≤（六）规范性文件" },
        { place: "row", rule: "snormSite", label: "≤（六）规范性文件" },
        { place: "row", rule: "policyOpen", label: "≤“主动公开”＋“删减后公开”的公文" },
        { place: "row", rule: "policyRead", label: "≤（一）政策性文件" },
        { place: "row", rule: "spolicyOpen", label: "≤“主动公开”＋“删减后公开”的公文" },
        { place: "row", rule: "spolicyRead", label: "≤（二）政策性文件" },
        { place: "row", rule: "pressChief", label: "≤新闻发布会次数" },
        { place: "row", rule: "staffSum", label: "＝专职＋兼职" },
        { place: "row", rule: "sstaffSum", label: "＝专职＋兼职" },
      ],
    }),
  ],
  facts,
  controlTotals: controlTotals2017,
  narrative,
  rules,
};
