import type { Template } from "../../core/model/template";
import { submit } from "../../messages/submit";
import { parseRange } from "./a1";
import { cellKey } from "./cell-key";
import { restore } from "./cell-text";
import { openWorkbook, type RawSheet, type RawWorkbook } from "./open-workbook";
import { inspectForm } from "./read-form";
import { findSeals } from "./read-identity";
import type { InspectResult } from "./read-result";
import type { ManifestLine } from "./review-sheet";
import { manifestAnchor, textAnchor } from "./sealed-sheets";

/** A workbook as far as it may be sealed. */
export type SealedReading = {
  readonly form: InspectResult;
  /** The seals that it carries, as they are there; several are copies of one, unless somebody changed them. */
  readonly seals: readonly unknown[];
  /** 年报正文, a paragraph an entry; null where the sheet is gone. */
  readonly text: readonly string[] | null;
  /** The manifest as it can be read on the sheet 校验与说明; null where it is gone. */
  readonly manifest: readonly ManifestLine[] | null;
};

/** Reads a workbook that may be sealed. Never throws for what a file may hold. */
export async function readSealed(bytes: Uint8Array, templates: readonly Template[]): Promise<SealedReading> {
  const form = await inspectForm(bytes, templates);
  if (!form.ok) return { form, seals: [], text: null, manifest: null };
  const workbook = openWorkbook(bytes);
  return { form, seals: findSeals(workbook), text: textOf(workbook), manifest: manifestOf(workbook) };
}

/** Whatever can be read on the sheet, wherever it stands. */
function textOf(workbook: RawWorkbook): readonly string[] | null {
  const sheet =
    sheetOf(workbook, textAnchor)?.sheet ?? workbook.sheets.find(({ name }) => name.trim() === submit.textSheet);
  if (sheet === undefined) return null;
  const places = [...sheet.cells].map(([key, { value }]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return { row, column, text: value === null ? "" : restore(String(value)) };
  });
  return places
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== "");
}

function manifestOf(workbook: RawWorkbook): readonly ManifestLine[] | null {
  const found = sheetOf(workbook, manifestAnchor);
  if (found?.area === undefined) return null;
  const { sheet, area } = found;
  return Array.from({ length: Math.min(area.rows, mostLines) }, (_, index) => {
    const words = Array.from({ length: area.columns }, (__, column) => {
      const value = sheet.cells.get(cellKey(area.row + index, area.column + column))?.value ?? "";
      return restore(String(value));
    }).filter((text) => text !== "");
    return { name: words[0] ?? "", text: words.slice(1).join("") };
  });
}

const mostLines = 100;

function sheetOf(
  { sheets, names }: RawWorkbook,
  anchor: string,
): { readonly sheet: RawSheet; readonly area: ReturnType<typeof parseRange> } | undefined {
  const refersTo = names.find(({ name }) => name.toLowerCase() === anchor.toLowerCase())?.refersTo ?? "";
  const at = refersTo.lastIndexOf("!");
  const name = refersTo
    .slice(0, Math.max(0, at))
    .replace(/^\$?'|'$/gu, "")
    .replaceAll("''", "'");
  const sheet = sheets.find((candidate) => candidate.name === name);
  return sheet && { sheet, area: parseRange(refersTo.slice(at + 1)) };
}
