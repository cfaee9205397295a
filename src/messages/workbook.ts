/** Texts that stand in the sheets of a form, beside the official labels that come from the template. */
export const workbook = {
  /** Number formats: the cell holds the bare name and year. */
  unitFormat: '"填报单位："@',
  yearFormat: '0"年度"',
  pageFooter: "第 &P 页，共 &N 页",
  checkHead: "校验",
  /** What a check column adds up, when there are too many parts to name. */
  partsEqual: (total: string): string => `各列之和＝${total}`,
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
} as const;

export type WorkbookMessages = typeof workbook;
