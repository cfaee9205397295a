import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import { escapeXml } from "../xlsx/xml";

/** What a screen reader says of a table before it reads it. */
export type TableText = { readonly caption: string; readonly description: string };

const body = "word/document.xml";
const properties = "docProps/core.xml";

/**
 * Adds what the writer does not know: title and description of each table, in their order; and takes out who made the
 * file, because a published report has an office and no author.
 * @throws Error when the document has another number of tables
 */
export function finishDocx(bytes: Uint8Array, tables: readonly TableText[]): Uint8Array {
  const files = unzipSync(bytes);
  const text = strFromU8(files[body] ?? new Uint8Array());
  let at = 0;
  const described = text.replaceAll("</w:tblPr>", (end) => {
    const table = tables[at];
    at += 1;
    if (table === undefined) return end;
    const { caption, description } = table;
    return `<w:tblCaption w:val="${escapeXml(caption)}"/><w:tblDescription w:val="${escapeXml(description)}"/>${end}`;
  });
  if (at !== tables.length)
    throw new Error(`The document has ${String(at)} tables instead of ${String(tables.length)}`);
  const about = strFromU8(files[properties] ?? new Uint8Array()).replace(
    /<(dc:creator|cp:lastModifiedBy)>[^<]*<\/\1>/gu,
    "",
  );
  return zipSync({ ...files, [body]: strToU8(described), [properties]: strToU8(about) });
}
