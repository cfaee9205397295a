import type { ISheetDataValidationRule } from "@univerjs/core";
import type { ComparisonOperator, ImportedDataValidation } from "../grid/imported";
import { absoluteAddress, quoteSheetName } from "./address";
import { invalidArgument } from "./api-error";
import { asRecord, asText, oneOf } from "./arguments";
import type { Book } from "./book";
import { isRef } from "./targets";

const KINDS = {
  wholeNumber: "whole",
  decimal: "decimal",
  textLength: "textLength",
  date: "date",
  time: "time",
  list: "list",
  custom: "custom",
} as const;

/** Excel's names of the kinds of rules. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  whole: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
  list: "List",
  custom: "Custom",
};

const OPERATORS = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
} as const satisfies Readonly<Record<string, ComparisonOperator>>;

/** A limit is a number, a text with a formula, or a range. */
function formulaText(value: unknown, book: Book): string | undefined {
  if (value === undefined || value === null || value === "") {
    return undefined;
  }
  if (isRef(value) && value.type === "Range") {
    const { sheetId, area } = value.target;
    return `${quoteSheetName(book.sheet(sheetId).getSheetName())}!${absoluteAddress(area)}`;
  }
  return String(typeof value === "string" || typeof value === "number" ? value : asText(value)).replace(/^=/, "");
}

/** A rule in the shape of `Excel.DataValidationRule`, as files describe it. */
export function readRule(
  value: unknown,
  book: Book,
): Omit<ImportedDataValidation, "ranges" | "allowBlank" | "errorStyle" | "showError" | "showPrompt"> {
  const given = Object.entries(asRecord(value)).filter(([, part]) => part !== undefined && part !== null);
  const [entry, ...others] = given;
  if (entry === undefined || others.length > 0 || !Object.hasOwn(KINDS, entry[0])) {
    throw invalidArgument("a data validation rule has exactly one kind");
  }
  const kind = KINDS[entry[0] as keyof typeof KINDS];
  const part = asRecord(entry[1]);
  if (kind === "list") {
    const source = part["source"];
    const text = formulaText(source, book);
    if (text === undefined) {
      throw invalidArgument("a list needs its source");
    }
    return {
      type: "list",
      formula1: text,
      listFromCells: isRef(source) || (typeof source === "string" && source.startsWith("=")),
    };
  }
  if (kind === "custom") {
    return { type: "custom", formula1: formulaText(part["formula"], book) ?? "", listFromCells: false };
  }
  const operator = OPERATORS[oneOf(part["operator"], Object.keys(OPERATORS) as (keyof typeof OPERATORS)[])];
  const [formula1, formula2] = [formulaText(part["formula1"], book), formulaText(part["formula2"], book)];
  if (formula1 === undefined) {
    throw invalidArgument("the rule needs formula1");
  }
  return { type: kind, operator, formula1, ...(formula2 === undefined ? {} : { formula2 }), listFromCells: false };
}

/** The rule in the shape of `Excel.DataValidationRule`. */
export function tellRule(rule: ISheetDataValidationRule | undefined): unknown {
  const kind = Object.entries(KINDS).find(([, type]) => type === rule?.type)?.[0];
  if (rule === undefined || kind === undefined) {
    return {};
  }
  if (kind === "list") {
    return { list: { inCellDropDown: rule.showDropDown ?? true, source: rule.formula1 ?? "" } };
  }
  if (kind === "custom") {
    return { custom: { formula: rule.formula1 ?? "" } };
  }
  const operator =
    Object.entries(OPERATORS).find(([, univer]) => univer === rule.operator?.valueOf())?.[0] ?? "Between";
  return {
    [kind]: {
      operator,
      formula1: tellLimit(rule.formula1),
      ...(rule.formula2 === undefined ? {} : { formula2: tellLimit(rule.formula2) }),
    },
  };
}

function tellLimit(limit: string | undefined): string | number {
  return limit !== undefined && limit.trim() !== "" && Number.isFinite(Number(limit)) ? Number(limit) : (limit ?? "");
}
