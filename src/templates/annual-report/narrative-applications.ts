import type { ListPart, ListRule, SentenceRule } from "../../core/narrative/sentence-rule";
import { comparedSentence, groupPart, totalOf } from "./narrative-sentences";
import { applicantColumns, rowsBeforeOther } from "./table3";

const received = "t3.newReceived.total";
const carriedOver = "t3.carriedOver.total";
const handled = "t3.totalHandled.total";
const carriedForward = "t3.carriedForward.total";

const applicants: ListRule = {
  parts: applicantColumns
    .filter(({ role }) => role === "leaf")
    .map(({ id, label }) => ({ label: id === "other" ? "其他组织" : label, value: `t3.newReceived.${id}` })),
  total: received,
  unit: "件",
  join: "、",
  many: "，其中{items}",
  alone: ["，申请人为{label}", "，申请人均为{label}"],
  missing: "各类申请人的件数（表三第一项有空格，或与总计不符）",
};

function outcomes(other: ListPart): ListRule {
  return {
    parts: [
      { label: "予以公开", value: totalOf(["granted"]) },
      { label: "部分公开", value: totalOf(["partial"]) },
      groupPart(rowsBeforeOther, "denied", "不予公开"),
      groupPart(rowsBeforeOther, "unable", "无法提供"),
      groupPart(rowsBeforeOther, "notProcessed", "不予处理"),
      other,
    ],
    total: handled,
    unit: "件",
    join: "、",
    many: "，其中{items}",
    alone: ["，结果为{label}", "，结果均为{label}"],
    missing: "各类办理结果的件数（表三第三项有空格，或与总计不符）",
  };
}

/** 收到和处理: what came in, from whom, compared with last year where that is known, and what became of it. */
export function applicationSentences(other: ListPart): readonly SentenceRule[] {
  const lists = { outcomes: outcomes(other) };
  return [
    {
      needs: [received, carriedOver],
      missing: { id: "s1.application.received.missing", what: "收到政府信息公开申请的件数（表三第一、二项总计）" },
      oneOf: [
        {
          id: "s1.application.received.none",
          when: [`${received} = 0`, `${carriedOver} = 0`],
          text: "未收到政府信息公开申请，无上年结转申请。",
        },
        {
          id: "s1.application.received.onlyCarriedOver",
          when: [`${received} = 0`],
          text: `未收到政府信息公开申请，上年结转{${carriedOver}|件}。`,
        },
        {
          id: "s1.application.received",
          when: [`${carriedOver} = 0`],
          text: `共收到政府信息公开申请{${received}|件}{@applicants}。`,
          lists: { applicants },
        },
        {
          id: "s1.application.received.withCarriedOver",
          text: `共收到政府信息公开申请{${received}|件}{@applicants}；上年结转{${carriedOver}|件}，合计{${received}+${carriedOver}|件}。`,
          lists: { applicants },
        },
      ],
    },
    comparedSentence("s1.application.compared", "新收申请", [received], "件"),
    {
      needs: [received, carriedOver, handled, carriedForward],
      holds: [`${received}+${carriedOver} = ${handled}+${carriedForward}`],
      missing: {
        id: "s1.application.handled.missing",
        what: "办理结果（表三有空格，或第一、二项之和与第三、四项之和不符）",
      },
      oneOf: [
        { id: "s1.application.handled.nothing", when: [`${received}+${carriedOver} = 0`], text: "" },
        {
          id: "s1.application.handled.oneForward",
          when: [`${handled} = 0`, `${carriedForward} = 1`],
          text: "该件申请结转下年度继续办理。",
        },
        {
          id: "s1.application.handled.allForward",
          when: [`${handled} = 0`],
          text: `上述{${carriedForward}|件}申请均结转下年度继续办理。`,
        },
        {
          id: "s1.application.handled.all",
          when: [`${carriedForward} = 0`],
          text: `本年度办结{${handled}|件}{@outcomes}；无结转下年度继续办理的申请。`,
          lists,
        },
        {
          id: "s1.application.handled",
          text: `本年度办结{${handled}|件}{@outcomes}；结转下年度继续办理{${carriedForward}|件}。`,
          lists,
        },
      ],
    },
  ];
}

const endings = [
  { id: "Upheld", label: "结果维持", alone: ["结果为维持", "结果均为维持"] },
  { id: "Corrected", label: "结果纠正", alone: ["结果为纠正", "结果均为纠正"] },
  { id: "Other", label: "其他结果", alone: ["为其他结果", "均为其他结果"] },
  { id: "Pending", label: "尚未审结", alone: ["尚未审结", "均尚未审结"] },
] as const;

/** How the cases of one kind ended, put into `frame` at {items}. */
function results(kind: "review" | "direct" | "afterReview", among: string, frame: string, missing: string): ListRule {
  return {
    parts: endings.map(({ id, label, alone: [one, several] }) => ({
      label,
      value: `t4.cases.${kind}${id}`,
      alone: [frame.replace("{items}", one), frame.replace("{items}", several)],
    })),
    total: `t4.cases.${kind}Total`,
    unit: "件",
    join: "、",
    many: frame.replace("{items}", `${among}{items}`),
    missing,
  };
}

const review = "t4.cases.reviewTotal";
const direct = "t4.cases.directTotal";
const afterReview = "t4.cases.afterReviewTotal";
const litigation = `${direct}+${afterReview}`;

const reviewResults = results("review", "其中", "，{items}", "行政复议各类结果的件数（表四）");

const litigationKinds: ListRule = {
  parts: [
    {
      label: "未经复议直接起诉",
      value: direct,
      within: results("direct", "", "（{items}）", "未经复议直接起诉各类结果的件数（表四）"),
    },
    {
      label: "复议后起诉",
      value: afterReview,
      within: results("afterReview", "", "（{items}）", "复议后起诉各类结果的件数（表四）"),
    },
  ],
  total: litigation,
  unit: "件",
  join: "、",
  many: "，其中{items}",
  alone: ["，为{label}", "，均为{label}"],
};

/** 行政复议、行政诉讼: that there were none, or how many and how they ended. */
export const caseSentences: readonly SentenceRule[] = [
  {
    needs: [review, direct, afterReview],
    missing: { id: "s1.application.cases.missing", what: "行政复议、行政诉讼的件数（表四总计）" },
    oneOf: [
      {
        id: "s1.application.cases.none",
        when: [`${review} = 0`, `${litigation} = 0`],
        text: "未发生政府信息公开行政复议、行政诉讼案件。",
      },
      {
        id: "s1.application.cases.review",
        when: [`${litigation} = 0`],
        text: `发生政府信息公开行政复议案件{${review}|件}{@review}；未发生政府信息公开行政诉讼案件。`,
        lists: { review: reviewResults },
      },
      {
        id: "s1.application.cases.litigation",
        when: [`${review} = 0`],
        text: `未发生政府信息公开行政复议案件；发生政府信息公开行政诉讼案件{${litigation}|件}{@litigation}。`,
        lists: { litigation: litigationKinds },
      },
      {
        id: "s1.application.cases",
        text: `发生政府信息公开行政复议案件{${review}|件}{@review}；行政诉讼案件{${litigation}|件}{@litigation}。`,
        lists: { review: reviewResults, litigation: litigationKinds },
      },
    ],
  },
  comparedSentence("s1.application.cases.review.compared", "行政复议案件", [review], "件"),
  comparedSentence("s1.application.cases.litigation.compared", "行政诉讼案件", [direct, afterReview], "件"),
];
