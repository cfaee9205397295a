import { type IWorkbookData, LocaleType } from "@univerjs/core";

/** Excel's empty sheet in a Chinese installation: 等线 11, columns of 72 px and rows of 19 px at 96 dpi. */
export const SHEET_DEFAULTS = {
  rowCount: 200,
  columnCount: 26,
  defaultRowHeight: 19,
  defaultColumnWidth: 72,
  defaultStyle: { ff: "等线", fs: 11 },
} as const;

/** A new workbook with the one empty tab that Excel starts with. */
export function newWorkbook(): Partial<IWorkbookData> {
  return {
    id: "workbook",
    name: "工作簿1",
    locale: LocaleType.ZH_CN,
    sheetOrder: ["sheet-1"],
    defaultStyle: SHEET_DEFAULTS.defaultStyle,
    sheets: {
      "sheet-1": {
        id: "sheet-1",
        name: "Sheet1",
        rowCount: SHEET_DEFAULTS.rowCount,
        columnCount: SHEET_DEFAULTS.columnCount,
        defaultRowHeight: SHEET_DEFAULTS.defaultRowHeight,
        defaultColumnWidth: SHEET_DEFAULTS.defaultColumnWidth,
      },
    },
  };
}
