import { BooleanNumber, type IStyleBase } from "@univerjs/core";
import { invalidArgument } from "./api-error";
import { booleanNumber } from "./arguments";
import type { Book } from "./book";
import { colorOf, toColor } from "./colors";
import { changeRule, findRule, styleOf } from "./conditional-rules";
import type { ObjectType, Property } from "./object-type";
import { type ConditionalTarget, ref } from "./targets";

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
      get: (target, book) => styleOf(findRule(target, book).rule).st?.s === BooleanNumber.TRUE,
      set: (target, value, book) => {
        changeStyle(target, book, { st: { s: booleanNumber(value) } });
      },
    },
  },
  methods: {
    clear: (target, _args, book) => {
      changeStyle(target, book, { cl: null, bl: BooleanNumber.FALSE, it: BooleanNumber.FALSE });
    },
  },
};

function flagStyle(key: "bl" | "it"): Property<ConditionalTarget> {
  return {
    get: (target, book) => styleOf(findRule(target, book).rule)[key] === BooleanNumber.TRUE,
    set: (target, value, book) => {
      changeStyle(target, book, { [key]: booleanNumber(value) });
    },
  };
}
