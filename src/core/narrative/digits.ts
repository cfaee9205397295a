import { decimals } from "../model/decimal";

/** A figure in Arabic digits, without separators, exponent or binary noise: 24252.311082. */
export function digits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(Math.min(decimals(value), 20)) : text;
}

const before = ["近", "约", "大约", "将近", "接近", "超过", "超", "逾", "不足", "不到", "至少", "达"];
const behindUnit = ["左右", "上下", "以上"];
const tens = /^[十百千万亿]+/u;

/** A figure as words: what stands before it, the number with its classifier, and what stands behind. */
export type Amount = { readonly before: string; readonly number: string; readonly behind: string };

/**
 * A figure with its approximation where Chinese puts it: 近4万人次, 5300余条, 18万余条, 50次左右.
 * @param unit the classifier, which may begin with a power of ten (万人次)
 */
export function amount(value: number, unit: string, approx?: string): Amount {
  const number = digits(value);
  if (approx === undefined || approx === "") return { before: "", number: number + unit, behind: "" };
  if (behindUnit.includes(approx)) return { before: "", number: number + unit, behind: approx };
  if (before.includes(approx)) return { before: approx, number: number + unit, behind: "" };
  const power = tens.exec(unit)?.[0] ?? "";
  return { before: "", number: `${number}${power}${approx}${unit.slice(power.length)}`, behind: "" };
}
