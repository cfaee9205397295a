import type { ListRule, SentenceRule } from "../../core/narrative/sentence-rule";
import { interpretation, response } from "../annual-report/narrative";
import { comparedSentence, factSentence } from "../annual-report/narrative-sentences";
import {
  application,
  countedSentence,
  disclosureAlone,
  earlyNarrative,
  more,
  opening,
  organisation,
} from "../early-report/narrative";

/** The form asks the same of the office itself and of the units below it; ids of rows differ by a letter. */
type Who = { readonly prefix: "" | "s"; readonly name: string };

const own: Who = { prefix: "", name: "本部门" };
const below: Who = { prefix: "s", name: "下属单位" };

const parts = (
  prefix: string,
  named: Readonly<Record<string, string>>,
  list: Pick<ListRule, "many"> & Partial<ListRule>,
): ListRule => ({
  parts: Object.entries(named).map(([row, label]) => ({ label, value: `s.${prefix}${row}.value` })),
  unit: "件",
  join: "、",
  ...list,
});

function documents({ prefix, name }: Who): readonly SentenceRule[] {
  const all = ["doc", "pub", "norm"].map((row) => `s.${prefix}${row}.value`).join("+");
  // Where one of the three is blank, each of the others is still said by itself.
  const unless = `${all} = 0`;
  return [
    {
      oneOf: [
        { id: `s1.${prefix}documents.none`, when: [unless], text: `${name}未制发公文和规范性文件，未公开公文类信息。` },
      ],
    },
    countedSentence({
      id: `s1.${prefix}doc`,
      row: `${prefix}doc`,
      what: `${name}制发公文的件数（统计表）`,
      unless,
      none: `${name}未制发公文。`,
      some: `${name}制发公文{s.${prefix}doc.value|件}{@labels}。`,
      lists: {
        labels: parts(
          prefix,
          {
            docOpen: "标注“主动公开”的",
            docApply: "标注“依申请公开”的",
            docRedact: "标注“删减后公开”的",
            docClosed: "标注“不公开”的",
          },
          {
            total: `s.${prefix}doc.value`,
            many: "，其中{items}",
            missing: `${name}公文四类标注的件数（有空格，或各类之和与公文总数不符）`,
          },
        ),
      },
    }),
    countedSentence({
      id: `s1.${prefix}pub`,
      row: `${prefix}pub`,
      unless,
      none: `${name}未公开公文类信息。`,
      some: `${name}公开公文类信息{s.${prefix}pub.value|件}{@channels}。`,
      lists: {
        channels: parts(
          prefix,
          {
            pubSite: "政府网站公开",
            pubApp: "政务APP公开",
            pubWechat: "政务微信公开",
            pubOther: "其他方式公开",
          },
          { many: "，其中{items}" },
        ),
      },
    }),
    countedSentence({
      id: `s1.${prefix}norm`,
      row: `${prefix}norm`,
      unless,
      none: `${name}未制发规范性文件。`,
      some: `${name}制发规范性文件{s.${prefix}norm.value|件}{@shown}。`,
      lists: {
        shown: parts(prefix, { normOpen: "标注“主动公开”的", normSite: "政府网站公开" }, { many: "，其中{items}" }),
      },
    }),
  ];
}

function policies({ prefix, name }: Who): SentenceRule {
  return countedSentence({
    id: `s2.${prefix}policy`,
    row: `${prefix}policy`,
    ...(prefix === "" && { what: `${name}主动公开政策性文件的件数（统计表）` }),
    none: `${name}未主动公开政策性文件。`,
    some: `${name}主动公开政策性文件{s.${prefix}policy.value|件}{?read}。`,
    choices: { read: [more(`${prefix}policyRead`, `，进行政策解读{s.${prefix}policyRead.value|件}`)] },
  });
}

const responses: readonly SentenceRule[] = [
  countedSentence({
    id: "s3.resp",
    row: "resp",
    what: "本部门回应公众关注热点或重大舆情的次数（统计表）",
    none: "本部门没有需要回应的公众关注热点或重大舆情。",
    some: "本部门回应公众关注热点或重大舆情{s.resp.value|次}。",
  }),
  {
    oneOf: [
      {
        id: "s3.respPress",
        when: ["s.respPress.value > 0"],
        text: "举办新闻发布会{s.respPress.value|次}{?chief}。",
        choices: { chief: [more("respChief", "，正职或副职出席{s.respChief.value|次}")] },
      },
    ],
  },
  {
    oneOf: [
      {
        id: "s3.respMailbox",
        when: ["s.respMailbox.value > 0"],
        text: "“领导信箱”办理或答复{s.respMailbox.value|件}。",
      },
    ],
  },
  {
    oneOf: [
      {
        id: "s3.respTv",
        when: ["s.respTv.value > 0"],
        text: "开展“电视问政”或“网络在线访谈”{s.respTv.value|次}。",
      },
    ],
  },
  response,
  countedSentence({
    id: "s3.sresp",
    row: "sresp",
    none: "下属单位没有需要回应的公众关注热点或重大舆情。",
    some: "下属单位回应公众关注热点或重大舆情{s.sresp.value|件}。",
  }),
];

const nobodyAsked = "s.recv.value+s.srecv.value = 0";

function applications({ prefix, name }: Who): SentenceRule {
  return countedSentence({
    id: `s4.${prefix}recv`,
    row: `${prefix}recv`,
    unless: nobodyAsked,
    ...(prefix === "" && { what: `${name}收到政府信息公开申请的件数（统计表）` }),
    none: `${name}未收到政府信息公开申请。`,
    some: `${name}收到政府信息公开申请{s.${prefix}recv.value|件}{?done}{?reply}。`,
    choices: {
      done: [more(`${prefix}recvDone`, `，办结{s.${prefix}recvDone.value|件}`)],
      reply: [more(`${prefix}recvReply`, `，答复{s.${prefix}recvReply.value|件}`)],
    },
  });
}

const received: readonly SentenceRule[] = [
  {
    oneOf: [{ id: "s4.nobody", when: [nobodyAsked], text: "本部门和下属单位均未收到政府信息公开申请。" }],
  },
  applications(own),
  comparedSentence("s4.recv.compared", "本部门收到申请", ["s.recv.value"], "件"),
  applications(below),
  factSentence(
    "s4.disputes",
    "application.disputes",
    "发生因政府信息公开引起的举报、投诉、行政复议、行政诉讼{application.disputes}。",
    "未发生因政府信息公开引起的举报、投诉、行政复议、行政诉讼。",
  ),
];

const staffParts = (prefix: string, name: string): ListRule =>
  parts(
    prefix,
    { staffFull: "专职", staffPart: "兼职" },
    {
      unit: "人",
      total: `s.${prefix}staff.value`,
      many: "，其中{items}",
      missing: `${name}专职、兼职人员的人数（有空格，或之和与工作人员数量不符）`,
    },
  );

const staff: readonly SentenceRule[] = [
  countedSentence({
    id: "s5.staff",
    row: "staff",
    what: "本部门政务公开工作机构工作人员的人数（统计表）",
    none: "本部门政务公开工作机构没有工作人员。",
    some: "本部门政务公开工作机构有工作人员{s.staff.value|人}{@staff}。",
    lists: { staff: staffParts("", "本部门") },
  }),
  countedSentence({
    id: "s5.sorg",
    row: "sorg",
    none: "下属单位没有政务公开工作机构。",
    some: "下属单位有政务公开工作机构{s.sorg.value|个}。",
  }),
  {
    oneOf: [
      {
        id: "s5.sstaff",
        when: ["s.sstaff.value > 0"],
        text: "下属单位政务公开工作人员{s.sstaff.value|人}{@staff}。",
        lists: { staff: staffParts("s", "下属单位") },
      },
    ],
  },
];

/** The text: the five parts of the table in words, and what its figures do not hold. */
export const narrative = earlyNarrative({
  problems: "s6",
  matters: "s7",
  heldByTables: ["applications"],
  sections: [
    {
      id: "s1",
      paragraphs: [
        { kind: "sentences", id: "s1.own", opening, sentences: documents(own) },
        { kind: "sentences", id: "s1.below", sentences: documents(below) },
        ...disclosureAlone,
      ],
    },
    {
      id: "s2",
      paragraphs: [
        { kind: "sentences", id: "s2.policies", opening, sentences: [...[own, below].map(policies), interpretation] },
      ],
    },
    { id: "s3", paragraphs: [{ kind: "sentences", id: "s3.responses", opening, sentences: responses }] },
    {
      id: "s4",
      paragraphs: [{ kind: "sentences", id: "s4.applications", opening, sentences: received }, ...application],
    },
    {
      id: "s5",
      paragraphs: [{ kind: "sentences", id: "s5.staffing", opening, sentences: staff }, ...organisation],
    },
  ],
});
