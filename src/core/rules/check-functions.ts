import { decimals, roundTo, weightedSum } from "../model/decimal";
import { type FeeMode, processingFee } from "../register/processing-fee";

/**
 * The worksheet functions of the namespace GOUJI, without any spreadsheet.
 *
 * A spreadsheet hands over a single value or a block of rows. A finite number is a figure. Blank cells, texts and truth
 * values are blanks, as they are for the native SUM. Anything else is a cell in error: what depends on it cannot be
 * told, so the answer is the empty text and never `√`.
 *
 * Each function has a native formula with the same answer for the same cells, see native-twin.ts.
 */
export type SheetArgument = unknown;

/** What a check writes into its cell. Conditional formats and readers of workbooks compare with these. */
export const checkText = { holds: "√", differs: "差 ", open: "" } as const;

/** Decimals that count in a comparison: 万元 with six decimals is exact to the 分. */
export const comparedDecimals = 6;

/** Parts of one row against the total of the row: `√`, `差 +2` (parts exceed the total by 2), or open. */
export function rowCheck(parts: SheetArgument, total: SheetArgument): string {
  return balance([parts], [total], [total]);
}

/** Parts that lie anywhere in one block against their total; answers like {@link rowCheck}. */
export function sumCheck(parts: SheetArgument, total: SheetArgument): string {
  return balance([parts], [total], [total]);
}

/** 本年新收 + 上年结转 = 办理总计 + 结转下年度. Open while the total of what was handled is blank. */
export function flowCheck(
  newReceived: SheetArgument,
  carriedOver: SheetArgument,
  handled: SheetArgument,
  carriedForward: SheetArgument,
): string {
  return balance([newReceived, carriedOver], [handled, carriedForward], [handled]);
}

/** 上年结转 of this year against 结转下年度 of last year. Open while either is blank: there is no sum to be part of. */
export function carryCheck(thisYear: SheetArgument, lastYear: SheetArgument): string {
  return balance([thisYear], [lastYear], [thisYear, lastYear]);
}

/** `√` while the part does not exceed the whole, else `差 +n` with the excess. Open while the whole is blank. */
export function atMost(part: SheetArgument, whole: SheetArgument): string {
  const excess = difference([part], [whole], [whole]);
  return excess === undefined ? checkText.open : verdict(Math.max(0, excess));
}

/**
 * The part in per cent of the whole, rounded half up to `digits` decimals (0–10, default 1): `33.3%`.
 * Blank when the whole is blank or 0.
 */
export function share(part: SheetArgument, whole: SheetArgument, digits?: SheetArgument): string {
  const [top, bottom, places] = [figures(part), figures(whole), figures(digits)];
  if (top === undefined || bottom === undefined || places === undefined) return "";
  return percentage(sum(top), sum(bottom), Math.min(10, Math.max(0, Math.floor(places[0] ?? 1))));
}

/** Why a fee cannot be computed: the count is negative or no whole number, or the mode is neither items nor pages. */
export type FeeProblem = "count" | "mode";

/** Accepted ways to say how a fee is counted. */
export const feeModes: Readonly<Record<string, FeeMode>> = { pages: "pages", 页: "pages", items: "items", 件: "items" };

/** 信息处理费 in 元; blank while the number or the mode is blank. `mode` is one of {@link feeModes}. */
export function fee(count: SheetArgument, mode: SheetArgument): number | "" | FeeProblem {
  const given = figures(count)?.[0];
  const [how] = flat(mode);
  if (given === undefined || how === undefined || how === null || how === "") return "";
  const known = typeof how === "string" ? feeModes[how.toLowerCase()] : undefined;
  if (known === undefined) return "mode";
  return Number.isSafeInteger(given) && given >= 0 ? processingFee(known, given).amount : "count";
}

/** Exact quotient in per cent, rounded half up (away from zero) as the native ROUND does. Empty for a whole of 0. */
function percentage(part: number, whole: number, digits: number): string {
  if (whole === 0) return "";
  const scale = 10 ** Math.max(decimals(part), decimals(whole));
  const top = BigInt(Math.round(part * scale)) * 10n ** BigInt(digits + 2);
  const bottom = BigInt(Math.round(whole * scale));
  const [above, below] = [abs(top), abs(bottom)];
  const rounded = (2n * above + below) / (2n * below);
  const negative = rounded !== 0n && top < 0n !== bottom < 0n;
  const figure = rounded.toString().padStart(digits + 1, "0");
  const cut = figure.length - digits;
  return `${negative ? "-" : ""}${figure.slice(0, cut)}${digits === 0 ? "" : `.${figure.slice(cut)}`}%`;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function balance(
  left: readonly SheetArgument[],
  right: readonly SheetArgument[],
  totals: readonly SheetArgument[],
): string {
  const rest = difference(left, right, totals);
  return rest === undefined ? checkText.open : verdict(rest);
}

/** left − right, or undefined while a total is blank or any cell is in error. */
function difference(
  left: readonly SheetArgument[],
  right: readonly SheetArgument[],
  totals: readonly SheetArgument[],
): number | undefined {
  const [plus, minus] = [figures(left), figures(right)];
  if (plus === undefined || minus === undefined) return undefined;
  if (totals.some((total) => figures(total)?.length === 0)) return undefined;
  const terms = [...plus.map((value) => ({ value, coef: 1 })), ...minus.map((value) => ({ value, coef: -1 }))];
  return roundTo(weightedSum(terms), comparedDecimals);
}

function verdict(rest: number): string {
  if (rest === 0) return checkText.holds;
  const size = Math.abs(rest)
    .toFixed(comparedDecimals)
    .replace(/\.?0+$/, "");
  return `${checkText.differs}${rest > 0 ? "+" : "-"}${size}`;
}

function sum(values: readonly number[]): number {
  return weightedSum(values.map((value) => ({ value, coef: 1 })));
}

/** The figures of an argument, in reading order; undefined when one of its cells is in error. */
function figures(argument: SheetArgument): readonly number[] | undefined {
  const cells = flat(argument).map(basicValue);
  if (cells.some((cell) => isInError(cell))) return undefined;
  return cells.filter((cell): cell is number => typeof cell === "number");
}

/** Newer Excel may wrap a figure with its number format: `{ type: "FormattedNumber", basicValue: 5 }`. */
function basicValue(cell: unknown): unknown {
  const wrapped = typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : undefined;
  return typeof wrapped === "number" ? wrapped : cell;
}

function isInError(cell: unknown): boolean {
  if (typeof cell === "number") return !Number.isFinite(cell);
  return cell !== null && cell !== undefined && typeof cell !== "string" && typeof cell !== "boolean";
}

function flat(argument: SheetArgument): readonly unknown[] {
  return Array.isArray(argument) ? argument.flatMap((inner) => flat(inner)) : [argument];
}
