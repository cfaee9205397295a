import type {
  Comparison,
  NarrativeForm,
  ParagraphRule,
  SentenceRule,
  Variant,
} from "../../core/narrative/sentence-rule";
import {
  disclosed,
  interpretation,
  kept,
  mattersAsked,
  otherDisclosure,
  platforms,
  problems,
  response,
  supervised,
} from "../annual-report/narrative";
import { factSentence } from "../annual-report/narrative-sentences";
import { narrativeWords } from "../annual-report/narrative-words";
import { article32 } from "./facts";

export const opening = "{year}年，";

/** The law changed in 2019, so the text names no article of it. */
const preamble: readonly ParagraphRule[] = [
  {
    kind: "sentences",
    id: "preamble",
    sentences: [
      {
        source: article32,
        oneOf: [{ id: "preamble.basis", text: "依据《中华人民共和国政府信息公开条例》有关规定，编制本报告。" }],
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

/** 主动公开: channels, what no field knows, the clerk's own words. */
export const disclosure: readonly ParagraphRule[] = [
  { kind: "sentences", id: "s1.disclosure", opening, sentences: [...disclosed, interpretation, response] },
  ...otherDisclosure,
];

/** The same for forms that have parts of their own for 解读 and 回应, behind sentences that say the year. */
export const disclosureAlone: readonly ParagraphRule[] = [
  { kind: "sentences", id: "s1.disclosure", sentences: disclosed },
  ...otherDisclosure,
];

/** 依申请公开, beside the counts of applications themselves. */
export const application: readonly ParagraphRule[] = [
  {
    kind: "sentences",
    id: "s1.application.asked",
    sentences: [
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
];

/** 信息管理, 平台建设, 监督保障. */
export const organisation: readonly ParagraphRule[] = [
  { kind: "sentences", id: "s1.management", sentences: kept },
  {
    kind: "notes",
    id: "s1.management.review",
    section: "management",
    field: "review_system",
    text: "政府信息发布实行{text}制度。",
  },
  { kind: "rest", id: "s1.management.rest", section: "management" },
  { kind: "notes", id: "s1.management.note", section: "management", field: "management_note" },
  { kind: "sentences", id: "s1.platform", sentences: [platforms] },
  { kind: "rest", id: "s1.platform.rest", section: "platform" },
  { kind: "notes", id: "s1.platform.note", section: "platform", field: "platform_note" },
  { kind: "sentences", id: "s1.supervision", sentences: supervised },
  { kind: "notes", id: "s1.supervision.assessment", section: "supervision", field: "assessment" },
  { kind: "notes", id: "s1.supervision.evaluation", section: "supervision", field: "evaluation" },
  { kind: "rest", id: "s1.supervision.rest", section: "supervision" },
  { kind: "notes", id: "s1.supervision.note", section: "supervision", field: "supervision_note" },
];

type EarlyReport = {
  /** What stands before problems and other matters, by section. */
  readonly sections: NarrativeForm["sections"];
  readonly problems: string;
  readonly matters: string;
  readonly heldByTables: readonly string[];
};

/** The text of a report before the uniform form of 2019. */
export function earlyNarrative({ sections, heldByTables, ...ids }: EarlyReport): NarrativeForm {
  return {
    words: narrativeWords,
    heldByTables,
    preamble,
    sections: [
      ...sections,
      { id: ids.problems, paragraphs: problems },
      { id: ids.matters, paragraphs: [mattersAsked] },
    ],
  };
}

type Counted = Pick<Variant, "choices" | "lists"> & {
  readonly id: string;
  /** The row of table s that is said. */
  readonly row: string;
  /** Shown as 【待填】 while the figure is blank; without it the sentence is left out. */
  readonly what?: string;
  /** Said elsewhere where this holds. */
  readonly unless?: Comparison;
  readonly none: string;
  readonly some: string;
};

/** A figure of table s in a sentence: one wording for 0, one for more. */
export function countedSentence({ id, row, what, unless, none, some, ...parts }: Counted): SentenceRule {
  const cell = `s.${row}.value`;
  return {
    needs: [cell],
    ...(what !== undefined && { missing: { id: `${id}.missing`, what } }),
    oneOf: [
      ...(unless === undefined ? [] : [{ id: `${id}.elsewhere`, when: [unless], text: "" }]),
      { id: `${id}.none`, when: [`${cell} = 0`], text: none },
      { id, when: [`${cell} > 0`], text: some, ...parts },
    ],
  };
}

/** A part of such a sentence that is said where the row is more than 0. */
export function more(row: string, text: string): { readonly when: readonly string[]; readonly text: string } {
  return { when: [`s.${row}.value > 0`], text };
}
