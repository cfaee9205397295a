import type { FactField } from "../../core/model/facts";
import { earlyFacts } from "../early-report/facts";

/** 正文要素 beside the table, which has no row for disputes. */
export const facts: readonly FactField[] = [
  ...earlyFacts,
  {
    id: "disputes",
    section: "application",
    label: "举报投诉、复议诉讼",
    unit: "件",
    kind: "count",
    hint: "因政府信息公开引起的举报、投诉、行政复议、行政诉讼件数，统计表没有这一项。没有的填0，不写的留空。",
    aliases: ["complaints", "review_suit"],
  },
];
