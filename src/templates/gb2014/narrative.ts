import type { ListRule, SentenceRule } from "../../core/narrative/sentence-rule";
import {
  application,
  countedSentence,
  disclosure,
  earlyNarrative,
  more,
  opening,
  organisation,
} from "../early-report/narrative";

const parts = (
  named: Readonly<Record<string, string>>,
  list: Pick<ListRule, "many" | "unit"> & Partial<ListRule>,
): ListRule => ({
  parts: Object.entries(named).map(([row, label]) => ({ label, value: `s.${row}.value` })),
  join: "、",
  ...list,
});

const of = (row: string, named: Readonly<Record<string, string>>, unit: string, what: string): ListRule =>
  parts(named, {
    unit,
    total: `s.${row}.value`,
    many: "，其中{items}",
    missing: `${what}（有空格，或之和与总数不符）`,
  });

/** One figure by itself: said where it is more than 0. */
const said = (id: string, row: string, text: string): SentenceRule => ({ oneOf: [{ id, ...more(row, text) }] });

const published: readonly SentenceRule[] = [
  countedSentence({
    id: "s1.pubTotal",
    row: "pubTotal",
    what: "主动公开政府信息的条数（统计表）",
    none: "未主动公开政府信息。",
    some: "主动公开政府信息{s.pubTotal.value|条}{?normative}。",
    choices: { normative: [more("pubNormative", "，其中规范性文件{s.pubNormative.value|条}")] },
  }),
  said("s1.normativeMade", "normativeMade", "制发规范性文件{s.normativeMade.value|件}。"),
  {
    oneOf: [
      {
        id: "s1.channels",
        text: "{@channels}",
        lists: {
          channels: parts(
            {
              chGazette: "政府公报公开",
              chSite: "政府网站公开",
              chWeibo: "政务微博公开",
              chWechat: "政务微信公开",
              chOther: "其他方式公开",
            },
            { unit: "条", many: "按渠道计，{items}。" },
          ),
        },
      },
    ],
  },
];

const responses: readonly SentenceRule[] = [
  countedSentence({
    id: "s2.respTotal",
    row: "respTotal",
    what: "回应公众关注热点或重大舆情的次数（统计表）",
    none: "没有需要回应的公众关注热点或重大舆情。",
    some: "回应公众关注热点或重大舆情{s.respTotal.value|次}。",
  }),
  {
    oneOf: [
      {
        id: "s2.press",
        ...more("press", "参加或举办新闻发布会{s.press.value|次}{?chief}。"),
        choices: { chief: [more("pressChief", "，其中主要负责同志参加{s.pressChief.value|次}")] },
      },
    ],
  },
  {
    oneOf: [
      {
        id: "s2.talk",
        ...more("talk", "开展政府网站在线访谈{s.talk.value|次}{?chief}。"),
        choices: { chief: [more("talkChief", "，其中主要负责同志参加{s.talkChief.value|次}")] },
      },
    ],
  },
  said("s2.interpret", "interpret", "发布政策解读稿件{s.interpret.value|篇}。"),
  said("s2.micro", "micro", "通过微博微信回应事件{s.micro.value|次}。"),
  said("s2.respOther", "respOther", "通过其他方式回应事件{s.respOther.value|次}。"),
];

const applications: readonly SentenceRule[] = [
  countedSentence({
    id: "s3.recv",
    row: "recv",
    what: "收到政府信息公开申请的件数（统计表）",
    none: "未收到政府信息公开申请。",
    some: "收到政府信息公开申请{s.recv.value|件}{@ways}。",
    lists: {
      ways: of(
        "recv",
        { recvFace: "当面申请", recvFax: "传真申请", recvNet: "网络申请", recvMail: "信函申请" },
        "件",
        "各种方式申请的件数",
      ),
    },
  }),
  {
    oneOf: [
      {
        id: "s3.done",
        ...more("done", "办结申请{s.done.value|件}{@times}。"),
        lists: {
          times: of("done", { doneOntime: "按时办结", doneExt: "延期办结" }, "件", "按时办结、延期办结的件数"),
        },
      },
    ],
  },
  {
    oneOf: [
      {
        id: "s3.reply",
        ...more("reply", "答复申请{s.reply.value|件}{@replies}。"),
        lists: {
          replies: of(
            "reply",
            {
              rAlready: "属于已主动公开范围",
              rOpen: "同意公开",
              rPartial: "同意部分公开",
              rDeny: "不同意公开",
              rNotours: "不属于本行政机关公开",
              rNone: "申请信息不存在",
              rSupp: "告知作出更改补充",
              rElsewhere: "告知通过其他途径办理",
            },
            "件",
            "各类答复的件数",
          ),
        },
      },
    ],
  },
];

/** 复议 and 诉讼: a total and three outcomes. */
const cases = (row: string, name: string, outcomes: Readonly<Record<string, string>>): SentenceRule =>
  countedSentence({
    id: `s4.${row}`,
    row,
    what: `政府信息公开${name}的件数（统计表）`,
    none: `未发生政府信息公开${name}。`,
    some: `发生政府信息公开${name}{s.${row}.value|件}{@outcomes}。`,
    lists: { outcomes: of(row, outcomes, "件", `${name}各种结果的件数`) },
  });

const disputes: readonly SentenceRule[] = [
  cases("review", "行政复议", { revKeep: "维持具体行政行为", revFix: "被依法纠错", revOther: "其他情形" }),
  cases("suit", "行政诉讼", {
    suitKeep: "维持具体行政行为或者驳回原告诉讼请求",
    suitFix: "被依法纠错",
    suitOther: "其他情形",
  }),
  countedSentence({
    id: "s4.complaint",
    row: "complaint",
    none: "未收到举报投诉。",
    some: "收到举报投诉{s.complaint.value|件}。",
  }),
];

const staffed: readonly SentenceRule[] = [
  said("s6.org", "org", "设有政府信息公开工作专门机构{s.org.value|个}。"),
  said("s6.desk", "desk", "设置政府信息公开查阅点{s.desk.value|个}。"),
  {
    oneOf: [
      {
        id: "s6.staff",
        ...more("staff", "从事政府信息公开工作人员{s.staff.value|人}{@staff}。"),
        lists: { staff: of("staff", { staffFull: "专职", staffPart: "兼职" }, "人", "专职、兼职人员的人数") },
      },
    ],
  },
  said("s6.budget", "budget", "政府信息公开专项经费{s.budget.value|万元}。"),
  said("s6.meeting", "meeting", "召开政府信息公开工作会议或专题会议{s.meeting.value|次}。"),
  {
    oneOf: [
      {
        id: "s6.training",
        ...more("training", "举办各类培训班{s.training.value|次}{?trainees}。"),
        choices: { trainees: [more("trainees", "，接受培训{s.trainees.value|人次}")] },
      },
    ],
  },
];

/** The text: the nine parts of the table in words, and what its figures do not hold. */
export const narrative = earlyNarrative({
  problems: "s7",
  matters: "s8",
  heldByTables: ["applications", "review_suit"],
  sections: [
    {
      id: "s1",
      paragraphs: [{ kind: "sentences", id: "s1.published", opening, sentences: published }, ...disclosure],
    },
    { id: "s2", paragraphs: [{ kind: "sentences", id: "s2.responses", opening, sentences: responses }] },
    {
      id: "s3",
      paragraphs: [{ kind: "sentences", id: "s3.applications", opening, sentences: applications }, ...application],
    },
    { id: "s4", paragraphs: [{ kind: "sentences", id: "s4.disputes", opening, sentences: disputes }] },
    {
      id: "s5",
      paragraphs: [
        {
          kind: "sentences",
          id: "s5.fees",
          opening,
          sentences: [
            countedSentence({
              id: "s5.charge",
              row: "charge",
              what: "依申请公开信息收取的费用，没有收取的填0（统计表）",
              none: "未收取依申请公开信息费用。",
              some: "依申请公开信息收取费用{s.charge.value|万元}。",
            }),
          ],
        },
      ],
    },
    {
      id: "s6",
      paragraphs: [{ kind: "sentences", id: "s6.staffing", opening, sentences: staffed }, ...organisation],
    },
  ],
});
