import { readSheetState, writeProtection } from "../grid/sheet-state";
import type { ProtectionOptions } from "../grid/imported";
import { accessDenied, invalidArgument, invalidOperation } from "./api-error";
import { asFlag, oneOf } from "./arguments";
import type { Book } from "./book";
import { EVENT } from "./event-hub";
import type { ObjectType } from "./object-type";
import type { SheetTarget } from "./targets";

const FLAGS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

function readOptions(given: Readonly<Record<string, unknown>>): ProtectionOptions {
  const unknown = Object.keys(given).filter((key) => key !== "selectionMode" && !FLAGS.some((flag) => flag === key));
  if (unknown.length > 0) {
    throw invalidArgument(unknown.join(", "));
  }
  const flags = FLAGS.filter((flag) => given[flag] !== undefined && given[flag] !== null);
  return {
    ...Object.fromEntries(flags.map((flag) => [flag, asFlag(given[flag])])),
    ...(given["selectionMode"] === undefined
      ? {}
      : { selectionMode: oneOf(given["selectionMode"], ["Normal", "Unlocked", "None"]) }),
  };
}

function tellOptions(options: ProtectionOptions): Record<string, unknown> {
  return {
    ...Object.fromEntries(FLAGS.map((flag) => [flag, options[flag] ?? false])),
    selectionMode: options.selectionMode ?? "Normal",
  };
}

function announce({ sheetId }: SheetTarget, isProtected: boolean, book: Book): void {
  book.events.emit(EVENT.protectionChanged, sheetId, { worksheetId: sheetId, isProtected, source: "Local" });
}

export const worksheetProtectionType: ObjectType<SheetTarget> = {
  properties: {
    protected: { get: ({ sheetId }, book) => readSheetState(book.sheet(sheetId)).protection.enabled },
    options: {
      get: ({ sheetId }, book) => {
        const { protection } = readSheetState(book.sheet(sheetId));
        return protection.enabled ? tellOptions(protection.options) : null;
      },
    },
  },
  methods: {
    protect: (target, args, book) => {
      const sheet = book.sheet(target.sheetId);
      if (readSheetState(sheet).protection.enabled) {
        throw invalidOperation("the worksheet is already protected");
      }
      const options = args.has(0) ? readOptions(args.record(0)) : {};
      const password = args.optionalText(1);
      book.write(() => {
        writeProtection(sheet, {
          enabled: true,
          options,
          ...(password === undefined || password === "" ? {} : { password }),
        });
      });
      book.grid.clearUndo();
      announce(target, true, book);
    },
    unprotect: (target, args, book) => {
      const sheet = book.sheet(target.sheetId);
      const { protection } = readSheetState(sheet);
      if (!protection.enabled) {
        return;
      }
      if (protection.password !== undefined && protection.password !== args.optionalText(0)) {
        throw accessDenied("the password is wrong");
      }
      book.write(() => {
        writeProtection(sheet, { enabled: false, options: {} });
      });
      book.grid.clearUndo();
      announce(target, false, book);
    },
  },
};
