import type { FormFile } from "../../app/ports";
import { base64 } from "../../formats/base64";
import { partNamespace } from "../../formats/xlsx/custom-part";

/**
 * Puts the form's sheets behind the others, then names its blocks and adds its custom XML part: the file's own names
 * and parts do not come along with inserted sheets. Three round trips, none in a loop.
 */
export async function insertForm(form: FormFile): Promise<void> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const inserted = workbook.insertWorksheetsFromBase64(base64(form.bytes), { positionType: "End" });
    const parts = workbook.customXmlParts.getByNamespace(partNamespace).load({ id: true });
    await context.sync();

    const sheetIds = new Map(form.sheets.map((name, index) => [name, inserted.value[index]]));
    const sheet = (name: string): Excel.Worksheet => workbook.worksheets.getItem(sheetIds.get(name) ?? name);
    const stale = [...form.anchors, ...form.marks].map(({ name }) =>
      workbook.names.getItemOrNullObject(name).load({ name: true }),
    );
    await context.sync();

    for (const name of stale) if (!name.isNullObject) name.delete();
    for (const part of parts.items) part.delete();
    for (const { name, sheet: at, row, column, rows, columns } of form.anchors) {
      workbook.names.add(name, sheet(at).getRangeByIndexes(row, column, rows, columns));
    }
    for (const { name, formula } of form.marks) workbook.names.add(name, formula).visible = false;
    if (Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1")) {
      for (const { sheet: at, row, column, formulas } of form.liveChecks) {
        const range = sheet(at).getRangeByIndexes(row, column, formulas.length, formulas[0]?.length ?? 1);
        range.formulas = formulas.map((line) => [...line]);
      }
    }
    workbook.customXmlParts.add(form.xml);
    sheet(form.start.sheet).activate();
    sheet(form.start.sheet).getRangeByIndexes(form.start.row, form.start.column, 1, 1).select();
    await context.sync();
  });
}
