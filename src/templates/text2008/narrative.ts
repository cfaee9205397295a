import type { ListPart, ParagraphRule, SentenceRule } from "../../core/narrative/sentence-rule";
import { comparedSentence, factSentence } from "../annual-report/narrative-sentences";
import { article32 } from "../early-report/facts";
import { application, disclosure, earlyNarrative, opening, organisation } from "../early-report/narrative";

const items: readonly SentenceRule[] = [
  {
    oneOf: [
      {
        id: "s2.items",
        text: "{@items}",
        lists: {
          items: {
            parts: [
              { label: "行政许可", value: "disclosure.licensing.value" },
              { label: "行政处罚", value: "disclosure.punishment.value" },
              { label: "政府集中采购", value: "disclosure.procurement.value" },
            ],
            join: "，",
            many: "公开{items}。",
          },
        },
      },
    ],
  },
];

const asked = "application.applications.value";
const answered = "application.applications_done.value";

const replies: readonly ListPart[] = [
  { label: "同意公开", value: "application.agreed.value" },
  { label: "同意部分公开", value: "application.partly_agreed.value" },
  { label: "不同意公开", value: "application.denied.value" },
  { label: "其他答复", value: "application.other_reply.value" },
];

const received: readonly SentenceRule[] = [
  factSentence(
    "s3.applications",
    "application.applications",
    "收到政府信息公开申请{application.applications}。",
    "未收到政府信息公开申请。",
  ),
  comparedSentence("s3.applications.compared", "收到申请", ["application.applications"], "件", true),
  {
    oneOf: [
      // Where nothing came in, there was nothing to answer.
      { id: "s3.nothing", when: [`${asked} = 0`, `${answered} = 0`], text: "" },
      { id: "s3.done.none", when: [`${answered} = 0`], text: "没有办结的申请。" },
      {
        id: "s3.done",
        when: [`${answered} > 0`],
        text: "办结申请{application.applications_done}{?alone}。",
        choices: {
          alone: [
            ...replies.flatMap(({ label, value }) => [
              { when: [`${value} = ${answered}`, `${answered} = 1`], text: `，答复为${label}` },
              { when: [`${value} = ${answered}`], text: `，答复均为${label}` },
            ]),
            { text: "{@replies}" },
          ],
        },
        lists: { replies: { parts: replies, join: "、", many: "，其中{items}" } },
      },
      {
        id: "s3.replies",
        text: "{@replies}",
        lists: { replies: { parts: replies, join: "、", many: "答复结果为{items}。" } },
      },
    ],
  },
];

const charged: readonly SentenceRule[] = [
  factSentence(
    "s4.charge",
    "application.charge",
    "依申请提供政府信息收取费用{application.charge}。",
    "依申请提供政府信息未收取费用。",
  ),
  factSentence("s4.waived", "application.waived", "减免费用{application.waived}。", "没有减免费用的情形。"),
];

const disputed: readonly SentenceRule[] = [
  {
    oneOf: [
      {
        id: "s5.neither",
        when: ["application.review.value = 0", "application.suit.value = 0"],
        text: "未发生因政府信息公开申请的行政复议、提起的行政诉讼。",
      },
      { id: "s5.review.none", when: ["application.review.value = 0"], text: "未发生因政府信息公开申请的行政复议。" },
      {
        id: "s5.review",
        when: ["application.review.value > 0"],
        text: "发生因政府信息公开申请的行政复议{application.review}。",
      },
    ],
  },
  {
    oneOf: [
      { id: "s5.said", when: ["application.review.value = 0", "application.suit.value = 0"], text: "" },
      { id: "s5.suit.none", when: ["application.suit.value = 0"], text: "未发生因政府信息公开提起的行政诉讼。" },
      {
        id: "s5.suit",
        when: ["application.suit.value > 0"],
        text: "发生因政府信息公开提起的行政诉讼{application.suit}。",
      },
    ],
  },
  factSentence(
    "s5.reviewSuit",
    "application.review_suit",
    "发生因政府信息公开申请的行政复议、提起的行政诉讼共{application.review_suit}。",
    "未发生因政府信息公开申请的行政复议、提起的行政诉讼。",
  ),
  factSentence(
    "s5.complaint",
    "application.complaint",
    "收到关于政府信息公开的举报投诉{application.complaint}。",
    "未收到关于政府信息公开的举报投诉。",
  ),
];

const demanded = (id: string, what: string, paragraphs: readonly ParagraphRule[]): ParagraphRule => ({
  kind: "group",
  otherwise: { id, what, source: article32 },
  paragraphs,
});

/** The text, wholly from 正文要素; what the law demanded is asked for. */
export const narrative = earlyNarrative({
  problems: "s6",
  matters: "s7",
  heldByTables: [],
  sections: [
    { id: "s1", paragraphs: organisation },
    {
      id: "s2",
      paragraphs: [
        demanded("s2.missing", "主动公开信息的渠道和数量", [
          ...disclosure,
          { kind: "sentences", id: "s2.disclosed", sentences: items },
        ]),
      ],
    },
    {
      id: "s3",
      paragraphs: [
        demanded("s3.missing", "收到和办理政府信息公开申请的件数，没有的填0", [
          { kind: "sentences", id: "s3.received", opening, sentences: received },
        ]),
        ...application,
      ],
    },
    {
      id: "s4",
      paragraphs: [
        demanded("s4.missing", "依申请提供政府信息收取费用的金额，没有收取的填0", [
          { kind: "sentences", id: "s4.charged", opening, sentences: charged },
        ]),
      ],
    },
    {
      id: "s5",
      paragraphs: [
        demanded("s5.missing", "行政复议、行政诉讼的件数，没有的填0", [
          { kind: "sentences", id: "s5.disputed", opening, sentences: disputed },
        ]),
      ],
    },
  ],
});
