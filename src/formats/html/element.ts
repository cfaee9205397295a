import { printable } from "../docx/printable";
import { escapeXml } from "../xlsx/xml";

export type Attributes = Readonly<Record<string, string>>;

/** An element with content that is escaped already. */
export function element(name: string, attributes: Attributes, content: string): string {
  return `<${name}${attributesText(attributes)}>${content}</${name}>`;
}

/** An element without content, closed so that parsers of XML read it too. */
export function voidElement(name: string, attributes: Attributes): string {
  return `<${name}${attributesText(attributes)} />`;
}

/** Text as it stands in an element: on one line, no control characters, no markup. */
export function escapeText(text: string): string {
  return escapeXml(printable(text));
}

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join("");
}
