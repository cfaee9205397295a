import type { TextRule } from "../../core/audit/text-rule";
import { annualTextRules } from "../annual-report/text-rules";

/** Rules on the text of the 2021 form. */
export const textRules: readonly TextRule[] = [
  ...annualTextRules({ type: "official", ref: "国办公开办函〔2021〕30号“一、报告内容（一）总体情况”" }),
  {
    id: "x.nopayFee",
    kind: "words",
    severity: "warning",
    when: { left: [{ ref: "t3.otherNoFee.total" }], op: ">", const: 0 },
    section: "s6",
    all: [{ name: "信息处理费收取情况", words: ["信息处理费"] }],
    sentence: "表三“逾期未按收费通知要求缴纳费用”有{when0}件，第六部分应说明信息处理费收取情况。",
    source: { type: "law", ref: "国办函〔2020〕109号" },
  },
  {
    id: "x.feeInTable2",
    kind: "amount",
    severity: "warning",
    section: "s6",
    pattern: /信息处理费(?:共计|共|合计|总计)?[^。；，\d]{0,10}?(\d+(?:\.\d+)?)(万元|元)/u,
    cell: "t2_8.fee.amount",
    sentence:
      "第六部分写收取信息处理费{n}元，信息处理费属于行政事业性收费，表二行政事业性收费金额（{a}万元）不应小于此数。",
    source: {
      type: "local",
      ref: "四川省财政厅、发展改革委关于政府信息公开信息处理费有关事项的通知（2021）：信息处理费属于行政事业性收费",
    },
  },
  {
    id: "narr.s1length",
    kind: "length",
    severity: "hint",
    section: "s1",
    max: 1000,
    sentence: "第一部分共{n}字，有的地方要求原则上不超过一千字。",
    source: { type: "local", ref: "武威市政府办公室2025-12-19通知" },
  },
  {
    id: "narr.s6fee",
    kind: "words",
    severity: "warning",
    section: "s6",
    all: [{ name: "信息处理费", words: ["信息处理费"] }],
    sentence: "第六部分应写明信息处理费收取情况，没有收取的写收取0元。",
    source: { type: "practice", ref: "国办函〔2020〕109号施行后各地年报通行写法" },
  },
  {
    id: "narr.s6notBlank",
    kind: "length",
    severity: "warning",
    section: "s6",
    min: 4,
    sentence: "第六部分不能空白，没有其他事项的也要写明。",
    source: { type: "practice", ref: "已公布年报的真实差错归纳" },
  },
  {
    id: "narr.deadline",
    kind: "deadline",
    severity: "hint",
    limits: { department: "01-31", government: "03-31" },
    sentence:
      "发布日期是{detail}。发布期限：县级以上政府部门每年1月31日前；县级以上地方政府主管部门公布本级政府年报每年3月31日前。",
    source: { type: "law", ref: "条例第四十九条" },
  },
];
