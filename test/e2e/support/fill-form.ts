import { cellId, type CellId, type CellValue } from "../../../src/core/model/cell";
import { figureRows, type Table, type Template } from "../../../src/core/model/template";
import { placeForm } from "../../../src/formats/xlsx/place-form";
import type { Tryout } from "./page";

type Address = readonly [sheet: string, address: string];

/** Where a cell of the form stands in a workbook in which nothing was moved: `["表三", "E8"]`. */
export function addressOf(template: Template, cell: CellId): Address {
  const place = placeForm(template).values.get(cell);
  if (place === undefined) throw new Error(`${template.id} shows no ${cell}`);
  return [place.sheet, `${String.fromCharCode(65 + place.column)}${String(place.row + 1)}`];
}

/** Fills the form as a clerk with last year's file would: table by table from the clipboard, merged cells by hand. */
export async function fillForm(
  tryout: Tryout,
  template: Template,
  values: ReadonlyMap<CellId, CellValue>,
): Promise<void> {
  const figure = (cell: CellId): CellValue => values.get(cell) ?? null;
  for (const table of template.tables) {
    const rows = figureRows(table).map((row) => table.columns.map((column) => cellId(table.id, row.id, column.id)));
    const first = rows.at(0)?.at(0);
    // What stays blank tells nothing of when the grid is done.
    const last = rows
      .flat()
      .filter((cell) => figure(cell) !== null)
      .at(-1);
    if (first === undefined || last === undefined) continue;
    if (isBlock(template, table)) {
      const block = rows.map((cells) => cells.map((cell) => String(figure(cell) ?? "")));
      await tryout.pasteBlock(...addressOf(template, first), block);
      await arrival(tryout, addressOf(template, last), figure(last));
    } else {
      for (const cell of rows.flat().filter((filled) => figure(filled) !== null)) {
        await tryout.typeInCell(...addressOf(template, cell), String(figure(cell)));
        await arrival(tryout, addressOf(template, cell), figure(cell));
        await departure(tryout, addressOf(template, cell));
      }
    }
  }
}

/** The grid goes on after the keys are up; the next click or copy would come in between. */
async function arrival(tryout: Tryout, [sheet, address]: Address, value: CellValue): Promise<void> {
  await until(
    async () => (await tryout.readCell(sheet, address)).value === value,
    `${sheet}!${address} did not become ${String(value)}`,
  );
}

/** Enter writes the figure first and moves on a moment later; a click in between would be moved on too. */
async function departure(tryout: Tryout, [sheet, address]: Address): Promise<void> {
  await until(async () => !(await tryout.selection()).startsWith(`${sheet}!${address}`), `Enter stays in ${address}`);
}

/** Waits up to a minute. @throws Error with the failure when it does not come true */
export async function until(holds: () => Promise<boolean>, failure: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Whether the cells of a table stand side by side without merged ones among them. */
function isBlock(template: Template, table: Table): boolean {
  const { values } = placeForm(template);
  return figureRows(table).every((row) =>
    table.columns.every((column) => values.get(cellId(table.id, row.id, column.id))?.columns === 1),
  );
}
