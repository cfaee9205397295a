import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { writeCustomPart } from "../formats/xlsx/custom-part";
import { identityMark, identityName } from "../formats/xlsx/identity-carriers";
import { textAnchor } from "../formats/xlsx/form-layout";
import { placeForm } from "../formats/xlsx/place-form";
import type { FormFile, FormulaBlock } from "./ports";
import { emptyFor, type FormRequest } from "./require-form";

/** Makes a form ready to go into an open workbook. */
export async function prepareForm(
  template: Template,
  request: FormRequest & { readonly totals?: "typed" | "formula" },
  date: Date,
): Promise<FormFile> {
  const { writeForm } = await import("../formats/xlsx/write-form");
  const report = emptyFor(template, request);
  const placed = placeForm(template);
  return {
    bytes: await writeForm(template, report, { checks: "twin", totals: request.totals ?? "typed", date }),
    sheets: placed.sheets.map(({ name }) => name),
    anchors: placed.anchors,
    liveChecks: placed.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }): readonly FormulaBlock[] =>
        content.kind === "check" ? [{ sheet: name, row, column, formulas: [[content.formula.custom]] }] : [],
      ),
    ),
    marks: [{ name: identityName, formula: `="${identityMark(template.id)}"` }],
    xml: writeCustomPart(report),
    start: placed.start,
  };
}

/** Makes the sheet 年报正文 alone ready to go into an open workbook whose form has lost it. */
export async function prepareTextSheet(template: Template, report: Report, xml: string, date: Date): Promise<FormFile> {
  const [{ writeForm }, { writeWithHucre }] = await Promise.all([
    import("../formats/xlsx/write-form"),
    import("../formats/xlsx/hucre-workbook"),
  ]);
  const anchors = placeForm(template, { text: report.text }).anchors.filter(({ name }) => name === textAnchor);
  const [block] = anchors;
  if (block === undefined) throw new Error(`${template.id} has no place for its text`);
  const bytes = await writeForm(template, report, {
    date,
    writer: (book) =>
      writeWithHucre({
        ...book,
        sheets: book.sheets.filter(({ name }) => name === block.sheet),
        names: book.names.filter(({ name }) => name === textAnchor),
      }),
  });
  return {
    bytes,
    sheets: [block.sheet],
    anchors,
    liveChecks: [],
    marks: [],
    xml,
    start: { ...block, rows: 1, columns: 1 },
  };
}
