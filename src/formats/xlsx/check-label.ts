import type { Template } from "../../core/model/template";
import { cellLabels, type BoundRule, type BoundTerm } from "../../core/rules/expand";
import type { WorkbookMessages } from "../../messages/workbook";

/** More terms than this are not named one by one. */
const namedTerms = 3;

/** What a check column compares, from the labels of the columns that its rule speaks of: `制发－废止≤现行有效`. */
export function checkColumnLabel(template: Template, rules: readonly BoundRule[], messages: WorkbookMessages): string {
  const [rule] = rules;
  if (rule === undefined || !("when" in rule)) return "";
  const side = (terms: readonly BoundTerm[]): string =>
    terms
      .map(({ cell, coef }, index) => {
        const sign = coef < 0 ? messages.minus : index === 0 ? "" : messages.plus;
        return sign + (cellLabels(template, cell).column ?? "");
      })
      .join("");
  if (rule.left.length > namedTerms) return messages.partsEqual(side(rule.right));
  return side(rule.left) + (rule.rule.op === "=" ? messages.equals : messages.atMost) + side(rule.right);
}
