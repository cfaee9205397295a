import type { NarrativeForm, SentenceRule } from "../../core/narrative/sentence-rule";
import { annualReportNarrative } from "../annual-report/narrative";

/** A row of 表二 that counts decisions: `t2_5.licensing`. */
type Authority = { readonly row: string; readonly label: string };

const licensing: Authority = { row: "t2_5.licensing", label: "行政许可" };
const sanctions: readonly Authority[] = [
  { row: "t2_6.punishment", label: "行政处罚" },
  { row: "t2_6.coercion", label: "行政强制" },
];

const procured = "t2_9.procurement.items";
const amount = "t2_9.procurement.amount";

/** 上一年项目数量, 本年增/减: said only where something changed. */
const changes = (row: string, label: string): SentenceRule => {
  // 其他对外管理服务事项 are items by name.
  const items = label.endsWith("事项") ? label : `${label}项目`;
  return {
    oneOf: [
      {
        id: `s1.decisions.${row.split(".")[1] ?? ""}.more`,
        when: [`${row}.previousItems >= 0`, `${row}.change > 0`],
        text: `${items}上一年{${row}.previousItems|项}，本年增加{${row}.change|项}。`,
      },
      {
        id: `s1.decisions.${row.split(".")[1] ?? ""}.less`,
        when: [`${row}.previousItems >= 0`, `${row}.change < 0`],
        text: `${items}上一年{${row}.previousItems|项}，本年减少{-${row}.change|项}。`,
      },
    ],
  };
};

const namesOf = (authorities: readonly Authority[]): string => authorities.map(({ label }) => label).join("、");

const decisionsOf = (authorities: readonly Authority[]): readonly SentenceRule[] => [
  {
    oneOf: [
      {
        id: "s1.decisions.none",
        when: authorities.map(({ row }) => `${row}.decisions = 0`),
        text: `未作出${namesOf(authorities)}处理决定。`,
      },
      {
        id: "s1.decisions.made",
        text: "{@decisions}",
        lists: {
          decisions: {
            parts: authorities.map(({ row, label }) => ({ label: `${label}处理决定`, value: `${row}.decisions` })),
            unit: "件",
            join: "、",
            many: "作出{items}。",
            missing: `${namesOf(authorities)}处理决定的件数（表二）`,
          },
        },
      },
    ],
  },
  ...authorities.map(({ row, label }) => changes(row, label)),
  changes("t2_8.fee", "行政事业性收费"),
  {
    oneOf: [
      { id: "s1.decisions.procurement.none", when: [`${procured} = 0`, `${amount} = 0`], text: "无政府集中采购项目。" },
      {
        id: "s1.decisions.procurement",
        when: [`${procured} >= 0`, `${amount} >= 0`],
        text: `政府集中采购项目{${procured}|项}，采购总金额{${amount}|万元}。`,
      },
    ],
  },
];

const documentsOf = (row: "normative" | "regulation", name: string): SentenceRule["oneOf"][number] => {
  const [made, disclosed, total] = [`t2_1.${row}.made`, `t2_1.${row}.disclosed`, `t2_1.${row}.totalDisclosed`];
  return {
    id: `s1.management.${row}`,
    text: "{?made}{?disclosed}{?total}。",
    choices: {
      made: [
        { when: [`${made} = 0`, `${disclosed} = 0`], text: `未新制作、新公开${name}` },
        { when: [`${made} = 0`], text: `未新制作${name}` },
        { text: `新制作${name}{${made}|件}` },
      ],
      disclosed: [
        { when: [`${made} = 0`, `${disclosed} = 0`], text: "" },
        { when: [`${disclosed} = 0`], text: `，未新公开${name}` },
        { text: `，新公开{${disclosed}|件}` },
      ],
      total: [{ when: [`${total} = 0`], text: `，没有对外公开的${name}` }, { text: `，对外公开总数{${total}|件}` }],
    },
  };
};

const cellsOfRow = (row: "normative" | "regulation"): readonly string[] =>
  ["made", "disclosed", "totalDisclosed"].map((column) => `t2_1.${row}.${column}`);

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
    missing: {
      id: "s1.management.normative.missing",
      what: "规范性文件的新制作、新公开和对外公开总数量（表二）",
    },
    oneOf: [documentsOf("normative", "规范性文件")],
  },
];

/** The text of the 2019 form; `services` are the rows of 其他对外管理服务事项, which some regions divide. */
export function narrative2019(services: readonly Authority[]): NarrativeForm {
  return annualReportNarrative({
    decisions: decisionsOf([licensing, ...services, ...sanctions]),
    documents,
    otherOutcome: { label: "其他处理", value: "t3.other.total" },
    fee: [],
  });
}
