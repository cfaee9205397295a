import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  type IConditionFormattingRule,
} from "@univerjs/sheets-conditional-formatting";
import { bounding } from "./address";
import { itemNotFound, notImplemented } from "./api-error";
import { asFlag } from "./arguments";
import type { Book } from "./book";
import { PRESETS } from "./conditional-rule-kinds";
import {
  addRule,
  changeRule,
  clearConditionalFormats,
  deleteRule,
  findRule,
  operatorOf,
  priorityOf,
  type Rule,
  rulesOf,
} from "./conditional-rules";
import { checkWritable } from "./locked-cells";
import type { ObjectType } from "./object-type";
import { type ApiRef, type ConditionalTarget, type RangeTarget, ref } from "./targets";

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
  const kind = KIND_OF_SUBTYPE[rule.subType];
  return kind === "ContainsText" && isPreset(rule) ? "PresetCriteria" : kind;
}

const KIND_OF_SUBTYPE: Readonly<Record<CFSubRuleType, string>> = {
  [CFSubRuleType.formula]: "Custom",
  [CFSubRuleType.number]: "CellValue",
  [CFSubRuleType.text]: "ContainsText",
  [CFSubRuleType.rank]: "TopBottom",
  [CFSubRuleType.average]: "PresetCriteria",
  [CFSubRuleType.duplicateValues]: "PresetCriteria",
  [CFSubRuleType.uniqueValues]: "PresetCriteria",
  [CFSubRuleType.timePeriod]: "PresetCriteria",
};

function isPreset(rule: Rule): boolean {
  return Object.values<string>(PRESETS).includes(operatorOf(rule));
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
