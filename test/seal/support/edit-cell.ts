import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { address } from "../../../src/formats/xlsx/a1";
import { escapeXml } from "../../../src/formats/xlsx/xml";

/** A file of the package, changed by hand. */
export function editPart(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = parts[path];
  if (part === undefined) throw new Error(`no ${path}`);
  const before = strFromU8(part);
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${path}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

export function partOf(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  if (part === undefined) throw new Error(`no ${path}`);
  return strFromU8(part);
}

/** The part that holds a sheet, by its tab. */
export function sheetPath(bytes: Uint8Array, sheet: string): string {
  const names = [...partOf(bytes, "xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name);
  const index = names.indexOf(sheet);
  if (index < 0) throw new Error(`no sheet ${sheet}`);
  return `xl/worksheets/sheet${String(index + 1)}.xml`;
}

/** What a person would do who takes off the protection and types over a cell. */
export function editCell(
  bytes: Uint8Array,
  place: { readonly sheet: string; readonly row: number; readonly column: number },
  value: string | number | null,
): Uint8Array {
  const at = address(place.row, place.column);
  const content =
    value === null
      ? `<c r="${at}"/>`
      : typeof value === "number"
        ? `<c r="${at}"><v>${String(value)}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
  return editPart(bytes, sheetPath(bytes, place.sheet), (xml) =>
    xml.replace(new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`, "su"), () => content),
  );
}
