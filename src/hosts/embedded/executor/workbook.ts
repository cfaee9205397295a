import type { Area } from "./address";
import { invalidArgument } from "./api-error";
import { type Arguments, asRecord } from "./arguments";
import { workbookEvents } from "./application";
import type { Book } from "./book";
import { insertFile } from "./insert-file";
import type { ObjectType } from "./object-type";
import type { References } from "./references";
import { type ApiRef, isRef, type NoTarget, ref } from "./targets";
import { insertPosition } from "./worksheets";

function selectedArea(book: Book): { readonly sheetId: string; readonly area: Area } {
  const sheet = book.grid.workbook.getActiveSheet();
  const range = sheet.getActiveRange()?.getRange() ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
  const { startRow, startColumn, endRow, endColumn } = range;
  return { sheetId: sheet.getSheetId(), area: { startRow, startColumn, endRow, endColumn } };
}

function activeCell(book: Book): ApiRef {
  const { sheetId, area } = selectedArea(book);
  const cell = book.grid.workbook.getActiveSheet().getActiveCell();
  const [row, column] = [cell?.getRow() ?? area.startRow, cell?.getColumn() ?? area.startColumn];
  return ref("Range", { sheetId, area: { startRow: row, startColumn: column, endRow: row, endColumn: column } });
}

async function insertWorksheets(args: Arguments, book: Book): Promise<readonly string[]> {
  const options = args.has(1) ? asRecord(args.value(1)) : {};
  const relativeTo = options["relativeTo"];
  const positionType = options["positionType"];
  const names = options["sheetNamesToInsert"];
  if (positionType !== undefined && positionType !== null && typeof positionType !== "string") {
    throw invalidArgument("positionType");
  }
  const position = insertPosition(
    book,
    positionType ?? undefined,
    typeof relativeTo === "string" || isRef(relativeTo) ? relativeTo : undefined,
  );
  const wanted = Array.isArray(names) && names.length > 0 ? names.map(String) : null;
  return insertFile(book, args.text(0), position, wanted);
}

/** The workbook; it hands out and takes back the references by which the client keeps ranges. */
export function workbookType(references: References): ObjectType<NoTarget> {
  return {
    properties: {
      name: { get: (_target, book) => book.grid.workbook.getName() },
      isDirty: {
        get: (_target, book) => book.document.isDirty,
        set: (_target, value, book) => {
          book.document.isDirty = value === true;
        },
      },
      readOnly: { get: () => false },
      autoSave: { get: () => false },
    },
    navigation: {
      application: () => ref("Application", {}),
      worksheets: () => ref("WorksheetCollection", {}),
      names: () => ref("NamedItemCollection", { sheetId: null }),
      customXmlParts: () => ref("CustomXmlPartCollection", {}),
      settings: () => ref("SettingCollection", {}),
      properties: () => ref("DocumentProperties", {}),
      protection: () => ref("WorkbookProtection", {}),
      _Runtime: () => ref("Runtime", {}),
    },
    methods: {
      getSelectedRange: (_target, _args, book) => ref("Range", selectedArea(book)),
      getSelectedRanges: (_target, _args, book) => {
        const { sheetId, area } = selectedArea(book);
        return ref("RangeAreas", { sheetId, areas: [area] });
      },
      getActiveCell: (_target, _args, book) => activeCell(book),
      insertWorksheetsFromBase64: (_target, args, book) => insertWorksheets(args, book),
      _RemoveReference: (_target, args) => {
        references.release(args.text(0));
      },
      _RemoveAllReferences: () => {
        references.releaseAll();
      },
      _GetRangeForEventByReferenceId: (_target, args) => references.find(args.text(0)),
      _GetRangeOrNullObjectForEventByReferenceId: (_target, args) => references.findOrNull(args.text(0)),
      ...workbookEvents,
    },
  };
}
