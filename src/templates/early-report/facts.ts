import type { FactField } from "../../core/model/facts";
import type { RuleSource } from "../../core/rules/rule";
import { facts2019 } from "../annual-report/facts";

/** 《条例》 of 2007, in force until 14 May 2019. */
export const article32: RuleSource = {
  type: "law",
  ref: "《中华人民共和国政府信息公开条例》（2007年）第三十二条（条文原文未核对）",
};

/** Hints that speak of tables which only the later forms have. */
const hints: Readonly<Record<string, string>> = {
  consultation: "接受公众依申请公开咨询的次数。申请和答复的件数不填在这里。",
  cleanup: "本年清理规范性文件的件数。",
  assessment: "工作考核的开展情况和结果，写成一句完整的话。没有的留空。",
  evaluation: "社会评议的开展情况和结果，写成一句完整的话。没有的留空。",
  accountability: "因政府信息公开工作被追究责任的人次，没有的填0。",
};

/**
 * 正文要素 of reports before the uniform form of 2019: the same inputs, of which the law of the time demanded the
 * problems and how they are dealt with.
 */
export const earlyFacts: readonly FactField[] = facts2019.map((field) => {
  const { required, ...rest } = field;
  const isDemanded = required !== undefined && required.unitType === undefined;
  return {
    ...rest,
    ...(isDemanded && { required: { source: article32 } }),
    hint: hints[field.id] ?? field.hint,
  };
});
