import type { Template } from "../../core/model/template";
import { controlTotals2014 } from "../early-report/control-totals";
import { earlyFacts } from "../early-report/facts";
import { gridOf, oneColumnSheet } from "../early-report/one-column";
import { narrative } from "./narrative";
import { rules } from "./rules";
import { lines, table } from "./table";

/** 政府信息公开情况统计表 of 国办发〔2014〕32号. Most labels have not been held against the original: 未核验. */
export const gb2014: Template = {
  id: "gb2014",
  title: "政府信息公开情况统计表（2014—2018年度）",
  reportYears: { from: 2014, to: 2018 },
  source: {
    doc: "国办发〔2014〕32号",
    name: "国务院办公厅关于加强和规范政府信息公开情况统计报送工作的通知",
    date: "2014-07（湖北等地2014-07-14转发）",
  },
  verified: false,
  reportTitle: "{unit}{year}年政府信息公开工作年度报告",
  sections: [
    { id: "s1", title: "一、主动公开情况", kind: "narrative" },
    { id: "s2", title: "二、回应解读情况", kind: "narrative" },
    { id: "s3", title: "三、依申请公开情况", kind: "narrative" },
    { id: "s4", title: "四、行政复议、行政诉讼和举报投诉情况", kind: "narrative" },
    { id: "s5", title: "五、依申请公开收费情况", kind: "narrative" },
    { id: "s6", title: "六、机构建设、保障经费、会议和培训情况", kind: "narrative" },
    { id: "s7", title: "七、存在的主要问题及改进情况", kind: "narrative" },
    { id: "s8", title: "八、其他需要报告的事项", kind: "narrative" },
    { id: "s9", title: "附件：政府信息公开情况统计表", kind: "table" },
  ],
  tables: [table],
  sheets: [
    oneColumnSheet({
      title: "政府信息公开情况统计表",
      sectionId: "s9",
      grid: gridOf(lines, { column: "统计数", beside: "——" }),
      footer: ["单位负责人", "审核人", "填报人", "联系电话", "填报日期"],
      checks: [
        { place: "row", rule: "channelsSum", label: "≤各渠道公开数之和" },
        { place: "row", rule: "pubNormative", label: "≤主动公开政府信息数" },
        { place: "row", rule: "pressChief", label: "≤新闻发布会总次数" },
        { place: "row", rule: "talkChief", label: "≤在线访谈次数" },
        { place: "row", rule: "recvSum", label: "＝当面＋传真＋网络＋信函" },
        { place: "row", rule: "doneSum", label: "＝按时办结＋延期办结" },
        { place: "row", rule: "replySum", label: "＝其下8类答复之和" },
        { place: "row", rule: "denySum", label: "＝其下6类理由之和" },
        { place: "row", rule: "reviewSum", label: "＝其下三类情形之和" },
        { place: "row", rule: "suitSum", label: "＝其下三类情形之和" },
        { place: "row", rule: "staffSum", label: "＝专职＋兼职" },
      ],
    }),
  ],
  facts: earlyFacts,
  controlTotals: controlTotals2014,
  narrative,
  rules,
};
