import type { Report } from "../core/model/report";
import type { Narrative } from "../core/narrative/narrative";
import { narrativeText } from "../core/narrative/narrative-text";

/** Two reports with the same stamp say the same: it tells whether something was changed since files were made. */
export function reportStamp({ values, explanations, unit, year }: Report, narrative: Narrative): string {
  return JSON.stringify([unit, year, [...values], explanations, narrativeText(narrative)]);
}
