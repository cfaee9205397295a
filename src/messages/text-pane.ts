/** Words of the view 报告 about the sheet 年报正文. */
export const textPane = {
  intro: "正文由表中数据写成，点数字可以看它的出处。要改文字，请到“年报正文”表里改，改过的段落不会被覆盖。",
  update: "更新正文",
  behind: (count: number): string => `“年报正文”表有 ${String(count)} 段还是旧的，下面标出怎样变。`,
  upToDate: "“年报正文”表与数据一致。",
  openSheet: "去年报正文表",
  noSheet: "工作簿里没有“年报正文”表，建立后可以直接修改文字。",
  makeSheet: "建立年报正文表",
  counts: ({
    follows,
    edited,
    added,
  }: {
    readonly follows: number;
    readonly edited: number;
    readonly added: number;
  }): string =>
    [
      `跟随数据 ${String(follows)} 段`,
      edited > 0 ? `已改写 ${String(edited)} 段` : "",
      added > 0 ? `自写 ${String(added)} 段` : "",
    ]
      .filter((part) => part !== "")
      .join("，"),
  stale: (count: number): string => `改写过的段落里有 ${String(count)} 处旧数字`,
  seeFirst: "看第一处",
  state: {
    edited: "已改写",
    added: "自写",
    new: "新增",
    gone: "将删去",
    changed: "将更新",
  },
  staleTag: (count: number): string => `旧数字 ${String(count)} 处`,
  take: (now: string): string => `换成 ${now}`,
  takeOne: (was: string, now: string): string => `把旧数字 ${was} 换成 ${now}`,
  takeAll: "全部换成新数字",
  edit: "到年报正文表里改这一段",
  reworded: "数据变化后系统的写法（供参考，不改动您的文字）",
  removed: (text: string): string => `您删去了：${text}`,
  restore: "恢复",
  restoreOf: (text: string): string => `恢复删去的段落：${text}`,
  selected: (count: number): string =>
    count === 0 ? "正文里没有用到选中的格。" : `选中的格用在 ${String(count)} 段里，下面已框出。`,
  selectedRow: "选中的是下面框出的这一段。",
  compare: {
    open: "与上年对照",
    close: "收起对照",
    title: "与上年正文对照",
    intro: "选上年的年报文件（.xlsx .docx .html .txt），逐段对照。只在本机比较，不上传。",
    choose: "选择上年文件",
    again: "换一个文件",
    last: "上年",
    now: "今年",
    counts: (changed: number, added: number, gone: number): string =>
      `改动 ${String(changed)} 段，今年新增 ${String(added)} 段，今年没有 ${String(gone)} 段`,
    same: (count: number): string => `另有 ${String(count)} 段相同`,
    onlyNow: "今年新增",
    onlyLast: "今年没有",
    legend: "画线的是上年的字，加框的是今年的字。",
    failed: (detail: string): string => `没有读出这个文件：${detail}`,
    reading: "正在读取…",
    alike: "两年的正文完全相同。",
  },
} as const;
