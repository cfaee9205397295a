import type { IStyleBase } from "@univerjs/core";
import { CFNumberOperator, CFRuleType, CFSubRuleType, CFTextOperator } from "@univerjs/sheets-conditional-formatting";
import { notImplemented } from "./api-error";
import { asNumber, asRecord, asText, oneOf } from "./arguments";
import { changeRule, findRule, operatorOf, type Rule, styleOf } from "./conditional-rules";
import type { ObjectType } from "./object-type";
import { type ApiRef, type ConditionalTarget, ref } from "./targets";

/** Criteria that Univer keeps as comparisons of texts, by Excel's names. */
export const PRESETS = {
  Blanks: "containsBlanks",
  NonBlanks: "notContainsBlanks",
  Errors: "containsErrors",
  NonErrors: "notContainsErrors",
} as const;

const format = { format: (target: ConditionalTarget): ApiRef => ref("ConditionalRangeFormat", target) };

export const customConditionalFormatType: ObjectType<ConditionalTarget> = {
  navigation: { ...format, rule: (target) => ref("ConditionalFormatRule", target) },
};

export const conditionalFormatRuleType: ObjectType<ConditionalTarget> = {
  properties: {
    formula: {
      get: (target, book) => formulaOf(findRule(target, book).rule),
      set: (target, value, book) => {
        const formula = asText(value);
        changeRule(target, book, (rule) => ({ ...rule, rule: { ...rule.rule, value: withEquals(formula) } as Rule }));
      },
    },
  },
};

function formulaOf(rule: Rule): string {
  return "value" in rule && typeof rule.value === "string" ? rule.value : "";
}

function withEquals(formula: string): string {
  return formula.startsWith("=") ? formula : `=${formula}`;
}

const OPERATORS = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
} as const;

export const cellValueConditionalFormatType: ObjectType<ConditionalTarget> = {
  navigation: format,
  properties: {
    rule: {
      get: (target, book) => {
        const { rule } = findRule(target, book);
        const operator = operatorOf(rule);
        const name = Object.entries(OPERATORS).find(([, univer]) => univer === operator)?.[0] ?? null;
        const values = "value" in rule ? [rule.value ?? []].flat() : [];
        const [formula1, formula2] = values.map((value) => `=${String(value)}`);
        return { operator: name, formula1: formula1 ?? "", ...(formula2 === undefined ? {} : { formula2 }) };
      },
      set: (target, value, book) => {
        const given = asRecord(value);
        const operator = OPERATORS[oneOf(given["operator"], Object.keys(OPERATORS) as (keyof typeof OPERATORS)[])];
        const isPair = operator === "between" || operator === "notBetween";
        const first = asPlainNumber(given["formula1"]);
        const limits = isPair ? [first, asPlainNumber(given["formula2"])] : first;
        changeRule(target, book, (rule) => ({
          ...rule,
          rule: { ...rule.rule, operator: CFNumberOperator[operator], value: limits } as Rule,
        }));
      },
    },
  },
};

/** Univer compares with numbers only. */
function asPlainNumber(formula: unknown): number {
  const number = typeof formula === "number" ? formula : Number(asText(formula).replace(/^=/, ""));
  if (!Number.isFinite(number)) {
    throw notImplemented("ConditionalCellValueRule.formula1 other than a number");
  }
  return asNumber(number);
}

const TEXT_OPERATORS = {
  Contains: "containsText",
  NotContains: "notContainsText",
  BeginsWith: "beginsWith",
  EndsWith: "endsWith",
} as const;

export const textConditionalFormatType: ObjectType<ConditionalTarget> = {
  navigation: format,
  properties: {
    rule: {
      get: (target, book) => {
        const { rule } = findRule(target, book);
        const operator = operatorOf(rule);
        const name = Object.entries(TEXT_OPERATORS).find(([, univer]) => univer === operator)?.[0] ?? null;
        return { operator: name, text: formulaOf(rule) };
      },
      set: (target, value, book) => {
        const given = asRecord(value);
        const operator =
          TEXT_OPERATORS[oneOf(given["operator"], Object.keys(TEXT_OPERATORS) as (keyof typeof TEXT_OPERATORS)[])];
        const text = asText(given["text"]);
        changeRule(target, book, (rule) => ({
          ...rule,
          rule: { ...rule.rule, operator: CFTextOperator[operator], value: text } as Rule,
        }));
      },
    },
  },
};

export const presetCriteriaConditionalFormatType: ObjectType<ConditionalTarget> = {
  navigation: format,
  properties: {
    rule: {
      get: (target, book) => {
        const { rule } = findRule(target, book);
        const subType = "subType" in rule ? rule.subType : undefined;
        if (subType === CFSubRuleType.duplicateValues || subType === CFSubRuleType.uniqueValues) {
          return { criterion: subType === CFSubRuleType.duplicateValues ? "DuplicateValues" : "UniqueValues" };
        }
        const operator = operatorOf(rule);
        return { criterion: Object.entries(PRESETS).find(([, univer]) => univer === operator)?.[0] ?? "Invalid" };
      },
      set: (target, value, book) => {
        const criterion = asText(asRecord(value)["criterion"]);
        changeRule(target, book, (rule) => ({ ...rule, rule: presetRule(criterion, styleOf(rule.rule)) }));
      },
    },
  },
};

function presetRule(criterion: string, style: IStyleBase): Rule {
  const type = CFRuleType.highlightCell;
  if (criterion === "DuplicateValues" || criterion === "UniqueValues") {
    return {
      type,
      style,
      subType: criterion === "DuplicateValues" ? CFSubRuleType.duplicateValues : CFSubRuleType.uniqueValues,
    };
  }
  if (!Object.hasOwn(PRESETS, criterion)) {
    throw notImplemented(`ConditionalPresetCriteriaRule "${criterion}"`);
  }
  return {
    type,
    style,
    subType: CFSubRuleType.text,
    operator: CFTextOperator[PRESETS[criterion as keyof typeof PRESETS]],
  };
}
