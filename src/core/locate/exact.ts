/**
 * Exact numbers. A figure is read by the decimals it is written with, so 24252.311082 is 24252311082 / 10^6 and not
 * the binary neighbour of it; equations are solved in integers and fractions, never in floating point.
 */

/** n / d in lowest terms, d > 0. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

/** mantissa / 10^places */
export type Decimal = { readonly mantissa: bigint; readonly places: number };

/** An integer: a double while it is exact as one, a bigint beyond. */
export type Exact = number | bigint;

/** Reads `12`, `-0.6`, `1e-7`: whatever JavaScript writes for a finite number. */
export function decimalOf(text: string): Decimal {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const places = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  // -0.6 keeps its sign through the digits "-06"; only "-" and "." themselves are no digits.
  return places >= 0 ? { mantissa: digits, places } : { mantissa: digits * power10(-places), places: 0 };
}

export function power10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** The integer value · 10^places; `places` must not be fewer than the decimal has. */
export function scaled({ mantissa, places: own }: Decimal, places: number): bigint {
  return mantissa * power10(places - own);
}

export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 1n) return { n, d };
  const divisor = gcd(n, d);
  const sign = d < 0n ? -1n : 1n;
  return divisor === 1n && sign === 1n ? { n, d } : { n: (n / divisor) * sign, d: (d / divisor) * sign };
}

export const zero: Fraction = { n: 0n, d: 1n };
export const one: Fraction = { n: 1n, d: 1n };

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function negate(a: Fraction): Fraction {
  return { n: -a.n, d: a.d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b));
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  return fraction(a.n * b.n, a.d * b.d);
}

/** @throws RangeError when b is zero */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function floor({ n, d }: Fraction): bigint {
  const quotient = n / d;
  return n < 0n && n % d !== 0n ? quotient - 1n : quotient;
}

export function ceil(a: Fraction): bigint {
  return -floor(negate(a));
}

/** The double nearest to n / d: exact for every decimal that a double can hold. */
export function toNumber({ n, d }: Fraction): number {
  if (d === 1n) return Number(n);
  const places = decimalPlaces(d);
  if (places === undefined) return Number(n) / Number(d);
  const digits = ((n < 0n ? -n : n) * (power10(places) / d)).toString().padStart(places + 1, "0");
  const split = digits.length - places;
  return Number(`${n < 0n ? "-" : ""}${digits.slice(0, split)}.${digits.slice(split)}`);
}

/** The decimals that 1 / d has, or undefined when it never ends. */
function decimalPlaces(d: bigint): number | undefined {
  let twos = 0;
  let fives = 0;
  let rest = d;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** An integer as a double if that is exact. */
export function narrow(value: bigint): Exact {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(value) : value;
}
