import { decodeText, encodeText } from "./cell-text";
import { escapeXml, scanXml } from "./xml";

/** Namespace of the custom XML part that keeps 变更记录 in a workbook at work. A sealed workbook has none. */
export const logNamespace = "urn:gouji:log";

/** The custom XML part around the text of a change log. */
export function writeLogPart(text: string): string {
  const body = escapeXml(encodeText(text));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><log xmlns="${logNamespace}">${body}</log>`;
}

/**
 * The text of a part written by {@link writeLogPart}; undefined for parts of others.
 * @throws XmlError when the part is no XML
 */
export function logPartText(xml: string): string | undefined {
  const roots: boolean[] = [];
  const texts: string[] = [];
  scanXml(xml, {
    open: (name, _, { namespace }) => roots.push(name === "log" && namespace === logNamespace),
    text: (part) => texts.push(part),
  });
  return roots[0] === true ? decodeText(texts.join("")) : undefined;
}
