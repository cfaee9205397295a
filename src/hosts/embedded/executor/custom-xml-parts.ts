import { rootNamespace } from "../grid/workbook-package";
import { invalidArgument, itemNotFound } from "./api-error";
import { asText } from "./arguments";
import type { Book } from "./book";
import type { XmlPart } from "./document-store";
import type { ObjectType } from "./object-type";
import { type ApiRef, type KeyTarget, type NoTarget, ref } from "./targets";

function refOf(part: XmlPart): ApiRef {
  return ref("CustomXmlPart", { key: part.id });
}

/** Ids are compared without regard to case and braces, as users copy them. */
function find(book: Book, id: string): ApiRef | null {
  const plain = (text: string): string => text.replace(/[{}]/g, "").toLowerCase();
  const part = [...book.document.xmlParts.values()].find((one) => plain(one.id) === plain(id));
  return part === undefined ? null : refOf(part);
}

function required(part: ApiRef | null, what: string): ApiRef {
  if (part === null) {
    throw itemNotFound(what);
  }
  return part;
}

function partOf({ key }: KeyTarget, book: Book): XmlPart {
  const part = book.document.xmlParts.get(key);
  if (part === undefined) {
    throw itemNotFound(`custom XML part ${key}`);
  }
  return part;
}

/** A new item id, as Office writes them. */
function newId(): string {
  return `{${globalThis.crypto.randomUUID().toUpperCase()}}`;
}

/** Refuses text that is not one element; names of the namespace come from its root. */
function checkedNamespace(xml: string): string {
  const body = xml.replace(/^\uFEFF?\s*(<\?xml[^>]*\?>)?\s*/, "");
  if (!/^<[A-Za-z_][^<]*>/.test(body) || !/>\s*$/.test(body) || /<!DOCTYPE/i.test(body)) {
    throw invalidArgument("the XML is not well formed");
  }
  return rootNamespace(xml) ?? "";
}

export function addXmlPart(book: Book, xml: string, id: string | null = null): XmlPart {
  const part = { id: id ?? newId(), namespace: checkedNamespace(xml), xml };
  book.store(() => book.document.xmlParts.set(part.id, part));
  return part;
}

export const customXmlPartCollectionType: ObjectType<NoTarget> = {
  items: (_target, book) => [...book.document.xmlParts.values()].map(refOf),
  item: (_target, key, book) => required(find(book, asText(key)), asText(key)),
  methods: {
    add: (_target, args, book) => refOf(addXmlPart(book, args.text(0))),
    getByNamespace: (_target, args) => ref("CustomXmlPartScopedCollection", { key: args.text(0) }),
    getCount: (_target, _args, book) => book.document.xmlParts.size,
    getItem: (_target, args, book) => required(find(book, args.text(0)), args.text(0)),
    getItemOrNullObject: (_target, args, book) => find(book, args.text(0)),
  },
};

function scoped({ key }: KeyTarget, book: Book): readonly XmlPart[] {
  return [...book.document.xmlParts.values()].filter((part) => part.namespace === key);
}

function only(target: KeyTarget, book: Book): ApiRef | null {
  const [part, ...others] = scoped(target, book);
  return part === undefined || others.length > 0 ? null : refOf(part);
}

export const customXmlPartScopedCollectionType: ObjectType<KeyTarget> = {
  items: (target, book) => scoped(target, book).map(refOf),
  item: (target, key, book) => required(scopedItem(target, asText(key), book), asText(key)),
  methods: {
    getCount: (target, _args, book) => scoped(target, book).length,
    getItem: (target, args, book) => required(scopedItem(target, args.text(0), book), args.text(0)),
    getItemOrNullObject: (target, args, book) => scopedItem(target, args.text(0), book),
    getOnlyItem: (target, _args, book) => {
      const item = only(target, book);
      if (item === null) {
        throw invalidArgument("the collection does not contain exactly one item");
      }
      return item;
    },
    getOnlyItemOrNullObject: (target, _args, book) => only(target, book),
  },
};

function scopedItem(target: KeyTarget, id: string, book: Book): ApiRef | null {
  const part = scoped(target, book).find((one) => one.id.toLowerCase() === id.toLowerCase());
  return part === undefined ? null : refOf(part);
}

export const customXmlPartType: ObjectType<KeyTarget> = {
  identity: { name: "Id", of: ({ key }) => key },
  properties: {
    id: { get: (target, book) => partOf(target, book).id },
    namespaceUri: { get: (target, book) => partOf(target, book).namespace },
  },
  methods: {
    getXml: (target, _args, book) => partOf(target, book).xml,
    setXml: (target, args, book) => {
      const part = partOf(target, book);
      const xml = args.text(0);
      const namespace = checkedNamespace(xml);
      book.store(() => book.document.xmlParts.set(part.id, { id: part.id, namespace, xml }));
    },
    delete: (target, _args, book) => {
      const part = partOf(target, book);
      book.store(() => book.document.xmlParts.delete(part.id));
    },
  },
};
