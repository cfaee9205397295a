import type { PageSetup as FilePageSetup, SheetProtection as FileProtection } from "hucre";
import { definedOnly, PAPER_CODES } from "./import-sheet-settings";
import type { PageSetup, SheetProtection } from "./imported";

/** Protection as the workbook library writes it; undefined for a sheet that is not protected. */
export function exportProtection({ enabled, options, password }: SheetProtection): FileProtection | undefined {
  if (!enabled) return undefined;
  const mode = options.selectionMode ?? "Normal";
  return {
    sheet: true,
    objects: options.allowEditObjects !== true,
    scenarios: options.allowEditScenarios !== true,
    selectLockedCells: mode === "Normal",
    selectUnlockedCells: mode !== "None",
    formatCells: options.allowFormatCells === true,
    formatColumns: options.allowFormatColumns === true,
    formatRows: options.allowFormatRows === true,
    insertColumns: options.allowInsertColumns === true,
    insertRows: options.allowInsertRows === true,
    insertHyperlinks: options.allowInsertHyperlinks === true,
    deleteColumns: options.allowDeleteColumns === true,
    deleteRows: options.allowDeleteRows === true,
    sort: options.allowSort === true,
    autoFilter: options.allowAutoFilter === true,
    pivotTables: options.allowPivotTables === true,
    ...(password === undefined ? {} : { password }),
  };
}

/** Print set-up for the workbook library. Print area and titles are left out: they are names, see export-names.ts. */
export function exportPageSetup(setup: PageSetup): FilePageSetup {
  const fits = setup.fitToWidth !== undefined || setup.fitToHeight !== undefined;
  const paper = Object.entries(PAPER_CODES).find(([, code]) => code === setup.paperSize)?.[0];
  return {
    ...(fits ? { fitToPage: true, fitToWidth: setup.fitToWidth ?? 0, fitToHeight: setup.fitToHeight ?? 0 } : {}),
    ...definedOnly({
      paperSize: paper as FilePageSetup["paperSize"],
      orientation: setup.orientation,
      scale: setup.scale,
      margins: setup.margins,
      horizontalCentered: setup.centerHorizontally,
      verticalCentered: setup.centerVertically,
      showGridLines: setup.printGridlines,
    }),
  };
}
