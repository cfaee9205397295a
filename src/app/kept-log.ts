import * as z from "zod/mini";

import type { CellId } from "../core/model/cell";
import { logPartText, writeLogPart } from "../formats/xlsx/log-part";
import { changeCauses, type ChangeLog, type LogEntry } from "./change-log";

/** More changed cells than this are not kept with the workbook: the oldest give way. */
const mostChanges = 2000;
/** Nor are more characters than this. */
const mostCharacters = 200_000;

const value = z.nullable(z.union([z.number(), z.string()]));
const change = z.tuple([z.string(), value, value]);
const entry = z.tuple([z.string(), z.enum(changeCauses), z.array(change)]);
const kept = z.object({ version: z.literal(1), entries: z.array(z.unknown()) });

/** The custom XML part that keeps a change log with its workbook, the newest changes as far as there is room. */
export function writeKeptLog(log: ChangeLog): string {
  const lines: string[] = [];
  let changes = 0;
  let characters = 0;
  for (let index = log.length - 1; index >= 0; index -= 1) {
    const found = log[index];
    if (found === undefined) break;
    const line = JSON.stringify([
      found.at.toISOString(),
      found.cause,
      found.changes.map(({ cell, from, to }) => [cell, from, to]),
    ]);
    changes += found.changes.length;
    characters += line.length;
    if (changes > mostChanges || characters > mostCharacters) break;
    lines.unshift(line);
  }
  return writeLogPart(`{"version":1,"entries":[${lines.join(",")}]}`);
}

/** The change log that a workbook carries; empty where it carries none, or one that cannot be read. */
export function readKeptLog(xml: string | null): ChangeLog {
  const text = xml === null ? undefined : logPartText(xml);
  if (text === undefined) return [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // A record of what happened is no reason to refuse the workbook: it begins anew.
    return [];
  }
  const { data } = kept.safeParse(json);
  return (data?.entries ?? []).flatMap((line): readonly LogEntry[] => {
    // An entry that cannot be read is no reason to lose the others.
    const read = entry.safeParse(line);
    if (!read.success) return [];
    const [time, cause, changes] = read.data;
    const at = new Date(time);
    if (Number.isNaN(at.getTime())) return [];
    return [{ at, cause, changes: changes.map(([cell, from, to]) => ({ cell: cell as CellId, from, to })) }];
  });
}
