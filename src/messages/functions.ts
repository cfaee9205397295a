/** Words of the worksheet functions, as Excel's function wizard and its cells show them. */

type FunctionText = {
  readonly description: string;
  /** By parameter name, as in functions.json. */
  readonly parameters: Readonly<Record<string, string>>;
};

/** functions-zh.json: by function id. */
export const functionTexts: Readonly<Record<string, FunctionText>> = {
  ROWCHECK: {
    description: "校验一行各项之和是否等于总计：相等显示“√”，不等显示差额（各项之和减总计），总计未填时为空。",
    parameters: { parts: "各项所在的单元格", total: "总计所在的单元格" },
  },
  SUMCHECK: {
    description: "校验一个区域各项之和是否等于合计：相等显示“√”，不等显示差额（各项之和减合计），合计未填时为空。",
    parameters: { parts: "各项所在的单元格", total: "合计所在的单元格" },
  },
  FLOWCHECK: {
    description:
      "校验收支平衡：本年新收加上年结转，应等于本年办理总计加结转下年度；相等显示“√”，不等显示差额（前者减后者）。",
    parameters: {
      newReceived: "本年新收政府信息公开申请数量",
      carriedOver: "上年结转政府信息公开申请数量",
      handled: "本年度办理结果总计",
      carriedForward: "结转下年度继续办理",
    },
  },
  ATMOST: {
    description: "校验其中数是否不超过总数：不超过显示“√”，超过显示超出的数，总数未填时为空。",
    parameters: { part: "其中数所在的单元格", whole: "总数所在的单元格" },
  },
  CARRYCHECK: {
    description: "校验本年的上年结转是否等于上年报告的结转下年度：相等显示“√”，不等显示差额（本年减上年）。",
    parameters: { thisYear: "本年报告的上年结转", lastYear: "上年报告的结转下年度" },
  },
  SHARE: {
    description: "占比：部分占总数的百分比，四舍五入；总数未填或为 0 时为空。",
    parameters: { part: "部分", whole: "总数", digits: "保留的小数位数，不填为 1" },
  },
  FEE: {
    description: "政府信息公开信息处理费（元），按国办函〔2020〕109号规定的标准计算；数量未填时为空。",
    parameters: {
      pagesOrItems: "按量计收时为单件申请的页数，按件计收时为同一申请人一个自然月内的件数",
      mode: "计收方式：按量填“页”，按件填“件”",
    },
  },
};

/** Shown with #N/A in the cell of GOUJI.FEE. */
export const feeProblems = {
  count: "页数或件数应为不小于 0 的整数。",
  mode: "计收方式应填“页”（按量）或“件”（按件）。",
} as const;
