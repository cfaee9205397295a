import type { Facts } from "../../core/model/facts";
import type { Template } from "../../core/model/template";
import type { TextSheet } from "../../core/narrative/text-row";
import { workbook, type WorkbookMessages } from "../../messages/workbook";
import { factsAnchor, identityAnchor, placeTables, reviewAnchor, textAnchor } from "./form-layout";
import { identityBlock, placeFactsSheet } from "./place-facts-sheet";
import type { PlacedForm } from "./placed-form";
import type { ReviewItem } from "./review-items";
import { placeReviewSheet, type ManifestLine } from "./review-sheet";
import { placeTextSheet } from "./text-sheet";

export type PlaceOptions = {
  readonly messages?: WorkbookMessages;
  /** What the 正文要素 sheet already says: it gets further lines where the form's own do not suffice. */
  readonly facts?: Facts;
  /** What the sheet 年报正文 says. */
  readonly text?: TextSheet | undefined;
  /** What stands on the sheet 校验与说明. */
  readonly review?: readonly ReviewItem[];
  /** What a sealed workbook says of itself on that sheet. */
  readonly manifest?: readonly ManifestLine[];
};

/**
 * Works out where everything of a form stands: its tables, then 正文要素, 年报正文 and 校验与说明. The same answer serves
 * the writer of files and a host that builds the sheets itself.
 * @throws Error when the template's layout contradicts itself
 */
export function placeForm(template: Template, options: PlaceOptions = {}): PlacedForm {
  const { messages = workbook, facts = {} } = options;
  const { sheets, values, anchors } = placeTables(template, messages);
  const inputs = template.facts.length === 0 ? undefined : placeFactsSheet(template.facts, facts, messages);
  const text = placeTextSheet(template, options.text);
  const review = placeReviewSheet(options.review ?? [], options.manifest);
  const [start = inputs?.start] = values.values();
  if (start === undefined) throw new Error(`${template.id} has nothing to fill in`);
  return {
    template,
    sheets: [...sheets, ...(inputs === undefined ? [] : [inputs.sheet]), text.sheet, review.sheet],
    values,
    anchors: [
      ...anchors,
      ...(inputs === undefined
        ? []
        : [
            { name: factsAnchor, sheet: inputs.sheet.name, ...inputs.block },
            { name: identityAnchor, sheet: inputs.sheet.name, ...identityBlock },
          ]),
      { name: textAnchor, sheet: text.sheet.name, ...text.block },
      { name: reviewAnchor, sheet: review.sheet.name, ...review.block },
    ],
    start,
  };
}
