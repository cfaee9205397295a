import { columnCount, isEntireColumns, localAddress, rowCount, WHOLE_SHEET } from "./address";
import { invalidArgument, invalidOperation, itemAlreadyExists } from "./api-error";
import { asFlag, asNumber, asText, oneOf } from "./arguments";
import type { Book } from "./book";
import { colorOf, toColor } from "./colors";
import { eventMethods } from "./event-methods";
import { EVENT } from "./event-hub";
import type { ObjectType } from "./object-type";
import { rangeByAddress, rangeOf, usedArea } from "./range-shapes";
import { type ApiRef, ref, type SheetTarget } from "./targets";

/** Names that Excel refuses: empty, longer than 31 characters, with one of `: \ / ? * [ ]`, or taken. */
export function checkSheetName(name: string, book: Book, own?: string): void {
  if (name === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
    throw invalidArgument(`sheet name ${name}`);
  }
  const taken = book
    .sheets()
    .some((sheet) => sheet.getSheetId() !== own && sheet.getSheetName().toLowerCase() === name.toLowerCase());
  if (taken) {
    throw itemAlreadyExists(name);
  }
}

export function requireOpenStructure(book: Book): void {
  if (book.document.structurePassword !== null) {
    throw invalidOperation("the structure of the workbook is protected");
  }
}

function positionOf({ sheetId }: SheetTarget, book: Book): number {
  return book.sheets().findIndex((sheet) => sheet.getSheetId() === sheetId);
}

function move({ sheetId }: SheetTarget, position: number, book: Book): void {
  requireOpenStructure(book);
  if (!Number.isInteger(position) || position < 0 || position >= book.sheets().length) {
    throw invalidArgument("position");
  }
  book.write(() => book.grid.workbook.moveSheet(book.sheet(sheetId), position));
}

function setVisibility(target: SheetTarget, value: unknown, book: Book): void {
  const visibility = oneOf(value, ["Visible", "Hidden", "VeryHidden"]);
  requireOpenStructure(book);
  const sheet = book.sheet(target.sheetId);
  if (visibility === "Visible") {
    book.write(() => sheet.showSheet());
    return;
  }
  if (book.sheets().filter((one) => !one.isSheetHidden()).length === 1 && !sheet.isSheetHidden()) {
    throw invalidOperation("a workbook must contain at least one visible worksheet");
  }
  book.write(() => sheet.hideSheet());
}

function setGridlines({ sheetId }: SheetTarget, value: unknown, book: Book): void {
  const shown = asFlag(value);
  book.write(() => book.sheet(sheetId).setHiddenGridlines(!shown));
}

function remove({ sheetId }: SheetTarget, book: Book): void {
  requireOpenStructure(book);
  const visible = book.sheets().filter((sheet) => !sheet.isSheetHidden());
  if (visible.length === 1 && visible[0]?.getSheetId() === sheetId) {
    throw invalidOperation("a workbook must contain at least one visible worksheet");
  }
  book.write(() => book.grid.workbook.deleteSheet(sheetId));
}

/** The next sheet in a direction, hidden ones skipped when asked. */
function neighbour(target: SheetTarget, step: 1 | -1, visibleOnly: boolean, book: Book): ApiRef | null {
  const sheets = book.sheets();
  for (let at = positionOf(target, book) + step; at >= 0 && at < sheets.length; at += step) {
    const sheet = sheets[at];
    if (sheet !== undefined && !(visibleOnly && sheet.isSheetHidden())) {
      return ref("Worksheet", { sheetId: sheet.getSheetId() });
    }
  }
  return null;
}

function required(sheet: ApiRef | null): ApiRef {
  if (sheet === null) {
    throw invalidArgument("there is no further worksheet");
  }
  return sheet;
}

export const worksheetType: ObjectType<SheetTarget> = {
  identity: { name: "Id", of: ({ sheetId }) => sheetId },
  properties: {
    id: { get: ({ sheetId }, book) => book.sheet(sheetId).getSheetId() },
    name: {
      get: ({ sheetId }, book) => book.sheet(sheetId).getSheetName(),
      set: ({ sheetId }, value, book) => {
        const name = asText(value);
        requireOpenStructure(book);
        checkSheetName(name, book, sheetId);
        book.write(() => book.sheet(sheetId).setName(name));
      },
    },
    position: {
      get: positionOf,
      set: (target, value, book) => {
        move(target, asNumber(value), book);
      },
    },
    visibility: {
      get: ({ sheetId }, book) => (book.sheet(sheetId).isSheetHidden() ? "Hidden" : "Visible"),
      set: setVisibility,
    },
    tabColor: {
      get: ({ sheetId }, book) => toColor(book.sheet(sheetId).getTabColor()) ?? "",
      set: ({ sheetId }, value, book) => {
        const color = value === "" ? "" : colorOf(value);
        book.write(() => book.sheet(sheetId).setTabColor(color));
      },
    },
    showGridlines: { get: ({ sheetId }, book) => !book.sheet(sheetId).hasHiddenGridLines(), set: setGridlines },
    // The name under which the client sets `showGridlines`.
    gridlines: { set: setGridlines },
    standardWidth: {
      get: ({ sheetId }, book) => (book.sheet(sheetId).getSheet().getConfig().defaultColumnWidth * 72) / 96,
    },
    standardHeight: {
      get: ({ sheetId }, book) => (book.sheet(sheetId).getSheet().getConfig().defaultRowHeight * 72) / 96,
    },
  },
  navigation: {
    protection: (target) => ref("WorksheetProtection", target),
    freezePanes: (target) => ref("WorksheetFreezePanes", target),
    pageLayout: (target) => ref("PageLayout", target),
    customProperties: (target) => ref("WorksheetCustomPropertyCollection", target),
    names: ({ sheetId }) => ref("NamedItemCollection", { sheetId }),
  },
  methods: {
    getRange: ({ sheetId }, args, book) => {
      const address = args.optionalText(0);
      return address === undefined || address === ""
        ? rangeOf(sheetId, WHOLE_SHEET)
        : rangeByAddress(book, address, sheetId);
    },
    getRanges: ({ sheetId }, args, book) => {
      const parts = (args.optionalText(0) ?? localAddress(WHOLE_SHEET)).split(",");
      const areas = parts
        .map((part) => rangeByAddress(book, part.trim(), sheetId))
        .map((one) => (one.type === "Range" ? one.target.area : WHOLE_SHEET));
      return ref("RangeAreas", { sheetId, areas });
    },
    getCell: ({ sheetId }, args) => {
      const [row, column] = [args.integer(0), args.integer(1)];
      return rangeOf(sheetId, { startRow: row, startColumn: column, endRow: row, endColumn: column });
    },
    getRangeByIndexes: ({ sheetId }, args) => {
      const [row, column] = [args.integer(0), args.integer(1)];
      return rangeOf(sheetId, {
        startRow: row,
        startColumn: column,
        endRow: row + args.integer(2) - 1,
        endColumn: column + args.integer(3) - 1,
      });
    },
    getUsedRange: async ({ sheetId }, args, book) => {
      await book.settled();
      return rangeOf(
        sheetId,
        usedArea(book, sheetId, args.flag(0, false)) ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 },
      );
    },
    getUsedRangeOrNullObject: async ({ sheetId }, args, book) => {
      await book.settled();
      const area = usedArea(book, sheetId, args.flag(0, false));
      return area === null ? null : rangeOf(sheetId, area);
    },
    getNext: (target, args, book) => required(neighbour(target, 1, args.flag(0, false), book)),
    getNextOrNullObject: (target, args, book) => neighbour(target, 1, args.flag(0, false), book),
    getPrevious: (target, args, book) => required(neighbour(target, -1, args.flag(0, false), book)),
    getPreviousOrNullObject: (target, args, book) => neighbour(target, -1, args.flag(0, false), book),
    activate: ({ sheetId }, _args, book) => {
      const sheet = book.sheet(sheetId);
      if (sheet.isSheetHidden()) {
        throw invalidOperation("a hidden worksheet cannot be activated");
      }
      sheet.activate();
    },
    delete: (target, _args, book) => {
      remove(target, book);
    },
    calculate: (_target, _args, book) => {
      book.grid.univerAPI.getFormula().executeCalculation();
      book.markDirty();
    },
    ...eventMethods<SheetTarget>(({ sheetId }) => sheetId, {
      DataChanged: EVENT.dataChanged,
      Activated: EVENT.activated,
      Deactivated: EVENT.deactivated,
      SelectionChanged: EVENT.selectionChanged,
      Calculated: EVENT.calculated,
      ProtectionChanged: EVENT.protectionChanged,
    }),
    ...eventMethods<SheetTarget>(
      ({ sheetId }) => sheetId,
      { NameChanged: EVENT.nameChanged, VisibilityChanged: EVENT.visibilityChanged },
      "prefix",
    ),
  },
};

function frozen({ sheetId }: SheetTarget, book: Book): { readonly rows: number; readonly columns: number } {
  const { xSplit, ySplit } = book.sheet(sheetId).getFreeze();
  return { rows: Math.max(0, ySplit), columns: Math.max(0, xSplit) };
}

function freeze({ sheetId }: SheetTarget, rows: number, columns: number, book: Book): void {
  book.write(() =>
    book.sheet(sheetId).setFreeze({
      ySplit: rows,
      xSplit: columns,
      startRow: rows === 0 ? -1 : rows,
      startColumn: columns === 0 ? -1 : columns,
    }),
  );
}

export const freezePanesType: ObjectType<SheetTarget> = {
  methods: {
    /** The given range stays visible: everything above and left of its last cell is frozen. */
    freezeAt: (target, args, book) => {
      const value = args.value(0);
      const range =
        typeof value === "string" ? rangeByAddress(book, value, target.sheetId) : ref("Range", args.object(0, "Range"));
      if (range.type !== "Range") {
        throw invalidArgument("frozenRange");
      }
      const { area } = range.target;
      freeze(
        target,
        isEntireColumns(area) ? 0 : area.endRow + 1,
        columnCount(area) >= 16_384 ? 0 : area.endColumn + 1,
        book,
      );
    },
    freezeRows: (target, args, book) => {
      freeze(target, args.integer(0, 1), 0, book);
    },
    freezeColumns: (target, args, book) => {
      freeze(target, 0, args.integer(0, 1), book);
    },
    unfreeze: (target, _args, book) => {
      freeze(target, 0, 0, book);
    },
    getLocation: (target, _args, book) => required(frozenRange(target, book)),
    getLocationOrNullObject: (target, _args, book) => frozenRange(target, book),
  },
};

function frozenRange(target: SheetTarget, book: Book): ApiRef | null {
  const { rows, columns } = frozen(target, book);
  if (rows === 0 && columns === 0) {
    return null;
  }
  return rangeOf(target.sheetId, {
    startRow: 0,
    startColumn: 0,
    endRow: rows === 0 ? rowCount(WHOLE_SHEET) - 1 : rows - 1,
    endColumn: columns === 0 ? columnCount(WHOLE_SHEET) - 1 : columns - 1,
  });
}
