/** What may have happened while a figure was typed. */
export type SlipKind = "typo" | "transposed" | "sign" | "missing" | "swap" | "shift" | "rounding" | "total" | "other";

export const slipKinds: readonly SlipKind[] = [
  "typo",
  "transposed",
  "sign",
  "missing",
  "swap",
  "shift",
  "rounding",
  "total",
  "other",
];

/** The slip more closely, for the words that explain it. */
export type SlipDetail =
  /** typo: one digit too many, one too few, one wrong, a zero too many or too few, the decimal point. */
  | "extraDigit"
  | "lostDigit"
  | "wrongDigit"
  | "timesTen"
  | "tenth"
  | "point"
  | "transposed"
  | "sign"
  | "rounding"
  /** swap: two cells, or two whole rows. */
  | "swap"
  | "rowSwap"
  /** shift: a row moved by a column, or one figure's digits fell into two cells. */
  | "shift"
  | "split"
  /** missing, total: a blank. */
  | "missing"
  | "total"
  /** other: a total left at zero, the neighbour's figure, last year's figure, a row that the total leaves out, no slip known. */
  | "zeroTotal"
  | "neighbour"
  | "lastYear"
  | "leftOut"
  /** typo, other: a text where a figure belongs. */
  | "text"
  /** Several cells with slips of different kinds. */
  | "several"
  | "unknown";

export type Slip = { readonly kind: SlipKind; readonly detail: SlipDetail };

/**
 * How far-fetched a slip is as an explanation; explanations made of several slips cost the sum. Typing errors come
 * first, unexplained changes last; a slip that moves several cells at once is likelier than two separate ones.
 */
export const slipCost: Readonly<Record<SlipDetail, number>> = {
  sign: 10,
  transposed: 11,
  extraDigit: 12,
  lostDigit: 12,
  wrongDigit: 12,
  timesTen: 12,
  tenth: 12,
  point: 12,
  missing: 13,
  total: 13,
  zeroTotal: 11.5,
  swap: 15,
  rowSwap: 16,
  shift: 16,
  split: 17,
  text: 12,
  leftOut: 20,
  rounding: 21,
  neighbour: 24,
  lastYear: 24,
  several: 30,
  unknown: 30,
};

/**
 * The typing error that turns the right figure `to` into `from`, if there is one: digits are compared as they are
 * written, one insertion, omission, replacement or exchange of neighbours apart (Damerau–Levenshtein distance 1).
 */
export function typingSlip(from: number, to: number): Slip | undefined {
  if (from === to) return undefined;
  if (from === -to) return { kind: "sign", detail: "sign" };
  if (from < 0 !== to < 0 && from !== 0 && to !== 0) return undefined;
  const typed = digits(from);
  const meant = digits(to);
  if (from === 0 || to === 0) return fromZero(typed, meant);
  if (typed === `${meant}0`) return { kind: "typo", detail: "timesTen" };
  if (meant === `${typed}0`) return { kind: "typo", detail: "tenth" };
  if (isInsertion(typed, meant)) return { kind: "typo", detail: isPoint(typed, meant) ? "point" : "extraDigit" };
  if (isInsertion(meant, typed)) return { kind: "typo", detail: isPoint(meant, typed) ? "point" : "lostDigit" };
  if (typed.length === meant.length) {
    const wrong = Array.from(typed).flatMap((digit, index) => (digit === meant[index] ? [] : [index]));
    const [first = 0, second = 0] = wrong;
    if (wrong.length === 1) return { kind: "typo", detail: "wrongDigit" };
    if (
      wrong.length === 2 &&
      second === first + 1 &&
      typed[first] === meant[second] &&
      typed[second] === meant[first]
    ) {
      return { kind: "transposed", detail: "transposed" };
    }
  }
  // The same digits with the point elsewhere: 元 written for 万元.
  if (typed.includes(".") || meant.includes(".")) {
    if (significant(typed) === significant(meant)) return { kind: "typo", detail: "point" };
  }
  return undefined;
}

/** 0 typed for one digit, or one digit for 0; and a zero more or less beside it. */
function fromZero(typed: string, meant: string): Slip | undefined {
  if (typed.length === 1 && meant.length === 1) return { kind: "typo", detail: "wrongDigit" };
  if (isInsertion(typed, meant)) return { kind: "typo", detail: "extraDigit" };
  return isInsertion(meant, typed) ? { kind: "typo", detail: "lostDigit" } : undefined;
}

/** `long` is `short` with one character more. */
function isInsertion(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  return long.slice(at + 1) === short.slice(at);
}

function isPoint(long: string, short: string): boolean {
  return long.includes(".") && !short.includes(".");
}

function significant(text: string): string {
  return text.replace(".", "").replace(/^0+|0+$/gu, "");
}

function digits(value: number): string {
  const text = String(Math.abs(value));
  return text.includes("e") ? text.replace(/e.*$/u, "") : text;
}
