import { EVENT_CATEGORY, type EventMessage } from "./wire";

/** Numbers under which Office.js registers the events of `Excel.Worksheet` and `Excel.WorksheetCollection`. */
export const EVENT = {
  dataChanged: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  workbookActivated: 2203,
} as const;

/** The id under which events of the whole workbook are registered. */
export const WORKBOOK_TARGET = "Workbook";

export type EventHub = {
  /** Excel's `runtime.enableEvents`: while false, nothing is sent. */
  enabled: boolean;
  register(event: number, target: string): void;
  unregister(event: number, target: string): void;
  /** Whether anyone registered for this event, of this sheet or of all. */
  wanted(event: number, sheetId: string): boolean;
  /** Sends to those who registered for this sheet and for all sheets. `args` are the library's, names in camel case. */
  emit(event: number, sheetId: string, args: Readonly<Record<string, unknown>>): void;
  onMessage(listener: (message: EventMessage) => void): () => void;
};

export function createEventHub(): EventHub {
  const counts = new Map<string, number>();
  const listeners = new Set<(message: EventMessage) => void>();
  const key = (event: number, target: string): string => `${String(event)}|${target}`;
  const count = (event: number, target: string, step: number): void => {
    counts.set(key(event, target), Math.max(0, (counts.get(key(event, target)) ?? 0) + step));
  };
  const targets = (event: number, sheetId: string): readonly string[] =>
    [sheetId, WORKBOOK_TARGET].filter((target) => (counts.get(key(event, target)) ?? 0) > 0);
  const hub: EventHub = {
    enabled: true,
    register: (event, target) => {
      count(event, target, 1);
    },
    unregister: (event, target) => {
      count(event, target, -1);
    },
    wanted: (event, sheetId) => targets(event, sheetId).length > 0,
    emit(event, sheetId, args): void {
      if (!hub.enabled) {
        return;
      }
      for (const targetId of targets(event, sheetId)) {
        const message = JSON.stringify(args);
        for (const listener of [...listeners]) {
          listener({ messageCategory: EVENT_CATEGORY, messageType: event, targetId, message });
        }
      }
    },
    onMessage(listener): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return hub;
}
