/** Elements whose content nobody reads. */
const unread = new Set(["script", "style", "head", "template", "noscript", "svg", "iframe", "object", "select", "nav"]);
const raw = new Set(["script", "style"]);
const blocks = new Set(
  "address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead title tr ul".split(
    " ",
  ),
);
const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** Named characters that Chinese pages use; others are left as they stand. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  ensp: "\u2002",
  emsp: "\u2003",
  thinsp: "\u2009",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  middot: "·",
  bull: "•",
  times: "×",
  divide: "÷",
  laquo: "«",
  raquo: "»",
  copy: "©",
  reg: "®",
  yen: "¥",
  deg: "°",
  permil: "‰",
};

/**
 * The text of a page as a reader sees it: blocks on lines of their own, the cells of a row apart by tabs, line breaks
 * of the source as spaces. One linear pass; nothing is run and nothing that the page points to is followed.
 */
export function htmlText(html: string): string {
  const out: string[] = [];
  let hidden = 0;
  let inCell = 0;
  const hiders: string[] = [];
  let at = 0;
  const line = (): void => {
    if (inCell === 0) out.push("\n");
  };
  while (at < html.length) {
    const start = html.indexOf("<", at);
    const text = html.slice(at, start < 0 ? html.length : start);
    if (hidden === 0 && text !== "") out.push(plain(text));
    if (start < 0) break;
    const tag = tagAt(html, start);
    at = tag.end;
    if (tag.name === "") {
      // A lone < is a character of the text.
      if (tag.end === start + 1 && hidden === 0) out.push("<");
      continue;
    }
    if (unread.has(tag.name)) {
      if (!tag.closes) {
        if (raw.has(tag.name)) at = endOfRaw(html, tag.name, at);
        else if (!tag.isEmpty) {
          hidden += 1;
          hiders.push(tag.name);
        }
      } else if (hiders.includes(tag.name)) {
        while (hiders.pop() !== tag.name);
        hidden = hiders.length;
      }
      continue;
    }
    if (hidden > 0) continue;
    if (tag.name === "td" || tag.name === "th") {
      if (tag.closes) inCell = Math.max(0, inCell - 1);
      else inCell += 1;
      if (tag.closes) out.push("\t");
    } else if (tag.name === "tr" || tag.name === "table") {
      inCell = 0;
      out.push("\n");
    } else if (tag.name === "br") line();
    else if (blocks.has(tag.name)) line();
  }
  return tidy(out.join(""));
}

type Tag = { readonly name: string; readonly closes: boolean; readonly isEmpty: boolean; readonly end: number };

/** The tag, comment or declaration that begins at `start`; without a name where it is none. */
function tagAt(html: string, start: number): Tag {
  const nothing = { name: "", closes: false, isEmpty: false };
  if (html.startsWith("<!--", start)) {
    const end = html.indexOf("-->", start + 4);
    return { ...nothing, end: end < 0 ? html.length : end + 3 };
  }
  if (html.startsWith("<!", start) || html.startsWith("<?", start)) {
    const end = html.indexOf(">", start);
    return { ...nothing, end: end < 0 ? html.length : end + 1 };
  }
  const closes = html[start + 1] === "/";
  let at = start + (closes ? 2 : 1);
  const from = at;
  while (at < html.length && /[A-Za-z0-9:-]/u.test(html[at] ?? "")) at += 1;
  const name = html.slice(from, at).toLowerCase();
  if (name === "" || !/^[a-z]/u.test(name)) return { ...nothing, end: start + 1 };
  let quote = "";
  while (at < html.length) {
    const sign = html[at] ?? "";
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === ">") break;
    else if ((sign === '"' || sign === "'") && html[at - 1] === "=") quote = sign;
    at += 1;
  }
  return {
    name: local(name),
    closes,
    isEmpty: html[at - 1] === "/" || empty.has(name),
    end: Math.min(html.length, at + 1),
  };
}

/** Word writes o:p and w:sdt into pages. */
function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function endOfRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s>/]`, "giu");
  close.lastIndex = from;
  const found = close.exec(html);
  if (found === null) return html.length;
  const end = html.indexOf(">", found.index);
  return end < 0 ? html.length : end + 1;
}

function plain(text: string): string {
  return text
    .replace(/[ \t\r\n\f]+/gu, " ")
    .replace(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));?/giu,
      (whole, hex?: string, dec?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? whole;
        const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
      },
    );
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/^[ \u00A0]+|[ \u00A0]+$/gu, "")
        .replace(/ ?\t ?/gu, "\t")
        .replace(/\t+$/u, ""),
    )
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
