import type { TextRule } from "../../core/audit/text-rule";
import type { RuleSource } from "../../core/rules/rule";

const practice: RuleSource = { type: "practice", ref: "已公布年报的真实差错归纳" };
const accountability: RuleSource = { type: "law", ref: "条例第五十条第（四）项" };

const corrected = ["t4.cases.reviewCorrected", "t4.cases.directCorrected", "t4.cases.afterReviewCorrected"];

/** Rules on the text that both forms of the annual report have. */
export function annualTextRules(aspects: RuleSource): readonly TextRule[] {
  return [
    {
      id: "t4.correctNarr",
      kind: "words",
      severity: "hint",
      when: { left: corrected.map((ref) => ({ ref })), op: ">", const: 0 },
      section: "s5",
      all: [{ name: "结果纠正案件的分析和改进", words: ["复议", "诉讼", "纠正", "败诉", "答复", "依申请"] }],
      sentence: "表四有“结果纠正”案件，第五部分“存在的主要问题”宜有对应的分析和改进。",
      source: practice,
    },
    {
      id: "narr.applications",
      kind: "claims",
      severity: "warning",
      topic: "applications",
      lines: ["received", "processed"],
      sentence:
        "正文写“收到（受理）申请{n}件”，与表三（{a}件）不一致，也不等于新收加结转的件数。如口径不同（只含本级办公室等），请写明。",
      source: practice,
    },
    {
      id: "narr.noApplications",
      kind: "claims",
      severity: "warning",
      topic: "applications",
      lines: ["received"],
      denied: true,
      sentence: "正文写“未收到申请”，但表三本年新收为{a}件。",
      source: practice,
    },
    {
      id: "narr.review",
      kind: "claims",
      severity: "warning",
      topic: "cases",
      lines: ["review"],
      sentence: "正文行政复议件数（{n}）与表四行政复议（{a}）不一致。",
      source: practice,
    },
    {
      id: "narr.litigation",
      kind: "claims",
      severity: "warning",
      topic: "cases",
      lines: ["litigation", "direct", "afterReview"],
      sentence: "正文行政诉讼件数（{n}）与表四（{a}）不一致。",
      source: practice,
    },
    {
      id: "narr.noCases",
      kind: "claims",
      severity: "warning",
      topic: "cases",
      lines: ["review", "litigation", "direct", "afterReview"],
      denied: true,
      sentence: "正文写“未发生行政复议、行政诉讼”，但表四有{a}件。",
      source: practice,
    },
    {
      id: "narr.sections",
      kind: "sections",
      severity: "error",
      sentence: "年报应有六个部分且标题、顺序与统一格式一致，当前缺少或多出：{detail}。",
      source: { type: "structural", ref: "表式结构与统一格式的部分标题" },
    },
    {
      id: "narr.title",
      kind: "title",
      severity: "warning",
      pattern: /^.+\d{4}年政府信息公开工作年度报告$/u,
      sentence: "标题宜为“单位名称＋年份＋年政府信息公开工作年度报告”。",
      source: practice,
    },
    {
      id: "narr.period",
      kind: "period",
      severity: "warning",
      sentence: "所列数据统计期限应为报告年度1月1日至12月31日，当前写为{detail}。",
      source: practice,
    },
    {
      id: "narr.staleYear",
      kind: "staleYear",
      severity: "warning",
      sentence: "正文出现与报告年度不符的年份（{detail}），请核对是否沿用了上年文字。",
      source: practice,
    },
    {
      id: "narr.s1aspects",
      kind: "words",
      severity: "warning",
      section: "s1",
      all: [
        { name: "主动公开", words: ["主动公开"] },
        { name: "依申请公开", words: ["依申请"] },
        { name: "政府信息管理", words: ["信息管理", "资源的规范化"] },
        { name: "政府信息公开平台建设", words: ["平台"] },
        { name: "监督保障", words: ["监督", "保障"] },
      ],
      sentence:
        "第一部分应覆盖主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，缺：{detail}。",
      source: aspects,
    },
    {
      id: "narr.s1accountability",
      kind: "words",
      severity: "warning",
      section: "s1",
      appliesTo: { unitType: ["government"] },
      all: [
        { name: "工作考核", words: ["考核"] },
        { name: "社会评议", words: ["评议", "评估"] },
        { name: "责任追究", words: ["责任追究", "追究"] },
      ],
      sentence: "政府（非部门）年报的监督保障应写明工作考核、社会评议、责任追究结果情况，缺：{detail}。",
      source: accountability,
    },
    {
      id: "narr.s5both",
      kind: "words",
      severity: "warning",
      section: "s5",
      all: [
        { name: "存在的主要问题", words: ["问题", "不足", "薄弱", "差距", "短板", "不够", "欠缺", "有待"] },
        { name: "改进情况", words: ["改进", "措施", "下一步", "提升", "加强"] },
      ],
      sentence: "第五部分应同时写存在的主要问题和改进情况，不能空缺或只写“无”。",
      source: accountability,
    },
    {
      id: "narr.repeat",
      kind: "similarity",
      severity: "warning",
      sections: ["s1", "s5"],
      threshold: 0.8,
      sentence: "“{section}”与上年文字相似度{n}%，年报雷同属于明令追责情形，请改写。",
      source: { type: "official", ref: "国办公开办函〔2021〕30号“（四）明确责任”列明内容雷同、敷衍塞责" },
    },
  ];
}
