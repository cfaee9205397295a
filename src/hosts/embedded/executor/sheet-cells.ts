import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { FWorksheet } from "@univerjs/sheets/facade";

/** Cells of one sheet as stored, read by position. Made anew for each look at a sheet, because sheets change. */
export type SheetCells = {
  /** Contents and style id, with the results that an array formula spills into the cell. */
  readonly raw: (row: number, column: number) => Nullable<ICellData>;
  /** The formula with `=`, null where there is none. */
  readonly formula: (row: number, column: number) => string | null;
  /** The style with those of its row, column, sheet and workbook behind it. */
  readonly style: (row: number, column: number) => IStyleData;
};

export function cellsOf(sheet: FWorksheet): SheetCells {
  const core = sheet.getSheet();
  const matrix = core.getCellMatrix();
  const formulas = sheet.getInject().get(FormulaDataModel);
  const [unitId, sheetId] = [sheet.getWorkbook().getUnitId(), sheet.getSheetId()];
  const spilled = formulas.getArrayFormulaCellData()[unitId]?.[sheetId];
  return {
    raw(row, column): Nullable<ICellData> {
      const own = matrix.getValue(row, column);
      const result = spilled?.[row]?.[column];
      return result === undefined || result === null ? own : { ...own, ...result };
    },
    formula(row, column): string | null {
      const cell = matrix.getValue(row, column);
      if (cell?.f === undefined && cell?.si === undefined) {
        return null;
      }
      return formulas.getFormulaStringByCell(row, column, sheetId, unitId) ?? cell.f ?? null;
    },
    // Not the displayed cell: conditional formats colour that one, and Excel's `format` knows nothing of them.
    style: (row, column) => core.getComposedCellStyleByCellData(row, column, matrix.getValue(row, column)),
  };
}
