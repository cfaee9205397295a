import type { NarrativeWords } from "../../core/narrative/sentence-rule";

export const narrativeWords: NarrativeWords = {
  placeholder: "【待填：{what}】",
  partsOf: "，其中{parts}",
  unnamedParts: "，各类分别为{parts}",
  partsJoin: "、",
  shareOf: "（占{share}）",
  percentage: "（{percentage}）",
  restJoin: "，",
  partsBefore: "，其中",
  partsUnequal: "{label}的分类，各类之和与总数不等，请核对",
  ordinals: ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"],
  nothing: ["无", "没有", "暂无", "无其他需要报告的事项", "暂无其他需要报告的事项", "否"],
  stop: "。",
};
