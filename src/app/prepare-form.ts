import type { Template } from "../core/model/template";
import { writeCustomPart } from "../formats/xlsx/custom-part";
import { placeForm } from "../formats/xlsx/form-layout";
import type { FormFile, FormulaBlock } from "./ports";
import { emptyFor, type FormRequest } from "./require-form";

/** Makes a form ready to go into an open workbook. */
export async function prepareForm(template: Template, request: FormRequest, date: Date): Promise<FormFile> {
  const { writeForm } = await import("../formats/xlsx/write-form");
  const report = emptyFor(template, request);
  const placed = placeForm(template);
  return {
    bytes: await writeForm(template, report, { checks: "twin", date }),
    sheets: placed.sheets.map(({ name }) => name),
    anchors: placed.anchors,
    liveChecks: placed.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ row, column, content }): readonly FormulaBlock[] =>
        content.kind === "check" ? [{ sheet: name, row, column, formulas: [[content.formula.custom]] }] : [],
      ),
    ),
    xml: writeCustomPart(report),
    start: placed.start,
  };
}
