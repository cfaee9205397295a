const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powerOf: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const groupOf: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** The value of a numeral in Chinese characters (二十三, 两千三百, 一万二千, 二〇二三, 千), or undefined. */
export function chineseNumber(text: string): number | undefined {
  if (text === "") return undefined;
  const signs = text.split("");
  if (signs.length > 1 && signs.every((sign) => sign in digitOf))
    return Number(signs.map((sign) => digitOf[sign]).join(""));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const sign of signs) {
    const value = digitOf[sign];
    const power = powerOf[sign];
    const group = groupOf[sign];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (power !== undefined) {
      section += (digit ?? 1) * power;
      digit = undefined;
    } else if (group !== undefined) {
      const inner = section + (digit ?? 0);
      const counted = inner === 0 && total === 0 ? 1 : inner;
      // 一亿二千万: 亿 multiplies all before it, 万 only what stands behind the 亿.
      total = sign === "亿" ? (total + counted) * group : total + counted * group;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}

/** What a power written behind digits stands for: 万 → 10000, 百万 → 1000000. */
export function powerValue(text: string): number {
  let value = 1;
  for (const sign of text) value *= powerOf[sign] ?? groupOf[sign] ?? 1;
  return value;
}
