import { itemNotFound } from "./api-error";
import { asText } from "./arguments";
import type { Book } from "./book";
import type { ObjectType } from "./object-type";
import { type ApiRef, type KeyTarget, type NoTarget, ref } from "./targets";

function find(book: Book, key: string): ApiRef | null {
  return book.document.settings.has(key) ? ref("Setting", { key }) : null;
}

function required(item: ApiRef | null, key: string): ApiRef {
  if (item === null) {
    throw itemNotFound(`setting ${key}`);
  }
  return item;
}

function requireSetting({ key }: KeyTarget, book: Book): void {
  required(find(book, key), key);
}

/** Settings of the add-in in this document: the same store as `Office.context.document.settings`. */
export const settingCollectionType: ObjectType<NoTarget> = {
  items: (_target, book) => [...book.document.settings.keys()].map((key) => ref("Setting", { key })),
  item: (_target, key, book) => required(find(book, asText(key)), asText(key)),
  methods: {
    add: (_target, args, book) => {
      const key = args.text(0);
      const value = structuredClone(args.value(1));
      book.store(() => book.document.settings.set(key, value));
      return ref("Setting", { key });
    },
    getCount: (_target, _args, book) => book.document.settings.size,
    getItem: (_target, args, book) => required(find(book, args.text(0)), args.text(0)),
    getItemOrNullObject: (_target, args, book) => find(book, args.text(0)),
  },
};

export const settingType: ObjectType<KeyTarget> = {
  identity: { name: "_Id", of: ({ key }) => key },
  properties: {
    key: { get: ({ key }) => key },
    value: {
      get: (target, book) => {
        requireSetting(target, book);
        return book.document.settings.get(target.key);
      },
      set: (target, value, book) => {
        requireSetting(target, book);
        book.store(() => book.document.settings.set(target.key, structuredClone(value)));
      },
    },
  },
  methods: {
    delete: (target, _args, book) => {
      requireSetting(target, book);
      book.store(() => book.document.settings.delete(target.key));
    },
  },
};
