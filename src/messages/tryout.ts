/** Words of the try-out page around the grid. What the task pane says is not here. */
export const tryoutTexts = {
  title: "勾稽 · 试用",
  banner: "这是不用 Excel 的试用工作簿：数据只在这个页面里，关闭前请用“另存为”保存。",
  files: "文件",
  open: "打开",
  openTip: "打开本机的 .xlsx 工作簿，代替现在的工作簿。",
  save: "另存为",
  saveTip: "把现在的工作簿存成 .xlsx 文件。",
  tab: "勾稽",
  ribbon: "功能区",
  groups: {
    forms: { label: "表式", button: "插入表式", tip: "选择报告年度，插入官方表式，开始填报。" },
    check: { label: "校验", button: "校验", tip: "核对表内、表间的勾稽关系，列出问题，点一下定位到单元格。" },
    report: { label: "报告", button: "报告", tip: "由表中数据生成年度报告正文，预览并保存为 Word 文件。" },
    submit: { label: "上报", button: "上报", tip: "检查还有什么没有完成，准备上报。" },
  },
  grid: "工作表",
  pane: "勾稽任务窗格",
  paneTitle: "勾稽",
  closePane: "关闭任务窗格",
  splitter: "任务窗格宽度，用左右方向键调整",
  busyOpening: "正在打开…",
  busySaving: "正在保存…",
  opened: (name: string): string => `已打开 ${name}`,
  saved: (name: string): string => `已保存为 ${name}`,
  notAWorkbook: (name: string): string =>
    `“${name}”打不开：它不是 .xlsx 工作簿，或者已经损坏、加了密码。原来的工作簿没有变。`,
  notSaved: (reason: string): string => `没有保存成：${reason}`,
  lockedCell: "这个单元格受保护，不能改动；请在可填的格子里填写。",
  newFileName: "工作簿1.xlsx",
  dismiss: "知道了",
} as const;

export type TryoutTexts = typeof tryoutTexts;
