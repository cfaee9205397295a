import { factRules } from "../annual-report/rules";
import type { Section, Template } from "../../core/model/template";
import { facts } from "./facts";
import { narrative } from "./narrative";

/** The contents that the law demanded, behind an account of the work itself. */
const sections: readonly Section[] = [
  { id: "s1", title: "一、工作开展情况", kind: "narrative" },
  { id: "s2", title: "二、主动公开政府信息情况", kind: "narrative" },
  { id: "s3", title: "三、依申请公开政府信息和不予公开政府信息情况", kind: "narrative" },
  { id: "s4", title: "四、政府信息公开的收费及减免情况", kind: "narrative" },
  { id: "s5", title: "五、因政府信息公开申请行政复议、提起行政诉讼情况", kind: "narrative" },
  { id: "s6", title: "六、存在的主要问题及改进情况", kind: "narrative" },
  { id: "s7", title: "七、其他需要报告的事项", kind: "narrative" },
];

/** Where 正文要素 has the inputs of each section. */
const inputs: readonly string[] = [
  "三、政府信息管理；四、政府信息公开平台建设；五、监督保障",
  "一、主动公开",
  "二、依申请公开：收到申请至其他答复",
  "二、依申请公开：收取费用、减免费用",
  "二、依申请公开：行政复议至举报投诉",
  "六、存在的主要问题；七、改进情况和措施",
  "八、其他需要报告的事项",
];

/** 年度报告 as free text, without a table: the usual form before 2019, and still accepted for that year. */
export const text2008: Template = {
  id: "text2008",
  title: "政府信息公开工作年度报告（文字报告，无统计表）",
  reportYears: { from: 2008, to: 2018 },
  tolerated: [2019],
  source: {
    doc: "中华人民共和国国务院令第492号",
    // The article itself was not at hand; its six items are those that local orders of 2009 repeat.
    name: "《中华人民共和国政府信息公开条例》（2007年）第三十二条（条文原文未核对，各项据莆田市2009年度编制通知、八道江区2009年年度报告制度）",
    date: "2007-04-05",
  },
  verified: false,
  reportTitle: "{unit}{year}年政府信息公开工作年度报告",
  sections,
  tables: [],
  sheets: [
    {
      id: "cover",
      name: "年度报告",
      title: "{year}年政府信息公开工作年度报告",
      sectionId: null,
      tables: [],
      layout: {
        columnWidths: [52, 58],
        headRows: 1,
        orientation: "landscape",
        grid: [
          [
            { text: "报告内容", head: true },
            { text: "在“正文要素”表中的位置", head: true },
          ],
          ...sections.map(({ title }, index) => [
            { text: title, align: "left" as const },
            { text: inputs[index] ?? "", align: "left" as const },
          ]),
        ],
        checks: [],
      },
    },
  ],
  facts,
  narrative,
  rules: factRules,
};
