import type { FWorksheet } from "@univerjs/sheets/facade";
import type { PageSetup, SheetProtection, SheetState } from "./imported";

const EMPTY: SheetState = { protection: { enabled: false, options: {} }, pageSetup: {} };

/** The settings of a sheet that the grid does not draw. A sheet that never had any is unprotected and not set up. */
export function readSheetState(worksheet: FWorksheet): SheetState {
  const stored = worksheet.getCustomMetadata() as Partial<SheetState> | null | undefined;
  return { ...EMPTY, ...stored };
}

/** Replaces the protection of a sheet. */
export function writeProtection(worksheet: FWorksheet, protection: SheetProtection): void {
  worksheet.setCustomMetadata({ ...readSheetState(worksheet), protection });
}

/** Replaces the print set-up of a sheet. */
export function writePageSetup(worksheet: FWorksheet, pageSetup: PageSetup): void {
  worksheet.setCustomMetadata({ ...readSheetState(worksheet), pageSetup });
}
