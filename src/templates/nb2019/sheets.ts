import type { GridItem } from "../../core/model/layout";
import type { FormSheet } from "../../core/model/template";
import { applicationsSheet } from "../annual-report/applications-sheet";
import { sheet4 } from "../annual-report/table4";

const sheet2: FormSheet = {
  id: "t2",
  name: "表二",
  title: "二、主动公开政府信息情况",
  sectionId: "s2",
  tables: ["t2_1", "t2_5", "t2_6", "t2_8", "t2_9"],
  layout: {
    columnWidths: [26, 20, 20, 20],
    headRows: 0,
    orientation: "portrait",
    grid: [
      [{ text: "第二十条第（一）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "本年新制作数量", head: true },
        { text: "本年新公开数量", head: true },
        { text: "对外公开总数量", head: true },
      ],
      [{ text: "规章", align: "left" }, { values: "t2_1.regulation" }],
      [{ text: "规范性文件", align: "left" }, { values: "t2_1.normative" }],
      [{ text: "第二十条第（五）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "上一年项目数量", head: true },
        { text: "本年增/减", head: true },
        { text: "处理决定数量", head: true },
      ],
      [{ text: "行政许可", align: "left" }, { values: "t2_5.licensing" }],
      [{ text: "其他对外管理服务事项", align: "left" }, { values: "t2_5.otherServices" }],
      [{ text: "第二十条第（六）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "上一年项目数量", head: true },
        { text: "本年增/减", head: true },
        { text: "处理决定数量", head: true },
      ],
      [{ text: "行政处罚", align: "left" }, { values: "t2_6.punishment" }],
      [{ text: "行政强制", align: "left" }, { values: "t2_6.coercion" }],
      [{ text: "第二十条第（八）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "上一年项目数量", head: true },
        { text: "本年增/减", colSpan: 2, head: true },
      ],
      [
        { text: "行政事业性收费", align: "left" },
        { value: "t2_8.fee.previousItems" },
        { value: "t2_8.fee.change", colSpan: 2 },
      ],
      [{ text: "第二十条第（九）项", colSpan: 4, head: true }],
      [
        { text: "信息内容", head: true },
        { text: "采购项目数量", head: true },
        { text: "采购总金额", colSpan: 2, head: true },
      ],
      [
        { text: "政府集中采购", align: "left" },
        { value: "t2_9.procurement.items" },
        { value: "t2_9.procurement.amount", colSpan: 2 },
      ],
    ],
    checks: [{ place: "right", rule: "t2.openedMax" }],
  },
};

const otherOutcomes: readonly (readonly GridItem[])[] = [
  [{ text: "（六）其他处理", colSpan: 2, align: "left" }, { values: "t3.other" }],
];

export const sheets: readonly FormSheet[] = [sheet2, applicationsSheet(otherOutcomes), sheet4];
