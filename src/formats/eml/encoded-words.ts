import { base64 } from "../base64";

/** An encoded word may be 75 characters long (RFC 2047 §2), and a line with the name of its header 78. */
const bytesPerWord = 42;

/** Header text by RFC 2047: plain where it is ASCII, else base64 words that never cut a character in two. */
export function encodeHeader(text: string): string {
  const clean = text.replace(/[\r\n]+/gu, " ");
  if (/^[\x20-\x7e]*$/u.test(clean) && !clean.includes("=?")) return clean;
  const words: string[] = [];
  let word = "";
  for (const character of clean) {
    if (length(word + character) > bytesPerWord) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  words.push(word);
  return words.map((part) => `=?UTF-8?B?${base64(new TextEncoder().encode(part))}?=`).join("\r\n ");
}

function length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A parameter of a header by RFC 2231: `filename*=UTF-8''%E5%8D%95…`, cut into numbered pieces where it is long. */
export function encodeParameter(name: string, value: string): string {
  const encoded = Array.from(new TextEncoder().encode(value), (byte) =>
    isPlain(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  const pieces: string[] = [];
  let piece = "";
  for (const unit of encoded) {
    if (piece.length + unit.length > 54) {
      pieces.push(piece);
      piece = "";
    }
    piece += unit;
  }
  pieces.push(piece);
  if (pieces.length === 1) return `${name}*=UTF-8''${pieces.join("")}`;
  return pieces.map((part, index) => `${name}*${String(index)}*=${index === 0 ? "UTF-8''" : ""}${part}`).join(";\r\n ");
}

/** Characters that RFC 2231 lets stand as they are. */
function isPlain(byte: number): boolean {
  return /[A-Za-z0-9._-]/u.test(String.fromCharCode(byte));
}
