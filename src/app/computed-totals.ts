import { evaluate } from "../core/rules/evaluate";
import { sumRule } from "../core/rules/sum-rule";
import { boundingPerSheet } from "./areas";
import { bookOf, subjectOf, type FormInWorkbook } from "./form-in-workbook";
import type { Area, Contents, WorkbookPort } from "./ports";

/** What stands in areas now: one rectangle for each sheet, one round trip for all. */
export async function readTogether(
  workbook: Pick<WorkbookPort, "readAreas">,
  areas: readonly Area[],
): Promise<readonly (readonly [Area, Contents])[]> {
  const wanted = boundingPerSheet(areas);
  const found = wanted.length === 0 ? [] : await workbook.readAreas(wanted);
  return found.flatMap((contents, index) => {
    const area = wanted[index];
    return area === undefined ? [] : [[area, contents] as const];
  });
}

/** Whether a total that adds itself up does not agree with its parts: the results may still be on their way. */
export function isCalculating(form: FormInWorkbook): boolean {
  const { computed } = form.mirror;
  if (computed.size === 0) return false;
  const subject = subjectOf(form);
  return bookOf(form).rules.some((bound) => {
    const sum = sumRule(bound);
    return sum !== undefined && computed.has(sum.total) && evaluate(bound, subject).state === "broken";
  });
}
