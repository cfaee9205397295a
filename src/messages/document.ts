/** Words of the documents beside the report text itself, and what goes wrong with it. */
export const documentMessages = {
  subject: (year: number): string => `${String(year)}年政府信息公开工作年度报告`,
  keywords: "政府信息公开，年度报告",
  unverified: "未核验：本表文字尚未与原文件逐字核对，请以上级下发的表式为准。",
  tableDescription: (sheet: string, title: string): string =>
    `${sheet}：${title.replace(/^[一二三四五六七八九十]+、/u, "")}。表头行在每页重复，最左各列是项目名称，其余各列是数字。`,
  footerField: (label: string, text: string): string => `${label}：${text}`,
  figureDiffers: (place: string, expected: string, found: string): string =>
    `生成的文件与填报的数字不一致（${place}应为“${expected}”，文件中是“${found}”），没有保存。`,
  textDiffers: (expected: string): string => `生成的文件与报告正文不一致（缺少“${expected}”），没有保存。`,
  numberDiffers: (number: string, sentence: string): string =>
    `正文中的“${number}”与它的来源不一致（${sentence}），没有保存。`,
} as const;
