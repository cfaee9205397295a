import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A workbook written by openpyxl (see make-form.py), so that nothing of ours has shaped it. */
export function readForm(): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, "../data/form.xlsx")));
}
