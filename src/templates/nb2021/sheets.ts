import type { GridItem } from "../../core/model/layout";
import type { FormSheet } from "../../core/model/template";
import { applicationsSheet } from "../annual-report/applications-sheet";
import { sheet4 } from "../annual-report/table4";

const sheet2: FormSheet = {
  id: "t2",
  name: "表二",
  title: "二、主动公开政府信息情况",
  sectionId: "s2",
  tables: ["t2_1", "t2_5", "t2_6", "t2_8"],
  layout: {
    columnWidths: [26, 20, 20, 20],
    headRows: 0,
    orientation: "portrait",
    grid: [
      [{ text: "第二十条第（一）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "本年制发件数", head: true },
        { text: "本年废止件数", head: true },
        { text: "现行有效件数", head: true },
      ],
      [{ text: "规章", align: "left" }, { values: "t2_1.regulation" }],
      [{ text: "行政规范性文件", align: "left" }, { values: "t2_1.normative" }],
      [{ text: "第二十条第（五）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "本年处理决定数量", colSpan: 3, head: true },
      ],
      [
        { text: "行政许可", align: "left" },
        { value: "t2_5.licensing.decisions", colSpan: 3 },
      ],
      [{ text: "第二十条第（六）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "本年处理决定数量", colSpan: 3, head: true },
      ],
      [
        { text: "行政处罚", align: "left" },
        { value: "t2_6.punishment.decisions", colSpan: 3 },
      ],
      [
        { text: "行政强制", align: "left" },
        { value: "t2_6.coercion.decisions", colSpan: 3 },
      ],
      [{ text: "第二十条第（八）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "本年收费金额（单位：万元）", colSpan: 3, head: true },
      ],
      [
        { text: "行政事业性收费", align: "left" },
        { value: "t2_8.fee.amount", colSpan: 3 },
      ],
    ],
    checks: [{ place: "right", rule: "t2.validMin" }],
  },
};

const otherOutcomes: readonly (readonly GridItem[])[] = [
  [
    { text: "（六）其他处理", rowSpan: 3, align: "center" },
    { text: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", align: "left" },
    { values: "t3.otherNoCorrection" },
  ],
  [
    { text: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", align: "left" },
    { values: "t3.otherNoFee" },
  ],
  [{ text: "3.其他", align: "left" }, { values: "t3.otherMisc" }],
];

export const sheets: readonly FormSheet[] = [sheet2, applicationsSheet(otherOutcomes), sheet4];
