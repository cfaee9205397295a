import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { inputTint } from "./styles";
import type { BookData } from "./workbook-data";
import { escapeXml } from "./xml";

const item = "customXml/item1.xml";
const itemProperties = "customXml/itemProps1.xml";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Zip times have no zone and begin in 1980: one fixed time keeps the bytes the same. */
const zipTime = new Date(2000, 0, 1);

/** The identity of our part within a package; any other tool may keep it or give a new one. */
const itemId = "{5E1B6A53-3E0B-4B5A-9D1C-6F0C2A7E4D21}";

/**
 * Adds to a workbook just written what the writing library has no word for: the custom XML part, hidden names, printing
 * without fills, rows that grow. The package is zipped anew with fixed times.
 * @throws Error when the package is not laid out as the writing library lays it out
 */
export function finishPackage(bytes: Uint8Array, { customXml, names, sheets }: BookData): Uint8Array {
  const parts = unzipSync(bytes);
  const edit: Edit = (path, change) => {
    const part = parts[path];
    if (part === undefined) throw new Error(`The workbook lacks ${path}`);
    parts[path] = strToU8(change(strFromU8(part)));
  };
  if (customXml !== undefined) addPart(parts, edit, customXml);
  edit("xl/workbook.xml", (text) =>
    names.reduce((all, { name, hidden }) => {
      if (hidden !== true) return all;
      const found = `<definedName name="${escapeXml(name)}"`;
      if (!all.includes(found)) throw new Error(`The workbook lacks the name ${name}`);
      return all.replace(found, `${found} hidden="1"`);
    }, text),
  );
  sheets.forEach(({ cells }, index) => {
    if (!cells.some(({ look }) => look.fill === inputTint)) return;
    // Excel and WPS print such a sheet without any fill: the tint shows where to write, on the screen only.
    edit(`xl/worksheets/sheet${String(index + 1)}.xml`, (text) =>
      replaceOnce(text, "<pageSetup ", '<pageSetup blackAndWhite="1" '),
    );
  });
  sheets.forEach(({ growingFrom }, index) => {
    if (growingFrom === undefined) return;
    // A row of its own height stays as it is; one that only has a height is fitted again when somebody types.
    edit(`xl/worksheets/sheet${String(index + 1)}.xml`, (text) =>
      text.replace(/<row r="(\d+)"([^>]*?) customHeight="1"/g, (whole, row: string, rest: string) =>
        Number(row) > growingFrom ? `<row r="${row}"${rest}` : whole,
      ),
    );
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, [part, { mtime: zipTime }]])));
}

type Edit = (path: string, change: (text: string) => string) => void;

function addPart(parts: Record<string, Uint8Array>, edit: Edit, customXml: string): void {
  parts[item] = strToU8(customXml);
  parts[itemProperties] = strToU8(
    `${header}<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>`,
  );
  parts["customXml/_rels/item1.xml.rels"] = strToU8(
    `${header}<Relationships xmlns="${packageRelationships}"><Relationship Id="rId1" Type="${relationships}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  );
  edit("[Content_Types].xml", (text) =>
    before(
      text,
      "</Types>",
      `<Override PartName="/${itemProperties}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`,
    ),
  );
  edit("xl/_rels/workbook.xml.rels", (text) =>
    before(
      text,
      "</Relationships>",
      `<Relationship Id="rIdGouji" Type="${relationships}/customXml" Target="../${item}"/>`,
    ),
  );
}

function replaceOnce(text: string, found: string, by: string): string {
  if (!text.includes(found)) throw new Error(`The workbook lacks ${found}`);
  return text.replace(found, by);
}

function before(text: string, end: string, addition: string): string {
  const at = text.lastIndexOf(end);
  if (at < 0) throw new Error(`The workbook lacks ${end}`);
  return text.slice(0, at) + addition + text.slice(at);
}
