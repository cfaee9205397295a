/** Words of the sheet 年报正文. */
export const textSheet = {
  name: "年报正文",
  guide:
    "这里是年报的正文，可以直接修改、增加、删除，一行一段。没有改过的段落随数据更新；改过的段落保留原文，其中的旧数字在任务窗格“报告”里标出，点一下即可换成新数字。",
  /** Where a table of the form stands in the report. */
  table: (name: string): string => `（此处为${name}，见工作表“${name}”）`,
} as const;
