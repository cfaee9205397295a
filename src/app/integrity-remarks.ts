import type { FormulaFault } from "../formats/xlsx/read-result";
import { integrity as words } from "../messages/integrity";

/** Faults of formulas, one sentence for each kind and sheet: for remarks beside other answers. */
export function formulaRemarks(formulas: readonly FormulaFault[]): readonly string[] {
  const groups = new Map<string, FormulaFault[]>();
  for (const fault of formulas) {
    const key = `${fault.sheet} ${fault.kind} ${"rule" in fault.of ? "check" : "total"}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].flatMap((faults) => {
    const [first] = faults;
    if (first === undefined) return [];
    const what = "rule" in first.of ? "check" : "total";
    const addresses = faults.map(({ address }) => address);
    return [words.several(what, first.kind, first.sheet, addresses) + words.repairHint];
  });
}
