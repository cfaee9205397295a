import { writeCustomPart } from "../formats/xlsx/custom-part";
import { reviewAnchor } from "../formats/xlsx/form-layout";
import { reviewColumns } from "../formats/xlsx/review-items";
import { figuresNow, readReviewRows, reviewRowsOf } from "../formats/xlsx/review-read";
import { freeRows, manifestAnchor, sealColumns } from "../formats/xlsx/seal-book";
import { submit as words } from "../messages/submit";
import { reportOf, type FormInWorkbook } from "./form-in-workbook";
import type { Block, CellWrite, WorkbookPort } from "./ports";
import { reportWithText, textBlock } from "./text-in-workbook";
import { verifySealed, type Verification } from "./verify";

/** Holds the open workbook against the seal that it carries: one round trip beside what has been read already. */
export async function verifyOpenForm(workbook: WorkbookPort, form: FormInWorkbook): Promise<Verification> {
  const { template, identity, mirror } = form;
  const report = reportWithText(form);
  const blocks = await workbook.readBlocks([reviewAnchor, manifestAnchor]);
  const review = blocks.get(reviewAnchor);
  const reasons =
    review === undefined
      ? {}
      : readReviewRows(reviewRowsOf(review.values), identity.explanations, figuresNow(template, report)).explanations;
  return verifySealed({
    template,
    report: { ...report, explanations: reasons },
    seals: [identity.seal],
    manifest: manifestLinesIn(blocks.get(manifestAnchor)),
    damage: mirror.damaged.length > 0 ? [words.damagedTables(template, mirror.damaged)] : [],
  });
}

function manifestLinesIn(block: Block | undefined): readonly { readonly name: string; readonly text: string }[] | null {
  if (block === undefined) return null;
  return block.values.map((line) => {
    const [name = "", ...rest] = line.map((value) => String(value).replace(/^'/u, "")).filter((text) => text !== "");
    return { name, text: rest.join("") };
  });
}

/**
 * Takes the seal off: the sheets may be edited again, and neither the custom XML part nor a cell says any more that the
 * workbook is sealed.
 * @returns what there is to say about it
 */
export async function takeOffSeal(workbook: WorkbookPort, form: FormInWorkbook): Promise<string> {
  const blocks = await workbook.readBlocks([reviewAnchor, manifestAnchor]);
  const [review, manifest] = [blocks.get(reviewAnchor), blocks.get(manifestAnchor)];
  const areas = [...form.mirror.values.keys()].flatMap((cell) => form.mirror.areaOf(cell) ?? []);
  const sheets = [...areas, textBlock(form), review].flatMap((area) => (area === undefined ? [] : [area.sheet]));
  await workbook.unprotect([...new Set(sheets)]);
  await workbook.writeCells([...hiddenCells(review), ...manifestCells(manifest)]);
  await workbook.writeIdentity(writeCustomPart(reportOf(form)));
  return words.returned;
}

/** The cells that repeat the seal: beside the title, above the table. */
function hiddenCells(review: Block | undefined): readonly CellWrite[] {
  if (review === undefined) return [];
  const top = review.row - topRows;
  return Array.from({ length: freeRows }, (_, row) =>
    sealColumns.map((column) => ({
      area: {
        sheet: review.sheet,
        row: Math.max(0, top + row),
        column: review.column + reviewColumns.indexOf(column),
        rows: 1,
        columns: 1,
      },
      value: "",
    })),
  ).flat();
}

/** The lines of the manifest and the heading over them. */
function manifestCells(manifest: Block | undefined): readonly CellWrite[] {
  if (manifest === undefined) return [];
  const { sheet, row, column, rows } = manifest;
  const empty = (at: number, column_: number): CellWrite => ({
    area: { sheet, row: at, column: column_, rows: 1, columns: 1 },
    value: "",
  });
  const lines = Array.from({ length: rows }, (_, index) => row + index);
  const second = column + reviewColumns.indexOf("severity");
  return [empty(row - 1, column), ...lines.flatMap((at) => [empty(at, column), empty(at, second)])];
}

/** Title, unit and year, guide, head: the rows of the sheet above its block. */
const topRows = 4;
