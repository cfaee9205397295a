import { ApiError, invalidArgument, invalidObjectPath, notImplemented } from "./api-error";
import { createArguments } from "./arguments";
import type { Book } from "./book";
import { type ObjectType, type Registry, typeOf } from "./object-type";
import { eventName } from "./event-methods";
import { queryObject } from "./query";
import type { References } from "./references";
import { type ApiRef, isRef } from "./targets";
import {
  ACTION,
  type ActionInfo,
  type ArgumentInfo,
  type ObjectPathInfo,
  PATH,
  type RequestBody,
  type ResponseBody,
} from "./wire";

export type Interpreter = { run(body: RequestBody): Promise<ResponseBody> };

/**
 * Interprets a batch in Microsoft's shape on the workbook: its actions in order, until the first that fails. What was
 * done before the failure stays done, as in Excel.
 */
export function createInterpreter(registry: Registry, book: Book, references: References): Interpreter {
  return {
    async run(body): Promise<ResponseBody> {
      const batch = createBatch(registry, book, references, body);
      const results: { ActionId: number; Value: unknown }[] = [];
      const traces: number[] = [];
      for (const [index, action] of body.Actions.entries()) {
        try {
          if (action.ActionType === ACTION.trace) {
            traces.push(action.Id);
            // Handlers are added when the client sees the result of its trace mark.
            results.push({ ActionId: action.Id, Value: null });
          } else {
            results.push({ ActionId: action.Id, Value: (await batch.perform(action)) ?? null });
          }
        } catch (error) {
          const known = toApiError(error);
          return {
            Results: results,
            TraceIds: traces,
            Error: {
              Code: known.code,
              Message: known.message,
              Location: batch.locationOf(action),
              HttpStatusCode: known.httpStatusCode,
              ActionIndex: index,
            },
          };
        }
      }
      return { Results: results, TraceIds: traces };
    },
  };
}

/** A failure of ours is not hidden: it reaches the add-in as Excel's GeneralException with our message. */
function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  const message = error instanceof Error ? error.message : String(error);
  return new ApiError(
    "GeneralException",
    `There was an internal error while processing the request. (${message})`,
    500,
  );
}

type Batch = { perform(action: ActionInfo): Promise<unknown>; locationOf(action: ActionInfo): string };

function createBatch(registry: Registry, book: Book, references: References, body: RequestBody): Batch {
  const resolved = new Map<number, ApiRef | null>();

  const pathOf = (id: number): ObjectPathInfo => {
    const path = body.ObjectPaths[String(id)];
    if (path === undefined) {
      throw invalidObjectPath(`path ${String(id)} is missing in the request`);
    }
    return path;
  };

  const resolve = async (id: number): Promise<ApiRef | null> => {
    const known = resolved.get(id);
    if (known !== undefined) {
      return known;
    }
    const object = await follow(pathOf(id));
    resolved.set(id, object);
    return object;
  };

  const parentOf = async (path: ObjectPathInfo): Promise<ApiRef | null> => {
    if (path.ParentObjectPathId === undefined) {
      throw invalidObjectPath("the path has no parent");
    }
    return resolve(path.ParentObjectPathId);
  };

  const follow = async (path: ObjectPathInfo): Promise<ApiRef | null> => {
    switch (path.ObjectPathType) {
      case PATH.globalObject:
        return { type: "Workbook", target: {} };
      case PATH.newObject:
        throw notImplemented(path.Name);
      case PATH.referenceId:
        return references.find(path.Name);
      case PATH.nullObject:
        return null;
      default:
        return step(path, await parentOf(path));
    }
  };

  const step = async (path: ObjectPathInfo, parent: ApiRef | null): Promise<ApiRef | null> => {
    if (parent === null) {
      return null;
    }
    const type = typeOf(registry, parent);
    if (path.ObjectPathType === PATH.property) {
      return navigate(type, parent, path.Name);
    }
    const args = await argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) {
      if (type.item === undefined) {
        throw notImplemented(`${parent.type}.getItem`);
      }
      return type.item(parent.target, args[0], book);
    }
    const result = await call(type, parent, path.Name, args);
    if (result !== null && !isRef(result)) {
      throw notImplemented(`${parent.type}.${camelCase(path.Name)} as an object`);
    }
    return result;
  };

  const navigate = (type: ObjectType<unknown>, parent: ApiRef, name: string): ApiRef | null => {
    const navigation = own(type.navigation, camelCase(name));
    if (navigation === undefined) {
      throw notImplemented(`${parent.type}.${camelCase(name)}`);
    }
    return navigation(parent.target, book);
  };

  const call = async (
    type: ObjectType<unknown>,
    object: ApiRef,
    name: string,
    args: readonly unknown[],
  ): Promise<unknown> => {
    if (name === "_KeepReference" && type.isTrackable === true) {
      references.keep(object);
      return undefined;
    }
    const method = own(type.methods, camelCase(name));
    if (method === undefined) {
      throw notImplemented(`${object.type}.${eventName(name) ?? camelCase(name)}`);
    }
    const result: unknown = await method(object.target, createArguments(args), book);
    return result;
  };

  /** Arguments with the objects among them in place of their path ids. */
  const argumentsOf = async (info: ArgumentInfo | undefined): Promise<readonly unknown[]> => {
    const objectIds = info?.ReferencedObjectPathIds ?? [];
    return Promise.all(
      (info?.Arguments ?? []).map(async (value, index) => {
        const id = objectIds[index];
        return typeof id === "number" && id !== 0 ? resolve(id) : withObjects(value);
      }),
    );
  };

  const withObjects = async (value: unknown): Promise<unknown> => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return value;
    }
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") {
      return resolve(value._ObjectPathId);
    }
    const entries = await Promise.all(
      Object.entries(value).map(async ([key, part]) => [key, await withObjects(part)] as const),
    );
    return Object.fromEntries(entries);
  };

  const set = async (type: ObjectType<unknown>, object: ApiRef, name: string, value: unknown): Promise<void> => {
    const property = own(type.properties, camelCase(name));
    if (property?.set === undefined) {
      throw notImplemented(`${object.type}.${camelCase(name)} = …`);
    }
    await property.set(object.target, value, book);
  };

  return {
    async perform(action): Promise<unknown> {
      const object = await resolve(action.ObjectPathId);
      if (action.ActionType === ACTION.instantiate) {
        return object === null ? null : identityOf(registry, book, references, object);
      }
      if (object === null) {
        if (action.ActionType === ACTION.query || action.ActionType === ACTION.queryAsJson) {
          return null;
        }
        if (action.ActionType === ACTION.method) {
          // As Excel: the client itself sends calls to ranges of which it cannot know yet whether they exist.
          return { _IsNull: true };
        }
        throw invalidObjectPath("a property of a null object cannot be set");
      }
      const type = typeOf(registry, object);
      switch (action.ActionType) {
        case ACTION.query:
        case ACTION.queryAsJson: {
          const style = action.ActionType === ACTION.query ? "pascal" : "camel";
          const extra = identityOf(registry, book, references, object);
          return { ...extra, ...(await queryObject(registry, book, object, action.QueryInfo ?? {}, style)) };
        }
        case ACTION.method:
          return plain(
            await call(type, object, action.Name, await argumentsOf(action.ArgumentInfo)),
            object,
            action.Name,
          );
        case ACTION.setProperty:
          return set(type, object, action.Name, (await argumentsOf(action.ArgumentInfo))[0]);
        case ACTION.update: {
          for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
            await set(type, object, name, value);
          }
          return undefined;
        }
        default:
          throw notImplemented(`${object.type}, action ${String(action.ActionType)}`);
      }
    },
    locationOf(action): string {
      const object = resolved.get(action.ObjectPathId);
      const name = action.Name === "" ? body.ObjectPaths[String(action.ObjectPathId)]?.Name : action.Name;
      const owner = object?.type ?? "";
      return [owner, camelCase(name ?? "")].filter((part) => part !== "").join(".");
    },
  };
}

/** A method that was called for its value must not return an object of the model. */
function plain(value: unknown, object: ApiRef, name: string): unknown {
  if (isRef(value)) {
    throw invalidArgument(`${object.type}.${camelCase(name)} returns an object`);
  }
  return value;
}

function identityOf(registry: Registry, book: Book, references: References, object: ApiRef): Record<string, unknown> {
  const { identity } = typeOf(registry, object);
  const reference = references.idOf(object);
  return {
    ...(identity === undefined ? {} : { [identity.name]: identity.of(object.target, book) }),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

/** `GetRange` → `getRange`, as Office.js names its wire calls. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** An own entry, so that a call named like something of Object.prototype finds nothing. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
