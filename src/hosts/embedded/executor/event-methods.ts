import type { Method } from "./object-type";

/**
 * The hidden methods by which the client registers for events, `_RegisterDataChangedEvent` or (newer ones)
 * `_RegisterEventNameChanged`.
 */
export function eventMethods<T>(
  targetOf: (target: T) => string,
  events: Readonly<Record<string, number>>,
  style: "suffix" | "prefix" = "suffix",
): Readonly<Record<string, Method<T>>> {
  const name = (verb: string, event: string): string =>
    style === "suffix" ? `_${verb}${event}Event` : `_${verb}Event${event}`;
  return Object.fromEntries(
    Object.entries(events).flatMap(([event, number]): [string, Method<T>][] => [
      [
        name("Register", event),
        (target, _args, book) => {
          book.events.register(number, targetOf(target));
        },
      ],
      [
        name("Unregister", event),
        (target, _args, book) => {
          book.events.unregister(number, targetOf(target));
        },
      ],
    ]),
  );
}

/** Names under which the client registers events, where they differ from the documented one. */
const EVENT_NAMES: Readonly<Record<string, string>> = { DataChanged: "onChanged" };

/** `_RegisterDataChangedEvent` → `onChanged`, the documented name; undefined for other methods. */
export function eventName(method: string): string | undefined {
  const match = /^_Register(?:Event(\w+)|(\w+)Event)$/.exec(method);
  const event = match?.[1] ?? match?.[2];
  return event === undefined ? undefined : (EVENT_NAMES[event] ?? `on${event}`);
}
