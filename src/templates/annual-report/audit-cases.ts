import type { Topic } from "../../core/audit/vocabulary";

/** 表四 as texts speak of it. */
export const caseTopic: Topic = {
  id: "cases",
  cell: "t4.cases.{line}{facet}",
  units: { 件: 1, 起: 1, 宗: 1, 例: 1, 次: 1 },
  lines: [
    {
      id: "review",
      words: /(?:行政)?复议(?!后|机关|听证|法|机构|工作|决定|意见)(?:案件?|申请)?/gu,
      picks: [["review"]],
    },
    {
      id: "litigation",
      words: /(?:行政)?诉讼(?!法|工作|中|过程)(?:案件?)?|行政应诉案件/gu,
      picks: [["direct", "afterReview"]],
    },
    {
      id: "direct",
      words: /未经(?:行政)?复议直接(?:起诉|提起(?:行政)?诉讼)|直接(?:起诉|提起(?:行政)?诉讼)/gu,
      picks: [["direct"]],
    },
    {
      id: "afterReview",
      words: /(?:经)?(?:行政)?复议后(?:再)?(?:起诉|提起(?:行政)?诉讼)/gu,
      picks: [["afterReview"]],
    },
  ],
  facets: [
    { id: "upheld", words: /(?:结果)?维持/gu, picks: [["Upheld"]] },
    { id: "corrected", words: /结果纠正|被?(?:纠正|纠错)|败诉|撤销|确认违法/gu, picks: [["Corrected"]] },
    { id: "otherResult", words: /其他结果/gu, picks: [["Other"]] },
    { id: "pending", words: /尚未(?:审结|结案|办结)|未(?:审结|结案)|正在(?:审理|办理)(?:中)?/gu, picks: [["Pending"]] },
    { id: "concluded", words: /审结|结案|办结/gu, picks: [["Upheld", "Corrected", "Other"]] },
  ],
  whole: { picks: [["Total"]], parts: ["Upheld", "Corrected", "Other", "Pending"] },
  about: /信息公开|依申请|政务公开/u,
  narrowing: /复议机关|受理|审理|承办|代理|办理|应诉|出庭|季度|上半年|下半年|(?<!\d)\d{1,2}月(?!\d*日)/u,
  partitions: [
    { of: "facets", members: ["upheld", "corrected", "otherResult", "pending"] },
    { of: "lines", members: ["direct", "afterReview"], total: "litigation" },
  ],
};
