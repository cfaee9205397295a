import type { TextForm } from "../core/audit/text-form";
import { vocabulary as words2014 } from "./gb2014/audit-words";
import { beijingVocabulary, vocabulary as words2019 } from "./nb2019/audit-words";
import { textRules as rules2019 } from "./nb2019/text-rules";
import { vocabulary as words2021 } from "./nb2021/audit-words";
import { textRules as rules2021 } from "./nb2021/text-rules";
import { vocabulary as words2008 } from "./text2008/audit-words";
import { vocabulary as words2017 } from "./tj2017/audit-words";
import { textRules as rules2017 } from "./tj2017/text-rules";

/**
 * What audits need of each form, by its id, or `id/variant` where a variant has words of its own. It stands apart from
 * the forms, because everything needs those and only audits need this. A form that is not here is held against the
 * inputs of its text alone.
 */
export const textForms: Readonly<Record<string, TextForm>> = {
  text2008: { vocabulary: words2008, rules: [] },
  gb2014: { vocabulary: words2014, rules: [] },
  tj2017: { vocabulary: words2017, rules: rules2017 },
  nb2019: { vocabulary: words2019, rules: rules2019 },
  "nb2019/bj2020": { vocabulary: beijingVocabulary, rules: rules2019 },
  nb2021: { vocabulary: words2021, rules: rules2021 },
};
