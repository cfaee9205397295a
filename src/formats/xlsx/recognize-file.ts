import type { OtherFile } from "./read-result";

const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** What a file is that is no .xlsx workbook, from its first bytes and, for archives, the names of its parts. */
export function recognize(bytes: Uint8Array, parts: readonly string[]): OtherFile {
  if (bytes.length === 0) return "empty";
  if (compound.every((byte, index) => bytes[index] === byte))
    return hasWide(bytes, "EncryptedPackage") ? "encrypted" : "xls";
  if (parts.includes("xl/workbook.bin")) return "xlsb";
  if (parts.includes("word/document.xml")) return "docx";
  if (parts.includes("content.xml") && parts.includes("mimetype")) return "ods";
  if (parts.length > 0 || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return "zip";
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).replace(/^[\s\u00ef\u00bb\u00bf]+/, "");
  if (start.startsWith("%PDF")) return "pdf";
  return /<(?:!doctype html|html|table|head|body|meta)[\s>]/i.test(start) ? "html" : "other";
}

/** Names inside compound files are UTF-16. */
function hasWide(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (letter) => [letter.charCodeAt(0), 0]).flat();
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
