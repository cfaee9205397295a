import type { Row, Variant } from "../../core/model/template";
import { narrative2019 } from "./narrative";

/** What 北京市 has in place of 其他对外管理服务事项. */
export const beijingRows: readonly Row[] = [
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
    narrative: narrative2019(beijingRows.map(({ id, label }) => ({ row: `t2_5.${id}`, label }))),
  },
];
