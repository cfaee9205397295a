import type { Row, Variant } from "../../core/model/template";
import { otherServices, vocabulary2019 } from "./audit-words";
import { narrative2019 } from "./narrative";

const beijingRows: readonly Row[] = [
  { id: "otherServicesInspection", label: "行政检查", level: 2, parent: "otherServices", role: "leaf" },
  { id: "otherServicesConfirmation", label: "行政确认", level: 2, parent: "otherServices", role: "leaf" },
];

/** Regional variations of the 2019 form. */
export const variants: readonly Variant[] = [
  {
    id: "bj2020",
    title: "北京市样式",
    note: "北京市2020年度：“其他对外管理服务事项”分行政检查、行政确认两行",
    years: [2020],
    table: "t2_5",
    row: "otherServices",
    by: beijingRows,
    labelWidths: [14, 12],
    vocabulary: vocabulary2019([
      { id: "otherServicesInspection", words: /行政检查/gu, picks: [["t2_5.otherServicesInspection"]] },
      { id: "otherServicesConfirmation", words: /行政确认/gu, picks: [["t2_5.otherServicesConfirmation"]] },
      { ...otherServices, picks: [beijingRows.map(({ id }) => `t2_5.${id}`)] },
    ]),
    narrative: narrative2019(beijingRows.map(({ id, label }) => ({ row: `t2_5.${id}`, label }))),
  },
];
