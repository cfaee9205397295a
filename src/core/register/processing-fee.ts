/**
 * 信息处理费 as data: 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号，2020年11月17日印发，2021年1月1日起施行）.
 * A request is charged by items or by pages, never both; both scales are progressive: each unit pays the price of the
 * step it falls into, and earlier units keep theirs.
 */

/** `items`: one applicant's requests within a calendar month. `pages`: the pages of one request. */
export type FeeMode = "items" | "pages";

type FeeStepRule = {
  /** First unit of the step, counted from 1. */
  readonly from: number;
  /** 元 for each unit of the step. */
  readonly price: number;
};

export type FeeSchedule = {
  /** In ascending order; a step ends where the next begins. */
  readonly steps: readonly FeeStepRule[];
  /** After the first `every` units of the last step, its price rises by `rise` 元 with each further `every` units. */
  readonly then?: { readonly every: number; readonly rise: number };
};

/** 收费标准：按件 10 件以内免，11—30 件每件 100 元，31 件以上以 10 件为一档每档加 100 元；按量 30 页以内免，其后 10、20、40 元/页。 */
export const feeSchedules: Readonly<Record<FeeMode, FeeSchedule>> = {
  items: {
    steps: [
      { from: 1, price: 0 },
      { from: 11, price: 100 },
      { from: 31, price: 200 },
    ],
    then: { every: 10, rise: 100 },
  },
  pages: {
    steps: [
      { from: 1, price: 0 },
      { from: 31, price: 10 },
      { from: 101, price: 20 },
      { from: 201, price: 40 },
    ],
  },
};

/** One step of a charge: units `from`–`to` (both included) at `price` 元 each make `amount` 元. */
export type FeeStep = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly price: number;
  readonly amount: number;
};

export type ProcessingFee = {
  /** 元. */
  readonly amount: number;
  /** The steps that were reached, free ones included, in ascending order. */
  readonly steps: readonly FeeStep[];
};

/**
 * The charge for `count` items of a month or pages of a request, in 元.
 * @throws RangeError when `count` is not a whole number of 0 or more
 */
export function processingFee(mode: FeeMode, count: number): ProcessingFee {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a count of ${mode}: ${String(count)}`);
  const steps = reachedSteps(feeSchedules[mode], count).map(({ from, price, to }) => {
    const units = to - from + 1;
    return { from, to, count: units, price, amount: units * price };
  });
  return { amount: steps.reduce((sum, step) => sum + step.amount, 0), steps };
}

function reachedSteps(schedule: FeeSchedule, count: number): (FeeStepRule & { readonly to: number })[] {
  const rules = [...schedule.steps];
  const last = rules.at(-1);
  if (schedule.then !== undefined && last !== undefined) {
    const { every, rise } = schedule.then;
    for (let next = last; next.from + every <= count;) {
      next = { from: next.from + every, price: next.price + rise };
      rules.push(next);
    }
  }
  return rules
    .filter((rule) => rule.from <= count)
    .map((rule, index) => ({ ...rule, to: Math.min(count, (rules[index + 1]?.from ?? Infinity) - 1) }));
}
