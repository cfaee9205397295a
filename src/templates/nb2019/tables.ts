import type { Row, Table } from "../../core/model/template";
import {
  applicantColumns,
  applicantGroups,
  rowsAfterOther,
  rowsBeforeOther,
  table3Note,
} from "../annual-report/table3";

/** 表二 主动公开政府信息情况 */
export const table2: readonly Table[] = [
  {
    id: "t2_1",
    title: "第二十条第（一）项",
    firstColumnLabel: "信息内容",
    columns: [
      { id: "made", label: "本年新制作数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "件" },
      { id: "disclosed", label: "本年新公开数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "件" },
      { id: "totalDisclosed", label: "对外公开总数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "件" },
    ],
    rows: [
      {
        id: "regulation",
        label: "规章",
        level: 1,
        parent: null,
        role: "leaf",
        note: "有规章制定权的机关填报，其他填0",
      },
      { id: "normative", label: "规范性文件", level: 1, parent: null, role: "leaf" },
    ],
  },
  {
    id: "t2_5",
    title: "第二十条第（五）项",
    firstColumnLabel: "信息内容",
    columns: [
      { id: "previousItems", label: "上一年项目数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "项" },
      {
        id: "change",
        label: "本年增/减",
        role: "leaf",
        kind: "integer",
        sign: "any",
        unit: "项",
        note: "增加为正数，减少为负数（如-8）",
      },
      { id: "decisions", label: "处理决定数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "件" },
    ],
    rows: [
      { id: "licensing", label: "行政许可", level: 1, parent: null, role: "leaf" },
      {
        id: "otherServices",
        label: "其他对外管理服务事项",
        level: 1,
        parent: null,
        role: "leaf",
        note: "指行政许可、行政处罚、行政强制以外的行政权力等事项；北京等地细分为行政检查、行政确认等行",
      },
    ],
  },
  {
    id: "t2_6",
    title: "第二十条第（六）项",
    firstColumnLabel: "信息内容",
    columns: [
      { id: "previousItems", label: "上一年项目数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "项" },
      {
        id: "change",
        label: "本年增/减",
        role: "leaf",
        kind: "integer",
        sign: "any",
        unit: "项",
        note: "增加为正数，减少为负数（如-8）",
      },
      { id: "decisions", label: "处理决定数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "件" },
    ],
    rows: [
      { id: "punishment", label: "行政处罚", level: 1, parent: null, role: "leaf" },
      { id: "coercion", label: "行政强制", level: 1, parent: null, role: "leaf" },
    ],
  },
  {
    id: "t2_8",
    title: "第二十条第（八）项",
    firstColumnLabel: "信息内容",
    columns: [
      { id: "previousItems", label: "上一年项目数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "项" },
      {
        id: "change",
        label: "本年增/减",
        role: "leaf",
        kind: "integer",
        sign: "any",
        unit: "项",
        note: "增加为正数，减少为负数（如-8）",
      },
    ],
    rows: [{ id: "fee", label: "行政事业性收费", level: 1, parent: null, role: "leaf" }],
  },
  {
    id: "t2_9",
    title: "第二十条第（九）项",
    firstColumnLabel: "信息内容",
    columns: [
      { id: "items", label: "采购项目数量", role: "leaf", kind: "integer", sign: "nonneg", unit: "项" },
      {
        id: "amount",
        label: "采购总金额",
        role: "leaf",
        kind: "decimal4",
        sign: "nonneg",
        unit: "万元",
        aliases: ["采购总金额（万元，保留四位小数）", "采购总金额（单位：万元，保留4位小数）"],
        note: "国办表头只写“采购总金额”，单位万元、保留四位小数是多地附加说明；也有按元填写的（上海市政府办公厅2019年：251000元）",
      },
    ],
    rows: [{ id: "procurement", label: "政府集中采购", level: 1, parent: null, role: "leaf" }],
  },
];

const otherOutcomes = [
  { id: "other", label: "（六）其他处理", level: 2, parent: "outcome", role: "leaf" },
] as const satisfies readonly Row[];

/** 表三 收到和处理政府信息公开申请情况 */
export const table3 = {
  id: "t3",
  title: "三、收到和处理政府信息公开申请情况",
  note: table3Note,
  columns: applicantColumns,
  columnGroups: applicantGroups,
  rows: [...rowsBeforeOther, ...otherOutcomes, ...rowsAfterOther],
} as const satisfies Table;
