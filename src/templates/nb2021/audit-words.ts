import { vocabularyOf, type Topic } from "../../core/audit/vocabulary";
import { figureRows } from "../../core/model/template";
import { applicationTopic } from "../annual-report/audit-applications";
import { caseTopic } from "../annual-report/audit-cases";
import { documentLines, processingFeeTopic } from "../annual-report/audit-documents";
import { table3 } from "./tables";

const documents: Topic = {
  id: "documents",
  cell: "{line}.{facet}",
  units: { 件: 1, 份: 1, 部: 1, 项: 1 },
  lines: documentLines,
  facets: [
    { id: "issued", words: /(?:新)?制发|制定(?:出台|印发|发布)?|出台|印发/gu, picks: [["issued"]] },
    { id: "published", words: /(?<!对外|主动)发布|主动公开|公开/gu, picks: [["issued"], ["inForce"]], loose: true },
    { id: "repealed", words: /废止(?:、?失效)?/gu, picks: [["repealed"]] },
    { id: "inForce", words: /(?:现行|继续)有效(?:的)?/gu, picks: [["inForce"]] },
  ],
  whole: { picks: [["issued"], ["inForce"]], loose: true },
  narrowing: /清理|审查|备案|修订|修改|评估|解读|征求|部门规范性|季度|上半年|(?<!\d)\d{1,2}月(?!\d*日)/u,
};

const decisions: Topic = {
  id: "decisions",
  cell: "{line}.{facet}",
  units: { 件: 1, 项: 1, 个: 1, 宗: 1, 起: 1 },
  lines: [
    { id: "licensing", words: /行政许可/gu, picks: [["t2_5.licensing"]] },
    { id: "punishment", words: /行政处罚/gu, picks: [["t2_6.punishment"]] },
    { id: "coercion", words: /行政强制(?:措施)?/gu, picks: [["t2_6.coercion"]] },
  ],
  facets: [{ id: "decisions", words: /处理决定|作出|决定/gu, picks: [["decisions"]] }],
  narrowing: /公示|公开|发布|抽查|评查|季度|上半年|(?<!\d)\d{1,2}月(?!\d*日)|新增|首次|不予/u,
};

const fee: Topic = {
  id: "fee",
  cell: "{line}",
  units: { 万元: 1, 元: 0.0001, 亿元: 10_000 },
  lines: [{ id: "fee", words: /行政事业性收费(?:金额)?/gu, picks: [["t2_8.fee.amount"]] }],
  facets: [],
  narrowing: /减免|免征|降低|其中|退还/u,
};

/** The figures of the 2021 form in words. */
export const vocabulary = vocabularyOf(
  applicationTopic(figureRows(table3).map(({ id }) => id)),
  caseTopic,
  documents,
  decisions,
  fee,
  processingFeeTopic,
);
