import type { IStyleBase } from "@univerjs/core";
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  type IConditionFormattingRule,
} from "@univerjs/sheets-conditional-formatting";
import { bounding } from "./address";
import { invalidArgument, itemNotFound, notImplemented } from "./api-error";
import { asFlag, asNumber, asRecord, asText, oneOf } from "./arguments";
import type { Book } from "./book";
import { colorOf, toColor } from "./colors";
import {
  addRule,
  changeRule,
  clearConditionalFormats,
  deleteRule,
  findRule,
  priorityOf,
  rulesOf,
} from "./conditional-rules";
import { checkWritable } from "./locked-cells";
import type { ObjectType } from "./object-type";
import { type ApiRef, type ConditionalTarget, type RangeTarget, ref } from "./targets";

type Rule = IConditionFormattingRule["rule"];

const TYPES = ["Custom", "CellValue", "ContainsText", "PresetCriteria"] as const;

function newRule(type: (typeof TYPES)[number]): Rule {
  const base = { type: CFRuleType.highlightCell, style: {} } as const;
  switch (type) {
    case "Custom":
      return { ...base, subType: CFSubRuleType.formula, value: "=FALSE" };
    case "CellValue":
      return { ...base, subType: CFSubRuleType.number, operator: CFNumberOperator.equal };
    case "ContainsText":
      return { ...base, subType: CFSubRuleType.text, operator: CFTextOperator.containsText, value: "" };
    case "PresetCriteria":
      return { ...base, subType: CFSubRuleType.text, operator: CFTextOperator.containsBlanks };
  }
}

/** Excel's name of the kind of rule. */
function typeName(rule: Rule): string {
  if (rule.type === CFRuleType.colorScale || rule.type === CFRuleType.dataBar || rule.type === CFRuleType.iconSet) {
    return { colorScale: "ColorScale", dataBar: "DataBar", iconSet: "IconSet" }[rule.type];
  }
  switch ((rule as { subType: CFSubRuleType }).subType) {
    case CFSubRuleType.formula:
      return "Custom";
    case CFSubRuleType.number:
      return "CellValue";
    case CFSubRuleType.text:
      return isPreset(rule) ? "PresetCriteria" : "ContainsText";
    case CFSubRuleType.rank:
      return "TopBottom";
    default:
      return "PresetCriteria";
  }
}

const PRESETS = {
  Blanks: "containsBlanks",
  NonBlanks: "notContainsBlanks",
  Errors: "containsErrors",
  NonErrors: "notContainsErrors",
} as const;

function isPreset(rule: Rule): boolean {
  return "operator" in rule && Object.values<string>(PRESETS).includes(String(rule.operator));
}

function refOf(sheetId: string, rule: IConditionFormattingRule): ApiRef {
  return ref("ConditionalFormat", { sheetId, ruleId: rule.cfId });
}

function find(range: RangeTarget, key: unknown, book: Book): ApiRef | null {
  const rule = rulesOf(range, book).find((one) => one.cfId === key);
  return rule === undefined ? null : refOf(range.sheetId, rule);
}

export const conditionalFormatCollectionType: ObjectType<RangeTarget> = {
  items: (range, book) => rulesOf(range, book).map((rule) => refOf(range.sheetId, rule)),
  item: (range, key, book) => requireItem(find(range, key, book)),
  methods: {
    add: (range, args, book) => {
      const type = args.text(0);
      const known = TYPES.find((one) => one.toLowerCase() === type.toLowerCase());
      if (known === undefined) {
        throw notImplemented(`ConditionalFormatCollection.add("${type}")`);
      }
      return ref("ConditionalFormat", addRule(range, newRule(known), book));
    },
    clearAll: (range, _args, book) => {
      checkWritable(book, range, "format");
      clearConditionalFormats(range, book);
    },
    getCount: (range, _args, book) => rulesOf(range, book).length,
    getItem: (range, args, book) => requireItem(find(range, args.text(0), book)),
    getItemOrNullObject: (range, args, book) => find(range, args.text(0), book),
    getItemAt: (range, args, book) => {
      const rule = rulesOf(range, book)[args.integer(0)];
      return requireItem(rule === undefined ? null : refOf(range.sheetId, rule));
    },
  },
};

function requireItem(item: ApiRef | null): ApiRef {
  if (item === null) {
    throw itemNotFound("conditional format");
  }
  return item;
}

function rangeOfRule(target: ConditionalTarget, book: Book): ApiRef {
  const [first, ...rest] = findRule(target, book).ranges;
  if (first === undefined) {
    throw itemNotFound("cells of the conditional format");
  }
  return ref("Range", { sheetId: target.sheetId, area: rest.reduce(bounding, first) });
}

export const conditionalFormatType: ObjectType<ConditionalTarget> = {
  identity: { name: "Id", of: ({ ruleId }) => ruleId },
  properties: {
    id: { get: ({ ruleId }) => ruleId },
    type: { get: (target, book) => typeName(findRule(target, book).rule) },
    priority: { get: priorityOf },
    stopIfTrue: {
      get: (target, book) => findRule(target, book).stopIfTrue,
      set: (target, value, book) => {
        const stopIfTrue = asFlag(value);
        changeRule(target, book, (rule) => ({ ...rule, stopIfTrue }));
      },
    },
  },
  navigation: {
    custom: (target) => ref("CustomConditionalFormat", target),
    customOrNullObject: (target, book) => ifType(target, book, "Custom", ref("CustomConditionalFormat", target)),
    cellValue: (target) => ref("CellValueConditionalFormat", target),
    cellValueOrNullObject: (target, book) =>
      ifType(target, book, "CellValue", ref("CellValueConditionalFormat", target)),
    textComparison: (target) => ref("TextConditionalFormat", target),
    textComparisonOrNullObject: (target, book) =>
      ifType(target, book, "ContainsText", ref("TextConditionalFormat", target)),
    preset: (target) => ref("PresetCriteriaConditionalFormat", target),
    presetOrNullObject: (target, book) =>
      ifType(target, book, "PresetCriteria", ref("PresetCriteriaConditionalFormat", target)),
  },
  methods: {
    delete: (target, _args, book) => {
      deleteRule(target, book);
    },
    getRange: (target, _args, book) => rangeOfRule(target, book),
    getRangeOrNullObject: (target, _args, book) => rangeOfRule(target, book),
  },
};

function ifType(target: ConditionalTarget, book: Book, type: string, object: ApiRef): ApiRef | null {
  return typeName(findRule(target, book).rule) === type ? object : null;
}

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
        const operator = "operator" in rule ? String(rule.operator) : "";
        const name = Object.entries(OPERATORS).find(([, univer]) => univer === operator)?.[0] ?? null;
        const values = "value" in rule && rule.value !== undefined ? [rule.value].flat() : [];
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
        const operator = "operator" in rule ? String(rule.operator) : "";
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
        const operator = "operator" in rule ? String(rule.operator) : "";
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

function styleOf(rule: Rule): IStyleBase {
  return "style" in rule ? rule.style : {};
}

function changeStyle(target: ConditionalTarget, book: Book, change: IStyleBase): void {
  changeRule(target, book, (rule) => {
    if (!("style" in rule.rule)) {
      throw invalidArgument("this conditional format has no cell style");
    }
    return { ...rule, rule: { ...rule.rule, style: { ...rule.rule.style, ...change } } };
  });
}

export const conditionalRangeFormatType: ObjectType<ConditionalTarget> = {
  navigation: {
    fill: (target) => ref("ConditionalRangeFill", target),
    font: (target) => ref("ConditionalRangeFont", target),
  },
};

export const conditionalRangeFillType: ObjectType<ConditionalTarget> = {
  properties: {
    color: {
      get: (target, book) => toColor(styleOf(findRule(target, book).rule).bg?.rgb) ?? "",
      set: (target, value, book) => {
        changeStyle(target, book, { bg: { rgb: colorOf(value) } });
      },
    },
  },
  methods: {
    clear: (target, _args, book) => {
      changeStyle(target, book, { bg: null });
    },
  },
};

export const conditionalRangeFontType: ObjectType<ConditionalTarget> = {
  properties: {
    color: {
      get: (target, book) => toColor(styleOf(findRule(target, book).rule).cl?.rgb) ?? "",
      set: (target, value, book) => {
        changeStyle(target, book, { cl: { rgb: colorOf(value) } });
      },
    },
    bold: flagStyle("bl"),
    italic: flagStyle("it"),
    strikethrough: {
      get: (target, book) => styleOf(findRule(target, book).rule).st?.s === 1,
      set: (target, value, book) => {
        changeStyle(target, book, { st: { s: asFlag(value) ? 1 : 0 } });
      },
    },
  },
  methods: {
    clear: (target, _args, book) => {
      changeStyle(target, book, { cl: null, bl: 0, it: 0 });
    },
  },
};

function flagStyle(key: "bl" | "it"): NonNullable<ObjectType<ConditionalTarget>["properties"]>[string] {
  return {
    get: (target, book) => styleOf(findRule(target, book).rule)[key] === 1,
    set: (target, value, book) => {
      changeStyle(target, book, { [key]: asFlag(value) ? 1 : 0 });
    },
  };
}
