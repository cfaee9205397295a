import type { Rule, RuleSource } from "../../core/rules/rule";
import { applicantColumns } from "./table3";

/** Sources that many rules share. Structural and practical rules are our reading of the form, not an official sentence. */
export const sources = {
  structural: { type: "structural", ref: "表式结构推定（“其中”“总计”等字样），未见官方逐条文字" },
  practice: { type: "practice", ref: "已公布年报的真实差错归纳" },
} as const satisfies Record<string, RuleSource>;

const columns = applicantColumns.map(({ id }) => id);

/** What differs between the two forms in the rules of 表三. */
type Table3Form = {
  /** The notice that the form came with. */
  readonly doc: string;
  readonly rows: readonly string[];
  /** The rows that （七）总计 adds up. */
  readonly outcomes: readonly string[];
  readonly carryCross?: { readonly onlyYears: readonly number[]; readonly remark: string };
};

export function table3Rules(form: Table3Form): readonly Rule[] {
  return [
    {
      id: "t3.balance",
      kind: "balance",
      severity: "error",
      scope: "inTable",
      expand: { var: "col", over: columns },
      left: [{ ref: "t3.newReceived.{col}" }, { ref: "t3.carriedOver.{col}" }],
      op: "=",
      right: [{ ref: "t3.totalHandled.{col}" }, { ref: "t3.carriedForward.{col}" }],
      sentence:
        "表三{colLabel}列：第一项（{left0}）加第二项（{left1}）之和，应等于第三项总计（{right0}）加第四项（{right1}）之和，相差{diff}。",
      source: { type: "official", ref: `${form.doc}附件表格（表内注明勾稽关系）` },
    },
    {
      id: "t3.resultSum",
      kind: "balance",
      severity: "error",
      scope: "inTable",
      expand: { var: "col", over: columns },
      left: form.outcomes.map((row) => ({ ref: `t3.${row}.{col}` })),
      op: "=",
      right: [{ ref: "t3.totalHandled.{col}" }],
      sentence: `表三{colLabel}列：“（七）总计”应等于第三项下${String(form.outcomes.length)}个明细行之和，相差{diff}。`,
      source: sources.structural,
    },
    {
      id: "t3.rowSum",
      kind: "balance",
      severity: "error",
      scope: "inTable",
      expand: { var: "row", over: form.rows },
      left: columns.filter((column) => column !== "total").map((column) => ({ ref: `t3.{row}.${column}` })),
      op: "=",
      right: [{ ref: "t3.{row}.total" }],
      sentence: "表三“{rowLabel}”行：自然人与法人或其他组织五类之和应等于总计，相差{diff}。",
      source: sources.structural,
    },
    {
      id: "t3.domain",
      kind: "domain",
      severity: "error",
      scope: "inTable",
      cells: ["t3.*.*"],
      integer: true,
      min: 0,
      sentence: "表三“{rowLabel}·{colLabel}”应为非负整数。",
      source: sources.structural,
    },
    {
      id: "t3.blank",
      kind: "required",
      severity: "hint",
      scope: "inTable",
      cells: ["t3.*.*"],
      sentence: "表三有{count}格为空或填“/”“-”：{cells}。没有发生的应填0。",
      source: sources.practice,
    },
    {
      id: "t3.carryCross",
      kind: "comparison",
      severity: "warning",
      scope: "crossYear",
      expand: { var: "col", over: columns },
      left: [{ ref: "t3.carriedOver.{col}" }],
      op: "=",
      right: [{ ref: "t3.carriedForward.{col}", year: -1 }],
      sentence:
        "表三{colLabel}列“上年结转”（{left0}）与上一年度年报“结转下年度继续办理”（{right0}）不一致。确因职能划转、上年更正等原因的，须写明说明。" +
        (form.carryCross?.remark ?? ""),
      source: { type: "practice", ref: "逻辑推定；已公布年报核对通行做法（宿迁2023→2024：121=121）" },
      ...(form.carryCross && { onlyYears: form.carryCross.onlyYears }),
    },
    {
      id: "t3.carryRatio",
      kind: "comparison",
      severity: "hint",
      scope: "plausibility",
      when: { left: [{ ref: "t3.carriedForward.total" }], op: ">=", const: 10 },
      left: [{ ref: "t3.carriedForward.total" }],
      op: "<=",
      right: [{ ref: "t3.newReceived.total", coef: 0.3 }],
      sentence:
        "结转下年度（{left0}件）超过本年新收的三成。答复期限为20个工作日、最长延长20个工作日，通常只有最后两个多月的申请会跨年，请核对。",
      source: { type: "law", ref: "条例第三十三条（推算）" },
    },
    {
      id: "t3.newJump",
      kind: "ratio",
      severity: "hint",
      scope: "plausibility",
      left: [{ ref: "t3.newReceived.total" }],
      right: [{ ref: "t3.newReceived.total", year: -1 }],
      low: 0.5,
      high: 2.0,
      minBase: 20,
      sentence: "本年新收（{left0}件）与上年（{right0}件）相比变动超过一倍或下降过半，请核对并准备说明。",
      source: sources.practice,
    },
  ];
}

export const table4Rules: readonly Rule[] = [
  {
    id: "t4.sumRev",
    kind: "balance",
    severity: "error",
    scope: "inTable",
    left: [
      { ref: "t4.cases.reviewUpheld" },
      { ref: "t4.cases.reviewCorrected" },
      { ref: "t4.cases.reviewOther" },
      { ref: "t4.cases.reviewPending" },
    ],
    op: "=",
    right: [{ ref: "t4.cases.reviewTotal" }],
    sentence: "表四“行政复议”：结果维持、结果纠正、其他结果、尚未审结之和应等于总计，相差{diff}。",
    source: sources.structural,
  },
  {
    id: "t4.sumDir",
    kind: "balance",
    severity: "error",
    scope: "inTable",
    left: [
      { ref: "t4.cases.directUpheld" },
      { ref: "t4.cases.directCorrected" },
      { ref: "t4.cases.directOther" },
      { ref: "t4.cases.directPending" },
    ],
    op: "=",
    right: [{ ref: "t4.cases.directTotal" }],
    sentence: "表四“未经复议直接起诉”：结果维持、结果纠正、其他结果、尚未审结之和应等于总计，相差{diff}。",
    source: sources.structural,
  },
  {
    id: "t4.sumAft",
    kind: "balance",
    severity: "error",
    scope: "inTable",
    left: [
      { ref: "t4.cases.afterReviewUpheld" },
      { ref: "t4.cases.afterReviewCorrected" },
      { ref: "t4.cases.afterReviewOther" },
      { ref: "t4.cases.afterReviewPending" },
    ],
    op: "=",
    right: [{ ref: "t4.cases.afterReviewTotal" }],
    sentence: "表四“复议后起诉”：结果维持、结果纠正、其他结果、尚未审结之和应等于总计，相差{diff}。",
    source: sources.structural,
  },
  {
    id: "t4.domain",
    kind: "domain",
    severity: "error",
    scope: "inTable",
    cells: ["t4.*.*"],
    integer: true,
    min: 0,
    sentence: "表四“{colLabel}”应为非负整数。",
    source: sources.structural,
  },
  {
    id: "t4.blank",
    kind: "required",
    severity: "hint",
    scope: "inTable",
    cells: ["t4.*.*"],
    sentence: "表四有{count}格为空或填“/”“-”：{cells}。没有发生的应填0。",
    source: sources.practice,
  },
  {
    id: "t4.noRequests",
    kind: "comparison",
    severity: "warning",
    scope: "crossTable",
    when: { left: [{ ref: "t3.newReceived.total" }, { ref: "t3.carriedOver.total" }], op: "=", const: 0 },
    left: [{ ref: "t4.cases.reviewTotal" }, { ref: "t4.cases.directTotal" }, { ref: "t4.cases.afterReviewTotal" }],
    op: "=",
    right: [],
    sentence: "表三本年新收与上年结转均为0，但表四有复议或诉讼案件。可能是以前年度申请引发，请写明说明。",
    source: sources.practice,
  },
  {
    id: "t4.pendingCross",
    kind: "comparison",
    severity: "hint",
    scope: "crossYear",
    when: {
      left: [
        { ref: "t4.cases.reviewPending", year: -1 },
        { ref: "t4.cases.directPending", year: -1 },
        { ref: "t4.cases.afterReviewPending", year: -1 },
      ],
      op: ">",
      const: 0,
    },
    left: [{ ref: "t4.cases.reviewTotal" }, { ref: "t4.cases.directTotal" }, { ref: "t4.cases.afterReviewTotal" }],
    op: ">",
    right: [],
    sentence: "上年“尚未审结”有{when0}件，本年表四总计为0。上年未结案件应在本年有结果，请核对。",
    source: sources.practice,
  },
];

/** What the sheet 正文要素 demands of itself. */
export const factRules: readonly Rule[] = [
  {
    id: "facts.partsSum",
    kind: "partsSum",
    severity: "error",
    scope: "form",
    sentence: "正文要素“{rowLabel}”的各分项之和应等于总数。",
    source: { type: "structural", ref: "正文要素：各类别之和等于总数" },
  },
];

/** Rules over the form as a whole. */
export const formRules: readonly Rule[] = [
  {
    id: "untouched",
    kind: "untouched",
    severity: "error",
    scope: "form",
    sentence: "整张表没有填写。确无发生的，请确认“零报告”并填写确认人。",
    source: { type: "practice", ref: "直报系统“空表上报查询”的通行做法" },
  },
  {
    id: "zeroReport",
    kind: "zeroReport",
    severity: "warning",
    scope: "form",
    sentence: "已填的数字全部为0。确无发生的，请勾选“零报告”并填写确认人。",
    source: { type: "practice", ref: "直报系统“空表上报查询”的通行做法" },
  },
  ...factRules,
];
