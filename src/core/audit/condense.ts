/**
 * A text made ready for reading: full-width digits narrowed, spaces and wrapped lines closed up, punctuation of one
 * kind. `at[i]` is where character i stands in the original; paragraphs are apart by line breaks.
 */
export type Condensed = { readonly text: string; readonly at: readonly number[] };

/** Stands where a gap (【待填：…】) or a page mark was; no number reaches across it. */
export const barrier = "□";

const mapped: Readonly<Record<string, string>> = {
  "％": "%",
  "．": ".",
  "－": "-",
  ";": "；",
  "(": "（",
  ")": "）",
  "?": "？",
  "!": "！",
  "﹪": "%",
  "〈": "《",
  "〉": "》",
};

const heading = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．](?!\d))/u;
const pageMark = /^[-—–－]\s*\d{1,3}\s*[-—–－]$/u;

/** Lines as a reader takes them: which breaks are only the end of a printed line. */
export function condense(original: string): Condensed {
  const lines = linesOf(original);
  const width = wrapWidth(lines);
  const out: string[] = [];
  const at: number[] = [];
  const put = (sign: string, offset: number): void => {
    out.push(sign);
    at.push(offset);
  };
  let before: Line | undefined;
  for (const line of lines) {
    if (line.trimmed === "" || (width !== undefined && pageMark.test(line.trimmed))) continue;
    if (before !== undefined && !(width !== undefined && isWrapped(before, line, width))) put("\n", line.start);
    condenseLine(original, line, put);
    before = line;
  }
  return { text: out.join(""), at };
}

type Line = { readonly start: number; readonly end: number; readonly trimmed: string };

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, trimmed: text.slice(start, end).trim() });
    start = end + 1;
  }
  return lines;
}

/** Longest line of a text whose paragraphs are broken into printed lines; undefined where a line is a paragraph. */
function wrapWidth(lines: readonly Line[]): number | undefined {
  const lengths = lines.map(({ trimmed }) => trimmed.replace(/\s/gu, "").length).filter((length) => length >= 12);
  if (lengths.length < 6) return undefined;
  lengths.sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const longest = lengths.at(-1) ?? 0;
  if (long > 60 || longest > 100) return undefined;
  const broken = lines.filter(
    ({ trimmed }) => trimmed.length >= long * 0.7 && !/[。！？；：]$/u.test(trimmed) && !trimmed.includes("\t"),
  );
  return broken.length >= 4 ? long : undefined;
}

function isWrapped(line: Line, next: Line, width: number): boolean {
  if (/[。！？；：|]$/u.test(line.trimmed) || heading.test(next.trimmed)) return false;
  if (line.trimmed.includes("\t") || next.trimmed.includes("\t")) return false;
  return line.trimmed.replace(/\s/gu, "").length >= width * 0.7;
}

function condenseLine(original: string, { start, end }: Line, put: (sign: string, at: number) => void): void {
  const line = original.slice(start, end);
  // Marks of Markdown at the head of a line say nothing.
  let index = /^\s*(?:#{1,6}\s+|>\s+|[-*+]\s+(?=\D))/u.exec(line)?.[0].length ?? 0;
  let last = "";
  const add = (sign: string): void => {
    put(sign, start + index);
    last = sign;
  };
  while (index < line.length) {
    const gap = /^【[^】]*】/u.exec(line.slice(index, index + 400))?.[0];
    const tag = /^(?:\*\*|<br\s*\/?>)/iu.exec(line.slice(index, index + 12))?.[0];
    const sign = line[index] ?? "";
    if (gap !== undefined) {
      add(barrier);
      index += gap.length;
      continue;
    }
    if (tag !== undefined) {
      index += tag.length;
      continue;
    }
    if (sign === "\t") {
      if (last !== "") add("\t");
    } else if (/\s/u.test(sign)) {
      const next = line.slice(index).trimStart()[0] ?? "";
      if (/[\w.]/u.test(last) && /\w/u.test(next)) add(" ");
    } else if (!/[\u200B-\u200D\u2060\uFEFF\u00AD]/u.test(sign)) add(signOf(line, index, last));
    index += 1;
  }
}

function signOf(line: string, index: number, last: string): string {
  const sign = line[index] ?? "";
  const known = mapped[sign];
  if (known !== undefined) return known;
  if (sign >= "０" && sign <= "９") return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  const rest = line.slice(index + 1).replace(/^\s+/u, "");
  const betweenDigits = /\d/u.test(last) && /^[\d０-９]/u.test(rest);
  // Thousands separators stay, every other comma is punctuation.
  if (sign === "," || sign === "，")
    return betweenDigits && /^[\d０-９]{3}(?![\d０-９])/u.test(rest) && isSeparator(line, index) ? "," : "，";
  if (sign === ":") return betweenDigits ? ":" : "：";
  return sign;
}

/** Whether the comma at `index` divides one number: 1,234 and 1，234件, but not a list such as 2，345件. */
function isSeparator(line: string, index: number): boolean {
  const head = /[\d０-９]+(?:[,，][\d０-９]{3})*$/u.exec(line.slice(0, index))?.[0] ?? "";
  const first = /^[\d０-９]+/u.exec(head)?.[0] ?? "";
  return first.length <= 3 && (line[index] === "," || /^[\d０-９]{3}(?![\d０-９.])/u.test(line.slice(index + 1)));
}

/** A stretch of condensed text as it stands in the original, without the breaks of printed lines. */
export function originalSlice(original: string, { at }: Condensed, start: number, end: number): string {
  const from = at[start] ?? original.length;
  const to = (at[end - 1] ?? from - 1) + 1;
  return original
    .slice(from, to)
    .replace(/\s*\n\s*/gu, "")
    .trim();
}
