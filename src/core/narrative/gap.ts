import { factId, type FactField } from "../model/facts";
import { pathText } from "./expression";
import type { Inputs } from "./inputs";
import type { Said } from "./said";

/**
 * 【待填：…】: what is required and missing, where it would stand.
 * @param source the cell id or fact path where it is to be filled in
 */
export function gap({ template }: Inputs, what: string, source?: string): Said {
  const text = template.narrative.words.placeholder.replace("{what}", what);
  return { text, claims: [], gaps: [{ text, ...(source !== undefined && { source }) }] };
}

/** Where a line of a field is to be filled in. */
export function fieldSource(field: FactField, line = 1): string {
  return pathText([field.section, factId(field, line), field.kind === "text" ? "text" : "value"]);
}
