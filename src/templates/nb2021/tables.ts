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
      {
        id: "issued",
        label: "本年制发件数",
        role: "leaf",
        kind: "integer",
        sign: "nonneg",
        unit: "件",
        aliases: ["本年度发件数", "本年制发数"],
      },
      { id: "repealed", label: "本年废止件数", role: "leaf", kind: "integer", sign: "nonneg", unit: "件" },
      {
        id: "inForce",
        label: "现行有效件数",
        role: "leaf",
        kind: "integer",
        sign: "nonneg",
        unit: "件",
        note: "截至报告年度12月31日仍然有效的件数",
      },
    ],
    rows: [
      {
        id: "regulation",
        label: "规章",
        level: 1,
        parent: null,
        role: "leaf",
        note: "只有国务院部门、省级、设区的市（自治州）政府有规章制定权；无权机关填0（个别地方填“/”）",
      },
      { id: "normative", label: "行政规范性文件", level: 1, parent: null, role: "leaf", aliases: ["规范性文件"] },
    ],
  },
  {
    id: "t2_5",
    title: "第二十条第（五）项",
    firstColumnLabel: "信息内容",
    columns: [
      {
        id: "decisions",
        label: "本年处理决定数量",
        role: "leaf",
        kind: "integer",
        sign: "nonneg",
        unit: "件",
        aliases: ["本年度处理决定数量"],
      },
    ],
    rows: [{ id: "licensing", label: "行政许可", level: 1, parent: null, role: "leaf" }],
  },
  {
    id: "t2_6",
    title: "第二十条第（六）项",
    firstColumnLabel: "信息内容",
    columns: [
      {
        id: "decisions",
        label: "本年处理决定数量",
        role: "leaf",
        kind: "integer",
        sign: "nonneg",
        unit: "件",
        aliases: ["本年度处理决定数量"],
      },
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
      {
        id: "amount",
        label: "本年收费金额（单位：万元）",
        role: "leaf",
        kind: "decimal4",
        sign: "nonneg",
        unit: "万元",
        aliases: ["本年收费金额"],
      },
    ],
    rows: [{ id: "fee", label: "行政事业性收费", level: 1, parent: null, role: "leaf" }],
  },
];

const otherOutcomes = [
  { id: "other", label: "（六）其他处理", level: 2, parent: "outcome", role: "group" },
  {
    id: "otherNoCorrection",
    label: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    level: 3,
    parent: "other",
    role: "leaf",
    aliases: ["1.逾期不补正", "1.申请人无正当理由逾期不补正"],
    law: "条例第三十条",
  },
  {
    id: "otherNoFee",
    label: "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    level: 3,
    parent: "other",
    role: "leaf",
    aliases: ["2.逾期不缴费", "2.申请人逾期未按收费通知要求缴纳费用"],
    law: "国办函〔2020〕109号",
  },
  { id: "otherMisc", label: "3.其他", level: 3, parent: "other", role: "leaf", note: "实务中含申请人主动撤回申请等" },
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
