import { DataValidationErrorStyle, type ISheetDataValidationRule } from "@univerjs/core";
import {
  AddSheetDataValidationCommand,
  ClearRangeDataValidationCommand,
  UpdateSheetDataValidationOptionsCommand,
  UpdateSheetDataValidationSettingCommand,
} from "@univerjs/sheets-data-validation";
import { dataValidationRule } from "../grid/insert-rules";
import type { ImportedDataValidation } from "../grid/imported";
import { type Area, cellCount, intersect } from "./address";
import { invalidArgument } from "./api-error";
import { asFlag, asRecord, asText, oneOf } from "./arguments";
import { type Book, existing } from "./book";
import { checkWritable } from "./locked-cells";
import type { ObjectType } from "./object-type";
import type { RangeTarget } from "./targets";
import { readRule, tellRule, TYPE_NAMES } from "./validation-rules";

type Rule = ISheetDataValidationRule;

/** Univer's error styles by Excel's names. */
const ERROR_STYLES = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
} as const;

function rulesOf({ sheetId, area }: RangeTarget, book: Book): readonly Rule[] {
  const rules: readonly Rule[] = book
    .sheet(sheetId)
    .getDataValidations()
    .map(({ rule }) => rule);
  return rules.filter((rule) => rule.ranges.some((range) => intersect(range, area) !== null));
}

/** The one rule that holds for all cells of the range; undefined when there is none or they differ. */
function ruleOf(range: RangeTarget, book: Book): Rule | undefined {
  const [rule, ...others] = rulesOf(range, book);
  return others.length === 0 && rule !== undefined && covers(rule, range.area) ? rule : undefined;
}

function covers(rule: Rule, area: Area): boolean {
  const cells = rule.ranges.reduce((sum, range) => {
    const common = intersect(range, area);
    return sum + (common === null ? 0 : cellCount(common));
  }, 0);
  return cells === cellCount(area);
}

/** Takes validation off the cells of a range; rules stay on other cells. */
export function clearValidation(range: RangeTarget, book: Book): void {
  const area = existing(book.sheet(range.sheetId), range.area);
  if (area !== null && rulesOf(range, book).length > 0) {
    book.command(ClearRangeDataValidationCommand.id, range.sheetId, { ranges: [area] });
  }
}

function setRule(range: RangeTarget, validation: Omit<ImportedDataValidation, "ranges">, book: Book): void {
  checkWritable(book, range, "format");
  const area = existing(book.sheet(range.sheetId), range.area);
  if (area === null) {
    throw invalidArgument("outside the grid of the try-out workbook");
  }
  const taken = new Set(
    book
      .sheet(range.sheetId)
      .getDataValidations()
      .map(({ rule }) => rule.uid),
  );
  let number = taken.size + 1;
  while (taken.has(`${range.sheetId}-api-${String(number)}`)) {
    number += 1;
  }
  const rule = dataValidationRule({ ...validation, ranges: [area] }, `${range.sheetId}-api-${String(number)}`);
  clearValidation(range, book);
  book.command(AddSheetDataValidationCommand.id, range.sheetId, { rule });
}

/** Changes the rule that the cells have already; setting an alert without a rule is an error, as in Excel. */
function changeRule(range: RangeTarget, book: Book, options: Partial<Rule>): void {
  checkWritable(book, range, "format");
  const rule = ruleOf(range, book);
  if (rule === undefined) {
    throw invalidArgument("the range has no data validation rule");
  }
  const kept: Partial<Rule> = {
    ...(rule.error === undefined ? {} : { error: rule.error }),
    ...(rule.errorTitle === undefined ? {} : { errorTitle: rule.errorTitle }),
    ...(rule.errorStyle === undefined ? {} : { errorStyle: rule.errorStyle }),
    ...(rule.showErrorMessage === undefined ? {} : { showErrorMessage: rule.showErrorMessage }),
    ...(rule.prompt === undefined ? {} : { prompt: rule.prompt }),
    ...(rule.promptTitle === undefined ? {} : { promptTitle: rule.promptTitle }),
    ...(rule.showInputMessage === undefined ? {} : { showInputMessage: rule.showInputMessage }),
    ...(rule.showDropDown === undefined ? {} : { showDropDown: rule.showDropDown }),
  };
  book.command(UpdateSheetDataValidationOptionsCommand.id, range.sheetId, {
    ruleId: rule.uid,
    options: { ...kept, ...options },
  });
}

const BASIC = { allowBlank: true, errorStyle: "stop", showError: true, showPrompt: true } as const;

export const dataValidationType: ObjectType<RangeTarget> = {
  properties: {
    type: {
      get: (range, book) => {
        const rules = rulesOf(range, book);
        const rule = ruleOf(range, book);
        if (rules.length === 0) {
          return "None";
        }
        return rule === undefined
          ? rules.length > 1
            ? "MixedCriteria"
            : "Inconsistent"
          : (TYPE_NAMES[rule.type] ?? "None");
      },
    },
    rule: {
      get: (range, book) => tellRule(ruleOf(range, book)),
      set: (range, value, book) => {
        setRule(range, { ...BASIC, ...readRule(value, book) }, book);
      },
    },
    ignoreBlanks: {
      get: (range, book) => ruleOf(range, book)?.allowBlank ?? true,
      set: (range, value, book) => {
        const allowBlank = asFlag(value);
        const rule = ruleOf(range, book);
        if (rule === undefined) {
          throw invalidArgument("the range has no data validation rule");
        }
        checkWritable(book, range, "format");
        const { type, operator, formula1, formula2 } = rule;
        const setting = { type, operator, formula1, formula2, allowBlank };
        book.command(UpdateSheetDataValidationSettingCommand.id, range.sheetId, { ruleId: rule.uid, setting });
      },
    },
    errorAlert: {
      get: (range, book) => {
        const rule = ruleOf(range, book);
        return {
          message: rule?.error ?? "",
          showAlert: rule?.showErrorMessage ?? true,
          style: Object.entries(ERROR_STYLES).find(([, style]) => style === rule?.errorStyle)?.[0] ?? "Stop",
          title: rule?.errorTitle ?? "",
        };
      },
      set: (range, value, book) => {
        const given = asRecord(value);
        const style =
          given["style"] === undefined
            ? "Stop"
            : oneOf(given["style"], Object.keys(ERROR_STYLES) as (keyof typeof ERROR_STYLES)[]);
        changeRule(range, book, {
          error: given["message"] === undefined ? "" : asText(given["message"]),
          errorTitle: given["title"] === undefined ? "" : asText(given["title"]),
          showErrorMessage: given["showAlert"] === undefined ? true : asFlag(given["showAlert"]),
          errorStyle: ERROR_STYLES[style],
        });
      },
    },
    prompt: {
      get: (range, book) => {
        const rule = ruleOf(range, book);
        return {
          message: rule?.prompt ?? "",
          showPrompt: rule?.showInputMessage ?? true,
          title: rule?.promptTitle ?? "",
        };
      },
      set: (range, value, book) => {
        const given = asRecord(value);
        changeRule(range, book, {
          prompt: given["message"] === undefined ? "" : asText(given["message"]),
          promptTitle: given["title"] === undefined ? "" : asText(given["title"]),
          showInputMessage: given["showPrompt"] === undefined ? true : asFlag(given["showPrompt"]),
        });
      },
    },
    valid: {
      get: async (range, book) => {
        const sheet = book.sheet(range.sheetId);
        const area = existing(sheet, range.area);
        if (area === null || rulesOf(range, book).length === 0) {
          return true;
        }
        await book.settled();
        const errors = await sheet.getRange(area).getDataValidationErrorAsync();
        return errors.length === 0 ? true : errors.length === cellCount(area) ? false : null;
      },
    },
  },
  methods: {
    clear: (range, _args, book) => {
      checkWritable(book, range, "format");
      clearValidation(range, book);
    },
  },
};
