import type { CellValue } from "../core/model/cell";
import type { Template } from "../core/model/template";
import { changeLog as words } from "../messages/change-log";
import { cellName } from "../messages/finding";
import type { ChangeLog } from "./change-log";

/** 变更记录 as CSV that Excel opens as it is: UTF-8 with a byte order mark, one line per changed cell, oldest first. */
export function logFile(template: Template, log: ChangeLog): Uint8Array {
  const lines = log.flatMap(({ at, cause, changes }) =>
    changes.map(({ cell, from, to }) => [
      words.time(at),
      cellName(template, cell),
      said(from),
      said(to),
      words.cause[cause],
    ]),
  );
  const text = [words.heads, ...lines].map((line) => line.map(field).join(",")).join("\r\n");
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

function said(value: CellValue): string {
  return value === null ? "" : String(value);
}

/** Quoted where need be; a text that a spreadsheet would take for a formula is kept from being one. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) && !/^-?\d+(\.\d+)?$/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
