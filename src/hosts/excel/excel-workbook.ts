import type { Area, Block, RawCell, SheetCells, SheetChange, WorkbookPort } from "../../app/ports";
import { partNamespace } from "../../formats/xlsx/custom-part";
import { logNamespace } from "../../formats/xlsx/log-part";
import { parseAddress } from "./address";
import { ask } from "./ask";
import { toChanges } from "./changes";
import { readPart, writePart } from "./custom-parts";
import { insertForm } from "./insert-form";
import { typedValue } from "./typed-value";
import { writeText } from "./write-text";

/** WorkbookPort on Office.js. Proxy objects never leave a method. */
export const excelWorkbook: WorkbookPort = {
  readIdentity: () => readPart(partNamespace),

  readBlocks: (anchors) =>
    ask((context) => {
      const ranges = anchors.map((name) =>
        context.workbook.names
          .getItemOrNullObject(name)
          .getRangeOrNullObject()
          .load({ values: true, formulas: true, rowIndex: true, columnIndex: true, worksheet: { id: true } }),
      );
      return () => {
        const blocks = new Map<string, Block>();
        ranges.forEach((range, index) => {
          const name = anchors[index];
          if (name !== undefined && !range.isNullObject) blocks.set(name, toBlock(range));
        });
        return blocks;
      };
    }),

  readAreas: (areas) =>
    ask((context) => {
      const ranges = areas.map((area) => rangeAt(context, area).load({ values: true, formulas: true }));
      return () =>
        ranges.map((range) => ({ values: range.values as RawCell[][], formulas: range.formulas as RawCell[][] }));
    }),

  readSheets: (sheets) =>
    ask((context) => {
      const found = sheets.map((key) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(key).load({ id: true, name: true });
        const range = sheet
          .getUsedRangeOrNullObject()
          .load({ values: true, formulas: true, rowIndex: true, columnIndex: true });
        return { sheet, range };
      });
      return () =>
        found.flatMap(({ sheet, range }): readonly SheetCells[] => {
          if (sheet.isNullObject) return [];
          const { id, name } = sheet;
          if (range.isNullObject) return [{ sheet: id, name, row: 0, column: 0, values: [], formulas: [] }];
          const { rowIndex: row, columnIndex: column } = range;
          return [
            {
              sheet: id,
              name,
              row,
              column,
              values: range.values as RawCell[][],
              formulas: range.formulas as RawCell[][],
            },
          ];
        });
    }),

  mend: (cells, anchors) =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const { names } = context.workbook;
      const stale = anchors.map(({ name }) => names.getItemOrNullObject(name).load({ name: true }));
      await context.sync();
      for (const name of stale) if (!name.isNullObject) name.delete();
      for (const area of anchors) names.add(area.name, rangeAt(context, area));
      for (const { area, value } of cells) rangeAt(context, area).formulas = [[value]];
      await context.sync();
    }),

  insertForm,

  select: (area) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(area.sheet).activate();
      rangeAt(context, area).select();
      await context.sync();
    }),

  writeCells: (edits) =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      for (const { area, value } of edits) rangeAt(context, area).values = [[typedValue(value)]];
      await context.sync();
    }),

  writeText,

  writeIdentity: (xml) => writePart(partNamespace, xml),
  readLog: () => readPart(logNamespace),
  writeLog: (xml) => writePart(logNamespace, xml),

  unprotect: (sheets) =>
    Excel.run(async (context) => {
      for (const sheet of sheets) context.workbook.worksheets.getItem(sheet).protection.unprotect();
      await context.sync();
    }),

  watch: (onChange) =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const moved = (): Promise<void> => tell(onChange, [{ kind: "structure" }]);
      const handlers = [
        worksheets.onChanged.add((event) => tell(onChange, toChanges(event))),
        worksheets.onDeleted.add(moved),
        // Events have gaps; coming back to a sheet is a good moment to read it afresh.
        worksheets.onActivated.add(moved),
      ];
      await context.sync();
      return () =>
        Excel.run(context, async (same) => {
          for (const handler of handlers) handler.remove();
          await same.sync();
        });
    }),

  watchSelection: (onSelect) =>
    Excel.run(async (context) => {
      const handler = context.workbook.worksheets.onSelectionChanged.add(({ worksheetId, address }) => {
        const [first = ""] = address.split(",");
        const area = parseAddress(worksheetId, first.trim());
        if (area !== undefined) onSelect(area);
        return Promise.resolve();
      });
      await context.sync();
      return () =>
        Excel.run(context, async (same) => {
          handler.remove();
          await same.sync();
        });
    }),

  remember: (key, value) =>
    Excel.run(async (context) => {
      context.workbook.settings.add(key, value);
      await context.sync();
    }),

  recall: (key) =>
    ask((context) => {
      const setting = context.workbook.settings.getItemOrNullObject(key).load({ value: true });
      return () => (setting.isNullObject ? null : String(setting.value));
    }),
};

function tell(onChange: (change: SheetChange) => void, changes: readonly SheetChange[]): Promise<void> {
  for (const change of changes) onChange(change);
  return Promise.resolve();
}

function rangeAt(context: Excel.RequestContext, { sheet, row, column, rows, columns }: Area): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns);
}

function toBlock(range: Excel.Range): Block {
  const values = range.values as RawCell[][];
  return {
    sheet: range.worksheet.id,
    row: range.rowIndex,
    column: range.columnIndex,
    rows: values.length,
    columns: values[0]?.length ?? 0,
    values,
    formulas: range.formulas as RawCell[][],
  };
}
