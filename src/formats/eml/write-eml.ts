import { base64Lines } from "../base64";
import { encodeHeader, encodeParameter } from "./encoded-words";

export type Attachment = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

export type Draft = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  readonly attachments: readonly Attachment[];
  readonly date: Date;
};

/**
 * A mail draft as an .eml file: mail programs that know `X-Unsent` open it ready to be sent. Plain ASCII with CRLF;
 * names and texts beyond ASCII by RFC 2047 and RFC 2231.
 * @throws Error when an address holds a line break or a character beyond ASCII: it would forge headers
 */
export function writeEml({ to, cc, subject, body, attachments, date }: Draft): Uint8Array {
  for (const address of [...to, ...cc]) {
    if (!isAddress(address)) throw new Error(`Not an address: ${address}`);
  }
  const boundary = boundaryFor(attachments);
  const lines = [
    "X-Unsent: 1",
    `Date: ${dateHeader(date)}`,
    ...(to.length === 0 ? [] : [`To: ${to.join(",\r\n ")}`]),
    ...(cc.length === 0 ? [] : [`Cc: ${cc.join(",\r\n ")}`]),
    `Subject: ${encodeHeader(subject)}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: base64",
    "",
    base64Lines(new TextEncoder().encode(body.replace(/\r?\n/gu, "\r\n"))),
    ...attachments.flatMap(({ name, type, bytes }) => [
      `--${boundary}`,
      `Content-Type: ${type};\r\n ${encodeParameter("name", name)}`,
      "Content-Transfer-Encoding: base64",
      `Content-Disposition: attachment;\r\n ${encodeParameter("filename", name)}`,
      "",
      base64Lines(bytes),
    ]),
    `--${boundary}--`,
    "",
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
}

/** One mailbox, such as `gongkai@example.gov.cn`. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+\.[^\s@<>(),;:"\\]+$/u.test(text) && /^[\x21-\x7e]+$/u.test(text);
}

/** Base64 holds no `=_`, so no attachment can contain the boundary. */
function boundaryFor(attachments: readonly Attachment[]): string {
  return `=_gouji_${String(attachments.length)}_${String(attachments.reduce((sum, { bytes }) => sum + bytes.length, 0))}`;
}

const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** RFC 5322: `Tue, 12 Jan 2027 08:30:00 +0000`. */
function dateHeader(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
  const day = `${days[date.getUTCDay()] ?? ""}, ${String(date.getUTCDate())} ${months[date.getUTCMonth()] ?? ""}`;
  return `${day} ${String(date.getUTCFullYear())} ${time} +0000`;
}
