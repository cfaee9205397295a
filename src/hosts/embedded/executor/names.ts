import { type IDefinedNamesServiceParam, IDefinedNamesService } from "@univerjs/engine-formula";
import {
  InsertDefinedNameCommand,
  RemoveDefinedNameCommand,
  SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  SetDefinedNameCommand,
} from "@univerjs/sheets";
import { absoluteAddress, parseAddress, quoteSheetName } from "./address";
import { invalidArgument, invalidObjectPath, invalidReference, itemAlreadyExists, itemNotFound } from "./api-error";
import { asFlag, asText } from "./arguments";
import type { Book } from "./book";
import type { ExcelValue } from "./cell-content";
import type { ObjectType } from "./object-type";
import { fullAddress } from "./range";
import { referredRange } from "./range-shapes";
import { type ApiRef, isRef, type NameTarget, ref, type ScopeTarget } from "./targets";

type Entry = IDefinedNamesServiceParam;

function entries(book: Book): readonly Entry[] {
  const service = book.grid.workbook.getActiveSheet().getInject().get(IDefinedNamesService);
  return Object.values(service.getDefinedNameMap(book.unitId) ?? {});
}

function scopeOf(entry: Entry): string | null {
  const scope = entry.localSheetId;
  return scope === undefined || scope === "" || scope === SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? null : scope;
}

/** Names of one scope, in the order of Excel's name manager. */
function namesOf({ sheetId }: ScopeTarget, book: Book): readonly Entry[] {
  const names = entries(book).filter((entry) => scopeOf(entry) === sheetId);
  return names.sort((a, b) => a.name.localeCompare(b.name));
}

function find(scope: ScopeTarget, name: string, book: Book): ApiRef | null {
  const entry = namesOf(scope, book).find((one) => one.name.toLowerCase() === name.toLowerCase());
  return entry === undefined ? null : ref("NamedItem", { nameId: entry.id });
}

function required(item: ApiRef | null, name: string): ApiRef {
  if (item === null) {
    throw itemNotFound(`name ${name}`);
  }
  return item;
}

function entryOf({ nameId }: NameTarget, book: Book): Entry {
  const entry = entries(book).find((one) => one.id === nameId);
  if (entry === undefined) {
    throw invalidObjectPath("the name was deleted");
  }
  return entry;
}

/** Excel's rules for names: letters, digits, `_`, `.`, `\`; no cell address; at most 255 characters. */
export function isValidName(name: string): boolean {
  return (
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !/^(r|c|r\d+c\d+)$/i.test(name) && parseAddress(name) === null
  );
}

/** `=Sheet!$A$1` as Univer stores it: references bare, everything else with its equals sign. */
function stored(formula: string): string {
  const bare = formula.replace(/^=/, "");
  return parseAddress(bare) === null ? `=${bare}` : bare;
}

/** What a name is given: a range, or a formula that begins with `=`; anything else is a text constant. */
function formulaFrom(value: unknown, book: Book): string {
  if (isRef(value) && value.type === "Range") {
    const { sheetId, area } = value.target;
    return `=${quoteSheetName(book.sheet(sheetId).getSheetName())}!${absoluteAddress(area)}`;
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return `=${String(value).toUpperCase()}`;
  }
  const text = asText(value);
  return text.startsWith("=") ? text : `="${text.replaceAll('"', '""')}"`;
}

export type NewName = {
  readonly name: string;
  readonly formula: string;
  readonly sheetId: string | null;
  readonly comment?: string;
  readonly hidden?: boolean;
};

/** Adds a name; the same name may exist once per scope. */
export function addName(book: Book, { name, formula, sheetId, comment, hidden }: NewName): ApiRef {
  if (!isValidName(name)) {
    throw invalidArgument(`name ${name}`);
  }
  if (find({ sheetId }, name, book) !== null) {
    throw itemAlreadyExists(name);
  }
  const id = freeId(book);
  book.command(InsertDefinedNameCommand.id, sheetId ?? "", {
    id,
    name,
    formulaOrRefString: stored(formula),
    comment: comment ?? "",
    hidden: hidden ?? false,
    localSheetId: sheetId ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME,
  });
  return ref("NamedItem", { nameId: id });
}

function freeId(book: Book): string {
  const taken = new Set(entries(book).map((entry) => entry.id));
  let number = taken.size + 1;
  while (taken.has(`name-${String(number)}`)) {
    number += 1;
  }
  return `name-${String(number)}`;
}

function change(target: NameTarget, book: Book, part: Partial<Entry>): void {
  book.command(SetDefinedNameCommand.id, "", { ...entryOf(target, book), ...part });
}

function formulaText(entry: Entry): string {
  return entry.formulaOrRefString.startsWith("=") ? entry.formulaOrRefString : `=${entry.formulaOrRefString}`;
}

function constantOf(entry: Entry): ExcelValue | undefined {
  const body = formulaText(entry).slice(1).trim();
  const text = /^"((?:[^"]|"")*)"$/.exec(body)?.[1];
  if (text !== undefined) {
    return text.replaceAll('""', '"');
  }
  if (/^(true|false)$/i.test(body)) {
    return body.toLowerCase() === "true";
  }
  return body !== "" && Number.isFinite(Number(body)) ? Number(body) : undefined;
}

function typeName(entry: Entry, book: Book): string {
  if (formulaText(entry).includes("#REF!")) {
    return "Error";
  }
  if (referredRange(book, entry.formulaOrRefString) !== null) {
    return "Range";
  }
  const value = constantOf(entry);
  if (typeof value === "number") {
    return Number.isInteger(value) ? "Integer" : "Double";
  }
  return typeof value === "boolean" ? "Boolean" : "String";
}

function valueOf(entry: Entry, book: Book): ExcelValue {
  const range = referredRange(book, entry.formulaOrRefString);
  if (range !== null) {
    return fullAddress(range, book).replace(/[^!]+$/, absoluteAddress(range.area));
  }
  return formulaText(entry).includes("#REF!") ? "#REF!" : (constantOf(entry) ?? formulaText(entry));
}

function rangeOf(target: NameTarget, book: Book): ApiRef | null {
  const range = referredRange(book, entryOf(target, book).formulaOrRefString);
  return range === null ? null : ref("Range", range);
}

export const namedItemCollectionType: ObjectType<ScopeTarget> = {
  items: (scope, book) => namesOf(scope, book).map((entry) => ref("NamedItem", { nameId: entry.id })),
  item: (scope, key, book) => required(find(scope, asText(key), book), asText(key)),
  methods: {
    add: ({ sheetId }, args, book) => {
      const comment = args.optionalText(2);
      const formula = formulaFrom(args.value(1), book);
      return addName(book, { name: args.text(0), formula, sheetId, ...(comment === undefined ? {} : { comment }) });
    },
    addFormulaLocal: ({ sheetId }, args, book) => {
      const comment = args.optionalText(2);
      const formula = formulaFrom(args.value(1), book);
      return addName(book, { name: args.text(0), formula, sheetId, ...(comment === undefined ? {} : { comment }) });
    },
    getCount: (scope, _args, book) => namesOf(scope, book).length,
    getItem: (scope, args, book) => required(find(scope, args.text(0), book), args.text(0)),
    getItemOrNullObject: (scope, args, book) => find(scope, args.text(0), book),
  },
};

export const namedItemType: ObjectType<NameTarget> = {
  // Excel tells names apart by their text, and so does the client when it comes back to one.
  identity: { name: "_Id", of: (target, book) => entryOf(target, book).name },
  properties: {
    name: { get: (target, book) => entryOf(target, book).name },
    formula: {
      get: (target, book) => formulaText(entryOf(target, book)),
      set: (target, value, book) => {
        const formula = formulaFrom(value, book);
        if (formula === "=") {
          throw invalidReference("an empty formula");
        }
        change(target, book, { formulaOrRefString: stored(formula) });
      },
    },
    value: { get: (target, book) => valueOf(entryOf(target, book), book) },
    type: { get: (target, book) => typeName(entryOf(target, book), book) },
    scope: { get: (target, book) => (scopeOf(entryOf(target, book)) === null ? "Workbook" : "Worksheet") },
    comment: {
      get: (target, book) => entryOf(target, book).comment ?? "",
      set: (target, value, book) => {
        change(target, book, { comment: asText(value) });
      },
    },
    visible: {
      get: (target, book) => entryOf(target, book).hidden !== true,
      set: (target, value, book) => {
        change(target, book, { hidden: !asFlag(value) });
      },
    },
  },
  navigation: {
    worksheet: (target, book) => {
      const sheetId = scopeOf(entryOf(target, book));
      if (sheetId === null) {
        throw itemNotFound("the name belongs to the whole workbook");
      }
      return ref("Worksheet", { sheetId });
    },
    worksheetOrNullObject: (target, book) => {
      const sheetId = scopeOf(entryOf(target, book));
      return sheetId === null ? null : ref("Worksheet", { sheetId });
    },
  },
  methods: {
    getRange: (target, _args, book) => {
      const range = rangeOf(target, book);
      if (range === null) {
        throw invalidReference("the name does not stand for a range");
      }
      return range;
    },
    getRangeOrNullObject: (target, _args, book) => rangeOf(target, book),
    delete: (target, _args, book) => {
      book.command(RemoveDefinedNameCommand.id, "", entryOf(target, book));
    },
  },
};
