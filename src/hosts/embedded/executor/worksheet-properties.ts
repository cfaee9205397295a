import { itemNotFound } from "./api-error";
import { asText } from "./arguments";
import type { Book } from "./book";
import type { ObjectType } from "./object-type";
import { type ApiRef, ref, type SheetKeyTarget, type SheetTarget } from "./targets";

function propertiesOf({ sheetId }: SheetTarget, book: Book): Map<string, string> {
  const known = book.document.sheetProperties.get(sheetId);
  const properties = known ?? new Map<string, string>();
  book.document.sheetProperties.set(sheetId, properties);
  return properties;
}

/** Keys are compared without regard to case; the spelling of the first use stays. */
function find(target: SheetTarget, key: string, book: Book): ApiRef | null {
  const existing = [...propertiesOf(target, book).keys()].find((one) => one.toLowerCase() === key.toLowerCase());
  return existing === undefined ? null : ref("WorksheetCustomProperty", { sheetId: target.sheetId, key: existing });
}

function required(item: ApiRef | null, key: string): ApiRef {
  if (item === null) {
    throw itemNotFound(`custom property ${key}`);
  }
  return item;
}

export const worksheetCustomPropertyCollectionType: ObjectType<SheetTarget> = {
  items: ({ sheetId }, book) =>
    [...propertiesOf({ sheetId }, book).keys()].map((key) => ref("WorksheetCustomProperty", { sheetId, key })),
  item: (target, key, book) => required(find(target, asText(key), book), asText(key)),
  methods: {
    add: (target, args, book) => {
      const existing = find(target, args.text(0), book);
      const key = existing?.type === "WorksheetCustomProperty" ? existing.target.key : args.text(0);
      const value = args.text(1);
      book.store(() => propertiesOf(target, book).set(key, value));
      return ref("WorksheetCustomProperty", { sheetId: target.sheetId, key });
    },
    getCount: (target, _args, book) => propertiesOf(target, book).size,
    getItem: (target, args, book) => required(find(target, args.text(0), book), args.text(0)),
    getItemOrNullObject: (target, args, book) => find(target, args.text(0), book),
  },
};

function valueOf(target: SheetKeyTarget, book: Book): string {
  const value = propertiesOf(target, book).get(target.key);
  if (value === undefined) {
    throw itemNotFound(`custom property ${target.key}`);
  }
  return value;
}

export const worksheetCustomPropertyType: ObjectType<SheetKeyTarget> = {
  identity: { name: "_Id", of: ({ key }) => key },
  properties: {
    key: { get: ({ key }) => key },
    value: {
      get: valueOf,
      set: (target, value, book) => {
        valueOf(target, book);
        const text = asText(value);
        book.store(() => propertiesOf(target, book).set(target.key, text));
      },
    },
  },
  methods: {
    delete: (target, _args, book) => {
      valueOf(target, book);
      book.store(() => propertiesOf(target, book).delete(target.key));
    },
  },
};
