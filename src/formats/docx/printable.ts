import type { CellValue } from "../../core/model/cell";
import { digits } from "../../core/narrative/digits";

/** Text as a document can hold it: on one line, without control characters, which XML does not know. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, " ");
}

/** A figure or stroke as it is printed; a blank stays blank. */
export function printed(value: CellValue | undefined): string {
  return typeof value === "number" ? digits(value) : printable(value ?? "");
}
