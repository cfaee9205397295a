import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { parseReportFile } from "../../../src/app/report-file";
import type { Report } from "../../../src/core/model/report";
import type { Template } from "../../../src/core/model/template";
import { readForm } from "../../../src/formats/xlsx/read-form";
import type { FormReading } from "../../../src/formats/xlsx/read-result";
import { writeForm, type WriteOptions } from "../../../src/formats/xlsx/write-form";
import { templates } from "../../../src/templates";

const date = new Date(Date.UTC(2027, 0, 12));

export const realReports = ["001-fengtai-2020", "004-henan-2020", "012-pingtan-2021"] as const;

/** A published report of `test/data/reports`. */
export function realReport(name: (typeof realReports)[number]): Report {
  return parseReportFile(readFileSync(join(__dirname, "../../data/reports", `${name}.json`), "utf8"), name);
}

export function templateOf({ template }: Report): Template {
  const found = templates.find(({ id }) => id === template);
  if (found === undefined) throw new Error(`No form ${template}`);
  return found;
}

export async function write(report: Report, options: Partial<WriteOptions> = {}): Promise<Uint8Array> {
  return writeForm(templateOf(report), report, { date, ...options });
}

/** Reads what must be readable. */
export async function read(bytes: Uint8Array): Promise<FormReading> {
  const result = await readForm(bytes, templates);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result;
}

const left = "left out";

/** Changes parts of a package as another program would: the archive stays sound. A part that becomes null is left out. */
export function editParts(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (xml: string) => string | null>>,
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [path, edit] of Object.entries(edits)) {
    const part = parts[path];
    const changed = edit(part === undefined ? "" : strFromU8(part));
    parts[path] = strToU8(changed ?? left);
  }
  return zipSync(Object.fromEntries(Object.entries(parts).filter(([, part]) => strFromU8(part) !== left)));
}

export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** Takes the text in hidden cells away by which a workbook says what it is. */
export function withoutHiddenText(xml: string): string {
  return xml.replace(/<t[^>]*>gouji \d[^<]*<\/t>/g, "<t>x</t>");
}

/** Leaves nothing by which the workbook says what it is. */
export function withoutIdentity(bytes: Uint8Array): Uint8Array {
  return editParts(bytes, {
    "xl/workbook.xml": (xml) => xml.replace(/<definedNames>.*<\/definedNames>/s, ""),
    "xl/_rels/workbook.xml.rels": (xml) => xml.replace(/<Relationship [^>]*customXml[^>]*\/>/, ""),
    "customXml/item1.xml": () => null,
    "xl/sharedStrings.xml": withoutHiddenText,
  });
}

/** Moves cells from a row (from 1) on down; names, merges and formulas stay behind, as with openpyxl's insert_rows. */
export function insertRows(xml: string, from: number, count: number): string {
  return moveCells(xml, (column, row) => `${column}${String(row >= from ? row + count : row)}`).replace(
    /<row r="(\d+)"/g,
    (_, row: string) => `<row r="${String(Number(row) >= from ? Number(row) + count : Number(row))}"`,
  );
}

/** Moves cells from a column (A = 1) on to the right. */
export function insertColumns(xml: string, from: number, count: number): string {
  return moveCells(xml, (column, row) => {
    const number = Array.from(column, (letter) => letter.charCodeAt(0) - 64).reduce(
      (sum, digit) => sum * 26 + digit,
      0,
    );
    return `${number >= from ? letters(number + count) : column}${String(row)}`;
  });
}

function moveCells(xml: string, to: (column: string, row: number) => string): string {
  return xml.replace(/<c r="([A-Z]+)(\d+)"/g, (_, column: string, row: string) => `<c r="${to(column, Number(row))}"`);
}

function letters(number: number): string {
  return number > 26
    ? letters(Math.floor((number - 1) / 26)) + letters(((number - 1) % 26) + 1)
    : String.fromCharCode(64 + number);
}
