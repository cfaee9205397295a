/** Text as a document can hold it: on one line, without control characters, which XML does not know. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, " ");
}
