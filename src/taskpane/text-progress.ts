import type { OpenForm } from "../app/session-state";
import { fieldSource } from "../core/narrative/gap";
import { sourceCell } from "./source-cell";

/** What the sheet 正文要素 holds, and how many places of the text wait for it. */
export type TextProgress = { readonly given: number; readonly missing: number };

/** Null where the form has no such sheet, or the text is not known yet. */
export function textProgress(form: OpenForm): TextProgress | null {
  const { narrative, report, template } = form;
  if (narrative === null || template.facts.length === 0) return null;
  const facts = Object.values(report.facts).flat();
  const given = facts.filter(({ value, text = "" }) => value !== null || text.trim() !== "").length;
  return { given, missing: gaps(form).length };
}

/** Where filling in the text goes on: the place of the first gap that one line of the sheet fills, else its first line. */
export function whereToWrite(form: OpenForm): string | undefined {
  const known = gaps(form).find(({ source }) => source !== undefined)?.source;
  const [first] = form.template.facts;
  return known ?? (first && fieldSource(first));
}

/** Gaps of the text that no table leaves. */
function gaps({ narrative, book }: OpenForm): readonly { readonly source?: string }[] {
  return (narrative?.placeholders ?? []).filter(
    ({ source }) => source === undefined || sourceCell(book, source) === undefined,
  );
}
