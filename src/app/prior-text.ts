import { compareTexts, type ComparedParagraph } from "../core/narrative/compare-texts";
import type { Narrative } from "../core/narrative/narrative";
import { narrativeText } from "../core/narrative/narrative-text";
import { isTextFile, readTextFile } from "./audit-text";
import { loadReport } from "./load-report";
import { reportText } from "./report-text";

/**
 * Last year's report text from a file: a workbook's own (its sheet 年报正文, or what its figures give), or that of a
 * document.
 * @throws UserError one sentence saying what the file is and what to do
 */
export async function readPriorText(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  if (isTextFile(name)) return paragraphsOf(readTextFile(bytes, name));
  const { template, report } = await loadReport(bytes, name);
  return paragraphsOf(narrativeText(reportText(template, report).narrative));
}

/** This year's text beside last year's, paragraph by paragraph. */
export function compareWithPrior(prior: readonly string[], narrative: Narrative): readonly ComparedParagraph[] {
  return compareTexts(prior, paragraphsOf(narrativeText(narrative)));
}

/** Paragraphs without their indentation; rows of tables are no text. */
function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/u)
    .filter((line) => !line.includes("\t"))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
