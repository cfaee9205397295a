import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CustomXmlPart } from "./imported";
import { escapeXml } from "./xml-scan";

/** What is put into a written package afterwards, because the workbook library does not write it. */
export type PackagePatch = {
  /** The `definedNames` element, or nothing. */
  readonly definedNames: string;
  readonly customXmlParts: readonly CustomXmlPart[];
  /** One per worksheet part, in order. */
  readonly sheets: readonly SheetPatch[];
};

export type SheetPatch = {
  /** Points. */
  readonly defaultRowHeight: number;
  /** Characters, as in the file. */
  readonly defaultColumnWidth: number;
  readonly paperSize: number | undefined;
  readonly blackAndWhite: boolean;
};

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Completes the bytes that the workbook library wrote. Throws where its output is not as it was when this was written. */
export function patchPackage(bytes: Uint8Array, patch: PackagePatch): Uint8Array {
  const parts = unzipSync(bytes);
  const change = (path: string, edit: (xml: string) => string): void => {
    const part = parts[path];
    if (part === undefined) throw new Error(`The written workbook has no ${path}`);
    parts[path] = strToU8(edit(strFromU8(part)));
  };
  change("xl/workbook.xml", (xml) => replaceOnce(xml, "</sheets>", `</sheets>${patch.definedNames}`));
  for (const [index, sheet] of patch.sheets.entries()) {
    change(`xl/worksheets/sheet${String(index + 1)}.xml`, (xml) => patchSheet(xml, sheet));
  }
  for (const [index, part] of patch.customXmlParts.entries()) {
    const number = String(index + 1);
    parts[`customXml/item${number}.xml`] = strToU8(part.xml);
    parts[`customXml/itemProps${number}.xml`] = strToU8(itemProperties(part));
    parts[`customXml/_rels/item${number}.xml.rels`] = strToU8(
      `${XML}<Relationships xmlns="${PACKAGE}">${relation("rId1", "customXmlProps", `itemProps${number}.xml`)}</Relationships>`,
    );
    change("xl/_rels/workbook.xml.rels", (xml) =>
      replaceOnce(
        xml,
        "</Relationships>",
        `${relation(`rIdCustomXml${number}`, "customXml", `../customXml/item${number}.xml`)}</Relationships>`,
      ),
    );
    change("[Content_Types].xml", (xml) =>
      replaceOnce(
        xml,
        "</Types>",
        `<Override PartName="/customXml/itemProps${number}.xml" ContentType="${PROPERTIES_TYPE}"/></Types>`,
      ),
    );
  }
  return zipSync(parts);
}

function patchSheet(xml: string, sheet: SheetPatch): string {
  const format = `<sheetFormatPr defaultColWidth="${String(sheet.defaultColumnWidth)}" defaultRowHeight="${String(sheet.defaultRowHeight)}" customHeight="1"/>`;
  const formatted = replaceOnce(xml, '<sheetFormatPr defaultRowHeight="15"/>', format);
  if (sheet.paperSize === undefined && !sheet.blackAndWhite) return formatted;
  const blackAndWhite = sheet.blackAndWhite ? ' blackAndWhite="1"' : "";
  const paperSize = (has: boolean): string =>
    sheet.paperSize === undefined || has ? "" : ` paperSize="${String(sheet.paperSize)}"`;
  const setup = /<pageSetup\b[^>]*?(?=\/?>)/.exec(formatted)?.[0];
  if (setup !== undefined) {
    return formatted.replace(setup, setup + paperSize(setup.includes("paperSize=")) + blackAndWhite);
  }
  const margins = /<pageMargins\b[^>]*\/>/.exec(formatted)?.[0];
  if (margins === undefined) throw new Error("The written worksheet has no place for its page set-up");
  return formatted.replace(margins, `${margins}<pageSetup${paperSize(false)}${blackAndWhite}/>`);
}

function replaceOnce(xml: string, old: string, wanted: string): string {
  const at = xml.indexOf(old);
  if (at === -1) throw new Error(`The written workbook lacks ${old}`);
  return xml.slice(0, at) + wanted + xml.slice(at + old.length);
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

function itemProperties({ id, namespace }: CustomXmlPart): string {
  const schema = namespace === null ? "" : `<ds:schemaRef ds:uri="${escapeXml(namespace)}"/>`;
  const itemId = id === null ? "" : ` ds:itemID="${escapeXml(id)}"`;
  return `${XML}<ds:datastoreItem${itemId} xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>${schema}</ds:schemaRefs></ds:datastoreItem>`;
}
