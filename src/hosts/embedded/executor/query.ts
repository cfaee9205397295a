import { notImplemented } from "./api-error";
import type { Book } from "./book";
import { type ObjectType, type Registry, typeOf } from "./object-type";
import type { ApiRef } from "./targets";
import type { QueryInfo } from "./wire";

/** How property names are written in the answer: `load` wants `Values`, `retrieve` wants `values`. */
export type NameStyle = "pascal" | "camel";

/** Names to load: own scalars, and what to load of the objects behind navigation properties. */
type Selection = { readonly scalars: ReadonlySet<string>; readonly nested: ReadonlyMap<string, readonly string[]> };

/**
 * What `load` asked for. Without names, or with `*`, all scalar properties; `a/b` or `a.b` loads of the object behind
 * `a`; on a collection the names are those of its items.
 */
export async function queryObject(
  registry: Registry,
  book: Book,
  object: ApiRef,
  query: QueryInfo,
  style: NameStyle,
): Promise<Record<string, unknown>> {
  const names = [...(query.Select ?? []), ...(query.Expand ?? []).map((name) => `${name}/*`)];
  const type = typeOf(registry, object);
  if (type.items === undefined) {
    return readObject(registry, book, object, names, style);
  }
  const isOwn = (name: string): boolean => Object.hasOwn(type.properties ?? {}, first(name));
  const itemNames = names.filter((name) => !isOwn(name));
  const ownValues = names.some(isOwn) ? await readObject(registry, book, object, names.filter(isOwn), style) : {};
  const skip = query.Skip ?? 0;
  const members = (await type.items(object.target, book)).slice(
    skip,
    query.Top === undefined ? undefined : skip + query.Top,
  );
  const items: Record<string, unknown>[] = [];
  for (const member of members) {
    items.push({
      ...memberIdentity(registry, book, member),
      ...(await readMember(registry, book, member, itemNames, style)),
    });
  }
  return { ...ownValues, [style === "pascal" ? "_Items" : "items"]: items };
}

async function readMember(
  registry: Registry,
  book: Book,
  member: ApiRef,
  names: readonly string[],
  style: NameStyle,
): Promise<Record<string, unknown>> {
  return typeOf(registry, member).items === undefined
    ? readObject(registry, book, member, names, style)
    : queryObject(registry, book, member, { Select: names }, style);
}

function memberIdentity(registry: Registry, book: Book, member: ApiRef): Record<string, unknown> {
  const { identity } = typeOf(registry, member);
  return identity === undefined ? {} : { [identity.name]: identity.of(member.target, book) };
}

async function readObject(
  registry: Registry,
  book: Book,
  object: ApiRef,
  names: readonly string[],
  style: NameStyle,
): Promise<Record<string, unknown>> {
  const type = typeOf(registry, object);
  if (type.needsCalculation === true) {
    await book.settled();
  }
  const { scalars, nested } = select(type, object, names);
  const result: Record<string, unknown> = {};
  for (const name of scalars) {
    result[wireName(name, style)] = await readScalar(type, object, name, book);
  }
  for (const [name, inner] of nested) {
    const child = type.navigation?.[name]?.(object.target, book) ?? null;
    result[wireName(name, style)] =
      child === null ? null : await queryObject(registry, book, child, { Select: inner }, style);
  }
  return result;
}

function readScalar(type: ObjectType<unknown>, object: ApiRef, name: string, book: Book): unknown {
  const property = type.properties?.[name];
  if (property?.get === undefined) {
    throw notImplemented(`${object.type}.${name}`);
  }
  return property.get(object.target, book);
}

function select(type: ObjectType<unknown>, object: ApiRef, names: readonly string[]): Selection {
  const properties = type.properties ?? {};
  const all = Object.keys(properties).filter((name) => properties[name]?.get !== undefined);
  const scalars = new Set<string>();
  const nested = new Map<string, string[]>();
  for (const path of names.length === 0 ? ["*"] : names) {
    const name = first(path);
    if (name === "*") {
      all.forEach((one) => scalars.add(one));
    } else if (Object.hasOwn(properties, name)) {
      scalars.add(name);
    } else if (Object.hasOwn(type.navigation ?? {}, name)) {
      nested.set(name, [...(nested.get(name) ?? []), rest(path)]);
    } else {
      throw notImplemented(`${object.type}.${name}`);
    }
  }
  return { scalars, nested };
}

function first(path: string): string {
  const name = path.split(/[/.]/)[0] ?? "";
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function rest(path: string): string {
  const at = path.search(/[/.]/);
  return at < 0 ? "*" : path.slice(at + 1);
}

function wireName(name: string, style: NameStyle): string {
  return style === "camel" ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
