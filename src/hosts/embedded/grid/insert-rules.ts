import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  type IRange,
  type ISheetDataValidationRule,
  type IStyleBase,
} from "@univerjs/core";
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  type IConditionFormattingRule,
} from "@univerjs/sheets-conditional-formatting";
import { formatArea } from "./a1";
import type { ComparisonOperator, ImportedConditionalFormat, ImportedDataValidation } from "./imported";

/** Univer's rule for a conditional format of the file. `id` must be unique in the sheet. */
export function conditionalFormatRule(format: ImportedConditionalFormat, id: string): IConditionFormattingRule {
  return {
    cfId: id,
    ranges: format.ranges.map((range) => ({ ...range })),
    stopIfTrue: format.stopIfTrue,
    rule: highlightRule(format),
  };
}

function highlightRule(format: ImportedConditionalFormat): IConditionFormattingRule["rule"] {
  const style = format.style as IStyleBase;
  const type = CFRuleType.highlightCell;
  switch (format.kind) {
    case "expression":
      return { type, style, subType: CFSubRuleType.formula, value: `=${format.formulas[0] ?? "FALSE"}` };
    case "cellIs":
      return cellIsRule(format, style);
    case "duplicateValues":
      return { type, style, subType: CFSubRuleType.duplicateValues };
    case "uniqueValues":
      return { type, style, subType: CFSubRuleType.uniqueValues };
    case "containsText":
    case "notContainsText":
    case "beginsWith":
    case "endsWith":
    case "containsBlanks":
    case "notContainsBlanks":
      return {
        type,
        style,
        subType: CFSubRuleType.text,
        operator: CFTextOperator[format.kind],
        value: format.text ?? "",
      };
  }
}

/** Univer compares with numbers only; a comparison with a text or a cell becomes the formula that says the same. */
function cellIsRule(format: ImportedConditionalFormat, style: IStyleBase): IConditionFormattingRule["rule"] {
  const type = CFRuleType.highlightCell;
  const operator = format.operator ?? "equal";
  const numbers = format.formulas.map(Number);
  const [first = 0, second = 0] = numbers;
  if (
    format.formulas.length === 0 ||
    numbers.some(Number.isNaN) ||
    format.formulas.some((text) => text.trim() === "")
  ) {
    return { type, style, subType: CFSubRuleType.formula, value: comparisonFormula(format, operator) };
  }
  const subType = CFSubRuleType.number;
  if (operator === "between" || operator === "notBetween") {
    return { type, style, subType, operator: CFNumberOperator[operator], value: [first, second] };
  }
  return { type, style, subType, operator: CFNumberOperator[operator], value: first };
}

const SIGNS: Readonly<Record<Exclude<ComparisonOperator, "between" | "notBetween">, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  lessThan: "<",
  greaterThanOrEqual: ">=",
  lessThanOrEqual: "<=",
};

function comparisonFormula(format: ImportedConditionalFormat, operator: ComparisonOperator): string {
  const cell = topLeft(format.ranges);
  const [first = "0", second = "0"] = format.formulas;
  if (operator === "between") return `=AND(${cell}>=(${first}),${cell}<=(${second}))`;
  if (operator === "notBetween") return `=OR(${cell}<(${first}),${cell}>(${second}))`;
  return `=${cell}${SIGNS[operator]}(${first})`;
}

function topLeft(ranges: readonly IRange[]): string {
  const [range] = ranges;
  if (range === undefined) throw new Error("A conditional format without cells");
  return formatArea({ ...range, endRow: range.startRow, endColumn: range.startColumn });
}

const ERROR_STYLES: Readonly<Record<ImportedDataValidation["errorStyle"], DataValidationErrorStyle>> = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
};

const OPERATORS: Readonly<Record<ComparisonOperator, DataValidationOperator>> = {
  between: DataValidationOperator.BETWEEN,
  notBetween: DataValidationOperator.NOT_BETWEEN,
  equal: DataValidationOperator.EQUAL,
  notEqual: DataValidationOperator.NOT_EQUAL,
  greaterThan: DataValidationOperator.GREATER_THAN,
  lessThan: DataValidationOperator.LESS_THAN,
  greaterThanOrEqual: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  lessThanOrEqual: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

/** Univer's rule for a validation of the file. `id` must be unique in the sheet. */
export function dataValidationRule(validation: ImportedDataValidation, id: string): ISheetDataValidationRule {
  const literal = validation.type === "list" && !validation.listFromCells;
  const formula = (text: string): string => (literal || isNumber(text) ? text : `=${text}`);
  return {
    uid: id,
    ranges: validation.ranges.map((range) => ({ ...range })),
    type: validation.type,
    ...(validation.operator === undefined ? {} : { operator: OPERATORS[validation.operator] }),
    ...(validation.formula1 === undefined ? {} : { formula1: formula(validation.formula1) }),
    ...(validation.formula2 === undefined ? {} : { formula2: formula(validation.formula2) }),
    allowBlank: validation.allowBlank,
    errorStyle: ERROR_STYLES[validation.errorStyle],
    showErrorMessage: validation.showError,
    ...(validation.errorTitle === undefined ? {} : { errorTitle: validation.errorTitle }),
    ...(validation.errorMessage === undefined ? {} : { error: validation.errorMessage }),
    showInputMessage: validation.showPrompt,
    ...(validation.promptTitle === undefined ? {} : { promptTitle: validation.promptTitle }),
    ...(validation.promptMessage === undefined ? {} : { prompt: validation.promptMessage }),
    ...(validation.type === "list" ? { showDropDown: true, renderMode: DataValidationRenderMode.ARROW } : {}),
  };
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && !Number.isNaN(Number(text));
}
