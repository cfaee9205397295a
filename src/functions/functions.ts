import * as check from "../core/rules/check-functions";
import { feeProblems } from "../messages/functions";

// The tags below become functions.json; functions-zh.json takes its words from messages/functions.ts. Every cell
// argument is declared as a block, because only so a text or a blank arrives as such.

/**
 * Checks that the parts of a row add up to the total: √, or the difference (parts minus total).
 * @customfunction ROWCHECK
 * @param parts Cells of the parts
 * @param total Cell of the total
 * @returns √, the difference, or an empty text while the total is blank
 */
export function rowCheck(parts: unknown[][], total: unknown[][]): string {
  return check.rowCheck(parts, total);
}

/**
 * Checks that the parts of a block add up to the sum: √, or the difference (parts minus sum).
 * @customfunction SUMCHECK
 * @param parts Cells of the parts
 * @param total Cell of the sum
 * @returns √, the difference, or an empty text while the sum is blank
 */
export function sumCheck(parts: unknown[][], total: unknown[][]): string {
  return check.sumCheck(parts, total);
}

/**
 * Checks that received plus carried over equals handled plus carried forward: √, or the difference.
 * @customfunction FLOWCHECK
 * @param newReceived Received this year
 * @param carriedOver Carried over from last year
 * @param handled Total handled this year
 * @param carriedForward Carried forward to next year
 * @returns √, the difference, or an empty text while the total handled is blank
 */
export function flowCheck(
  newReceived: unknown[][],
  carriedOver: unknown[][],
  handled: unknown[][],
  carriedForward: unknown[][],
): string {
  return check.flowCheck(newReceived, carriedOver, handled, carriedForward);
}

/**
 * Checks that a part does not exceed the whole: √, or the excess.
 * @customfunction ATMOST
 * @param part Cell of the part
 * @param whole Cell of the whole
 * @returns √, the excess, or an empty text while the whole is blank
 */
export function atMost(part: unknown[][], whole: unknown[][]): string {
  return check.atMost(part, whole);
}

/**
 * Checks that this year's opening figure equals last year's closing figure: √, or the difference.
 * @customfunction CARRYCHECK
 * @param thisYear Carried over, in this year's report
 * @param lastYear Carried forward, in last year's report
 * @returns √, the difference, or an empty text while either is blank
 */
export function carryCheck(thisYear: unknown[][], lastYear: unknown[][]): string {
  return check.carryCheck(thisYear, lastYear);
}

/**
 * The part in per cent of the whole, rounded half up.
 * @customfunction SHARE
 * @param part Part
 * @param whole Whole
 * @param [digits] Decimals, 1 if absent
 * @returns Percentage, or an empty text while the whole is blank or 0
 */
export function share(part: unknown[][], whole: unknown[][], digits?: unknown[][]): string {
  return check.share(part, whole, digits);
}

/**
 * Processing fee in yuan for requests for government information (国办函〔2020〕109号).
 * @customfunction FEE
 * @param pagesOrItems Pages of one request, or one applicant's items of a month
 * @param mode "pages" or "items"
 * @returns Fee in yuan, or an empty text while the number is blank
 */
export function fee(pagesOrItems: unknown[][], mode: unknown[][]): number | string {
  const answer = check.fee(pagesOrItems, mode);
  if (answer === "count" || answer === "mode")
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the class Excel expects; its typings leave out that it extends Error
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, feeProblems[answer]);
  return answer;
}
