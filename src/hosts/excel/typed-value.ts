import type { RawCell } from "../../app/ports";

/** What Excel would take for a formula, a number, a date, a per cent or a truth value. */
const looksOther = /^\s*(?:[=+\-@'＝＋－＠\d.,$¥￥%(]|(?:true|false)\s*$)/iu;

/** A value as it has to be given to `Range.values` to stay what it is: an apostrophe keeps a text a text. */
export function typedValue(value: RawCell): RawCell {
  return typeof value === "string" && looksOther.test(value) ? `'${value}` : value;
}
