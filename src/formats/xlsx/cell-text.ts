import { isBlank } from "../../core/model/cell";

/** Signs that make a program take a text for a formula, also as full width, which Chinese Excel reads alike. */
const dangerous = /^'*[=+\-@\t\r＝＋－＠]/u;
const neutralised = /^'+[=+\-@\t\r＝＋－＠]/u;

/**
 * A text of a person as it may stand in a cell: one that would begin a formula gets an apostrophe before it. A lone
 * stroke is left alone; it means that nothing is to be filled in here.
 */
export function neutralise(text: string): string {
  const stroke: boolean = isBlank(text);
  return dangerous.test(text) && !stroke ? `'${text}` : text;
}

/** A cell of Excel holds no more characters; longer ones make the file unreadable there. */
export const longestText = 32_767;

/** The text that was given to {@link neutralise}. */
export function restore(text: string): string {
  return neutralised.test(text) ? text.slice(1) : text;
}

/** What XML cannot hold, and what would be taken for an escape: `_x0007_`. A lone half of a surrogate pair counts too. */
const unwritable =
  // eslint-disable-next-line no-control-regex -- these are the very characters that must not get into the file
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escapeLike = /_(?=x[0-9a-f]{4}_)/gi;

/** Spells a text as workbooks do: characters that XML forbids become `_xHHHH_`. */
export function encodeText(text: string): string {
  return text
    .replace(escapeLike, "_x005F_")
    .replace(unwritable, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** Undoes {@link encodeText}. */
export function decodeText(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
