import { IUndoRedoService, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import type { FWorkbook } from "@univerjs/sheets/facade";
import { newWorkbook } from "./new-workbook";
import { showTextFormats } from "./text-format";

/** A living workbook: `univerAPI` for events, functions and undo, `workbook` for sheets and cells. */
export type Grid = {
  readonly univerAPI: FUniver;
  readonly workbook: FWorkbook;
  /** Forgets what could be undone, as Excel does when an add-in inserts sheets. */
  clearUndo(): void;
  dispose(): void;
};

/** Opens a new, empty workbook in a Univer instance whose plugins are registered. */
export function startGrid(univer: Univer, univerAPI: FUniver): Grid {
  const workbook = univerAPI.createWorkbook(newWorkbook());
  showTextFormats(workbook);
  return {
    univerAPI,
    workbook,
    clearUndo(): void {
      univer.__getInjector().get(IUndoRedoService).clearUndoRedo(workbook.getId());
    },
    dispose(): void {
      univer.dispose();
    },
  };
}
