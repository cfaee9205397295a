type Cause = "hand" | "suggestion" | "zeros" | "totals" | "undo";

type Moment = {
  getFullYear(): number;
  getMonth(): number;
  getDate(): number;
  getHours(): number;
  getMinutes(): number;
  getSeconds(): number;
};

/** Words of 变更记录. */
export const changeLog = {
  heads: ["时间", "单元格", "原值", "现值", "方式"],
  cause: {
    hand: "手工修改",
    suggestion: "按建议修改",
    zeros: "补零",
    totals: "补合计",
    undo: "撤销",
  } satisfies Record<Cause, string>,
  fileName: (unit: string, year: number): string => `${unit}_${String(year)}_变更记录.csv`,
  time: (at: Moment): string => {
    const two = (part: number): string => String(part).padStart(2, "0");
    const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
    return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":")}`;
  },
};
