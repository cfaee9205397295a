import type { TextRule } from "../../core/audit/text-rule";

/** Rules on the report that the table is attached to. */
export const textRules: readonly TextRule[] = [
  {
    id: "unitName",
    kind: "footer",
    severity: "warning",
    label: "填表单位",
    sentence: "填表单位（{detail}）与年报标题单位不一致。",
    source: { type: "practice", ref: "已公布年报的真实差错归纳" },
  },
];
