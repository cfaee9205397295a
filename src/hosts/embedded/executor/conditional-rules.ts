import type { IRange, IStyleBase } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { invalidObjectPath } from "./api-error";
import { type Book, existing } from "./book";
import { checkWritable } from "./locked-cells";
import { intersect, subtract } from "./address";
import type { ConditionalTarget, RangeTarget } from "./targets";

/** What a conditional format of Univer asks for. */
export type Rule = IConditionFormattingRule["rule"];

/** The name of the comparison, empty for rules without one. */
export function operatorOf(rule: Rule): string {
  return "operator" in rule ? rule.operator : "";
}

/** The cell style a rule applies; colour scales and bars have none. */
export function styleOf(rule: Rule): IStyleBase {
  return "style" in rule ? rule.style : {};
}

/** Univer's rules that touch a range, highest priority first. */
export function rulesOf({ sheetId, area }: RangeTarget, book: Book): readonly IConditionFormattingRule[] {
  return book
    .sheet(sheetId)
    .getConditionalFormattingRules()
    .filter((rule) => rule.ranges.some((range) => intersect(range, area) !== null));
}

export function findRule({ sheetId, ruleId }: ConditionalTarget, book: Book): IConditionFormattingRule {
  const rule = book
    .sheet(sheetId)
    .getConditionalFormattingRules()
    .find((one) => one.cfId === ruleId);
  if (rule === undefined) {
    throw invalidObjectPath("the conditional format no longer exists");
  }
  return rule;
}

/** Position in the sheet's list; 0 is applied first. */
export function priorityOf({ sheetId, ruleId }: ConditionalTarget, book: Book): number {
  return book
    .sheet(sheetId)
    .getConditionalFormattingRules()
    .findIndex((rule) => rule.cfId === ruleId);
}

/** Adds a rule on top of the others, as Excel does. */
export function addRule({ sheetId, area }: RangeTarget, rule: Rule, book: Book): ConditionalTarget {
  checkWritable(book, { sheetId, area }, "format");
  const sheet = book.sheet(sheetId);
  const taken = new Set(sheet.getConditionalFormattingRules().map((one) => one.cfId));
  let number = taken.size + 1;
  while (taken.has(`${sheetId}-api-${String(number)}`)) {
    number += 1;
  }
  const cfId = `${sheetId}-api-${String(number)}`;
  const range: IRange = { ...(existing(sheet, area) ?? area) };
  book.write(() => sheet.addConditionalFormattingRule({ cfId, ranges: [range], stopIfTrue: false, rule }));
  return { sheetId, ruleId: cfId };
}

export function changeRule(
  target: ConditionalTarget,
  book: Book,
  change: (rule: IConditionFormattingRule) => IConditionFormattingRule,
): void {
  const rule = change(structuredClone(findRule(target, book)));
  book.write(() => book.sheet(target.sheetId).setConditionalFormattingRule(target.ruleId, rule));
}

export function deleteRule(target: ConditionalTarget, book: Book): void {
  findRule(target, book);
  book.write(() => book.sheet(target.sheetId).deleteConditionalFormattingRule(target.ruleId));
}

/** Takes all conditional formats off the cells of a range; they stay on other cells. */
export function clearConditionalFormats(range: RangeTarget, book: Book): void {
  const sheet = book.sheet(range.sheetId);
  // Not Univer's own command for this: it clears the selection, whatever range it is given.
  for (const rule of rulesOf(range, book)) {
    const ranges = rule.ranges.flatMap((one) => subtract(one, range.area));
    book.write(() =>
      ranges.length === 0
        ? sheet.deleteConditionalFormattingRule(rule.cfId)
        : sheet.setConditionalFormattingRule(rule.cfId, { ...structuredClone(rule), ranges }),
    );
  }
}
