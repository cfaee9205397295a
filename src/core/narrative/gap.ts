import type { Inputs } from "./inputs";
import type { Said } from "./said";

/** 【待填：…】: what is required and missing, where it would stand. */
export function gap({ template }: Inputs, what: string): Said {
  const text = template.narrative.words.placeholder.replace("{what}", what);
  return { text, claims: [], gaps: [text] };
}
