import type { TextRule } from "../../core/audit/text-rule";
import { annualTextRules } from "../annual-report/text-rules";

/** Rules on the text of the 2019 form. */
export const textRules: readonly TextRule[] = annualTextRules({
  type: "local",
  ref: "2020年度市级编制通知（主动公开、依申请公开、政府信息管理、平台建设、监督保障）",
});
