const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const spelled: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => spelled[sign] ?? sign);
}

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, dec?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(dec) : parseInt(hex, 16);
      if (code > 0x10ffff) throw new XmlError("character reference");
      return String.fromCodePoint(code);
    },
  );
}

/** The text is no well-formed XML of the plain kind that workbooks consist of. */
export class XmlError extends Error {
  override readonly name = "XmlError";
}

export type Attributes = Readonly<Record<string, string>>;

/** What a scan meets, in document order; names are local, without their prefix. */
export type XmlHandler = {
  readonly open?: (name: string, attributes: Attributes, raw: { readonly namespace: string | undefined }) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Sticky, so that each attribute begins where the last one ended: time stays linear on any input. */
const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
/** Workbooks are shallow; what is deeper is an attack or an accident. */
const deepest = 256;

/**
 * Walks once through an XML text without building a tree: one linear pass, no backtracking. Document types are refused,
 * so that no entity can be defined and nothing outside is ever named.
 * @throws XmlError when tags do not match, the text breaks off, or a document type is declared
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = xml.startsWith("\uFEFF") ? 1 : 0;
  const until = (mark: string, from: number): number => {
    const found = xml.indexOf(mark, from);
    if (found < 0) throw new XmlError(`${mark} is missing`);
    return found;
  };
  let rooted = false;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    const text = xml.slice(at, start < 0 ? xml.length : start);
    if (open.length > 0) {
      if (text !== "") handler.text?.(unescapeXml(text));
    } else if (text.trim() !== "") throw new XmlError("text outside the root");
    if (start < 0) break;
    if (xml.startsWith("<!--", start)) at = until("-->", start + 4) + 3;
    else if (xml.startsWith("<![CDATA[", start)) {
      const end = until("]]>", start + 9);
      handler.text?.(xml.slice(start + 9, end));
      at = end + 3;
    } else if (xml.startsWith("<?", start)) at = until("?>", start + 2) + 2;
    else if (xml.startsWith("<!", start)) throw new XmlError("document type");
    else if (xml.startsWith("</", start)) {
      const end = until(">", start);
      const name = xml.slice(start + 2, end).trim();
      if (open.pop() !== name) throw new XmlError(`</${name}> does not match`);
      handler.close?.(local(name));
      at = end + 1;
    } else {
      const end = tagEnd(xml, start);
      const empty = xml[end - 1] === "/";
      const inner = xml.slice(start + 1, empty ? end - 1 : end);
      const name = /^[^\s/>]+/.exec(inner)?.[0] ?? "";
      if (name === "" || (rooted && open.length === 0)) throw new XmlError("a second root");
      rooted = true;
      const { attributes, namespace } = attributesOf(inner.slice(name.length), name);
      handler.open?.(local(name), attributes, { namespace });
      if (empty) handler.close?.(local(name));
      else if (open.push(name) > deepest) throw new XmlError("too deep");
      at = end + 1;
    }
  }
  if (open.length > 0 || !rooted) throw new XmlError("the text breaks off");
}

/** The `>` that ends a tag; one inside quotes does not. */
function tagEnd(xml: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < xml.length; at += 1) {
    const sign = xml[at];
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
    else if (sign === "<") break;
  }
  throw new XmlError("a tag breaks off");
}

/** Attributes by local name, except that `r:id` keeps its prefix beside a plain `id`. */
function attributesOf(text: string, tag: string): { attributes: Attributes; namespace: string | undefined } {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  const prefix = tag.includes(":") ? `xmlns:${tag.slice(0, tag.indexOf(":"))}` : "xmlns";
  let namespace: string | undefined;
  attribute.lastIndex = 0;
  let end = 0;
  for (let found = attribute.exec(text); found !== null; found = attribute.exec(text)) {
    end = attribute.lastIndex;
    const [, name = "", double, single] = found;
    const value = unescapeXml(double ?? single ?? "");
    if (name === prefix) namespace = value;
    if (name !== "xmlns" && !name.startsWith("xmlns:")) attributes[name.endsWith(":id") ? "r:id" : local(name)] = value;
  }
  if (text.slice(end).trim() !== "") throw new XmlError("an attribute breaks off");
  return { attributes, namespace };
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
