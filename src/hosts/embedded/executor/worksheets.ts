import { invalidArgument, itemNotFound } from "./api-error";
import { asText } from "./arguments";
import type { Book } from "./book";
import { EVENT, WORKBOOK_TARGET } from "./event-hub";
import { eventMethods } from "./event-methods";
import type { ObjectType } from "./object-type";
import { type ApiRef, type NoTarget, ref } from "./targets";
import { checkSheetName, requireOpenStructure } from "./worksheet";

function refOf(sheetId: string): ApiRef {
  return ref("Worksheet", { sheetId });
}

function find(book: Book, key: unknown): ApiRef | null {
  const sheet = book.findSheet(asText(key));
  return sheet === undefined ? null : refOf(sheet.getSheetId());
}

function required(sheet: ApiRef | null, key: unknown): ApiRef {
  if (sheet === null) {
    throw itemNotFound(`worksheet ${String(key)}`);
  }
  return sheet;
}

function visible(book: Book, visibleOnly: boolean): readonly ApiRef[] {
  return book
    .sheets()
    .filter((sheet) => !(visibleOnly && sheet.isSheetHidden()))
    .map((sheet) => refOf(sheet.getSheetId()));
}

/** Adds an empty tab at the end. It does not become the active one, as in Excel. */
function add(book: Book, wanted: string | undefined): ApiRef {
  requireOpenStructure(book);
  const name = wanted ?? freeName(book);
  checkSheetName(name, book);
  const active = book.grid.workbook.getActiveSheet();
  const sheet = book.write(() => book.grid.workbook.insertSheet(name, { index: book.sheets().length }));
  book.grid.workbook.setActiveSheet(active);
  return refOf(sheet.getSheetId());
}

function freeName(book: Book): string {
  for (let number = book.sheets().length + 1; ; number++) {
    const name = `Sheet${String(number)}`;
    if (book.findSheet(name) === undefined) {
      return name;
    }
  }
}

export const worksheetCollectionType: ObjectType<NoTarget> = {
  items: (_target, book) => visible(book, false),
  item: (_target, key, book) => required(find(book, key), key),
  methods: {
    add: (_target, args, book) => add(book, args.optionalText(0)),
    getItem: (_target, args, book) => required(find(book, args.text(0)), args.text(0)),
    getItemOrNullObject: (_target, args, book) => find(book, args.text(0)),
    getActiveWorksheet: (_target, _args, book) => refOf(book.grid.workbook.getActiveSheet().getSheetId()),
    getCount: (_target, args, book) => visible(book, args.flag(0, false)).length,
    getFirst: (_target, args, book) => required(visible(book, args.flag(0, false))[0] ?? null, "first"),
    getLast: (_target, args, book) => required(visible(book, args.flag(0, false)).at(-1) ?? null, "last"),
    ...eventMethods<NoTarget>(() => WORKBOOK_TARGET, {
      DataChanged: EVENT.dataChanged,
      Activated: EVENT.activated,
      Deactivated: EVENT.deactivated,
      Added: EVENT.added,
      Deleted: EVENT.deleted,
      SelectionChanged: EVENT.selectionChanged,
      Calculated: EVENT.calculated,
      ProtectionChanged: EVENT.protectionChanged,
    }),
    ...eventMethods<NoTarget>(
      () => WORKBOOK_TARGET,
      { NameChanged: EVENT.nameChanged, VisibilityChanged: EVENT.visibilityChanged, Moved: EVENT.moved },
      "prefix",
    ),
  },
};

/** Where new sheets go: position words of `insertWorksheetsFromBase64`, with the sheet they refer to. */
export function insertPosition(
  book: Book,
  positionType: string | undefined,
  relativeTo: ApiRef | string | undefined,
): number {
  const sheets = book.sheets();
  const anchor =
    relativeTo === undefined
      ? undefined
      : typeof relativeTo === "string"
        ? book.findSheet(relativeTo)?.getSheetId()
        : relativeTo.type === "Worksheet"
          ? relativeTo.target.sheetId
          : undefined;
  const at = sheets.findIndex((sheet) => sheet.getSheetId() === anchor);
  switch (positionType ?? "End") {
    case "Beginning":
      return 0;
    case "End":
      return sheets.length;
    case "Before":
    case "After": {
      if (at < 0) {
        throw invalidArgument("relativeTo");
      }
      return positionType === "Before" ? at : at + 1;
    }
    default:
      throw invalidArgument("positionType");
  }
}
