import type { CellId } from "../model/cell";
import type { Template } from "../model/template";
import type { AuditClaim } from "./claim";
import type { Condensed } from "./condense";
import type { AuditInputs } from "./reader";
import type { FoundSection } from "./sentences";

/** A text with what the text rules need to know of it. */
export type TextReading = AuditInputs & {
  readonly original: string;
  readonly condensed: Condensed;
  readonly sections: readonly FoundSection[];
  readonly claims: readonly AuditClaim[];
  readonly priorText: string | undefined;
};

/** One place where a rule does not hold; what it leaves out is absent from the finding. */
export type Found = {
  readonly cells?: readonly CellId[];
  readonly left?: number | null;
  readonly right?: number | null;
  readonly words?: Readonly<Record<string, string | readonly string[]>>;
  readonly offset?: number | null;
  readonly quote?: string | null;
};

/** What a rule found; `undefined` where the text does not tell. */
export type FoundOrOpen = readonly Found[] | undefined;

/** What stands in a section, without its heading. */
export function bodyOf(
  { condensed, sections }: Pick<TextReading, "condensed" | "sections">,
  id: string,
): string | undefined {
  const found = sections.find((section) => section.id === id);
  return found === undefined ? undefined : condensed.text.slice(found.body.start, found.body.end).trim();
}

/** Where a section begins in the text. */
export function placeOf({ condensed, sections }: TextReading, id: string): number | null {
  const found = sections.find((section) => section.id === id);
  return found === undefined ? null : (condensed.at[found.heading.start] ?? null);
}

export function titleOfSection({ sections }: Template, id: string): string {
  return sections.find((section) => section.id === id)?.title ?? id;
}
