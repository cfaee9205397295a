import {
  DataValidationErrorStyle,
  type DataValidationOperator,
  DataValidationType,
  type IRange,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import {
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  type IConditionFormattingRule,
  type ITextHighlightCell,
} from "@univerjs/sheets-conditional-formatting";
import type { ConditionalRule, DataValidation } from "hucre";
import { formatArea } from "./a1";
import { exportDifferentialStyle } from "./export-styles";
import { formulaToFile } from "./formula-text";

/**
 * A conditional format of the grid as a rule of the file. Rules about text become the formulas that say the same. Throws
 * on kinds that the grid can hold but the page offers nowhere (scales, bars, icons, rankings).
 */
export function exportConditionalFormat(format: IConditionFormattingRule, priority: number): ConditionalRule {
  const { rule } = format;
  if (rule.type !== CFRuleType.highlightCell)
    throw new Error(`A conditional format of kind ${rule.type} cannot be saved`);
  const base = {
    priority,
    range: format.ranges.map(formatArea).join(" "),
    style: exportDifferentialStyle(rule.style),
    ...(format.stopIfTrue ? { stopIfTrue: true } : {}),
  };
  switch (rule.subType) {
    case CFSubRuleType.formula:
      return { ...base, type: "expression", formula: formulaOf(rule.value) };
    case CFSubRuleType.number: {
      const values = Array.isArray(rule.value) ? rule.value : [rule.value ?? 0];
      return { ...base, type: "cellIs", operator: rule.operator, formula: values.map(String) };
    }
    case CFSubRuleType.duplicateValues:
      return { ...base, type: "duplicateValues" };
    case CFSubRuleType.uniqueValues:
      return { ...base, type: "uniqueValues" };
    case CFSubRuleType.text:
      return { ...base, type: "expression", formula: textFormula(rule, firstCell(format.ranges)) };
    case CFSubRuleType.rank:
    case CFSubRuleType.average:
    case CFSubRuleType.timePeriod:
      throw new Error(`A conditional format of kind ${rule.subType} cannot be saved`);
  }
}

function firstCell(ranges: readonly IRange[]): string {
  const [range] = ranges;
  if (range === undefined) throw new Error("A conditional format without cells cannot be saved");
  return formatArea({ ...range, endRow: range.startRow, endColumn: range.startColumn });
}

function textFormula(rule: ITextHighlightCell, cell: string): string {
  const text = `"${(rule.value ?? "").replaceAll('"', '""')}"`;
  switch (rule.operator) {
    case CFTextOperator.containsText:
      return `NOT(ISERROR(SEARCH(${text},${cell})))`;
    case CFTextOperator.notContainsText:
      return `ISERROR(SEARCH(${text},${cell}))`;
    case CFTextOperator.beginsWith:
      return `LEFT(${cell},LEN(${text}))=${text}`;
    case CFTextOperator.endsWith:
      return `RIGHT(${cell},LEN(${text}))=${text}`;
    case CFTextOperator.equal:
      return `${cell}=${text}`;
    case CFTextOperator.notEqual:
      return `${cell}<>${text}`;
    case CFTextOperator.containsBlanks:
      return `LEN(TRIM(${cell}))=0`;
    case CFTextOperator.notContainsBlanks:
      return `LEN(TRIM(${cell}))>0`;
    case CFTextOperator.containsErrors:
      return `ISERROR(${cell})`;
    case CFTextOperator.notContainsErrors:
      return `NOT(ISERROR(${cell}))`;
  }
}

const TYPES: Readonly<Partial<Record<string, DataValidation["type"]>>> = {
  [DataValidationType.LIST]: "list",
  [DataValidationType.LIST_MULTIPLE]: "list",
  [DataValidationType.WHOLE]: "whole",
  [DataValidationType.DECIMAL]: "decimal",
  [DataValidationType.DATE]: "date",
  [DataValidationType.TIME]: "time",
  [DataValidationType.TEXT_LENGTH]: "textLength",
  [DataValidationType.CUSTOM]: "custom",
};

const UNRESTRICTED: ReadonlySet<string> = new Set([DataValidationType.ANY, DataValidationType.NONE]);

const ERROR_STYLES: Readonly<Record<DataValidationErrorStyle, NonNullable<DataValidation["errorStyle"]>>> = {
  [DataValidationErrorStyle.STOP]: "stop",
  [DataValidationErrorStyle.WARNING]: "warning",
  [DataValidationErrorStyle.INFO]: "information",
};

/** A validation of the grid as a rule of the file; null for a rule that allows anything. */
export function exportDataValidation(rule: ISheetDataValidationRule): DataValidation | null {
  if (UNRESTRICTED.has(rule.type)) return null;
  const type = TYPES[rule.type];
  if (type === undefined) throw new Error(`A validation of kind ${rule.type} cannot be saved`);
  const { formula1 } = rule;
  const typedList = type === "list" && formula1 !== undefined && !formula1.startsWith("=");
  const operator: `${DataValidationOperator}` | undefined =
    type === "list" || type === "custom" ? undefined : rule.operator;
  return {
    type,
    range: rule.ranges.map(formatArea).join(" "),
    ...(operator === undefined ? {} : { operator }),
    ...(typedList ? { values: formula1.split(",") } : {}),
    ...(!typedList && formula1 !== undefined ? { formula1: formulaOf(formula1) } : {}),
    ...(rule.formula2 === undefined ? {} : { formula2: formulaOf(rule.formula2) }),
    ...(rule.allowBlank === false ? {} : { allowBlank: true }),
    errorStyle: ERROR_STYLES[rule.errorStyle ?? DataValidationErrorStyle.STOP],
    ...(rule.showErrorMessage === false ? {} : { showErrorMessage: true }),
    ...(rule.errorTitle === undefined ? {} : { errorTitle: rule.errorTitle }),
    ...(rule.error === undefined ? {} : { errorMessage: rule.error }),
    ...(rule.showInputMessage === true ? { showInputMessage: true } : {}),
    ...(rule.promptTitle === undefined ? {} : { inputTitle: rule.promptTitle }),
    ...(rule.prompt === undefined ? {} : { inputMessage: rule.prompt }),
  };
}

function formulaOf(text: string): string {
  return formulaToFile(text.replace(/^=/, ""));
}
