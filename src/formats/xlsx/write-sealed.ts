import { sealBook, type Sealing } from "./seal-book";
import { writeWithHucre } from "./hucre-workbook";
import type { ManifestLine } from "./review-sheet";
import { writeForm, type WriteOptions } from "./write-form";

/**
 * Writes a workbook that leaves the office: the form with native formulas in its check cells, 年报正文, 校验与说明 with
 * the manifest, protected, and nothing else.
 * @throws RangeError when a text is longer than a cell of Excel
 */
export async function writeSealed(
  sealing: Sealing,
  options: Pick<WriteOptions, "date" | "book" | "prior"> & { readonly manifest: readonly ManifestLine[] },
): Promise<Uint8Array> {
  const report = { ...sealing.report, facts: {} };
  const writer: WriteOptions["writer"] = (book) => writeWithHucre(sealBook(book, { ...sealing, report }));
  return writeForm(sealing.template, report, { ...options, checks: "twin", writer });
}
