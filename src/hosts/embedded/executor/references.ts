import { type Area } from "./address";
import { invalidObjectPath } from "./api-error";
import { ref, type ApiRef } from "./targets";

/** Ranges that the client keeps between batches. They follow when rows and columns are inserted or deleted above them. */
export type References = {
  keep(object: ApiRef): void;
  /** The id under which an object is kept, if it is. */
  idOf(object: ApiRef): string | undefined;
  /** Throws `InvalidObjectPath` when it was released or its cells were deleted. */
  find(id: string): ApiRef;
  findOrNull(id: string): ApiRef | null;
  /** Keeps a range for the handler of an event; the oldest of these are forgotten. */
  keepForEvent(object: ApiRef): string;
  release(id: string): void;
  releaseAll(): void;
  /** Moves all kept ranges of a sheet; null means that the cells are gone. */
  move(sheetId: string, shift: (area: Area) => Area | null): void;
  count(): number;
};

/** A handler asks for the range of its event soon or never. */
const MAX_EVENT_RANGES = 500;

export function createReferences(): References {
  const kept = new Map<string, ApiRef | null>();
  const ids = new WeakMap<ApiRef, string>();
  const eventIds: string[] = [];
  let next = 1;
  return {
    keep(object): void {
      if (ids.has(object)) {
        return;
      }
      const id = `range-${String(next++)}`;
      ids.set(object, id);
      kept.set(id, object);
    },
    idOf: (object) => ids.get(object),
    find(id): ApiRef {
      const object = kept.get(id);
      if (object === undefined || object === null) {
        throw invalidObjectPath("the range is no longer tracked or its cells were deleted");
      }
      return object;
    },
    findOrNull: (id) => kept.get(id) ?? null,
    keepForEvent(object): string {
      const id = `event-${String(next++)}`;
      kept.set(id, object);
      eventIds.push(id);
      if (eventIds.length > MAX_EVENT_RANGES) {
        kept.delete(eventIds.shift() ?? "");
      }
      return id;
    },
    release(id): void {
      kept.delete(id);
    },
    releaseAll(): void {
      kept.clear();
    },
    move(sheetId, shift): void {
      for (const [id, object] of kept) {
        if ((object?.type !== "Range" && object?.type !== "RangeAreas") || object.target.sheetId !== sheetId) {
          continue;
        }
        const moved = moveObject(object, shift);
        kept.set(id, moved);
        if (moved !== null && !id.startsWith("event-")) {
          ids.set(moved, id);
        }
      }
    },
    count: () => kept.size,
  };
}

/** Null when nothing of the object is left. */
function moveObject(object: ApiRef, shift: (area: Area) => Area | null): ApiRef | null {
  if (object.type === "Range") {
    const area = shift(object.target.area);
    return area === null ? null : ref("Range", { ...object.target, area });
  }
  if (object.type === "RangeAreas") {
    const areas = object.target.areas.map(shift).filter((area) => area !== null);
    return areas.length === 0 ? null : ref("RangeAreas", { ...object.target, areas });
  }
  return object;
}
