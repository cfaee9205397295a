/** One opening or empty tag; `name` is without its namespace `prefix`, `text` what follows up to the next tag, decoded. */
export type XmlTag = {
  readonly prefix: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
};

const PART =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)\/?>/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * All tags of an XML text in order. Enough to pick attributes and single texts from the parts of a workbook; what needs
 * nesting is read by the workbook library. A document type is refused, because entities could be defined there.
 */
export function* scanXml(xml: string): Generator<XmlTag> {
  if (/<!DOCTYPE/i.test(xml)) throw new Error("A document type is not allowed in a workbook");
  PART.lastIndex = 0;
  const parts = [...xml.matchAll(PART)];
  for (const [index, part] of parts.entries()) {
    const [whole, closing, name] = part;
    if (name === undefined || closing === "/") continue;
    const next = parts[index + 1];
    const text = xml.slice(part.index + whole.length, next?.index ?? xml.length);
    const prefix = name.slice(0, Math.max(0, name.indexOf(":")));
    yield { prefix, name: localName(name), attributes: readAttributes(part[3] ?? ""), text: decode(text) };
  }
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE))
    attributes[name] = decode(double ?? single ?? "");
  return attributes;
}

function decode(text: string): string {
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return NAMED[(named ?? "").toLowerCase()] ?? "";
  });
}

/** `x:row` → `row`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Reads OOXML's booleans: `1` and `true`. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Makes text safe inside an element or a double-quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char);
}
