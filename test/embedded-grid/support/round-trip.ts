import { createHeadlessGrid } from "../../../src/hosts/embedded/grid/create-grid";
import { exportWorkbook } from "../../../src/hosts/embedded/grid/export-xlsx";
import { importWorksheets } from "../../../src/hosts/embedded/grid/import-xlsx";
import { openWorkbook } from "../../../src/hosts/embedded/grid/open-workbook";

/** Opens a workbook in a grid, lets it compute its formulas and saves it. */
export async function openAndSave(bytes: Uint8Array): Promise<Uint8Array> {
  const grid = await createHeadlessGrid();
  try {
    const imported = await importWorksheets(bytes);
    await openWorkbook(grid, imported);
    await grid.univerAPI.getFormula().onCalculationResultApplied();
    return await exportWorkbook(grid, imported);
  } finally {
    grid.dispose();
  }
}
