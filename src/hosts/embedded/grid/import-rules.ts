import type { ConditionalRule, DataValidation } from "hucre";
import { parseAreas } from "./a1";
import { formulaFromFile } from "./formula-text";
import { definedOnly } from "./import-sheet-settings";
import { importDifferentialStyle, type Theme } from "./import-styles";
import type { ConditionalKind, ImportedConditionalFormat, ImportedDataValidation } from "./imported";

const KINDS: ReadonlySet<string> = new Set<ConditionalKind>([
  "expression",
  "cellIs",
  "containsText",
  "notContainsText",
  "beginsWith",
  "endsWith",
  "containsBlanks",
  "notContainsBlanks",
  "duplicateValues",
  "uniqueValues",
]);

function isKind(type: string): type is ConditionalKind {
  return KINDS.has(type);
}

/**
 * The conditional formats of a sheet, first priority first. Colour scales, data bars, icon sets and rankings are left
 * out: no official form has them, and the grid would have to draw them as Excel does.
 */
export function importConditionalFormats(
  rules: readonly ConditionalRule[],
  theme: Theme,
): readonly ImportedConditionalFormat[] {
  return rules
    .flatMap((rule) => {
      if (!isKind(rule.type)) return [];
      const formulas =
        rule.formula === undefined ? [] : typeof rule.formula === "string" ? [rule.formula] : rule.formula;
      return [
        {
          ranges: parseAreas(rule.range),
          priority: rule.priority,
          stopIfTrue: rule.stopIfTrue === true,
          kind: rule.type,
          ...(rule.operator === undefined ? {} : { operator: rule.operator }),
          formulas: formulas.map(formulaFromFile),
          ...(rule.text === undefined ? {} : { text: rule.text }),
          style: importDifferentialStyle(rule.style ?? {}, theme),
        },
      ];
    })
    .sort((a, b) => a.priority - b.priority);
}

/** The validation rules of a sheet. */
export function importDataValidation(rule: DataValidation): ImportedDataValidation {
  const typedList = rule.type === "list" ? rule.values?.join(",") : undefined;
  const formula1 = rule.formula1 === undefined ? undefined : formulaFromFile(rule.formula1);
  return {
    ranges: parseAreas(rule.range),
    type: rule.type,
    // The file leaves the operator out where it is "between", the default.
    ...(rule.type === "list" || rule.type === "custom" ? {} : { operator: rule.operator ?? "between" }),
    ...definedOnly({ formula1: typedList ?? formula1 }),
    ...(rule.formula2 === undefined ? {} : { formula2: formulaFromFile(rule.formula2) }),
    listFromCells: rule.type === "list" && typedList === undefined,
    allowBlank: rule.allowBlank === true,
    errorStyle: rule.errorStyle ?? "stop",
    showError: rule.showErrorMessage === true,
    ...(rule.errorTitle === undefined ? {} : { errorTitle: rule.errorTitle }),
    ...(rule.errorMessage === undefined ? {} : { errorMessage: rule.errorMessage }),
    showPrompt: rule.showInputMessage === true,
    ...(rule.inputTitle === undefined ? {} : { promptTitle: rule.inputTitle }),
    ...(rule.inputMessage === undefined ? {} : { promptMessage: rule.inputMessage }),
  };
}
