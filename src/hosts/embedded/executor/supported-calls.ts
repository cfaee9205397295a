import { eventName } from "./event-methods";
import type { ObjectType, Registry } from "./object-type";

/** What works of one type of the object model, by the names of Microsoft's documentation. */
export type SupportedType = {
  readonly type: string;
  readonly properties: readonly { readonly name: string; readonly isReadable: boolean; readonly isWritable: boolean }[];
  /** Properties that lead to another object, the `items` of a collection among them. */
  readonly navigation: readonly string[];
  readonly methods: readonly string[];
  readonly events: readonly string[];
};

/** Names on the wire that stand for a documented one. */
const ALIASES = new Set(["gridlines"]);

/** Everything that the executor answers to, for the documentation and the tests that hold it to Microsoft's names. */
export function supportedCalls(registry: Registry): readonly SupportedType[] {
  return Object.entries(registry).map(([type, definition]) => describe(type, definition as ObjectType<unknown>));
}

function describe(type: string, definition: ObjectType<unknown>): SupportedType {
  const hidden = Object.keys(definition.methods ?? {}).filter((name) => name.startsWith("_"));
  return {
    type,
    properties: Object.entries(definition.properties ?? {})
      .filter(([name]) => !ALIASES.has(name))
      .map(([name, { get, set }]) => ({ name, isReadable: get !== undefined, isWritable: set !== undefined })),
    navigation: [
      ...(definition.items === undefined ? [] : ["items"]),
      ...Object.keys(definition.navigation ?? {}).filter((name) => !name.startsWith("_")),
    ],
    methods: Object.keys(definition.methods ?? {}).filter((name) => !name.startsWith("_")),
    events: hidden.map(eventName).filter((name) => name !== undefined),
  };
}
