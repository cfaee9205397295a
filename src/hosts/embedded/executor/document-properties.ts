import type { DocumentProperties } from "../grid/imported";
import { asText } from "./arguments";
import type { Book } from "./book";
import type { ObjectType, Property } from "./object-type";
import type { NoTarget } from "./targets";

type TextKey = Exclude<keyof DocumentProperties, "custom" | "created" | "lastAuthor">;

function text(key: TextKey): Property<NoTarget> {
  return {
    get: (_target, book) => book.document.properties[key] ?? "",
    set: (_target, value, book) => {
      store(book, { [key]: asText(value) });
    },
  };
}

function store(book: Book, part: DocumentProperties): void {
  book.store(() => {
    book.document.properties = { ...book.document.properties, ...part };
  });
}

export const documentPropertiesType: ObjectType<NoTarget> = {
  properties: {
    title: text("title"),
    subject: text("subject"),
    author: text("author"),
    keywords: text("keywords"),
    comments: text("comments"),
    category: text("category"),
    company: text("company"),
    manager: text("manager"),
    lastAuthor: { get: (_target, book) => book.document.properties.lastAuthor ?? "" },
  },
};
