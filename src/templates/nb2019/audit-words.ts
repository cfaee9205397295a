import { vocabularyOf, type Line, type Topic, type Vocabulary } from "../../core/audit/vocabulary";
import { figureRows } from "../../core/model/template";
import { applicationTopic } from "../annual-report/audit-applications";
import { caseTopic } from "../annual-report/audit-cases";
import { documentLines } from "../annual-report/audit-documents";
import { table3 } from "./tables";
import { beijingRows } from "./variants";

const documents: Topic = {
  id: "documents",
  cell: "{line}.{facet}",
  units: { 件: 1, 份: 1, 部: 1, 项: 1 },
  lines: documentLines,
  facets: [
    { id: "made", words: /新制作/gu, picks: [["made"]] },
    { id: "issued", words: /(?:新)?制发|制定(?:出台|印发|发布)?|出台|印发/gu, picks: [["made"], ["disclosed"]] },
    { id: "disclosed", words: /新公开/gu, picks: [["disclosed"]] },
    {
      id: "published",
      words: /(?<!新|对外)(?:主动)?公开(?!总数)|发布/gu,
      picks: [["disclosed"], ["made"], ["totalDisclosed"]],
      loose: true,
    },
    { id: "totalDisclosed", words: /对外公开(?:的)?(?:总数(?:量)?)?/gu, picks: [["totalDisclosed"]] },
  ],
  whole: { picks: [["made"], ["disclosed"], ["totalDisclosed"]], loose: true },
  narrowing: /清理|审查|备案|修订|修改|评估|解读|征求|废止|季度|上半年|(?<!\d)\d{1,2}月(?!\d*日)/u,
};

/** 其他对外管理服务事项, which some regions divide. */
const otherServices: Line = {
  id: "otherServices",
  words: /其他对外管理服务事项/gu,
  picks: [["t2_5.otherServices"]],
};

const decisions = (services: readonly Line[]): Topic => ({
  id: "decisions",
  cell: "{line}.{facet}",
  units: { 件: 1, 项: 1, 个: 1, 宗: 1, 起: 1 },
  lines: [
    { id: "licensing", words: /行政许可/gu, picks: [["t2_5.licensing"]] },
    ...services,
    { id: "punishment", words: /行政处罚/gu, picks: [["t2_6.punishment"]] },
    { id: "coercion", words: /行政强制(?:措施)?/gu, picks: [["t2_6.coercion"]] },
  ],
  facets: [{ id: "decisions", words: /处理决定|作出|决定/gu, picks: [["decisions"]] }],
  narrowing: /公示|公开|发布|抽查|评查|季度|上半年|(?<!\d)\d{1,2}月(?!\d*日)|新增|首次|不予/u,
});

const procurementItems: Topic = {
  id: "procurementItems",
  cell: "{line}",
  units: { 项: 1, 个: 1 },
  lines: [
    { id: "procurementItems", words: /(?:政府)?集中采购(?:项目)?(?:数量)?/gu, picks: [["t2_9.procurement.items"]] },
  ],
  facets: [],
  narrowing: /公示|公开|发布/u,
};

const procurementAmount: Topic = {
  id: "procurementAmount",
  cell: "{line}",
  units: { 万元: 1, 元: 0.0001, 亿元: 10_000 },
  lines: [
    {
      id: "procurementAmount",
      words: /(?:政府)?(?:集中)?采购总?金额/gu,
      picks: [["t2_9.procurement.amount"]],
      // The form does not print the unit of the amount, and offices have filled it in yuan too.
      loose: true,
    },
  ],
  facets: [],
};

/** The figures of the 2019 form in words; `services` are the rows of 其他对外管理服务事项. */
function vocabulary2019(services: readonly Line[]): Vocabulary {
  return vocabularyOf(
    applicationTopic(figureRows(table3).map(({ id }) => id)),
    caseTopic,
    documents,
    decisions(services),
    procurementItems,
    procurementAmount,
  );
}

export const vocabulary = vocabulary2019([otherServices]);

/** With the rows of 北京市. */
export const beijingVocabulary = vocabulary2019([
  { id: "otherServicesInspection", words: /行政检查/gu, picks: [["t2_5.otherServicesInspection"]] },
  { id: "otherServicesConfirmation", words: /行政确认/gu, picks: [["t2_5.otherServicesConfirmation"]] },
  { ...otherServices, picks: [beijingRows.map(({ id }) => `t2_5.${id}`)] },
]);
