import { SetDefinedNameMutation } from "@univerjs/engine-formula";
import { RemoveSheetMutation, SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { Grid } from "./grid";
import type { ImportedName, ImportedWorkbook } from "./imported";
import { insertSheets } from "./insert-sheets";

/**
 * Makes a grid show the workbook of a file: its sheets instead of those it has, its names, its active tab. Custom XML
 * parts and properties have no place in the grid; the caller keeps them. What was there before is gone and cannot be
 * undone.
 */
export async function openWorkbook(grid: Grid, imported: ImportedWorkbook): Promise<void> {
  const { workbook, univerAPI } = grid;
  const unitId = workbook.getId();
  const old = workbook.getSheets();
  // Sheets of the old workbook must not take the names of the new ones.
  const inUse = new Set(imported.sheets.map((sheet) => sheet.name));
  for (const [index, sheet] of old.entries()) sheet.setName(unusedName(`_${String(index)}`, inUse));
  const ids = await insertSheets(grid, imported, old.length);
  const active = ids[imported.activeSheet] ?? ids[0];
  if (active === undefined) throw new Error("A workbook without sheets");
  workbook.setActiveSheet(active);
  for (const sheet of old) {
    univerAPI.syncExecuteCommand(RemoveSheetMutation.id, { unitId, subUnitId: sheet.getSheetId() });
  }
  for (const name of workbook.getDefinedNames()) workbook.deleteDefinedName(name.getName());
  for (const [index, name] of imported.names.entries()) defineName(grid, name, `name-${String(index)}`);
  grid.clearUndo();
}

function unusedName(wish: string, inUse: Set<string>): string {
  let name = wish;
  while (inUse.has(name)) name = `_${name}`;
  inUse.add(name);
  return name;
}

/** Adds a name of a file to the workbook. Its sheet is found by name, so the sheets must be there. */
export function defineName(grid: Grid, name: ImportedName, id: string): void {
  const done = grid.univerAPI.syncExecuteCommand(SetDefinedNameMutation.id, {
    unitId: grid.workbook.getId(),
    id,
    name: name.name,
    formulaOrRefString: name.formula,
    localSheetId: scopeOf(grid.workbook, name),
    hidden: name.hidden,
    comment: name.comment ?? "",
  });
  if (!done) throw new Error(`The grid refused the name ${name.name}`);
}

function scopeOf(workbook: FWorkbook, { scope }: ImportedName): string {
  if (scope === null) return SCOPE_WORKBOOK_VALUE_DEFINED_NAME;
  return workbook.getSheetByName(scope)?.getSheetId() ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME;
}
