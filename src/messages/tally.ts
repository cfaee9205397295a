import type { OpenReason, Tally } from "../core/rules/tally";

const reasons: Readonly<Record<OpenReason, string>> = {
  prior: "没有上年数据",
  profile: "不知道单位类型",
  facts: "正文要素的总数没有填或是约数",
  blank: "有的格还没填",
};

/** 12 条规则、39 条平衡关系 */
function counted({ rules, balances }: Tally["held"]): string {
  const parts = [rules > 0 ? `${String(rules)} 条规则` : "", balances > 0 ? `${String(balances)} 条平衡关系` : ""];
  return parts.filter((part) => part !== "").join("、");
}

/** What was checked and what could not be told, in the same words and numbers wherever it is said. */
export const tallyWords = {
  held: ({ held }: Tally): string => (held.rules + held.balances === 0 ? "" : `${counted(held)}成立。`),
  undecided: ({ undecided, reasons: why }: Tally): string =>
    undecided.rules + undecided.balances === 0
      ? ""
      : `${counted(undecided)}无法判断（${why.map((reason) => reasons[reason]).join("，")}）。`,
};
