import { TextError } from "./text-error";

/**
 * The characters of a plain file: by its byte order mark, else UTF-8, else the national encoding that older offices
 * still write (GB18030).
 * @param declared an encoding that the file names itself, such as a page's charset
 * @throws TextError where none of these fits
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be");
  const tried = [...(declared !== undefined && isChinese(declared) ? ["gb18030"] : []), "utf-8", "gb18030"];
  for (const encoding of tried) {
    const text = tryDecode(bytes, encoding);
    // A text without a single control character; what decodes to some is no text in that encoding.
    if (text !== undefined && !/[^\P{Cc}\s]|\uFFFE/u.test(text)) return text;
  }
  throw new TextError("encoding", "no known encoding");
}

function isChinese(name: string): boolean {
  return /^gb/iu.test(name);
}

function decode(bytes: Uint8Array, encoding: string): string {
  const text = tryDecode(bytes, encoding);
  if (text === undefined) throw new TextError("encoding", encoding);
  return text;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (isDecodingError(cause)) return undefined;
    throw cause;
  }
}

/**
 * How TextDecoder says that the bytes are of another encoding (TypeError), or that it does not know the one asked for
 * (RangeError). Told by the name: a decoder may belong to another realm than the code.
 */
export function isDecodingError(cause: unknown): boolean {
  return /^(?:TypeError|RangeError)\b/u.test(String(cause));
}
