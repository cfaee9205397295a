import type { Template } from "../core/model/template";
import type { Seal } from "../core/seal/seal";
import type { ManifestLine } from "../formats/xlsx/review-sheet";
import { submit } from "../messages/submit";

/** What a sealed workbook says of itself on the sheet 校验与说明, a line each. */
export function manifestLines(
  { title, controlTotals = [] }: Template,
  { manifest, content }: Seal,
): readonly ManifestLine[] {
  const words = submit.manifest;
  return [
    { name: words.form, text: title },
    { name: words.unit, text: content.unit },
    { name: words.year, text: words.yearText(content.year) },
    ...(controlTotals.length === 0
      ? []
      : [{ name: words.totals, text: submit.totals(controlTotals, manifest.controlTotals) }]),
    { name: words.sealedAt, text: submit.time(manifest.sealedAt) },
    { name: words.by, text: manifest.by === "" ? words.nobody : manifest.by },
    { name: words.rules, text: manifest.rules },
    { name: words.sha256, text: manifest.sha256 },
    { name: words.how, text: words.howText },
  ];
}
