import type { RuleSource } from "../../core/rules/rule";
import type { ListPart, NarrativeForm, ParagraphRule, SentenceRule } from "../../core/narrative/sentence-rule";
import { applicationSentences, caseSentences } from "./narrative-applications";
import { comparedSentence, dividedFactSentence, factSentence } from "./narrative-sentences";
import { narrativeWords } from "./narrative-words";

const aspects: RuleSource = { type: "official", ref: "国办公开办函〔2021〕30号“一、报告内容（一）总体情况”" };
const opening = "{year}年，";

/** How much was disclosed, by channels; what was explained and answered is said by `interpreted`. */
export const disclosed: readonly SentenceRule[] = [
  dividedFactSentence("s1.disclosure.total", "disclosure.pub_total", "主动公开政府信息", "未主动公开政府信息。"),
  comparedSentence("s1.disclosure.compared", "主动公开政府信息数量", ["disclosure.pub_total"], "条", true),
  dividedFactSentence("s1.disclosure.site", "disclosure.pub_site", "通过政府网站公开信息", "未通过政府网站公开信息。"),
  dividedFactSentence("s1.disclosure.wechat", "disclosure.wechat", "通过政务微信发布信息", "未通过政务微信发布信息。"),
  factSentence(
    "s1.disclosure.weibo",
    "disclosure.weibo",
    "通过政务微博发布信息{disclosure.weibo}{disclosure.weibo.parts}。",
    "未通过政务微博发布信息。",
  ),
  factSentence("s1.disclosure.gazette", "disclosure.gazette", "编印政府公报{disclosure.gazette}。", "未编印政府公报。"),
  dividedFactSentence("s1.disclosure.keyArea", "disclosure.key_area", "公开重点领域信息", "未公开重点领域信息。"),
];

export const interpretation: SentenceRule = factSentence(
  "s1.disclosure.interpretation",
  "disclosure.interpretation",
  "发布政策解读{disclosure.interpretation}{disclosure.interpretation.parts}。",
  "未发布政策解读。",
);

export const response: SentenceRule = factSentence(
  "s1.disclosure.response",
  "disclosure.response",
  "回应公众关切{disclosure.response}{disclosure.response.parts}。",
  "无需要回应的公众关切。",
);

export const platforms: SentenceRule = {
  oneOf: [
    {
      id: "s1.platform.counts",
      text: "{@platforms}",
      lists: {
        platforms: {
          parts: [
            { label: "开办政府网站", value: "platform.site_count.value", none: "未开办政府网站" },
            { label: "备案政务新媒体账号", value: "platform.account.value", none: "未开设政务新媒体账号" },
            { label: "设置信息公开专栏", value: "platform.column.value", none: "未设置信息公开专栏" },
            { label: "设立政务公开专区", value: "platform.zone.value", none: "未设立政务公开专区" },
            { label: "网站访问量", value: "platform.visit.value" },
          ],
          join: "，",
          many: "{items}。",
        },
      },
    },
  ],
};

export const supervised: readonly SentenceRule[] = [
  factSentence(
    "s1.supervision.trainings",
    "supervision.trainings",
    "开展{?what}{supervision.trainings}{?trainees}。",
    "未开展政府信息公开业务培训。",
    {
      // Other trainings that a report counts are not called 政府信息公开业务培训.
      what: [
        { when: ["supervision.trainings.named = 1"], text: "{supervision.trainings.label}" },
        { text: "政府信息公开业务培训" },
      ],
      trainees: [
        {
          when: ["supervision.trainees.value > 0", "supervision.trainees.named = 1"],
          text: "，{supervision.trainees.label}{supervision.trainees}",
        },
        { when: ["supervision.trainees.value > 0"], text: "，培训{supervision.trainees}" },
      ],
    },
  ),
  {
    oneOf: [
      { id: "s1.supervision.withTrainings", when: ["supervision.trainings.value >= 0"], text: "" },
      {
        id: "s1.supervision.trainees",
        when: ["supervision.trainees.value > 0"],
        text: "培训政府信息公开工作人员{supervision.trainees}。",
      },
    ],
  },
  factSentence(
    "s1.supervision.inspection",
    "supervision.inspection",
    "开展政府信息公开监督检查{supervision.inspection}。",
    "未开展政府信息公开监督检查。",
  ),
  factSentence(
    "s1.supervision.accountability",
    "supervision.accountability",
    "因政府信息公开工作被追究责任{supervision.accountability}。",
    "没有因政府信息公开工作被追究责任的情形。",
  ),
];

export const kept: readonly SentenceRule[] = [
  factSentence(
    "s1.management.cleanup",
    "management.cleanup",
    "清理规范性文件{management.cleanup}。",
    "未清理规范性文件。",
  ),
  factSentence(
    "s1.management.guide",
    "management.guide",
    "更新政府信息公开指南、主动公开目录{management.guide}。",
    "未更新政府信息公开指南、主动公开目录。",
  ),
];

const preamble: readonly ParagraphRule[] = [
  {
    kind: "sentences",
    id: "preamble",
    sentences: [
      {
        source: { type: "law", ref: "条例第五十条" },
        oneOf: [{ id: "preamble.basis", text: "依据《中华人民共和国政府信息公开条例》第五十条规定，编制本报告。" }],
      },
      {
        oneOf: [{ id: "preamble.period", text: "报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。" }],
      },
    ],
  },
  {
    kind: "notes",
    id: "preamble.contact",
    section: "other",
    field: "contact",
    text: "如对本报告有疑问，请与以下单位联系：{text}。",
  },
];

export const problems: readonly ParagraphRule[] = [
  {
    kind: "pairs",
    id: "s5.last",
    problem: "last_problem",
    measure: "last_measure",
    text: "上年指出的问题：{problem}。整改情况：{measure}。",
    alone: "上年指出的问题：{problem}。",
    loose: "上年问题的整改情况：{measure}。",
  },
  {
    kind: "pairs",
    id: "s5.problem",
    problem: "problem",
    measure: "measure",
    strangers: true,
    text: "（{ordinal}）存在问题：{problem}。改进措施：{measure}。",
    alone: "（{ordinal}）存在问题：{problem}。",
    loose: "（{ordinal}）改进措施：{measure}。",
    missing: { problem: "存在的主要问题", measure: "这一问题的改进情况或措施" },
  },
];

/** Further channels, what no field knows, the clerk's own words. */
export const otherDisclosure: readonly ParagraphRule[] = [
  {
    kind: "each",
    id: "s1.disclosure.channel",
    section: "disclosure",
    field: "channel",
    text: "通过{label}公开信息{amount}。",
  },
  { kind: "rest", id: "s1.disclosure.rest", section: "disclosure" },
  { kind: "notes", id: "s1.disclosure.note", section: "disclosure", field: "disclosure_note" },
];

/** 其他需要报告的事项. */
const matters: readonly ParagraphRule[] = [
  { kind: "notes", id: "s6.matter", section: "other", field: "matter", none: "无其他需要报告的事项。" },
  { kind: "rest", id: "s6.rest", section: "other" },
];

/** The same where nothing else stands in that part: it is not left empty. */
export const mattersAsked: ParagraphRule = {
  kind: "group",
  otherwise: {
    id: "s6.missing",
    what: "其他需要报告的事项，没有的写“无”",
    source: { type: "practice", ref: "已公布年报的真实差错归纳" },
  },
  paragraphs: matters,
};

/** What differs between the two forms in the text. */
type NarrativeParts = {
  /** 许可、处罚 … of 表二, said under 主动公开. */
  readonly decisions: readonly SentenceRule[];
  /** 规章、规范性文件 of 表二, said under 政府信息管理. */
  readonly documents: readonly SentenceRule[];
  /** （六）其他处理 of 表三. */
  readonly otherOutcome: ListPart;
  /** 第六部分 before the other matters. */
  readonly fee: readonly SentenceRule[];
};

/** The six sections; 二, 三 and 四 are the tables themselves. */
export function annualReportNarrative({ decisions, documents, otherOutcome, fee }: NarrativeParts): NarrativeForm {
  return {
    words: narrativeWords,
    heldByTables: ["applications", "review_suit"],
    preamble,
    sections: [
      {
        id: "s1",
        paragraphs: [
          { kind: "heading", id: "s1.disclosure.heading", text: "（一）主动公开" },
          {
            kind: "group",
            otherwise: {
              id: "s1.disclosure.missing",
              what: "主动公开信息的渠道和数量",
              source: aspects,
            },
            paragraphs: [
              {
                kind: "sentences",
                id: "s1.disclosure",
                opening,
                sentences: [...disclosed, interpretation, response],
              },
              ...otherDisclosure,
            ],
          },
          { kind: "sentences", id: "s1.decisions", opening: "本年度", sentences: decisions },
          { kind: "heading", id: "s1.application.heading", text: "（二）依申请公开" },
          {
            kind: "sentences",
            id: "s1.application",
            opening,
            sentences: [
              ...applicationSentences(otherOutcome),
              ...caseSentences,
              factSentence(
                "s1.application.consultation",
                "application.consultation",
                "接受依申请公开咨询{application.consultation}。",
                "未收到依申请公开咨询。",
              ),
            ],
          },
          { kind: "rest", id: "s1.application.rest", section: "application" },
          { kind: "notes", id: "s1.application.note", section: "application", field: "application_note" },
          { kind: "heading", id: "s1.management.heading", text: "（三）政府信息管理" },
          { kind: "sentences", id: "s1.management", opening, sentences: [...documents, ...kept] },
          {
            kind: "notes",
            id: "s1.management.review",
            section: "management",
            field: "review_system",
            text: "政府信息发布实行{text}制度。",
          },
          { kind: "rest", id: "s1.management.rest", section: "management" },
          { kind: "notes", id: "s1.management.note", section: "management", field: "management_note" },
          { kind: "heading", id: "s1.platform.heading", text: "（四）政府信息公开平台建设" },
          {
            kind: "group",
            otherwise: { id: "s1.platform.missing", what: "政府信息公开平台建设情况", source: aspects },
            paragraphs: [
              { kind: "sentences", id: "s1.platform", sentences: [platforms] },
              { kind: "rest", id: "s1.platform.rest", section: "platform" },
              { kind: "notes", id: "s1.platform.note", section: "platform", field: "platform_note" },
            ],
          },
          { kind: "heading", id: "s1.supervision.heading", text: "（五）监督保障" },
          {
            kind: "group",
            otherwise: {
              id: "s1.supervision.missing",
              what: "监督保障情况（考核、社会评议、责任追究、培训）",
              source: aspects,
            },
            paragraphs: [
              { kind: "sentences", id: "s1.supervision", opening, sentences: supervised },
              { kind: "notes", id: "s1.supervision.assessment", section: "supervision", field: "assessment" },
              { kind: "notes", id: "s1.supervision.evaluation", section: "supervision", field: "evaluation" },
              { kind: "rest", id: "s1.supervision.rest", section: "supervision" },
              { kind: "notes", id: "s1.supervision.note", section: "supervision", field: "supervision_note" },
              {
                kind: "required",
                id: "s1.supervision.assessment.missing",
                section: "supervision",
                field: "assessment",
              },
              {
                kind: "required",
                id: "s1.supervision.evaluation.missing",
                section: "supervision",
                field: "evaluation",
              },
              {
                kind: "required",
                id: "s1.supervision.accountability.missing",
                section: "supervision",
                field: "accountability",
              },
            ],
          },
        ],
      },
      { id: "s5", paragraphs: problems },
      {
        id: "s6",
        paragraphs:
          fee.length > 0 ? [{ kind: "sentences", id: "s6.fee", opening, sentences: fee }, ...matters] : [mattersAsked],
      },
    ],
  };
}
