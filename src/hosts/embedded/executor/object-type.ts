import type { Arguments } from "./arguments";
import type { Book } from "./book";
import type { ApiRef, Targets, TypeName } from "./targets";

/** A value or a promise of it. */
export type Awaitable<T> = T | Promise<T>;

/** A scalar property: read through `load`, written through assignment. */
export type Property<T> = {
  readonly get?: (target: T, book: Book) => unknown;
  readonly set?: (target: T, value: unknown, book: Book) => Awaitable<void>;
};

/** Returns a plain value, an object of the model, `null` for a null object, or nothing. */
export type Method<T> = (target: T, args: Arguments, book: Book) => unknown;

/**
 * One type of the object model: what of it works here. Names are those of the documentation (camel case). The list of
 * supported calls in docs/tryout.md is checked against these definitions.
 */
export type ObjectType<T> = {
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly navigation?: Readonly<Record<string, (target: T, book: Book) => ApiRef | null>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Members of a collection, in order. */
  readonly items?: (target: T, book: Book) => Awaitable<readonly ApiRef[]>;
  /** `collection.getItem(key)` on the wire; throws `ItemNotFound`. */
  readonly item?: (target: T, key: unknown, book: Book) => ApiRef;
  /** Under which name and value the client learns the identity, so that later batches find the same object again. */
  readonly identity?: { readonly name: "Id" | "_Id"; readonly of: (target: T, book: Book) => string };
  /** Whether the client may keep it across batches by a reference (ranges). */
  readonly isTrackable?: boolean;
  /** Reading it needs finished formulas. */
  readonly needsCalculation?: boolean;
};

export type Registry = { readonly [K in TypeName]: ObjectType<Targets[K]> };

/** The definition behind a reference, typed for its target. */
export function typeOf(registry: Registry, reference: ApiRef): ObjectType<unknown> {
  // The pair of type name and target is made by `ref`, which keeps them together.
  return registry[reference.type] as ObjectType<unknown>;
}
