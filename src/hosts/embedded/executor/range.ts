import {
  cellCount,
  columnCount,
  isEntireColumns,
  isEntireRows,
  localAddress,
  quoteSheetName,
  rowCount,
} from "./address";
import { ApiError } from "./api-error";
import { asFlag } from "./arguments";
import { type Book, existing } from "./book";
import { checkWritable } from "./locked-cells";
import type { ObjectType } from "./object-type";
import { rangeActions } from "./range-actions";
import { rangeShapes } from "./range-shapes";
import {
  readFormulas,
  readNumberFormats,
  readText,
  readValues,
  readValueTypes,
  validateArraySize,
  writeNumberFormats,
  writeValues,
} from "./range-values";
import { type RangeTarget, ref } from "./targets";

export const rangeType: ObjectType<RangeTarget> = {
  isTrackable: true,
  properties: {
    address: { get: (range, book) => fullAddress(range, book) },
    addressLocal: { get: (range, book) => fullAddress(range, book) },
    values: { get: readValues, set: writeInput },
    formulas: { get: readFormulas, set: writeInput },
    formulasLocal: { get: readFormulas, set: writeInput },
    text: { get: readText },
    valueTypes: { get: readValueTypes },
    numberFormat: { get: readNumberFormats, set: writeFormats },
    numberFormatLocal: { get: readNumberFormats, set: writeFormats },
    rowIndex: { get: ({ area }) => area.startRow },
    columnIndex: { get: ({ area }) => area.startColumn },
    rowCount: { get: ({ area }) => rowCount(area) },
    columnCount: { get: ({ area }) => columnCount(area) },
    cellCount: { get: ({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area)) },
    isEntireRow: { get: ({ area }) => isEntireRows(area) },
    isEntireColumn: { get: ({ area }) => isEntireColumns(area) },
    rowHidden: { get: (range, book) => uniform(hiddenRows(range, book)), set: setRowHidden },
    columnHidden: { get: (range, book) => uniform(hiddenColumns(range, book)), set: setColumnHidden },
    hidden: {
      get: (range, book) => {
        const [rows, columns] = [uniform(hiddenRows(range, book)), uniform(hiddenColumns(range, book))];
        return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
      },
    },
  },
  navigation: {
    worksheet: ({ sheetId }) => ref("Worksheet", { sheetId }),
    format: (range) => ref("RangeFormat", range),
    conditionalFormats: (range) => ref("ConditionalFormatCollection", range),
    dataValidation: (range) => ref("DataValidation", range),
  },
  methods: {
    ...rangeShapes,
    ...rangeActions,
    _ValidateArraySize: (range, args) => {
      validateArraySize(range, args.integer(0), args.integer(1));
    },
  },
};

/** With the sheet's name, quoted where needed: `表三!A1:B2`. */
export function fullAddress({ sheetId, area }: RangeTarget, book: Book): string {
  return `${quoteSheetName(book.sheet(sheetId).getSheetName())}!${localAddress(area)}`;
}

function writeInput(range: RangeTarget, value: unknown, book: Book): void {
  writeValues(range, value, book);
}

function writeFormats(range: RangeTarget, value: unknown, book: Book): void {
  writeNumberFormats(range, value, book);
}

function hiddenRows({ sheetId, area }: RangeTarget, book: Book): readonly boolean[] {
  const sheet = book.sheet(sheetId);
  const inside = existing(sheet, area);
  return inside === null
    ? [false]
    : numbers(inside.startRow, inside.endRow).map((row) => !sheet.getSheet().getRowRawVisible(row));
}

function hiddenColumns({ sheetId, area }: RangeTarget, book: Book): readonly boolean[] {
  const sheet = book.sheet(sheetId);
  const inside = existing(sheet, area);
  return inside === null
    ? [false]
    : numbers(inside.startColumn, inside.endColumn).map((column) => !sheet.getSheet().getColVisible(column));
}

function setRowHidden(range: RangeTarget, value: unknown, book: Book): void {
  const hidden = asFlag(value);
  checkWritable(book, range, "formatRows");
  book.write(() => {
    const sheet = book.sheet(range.sheetId);
    const inside = requireExisting(range, book);
    if (hidden) {
      sheet.hideRows(inside.startRow, rowCount(inside));
    } else {
      sheet.showRows(inside.startRow, rowCount(inside));
    }
  });
}

function setColumnHidden(range: RangeTarget, value: unknown, book: Book): void {
  const hidden = asFlag(value);
  checkWritable(book, range, "formatColumns");
  book.write(() => {
    const sheet = book.sheet(range.sheetId);
    const inside = requireExisting(range, book);
    if (hidden) {
      sheet.hideColumns(inside.startColumn, columnCount(inside));
    } else {
      sheet.showColumns(inside.startColumn, columnCount(inside));
    }
  });
}

function requireExisting(range: RangeTarget, book: Book): NonNullable<ReturnType<typeof existing>> {
  const inside = existing(book.sheet(range.sheetId), range.area);
  if (inside === null) {
    throw new ApiError("InvalidArgument", "The rows or columns lie beyond the grid of the try-out workbook.");
  }
  return inside;
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The value that all share, null when they differ: how Excel answers for a range of mixed settings. */
function uniform(values: readonly boolean[]): boolean | null {
  const [head] = values;
  return head !== undefined && values.every((value) => value === head) ? head : null;
}
