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
