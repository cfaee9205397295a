import type { ControlTotal } from "../../core/model/template";

/** 表三 and 表四 in six figures: what a superior office looks at first. */
export const controlTotals: readonly ControlTotal[] = [
  { id: "newReceived", label: "新收", unit: "件", cells: ["t3.newReceived.total"] },
  { id: "carriedOver", label: "上年结转", unit: "件", cells: ["t3.carriedOver.total"] },
  { id: "totalHandled", label: "总计", unit: "件", cells: ["t3.totalHandled.total"] },
  { id: "carriedForward", label: "结转下年度", unit: "件", cells: ["t3.carriedForward.total"] },
  { id: "reviews", label: "行政复议", unit: "件", cells: ["t4.cases.reviewTotal"] },
  {
    id: "litigations",
    label: "行政诉讼",
    unit: "件",
    cells: ["t4.cases.directTotal", "t4.cases.afterReviewTotal"],
  },
];
