import type { ListPart, SentenceRule } from "../../core/narrative/sentence-rule";
import { annualReportNarrative } from "../annual-report/narrative";
import { groupPart } from "../annual-report/narrative-sentences";
import { table3 } from "./tables";

const otherOutcome: ListPart = groupPart(table3.rows, "other", "其他处理", {
  otherNoCorrection: { label: "申请人无正当理由逾期不补正" },
  otherNoFee: { label: "申请人逾期未按收费通知要求缴纳费用" },
  // 其他处理 that is nothing but 其他 needs no second word.
  otherMisc: { alone: ["", ""] },
});

const licensing = "t2_5.licensing.decisions";
const punishment = "t2_6.punishment.decisions";
const coercion = "t2_6.coercion.decisions";
const feeAmount = "t2_8.fee.amount";

const decisions: readonly SentenceRule[] = [
  {
    oneOf: [
      {
        id: "s1.decisions.none",
        when: [`${licensing} = 0`, `${punishment} = 0`, `${coercion} = 0`],
        text: "未作出行政许可、行政处罚、行政强制处理决定。",
      },
      {
        id: "s1.decisions.made",
        text: "{@decisions}",
        lists: {
          decisions: {
            parts: [
              { label: "行政许可处理决定", value: licensing },
              { label: "行政处罚处理决定", value: punishment },
              { label: "行政强制处理决定", value: coercion },
            ],
            unit: "件",
            join: "、",
            many: "作出{items}。",
            missing: "行政许可、行政处罚、行政强制处理决定的件数（表二）",
          },
        },
      },
    ],
  },
  {
    oneOf: [
      { id: "s1.decisions.feeNone", when: [`${feeAmount} = 0`], text: "未收取行政事业性收费。" },
      { id: "s1.decisions.fee", when: [`${feeAmount} > 0`], text: `收取行政事业性收费{${feeAmount}|万元}。` },
    ],
  },
];

const documentsOf = (row: "normative" | "regulation", name: string): SentenceRule["oneOf"][number] => {
  const [issued, repealed, inForce] = [`t2_1.${row}.issued`, `t2_1.${row}.repealed`, `t2_1.${row}.inForce`];
  return {
    id: `s1.management.${row}`,
    text: "{?issued}{?repealed}{?inForce}。",
    choices: {
      issued: [
        { when: [`${issued} = 0`, `${repealed} = 0`], text: `未制发、废止${name}` },
        { when: [`${issued} = 0`], text: `未制发${name}` },
        { text: `制发${name}{${issued}|件}` },
      ],
      repealed: [
        { when: [`${issued} = 0`, `${repealed} = 0`], text: "" },
        { when: [`${repealed} = 0`], text: `，未废止${name}` },
        { text: `，废止{${repealed}|件}` },
      ],
      inForce: [{ when: [`${inForce} = 0`], text: `，没有现行有效的${name}` }, { text: `，现行有效{${inForce}|件}` }],
    },
  };
};

const cellsOfRow = (row: "normative" | "regulation"): readonly string[] =>
  ["issued", "repealed", "inForce"].map((column) => `t2_1.${row}.${column}`);

const documents: readonly SentenceRule[] = [
  {
    needs: cellsOfRow("regulation"),
    oneOf: [
      { id: "s1.management.regulation.nothing", when: [`${cellsOfRow("regulation").join("+")} = 0`], text: "" },
      documentsOf("regulation", "规章"),
    ],
  },
  {
    needs: cellsOfRow("normative"),
    missing: { id: "s1.management.normative.missing", what: "行政规范性文件的制发、废止、现行有效件数（表二）" },
    oneOf: [documentsOf("normative", "行政规范性文件")],
  },
];

const fee: readonly SentenceRule[] = [
  {
    needs: ["other.fee_amount.value"],
    missing: { id: "s6.fee.missing", what: "政府信息公开信息处理费的收取情况，没有收取的填0" },
    source: { type: "practice", ref: "国办函〔2020〕109号施行后各地年报通行写法" },
    oneOf: [
      {
        id: "s6.fee.items",
        when: ["other.fee_items.value > 0"],
        text: "收取政府信息公开信息处理费{other.fee_amount}，涉及申请{other.fee_items}{other.fee_amount.parts}。",
      },
      { id: "s6.fee.amount", text: "收取政府信息公开信息处理费{other.fee_amount}{other.fee_amount.parts}。" },
    ],
  },
];

/** The text of the 2021 form. */
export const narrative = annualReportNarrative({ decisions, documents, otherOutcome, fee });
