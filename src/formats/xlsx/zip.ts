import { Inflate } from "fflate";

/** Why an archive cannot be opened. */
export class ZipError extends Error {
  override readonly name = "ZipError";
  readonly reason: "noZip" | "damaged" | "tooLarge" | "encrypted";

  constructor(reason: ZipError["reason"], detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** What a workbook with a form may take; a form itself has some twenty parts and a few hundred kilobytes. */
export const limits = {
  parts: 4000,
  /** Bytes unpacked, all parts that are asked for together. */
  bytes: 96 * 1024 * 1024,
  /** A part that is larger than this must not shrink to less than 1/200. */
  ratioFrom: 8 * 1024 * 1024,
  ratio: 200,
} as const;

/** An archive whose parts are unpacked when they are asked for. Every part is held against its checksum. */
export type Archive = {
  readonly names: readonly string[];
  /** undefined when there is no such part. @throws ZipError */
  readonly read: (name: string) => Uint8Array | undefined;
};

type Entry = {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;
/** Packed bytes that are unpacked at a time. */
const step = 16 * 1024;

/**
 * Opens a zip archive by its central directory, which alone decides what is in it.
 * @throws ZipError when the bytes are no archive, are damaged, or claim more parts than a workbook has
 */
export function openZip(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < endLength || view.getUint32(0, true) !== localMark) throw new ZipError("noZip", "no zip");
  const entries = directory(bytes, view);
  let unpacked = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      unpacked += entry.size;
      if (unpacked > limits.bytes || (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio))
        throw new ZipError("tooLarge", name);
      return unpack(bytes, view, entry, name);
    },
  };
}

function directory(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count > limits.parts) throw new ZipError("tooLarge", "too many parts");
  if (start + size > end) throw new ZipError("damaged", "central directory");
  const entries = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || view.getUint32(at, true) !== entryMark) throw new ZipError("damaged", "entry");
    const nameLength = view.getUint16(at + 28, true);
    const next = at + entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw new ZipError("damaged", "entry");
    // Some programs write backslashes.
    const name = decode(bytes.subarray(at + entryLength, at + entryLength + nameLength)).replaceAll("\\", "/");
    // Two parts of one name: which of them counts would be a guess.
    if (entries.has(name)) throw new ZipError("damaged", `${name} twice`);
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The end record stands at the very end, or before a comment of at most 64 KB. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endMark && at + endLength + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw new ZipError("damaged", "the archive breaks off");
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, name: string): Uint8Array {
  const { offset, packed, size, method, crc, flags } = entry;
  if ((flags & 1) !== 0) throw new ZipError("encrypted", name);
  if (offset + localLength > bytes.length || view.getUint32(offset, true) !== localMark)
    throw new ZipError("damaged", name);
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw new ZipError("damaged", name);
  const data = bytes.subarray(start, start + packed);
  const content = method === 0 ? data : inflate(data, method, size, name);
  if (content.length !== size || checksum(content) !== crc) throw new ZipError("damaged", name);
  return content;
}

/** In small steps, so that a part that unpacks to more than it promised is given up at once. */
function inflate(data: Uint8Array, method: number, size: number, name: string): Uint8Array {
  if (method !== 8) throw new ZipError("damaged", `${name}: method ${String(method)}`);
  const content = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new ZipError("damaged", name);
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += step) stream.push(data.subarray(at, at + step), at + step >= data.length);
  } catch (cause) {
    throw cause instanceof ZipError ? cause : new ZipError("damaged", `${name}: ${String(cause)}`);
  }
  return content.subarray(0, filled);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as zip archives carry it. */
export function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
