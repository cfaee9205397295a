/** Texts that stand in the sheets of a form, beside the official labels that come from the template. */
export const workbook = {
  /** Number formats: the cell holds the bare name and year. */
  unitFormat: '"填报单位："@',
  yearFormat: '0"年度"',
  colon: "：",
  unverifiedForm: "未核验：本表文字尚未与原文件逐字核对，请以上级下发的表式为准。",
  /** Over the words beside the verdicts. */
  checkNote: "应满足的关系",
  pageFooter: "&C第 &P 页，共 &N 页",
  /** As in a 公文. */
  letterFooter: "&C&14— &P —",
  checkHead: "校验",
  /** What a check column adds up, when there are too many parts to name. */
  partsEqual: (total: string): string => `各列之和\n＝${total}`,
  plus: "＋",
  minus: "－",
  equals: "＝",
  atMost: "≤",
  inputTitle: "填报提示",
  law: (article: string): string => `依据：${article}`,
  mistyped: "请核对这一格",
  wholeNumber: "这里填不小于0的整数，如 0、12；没有发生的填0，按当地要求不填的可填“/”。",
  anyWholeNumber: "这里填整数，增加填正数，减少填负数（如 -8）；没有变化的填0，按当地要求不填的可填“/”。",
  amount: (unit: string | null): string =>
    `这里只填数字，不小于0${unit === null ? "" : `，单位${unit}`}，不带单位字样；没有的填0，按当地要求不填的可填“/”。`,
  anyAmount: (unit: string | null): string =>
    `这里只填数字${unit === null ? "" : `，单位${unit}`}，不带单位字样；没有的填0，按当地要求不填的可填“/”。`,
  /** The sheet with the inputs of the report text. */
  facts: {
    name: "正文要素",
    title: "正文要素",
    guide:
      "这里填报告正文要用、统计表里没有的数字和文字，只填有底色的格。没有的留空；需要更多行时，在表内任意位置插入一行，填写名称、数量或文字即可。本表不随统计表公布。",
    heads: {
      label: "要素",
      name: "名称（类别、渠道）",
      value: "数量",
      unit: "计量单位",
      approx: "约数",
      text: "文字内容",
      hint: "填写说明",
      check: "分项之和校验",
      key: "编号",
    },
    sections: {
      disclosure: "一、主动公开",
      application: "二、依申请公开",
      management: "三、政府信息管理",
      platform: "四、政府信息公开平台建设",
      supervision: "五、监督保障",
      problem: "六、存在的主要问题",
      measure: "七、改进情况和措施",
      other: "八、其他需要报告的事项",
    },
    part: "其中",
    other: "其他要素",
    end: "（到此为止，新行请插在上面）",
    /** Category of a part that somebody left without a name among named ones. */
    unnamedPart: (number: number): string => `其中${String(number)}`,
    number: "这里只填不小于0的数字；“余”“近”“约”“超过”等字样请填在“约数”一栏，文字请填在“文字内容”一栏。",
    approximations: ["余", "近", "约", "超过", "多", "左右"],
  },
} as const;

export type WorkbookMessages = typeof workbook;
