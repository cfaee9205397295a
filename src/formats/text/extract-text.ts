import { decodeText } from "./decode-text";
import { docxText } from "./docx-text";
import { htmlText } from "./html-text";
import { limits, TextError } from "./text-error";

/** Endings of the files whose text can be had. */
export const textKinds = [".txt", ".md", ".docx", ".html", ".htm"] as const;

/**
 * The plain text of a report in a file. Plain files come back as they are, so that places in them are places in the
 * file; of documents and pages the text is what a reader sees.
 * @param name decides by its ending what the file is
 * @throws TextError
 */
export function extractText(bytes: Uint8Array, name: string): string {
  if (bytes.length > limits.bytes) throw new TextError("tooLarge", name);
  const ending = /\.[^./\\]+$/u.exec(name.toLowerCase())?.[0] ?? "";
  const text = textOf(bytes, ending);
  if (text.trim() === "") throw new TextError("empty", name);
  return text;
}

function textOf(bytes: Uint8Array, ending: string): string {
  if (ending === ".docx") return docxText(bytes);
  if (!(textKinds as readonly string[]).includes(ending)) throw new TextError("kind", ending);
  if (bytes.length > limits.plainBytes) throw new TextError("tooLarge", ending);
  if (ending === ".html" || ending === ".htm") return htmlText(decodeText(bytes, charsetOf(bytes)));
  return decodeText(bytes);
}

/** The charset that a page declares in its first bytes. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  return /charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
}
