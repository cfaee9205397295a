import type { Line, Topic } from "../../core/audit/vocabulary";

/** 第二十条第（一）项: the rows of 表二 that both forms have. */
export const documentLines: readonly Line[] = [
  { id: "regulation", words: /(?<!性)规章(?!制度)/gu, picks: [["t2_1.regulation"]] },
  {
    id: "normative",
    words: /(?:行政)?规范性文件(?!备案|审查|清理|库|管理|制定|合法性|草案)/gu,
    picks: [["t2_1.normative"]],
  },
];

/** 信息处理费: no cell of the form holds it, the inputs of the sixth section do. */
export const processingFeeTopic: Topic = {
  id: "processingFee",
  cell: "{line}",
  units: { 元: 1, 万元: 10_000 },
  lines: [
    {
      id: "processingFee",
      words: /信息处理费(?:用)?(?:共计|共|合计|总计)?(?:收取)?(?:金额)?/gu,
      picks: [["other.fee_amount.value"]],
    },
  ],
  facets: [],
  narrowing: /减免|其中|退还|每件|每页|每张/u,
};
