import type { Template } from "../../core/model/template";
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
  template: Template,
  sealing: Sealing,
  {
    manifest,
    date,
    book,
    prior,
  }: { readonly manifest: readonly ManifestLine[] } & Pick<WriteOptions, "date" | "book" | "prior">,
): Promise<Uint8Array> {
  const report = { ...sealing.report, facts: {} };
  return writeForm(template, report, {
    checks: "twin",
    date,
    manifest,
    prior,
    book,
    writer: (data) => writeWithHucre(sealBook(data, { ...sealing, report })),
  });
}
