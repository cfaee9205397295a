import type { Section } from "../../core/model/template";

/** The six parts of the annual report, word for word. */
export const annualReportSections: readonly Section[] = [
  { id: "s1", title: "一、总体情况", kind: "narrative" },
  { id: "s2", title: "二、主动公开政府信息情况", kind: "table" },
  { id: "s3", title: "三、收到和处理政府信息公开申请情况", kind: "table" },
  { id: "s4", title: "四、政府信息公开行政复议、行政诉讼情况", kind: "table" },
  { id: "s5", title: "五、存在的主要问题及改进情况", kind: "narrative" },
  { id: "s6", title: "六、其他需要报告的事项", kind: "narrative" },
];
