/** Words of the sheet 年报正文. */
export const textSheet = {
  name: "年报正文",
  guide:
    "这里是年报的正文，可以直接修改、增加、删除，一行一段。没有改过的段落随数据更新；改过的段落保留原文，其中的旧数字在任务窗格“报告”里标出，点一下即可换成新数字。",
  /** Where a table of the form stands in the report. */
  table: (name: string): string => `（此处为${name}，见工作表“${name}”）`,
  /** Why no file is made of the text. */
  stale: (figures: readonly { readonly text: string; readonly now: string }[]): string =>
    `正文里有${String(figures.length)}处数字与表格不一致：${figures
      .slice(0, 5)
      .map(({ text, now }) => `${text}（现为${now}）`)
      .join(
        "、",
      )}${figures.length > 5 ? "等" : ""}。请在任务窗格“报告”里取用新数字，或在“年报正文”表里改好，再生成文件。`,
  noSheet: "这个工作簿里没有“年报正文”表，请先在任务窗格“报告”里建立。",
  updated: "正文已更新，改过的段落保留原文。",
} as const;
