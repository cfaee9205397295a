import { takeFigures } from "../core/narrative/living-figures";
import type { TextSheet } from "../core/narrative/text-row";
import { textLine, textLines } from "../formats/xlsx/text-sheet-rows";
import type { Desk } from "./desk";
import { priorOf, reportOf, type FormInWorkbook } from "./form-in-workbook";
import { typed } from "./mirror";
import { prepareTextSheet } from "./prepare-form";
import { reportText, sheetOf } from "./report-text";
import { openText, reportWithText, rowAreas, textBlock } from "./text-in-workbook";

/**
 * Writes the sheet 年报正文 where it is behind the figures; nothing where there is no such sheet. Only ever on the
 * clerk's command: writing takes her undo away.
 * @param restored the key of a paragraph that was taken out and shall come back
 */
export async function writeSheet(desk: Desk, form: FormInWorkbook, restored?: string): Promise<void> {
  const block = textBlock(form);
  if (block === undefined) return;
  const text = openText(form);
  if (!text.living.isBehind && restored === undefined) return;
  const sheet = restored === undefined ? sheetOf(text) : withRestored(form, restored);
  await desk.workbook.writeText(block, textLines(form.template, sheet));
  await desk.readAll();
}

/** The sheet with a paragraph that was taken out: it counts as one that was never made. */
function withRestored(form: FormInWorkbook, key: string): TextSheet {
  const report = reportWithText(form);
  const { rows, known } = report.text ?? { rows: [], known: [] };
  const text = {
    rows: rows.filter((row) => row.key !== key || row.text !== ""),
    known: known.filter((one) => one !== key),
  };
  return sheetOf(reportText(form.template, { ...report, text }, priorOf(form, report)));
}

/** Takes new figures into one edited paragraph and writes its row: one round trip. */
export async function takeIntoRow(
  desk: Desk,
  form: FormInWorkbook,
  row: number,
  figures: readonly number[],
): Promise<void> {
  const found = openText(form).living.paragraphs.find((paragraph) => paragraph.row === row);
  const areas = rowAreas(form, row);
  if (found === undefined || found.told === null || areas === undefined) return;
  const line = textLine({ key: found.key, ...takeFigures(found.text, found.told, found.figures, figures) });
  const edits = [
    { area: areas.text, value: line.text },
    { area: areas.data, value: line.data },
  ];
  for (const { area, value } of edits) form.mirror.put(area, typed(value));
  await desk.workbook.writeCells(edits);
  desk.refresh();
}

/** Puts the sheet into a workbook that has none, with the text as the figures have it. */
export async function insertTextSheet(desk: Desk, form: FormInWorkbook): Promise<void> {
  if (textBlock(form) !== undefined) return;
  const report = reportOf(form);
  const text = sheetOf(reportText(form.template, report, priorOf(form, report)));
  await desk.workbook.insertForm(await prepareTextSheet(form.template, { ...report, text }, form.xml, desk.now()));
  await desk.readAll();
}
