import type { Template } from "../../core/model/template";
import { parseRange } from "./a1";
import { cellKey } from "./cell-key";
import { restore } from "./cell-text";
import { openWorkbook, type RawWorkbook } from "./open-workbook";
import { inspectForm } from "./read-form";
import { findSeals } from "./read-identity";
import type { InspectResult } from "./read-result";
import type { ManifestLine } from "./review-sheet";
import { manifestAnchor } from "./seal-book";

/** A workbook as far as it may be sealed. */
export type SealedReading = {
  readonly form: InspectResult;
  /** The seals that it carries, as they are there; several are copies of one, unless somebody changed them. */
  readonly seals: readonly unknown[];
  /** The manifest as it can be read on the sheet 校验与说明; null where it is gone. */
  readonly manifest: readonly ManifestLine[] | null;
};

/** Reads a workbook that may be sealed. Never throws for what a file may hold. */
export async function readSealed(bytes: Uint8Array, templates: readonly Template[]): Promise<SealedReading> {
  const form = await inspectForm(bytes, templates);
  if (!form.ok) return { form, seals: [], manifest: null };
  const workbook = openWorkbook(bytes);
  return { form, seals: findSeals(workbook), manifest: manifestOf(workbook) };
}

/** A manifest has a dozen lines. */
const mostLines = 100;

function manifestOf({ sheets, names }: RawWorkbook): readonly ManifestLine[] | null {
  const refersTo = names.find(({ name }) => name.toLowerCase() === manifestAnchor.toLowerCase())?.refersTo ?? "";
  const at = refersTo.lastIndexOf("!");
  const named = refersTo
    .slice(0, Math.max(0, at))
    .replace(/^\$?'|'$/gu, "")
    .replaceAll("''", "'");
  const sheet = sheets.find(({ name }) => name === named);
  const area = parseRange(refersTo.slice(at + 1));
  if (sheet === undefined || area === undefined) return null;
  return Array.from({ length: Math.min(area.rows, mostLines) }, (_, index) => {
    const [name = "", ...words] = Array.from({ length: area.columns }, (__, column) =>
      restore(String(sheet.cells.get(cellKey(area.row + index, area.column + column))?.value ?? "")),
    ).filter((text) => text !== "");
    return { name, text: words.join("") };
  });
}
