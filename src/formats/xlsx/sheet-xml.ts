import { cellKey } from "./cell-key";
import { parseAddress } from "./a1";
import { decodeText } from "./cell-text";
import { scanXml, XmlError } from "./xml";
import { ZipError } from "./zip";

/** What stands in one cell of a file. */
export type RawCell = {
  readonly value: number | string | boolean | null;
  /** The value is an error such as `#REF!`. */
  readonly error?: true;
  /** The formula's text; empty where the file shares it with another cell. */
  readonly formula?: string;
  /** The number is shown as a date. */
  readonly date?: true;
};

/** Cells with content that are kept of one sheet; a form has a few hundred. */
const mostCells = 1_000_000;

/**
 * Reads the cells of a worksheet. Only what has a value or a formula is kept.
 * @throws XmlError, ZipError
 */
export function readSheet(
  xml: string,
  strings: readonly string[],
  dates: ReadonlySet<number>,
): { readonly cells: ReadonlyMap<string, RawCell>; readonly rows: number } {
  const cells = new Map<string, RawCell>();
  let row = -1;
  let column = -1;
  let rows = 0;
  let open: { type: string; style: number; value?: string; inline?: string; formula?: string } | null = null;
  let inside: "v" | "f" | "t" | null = null;
  let phonetic = 0;
  scanXml(xml, {
    open: (tag, attributes) => {
      if (tag === "row") {
        const number = attributes["r"];
        row = number === undefined ? row + 1 : Number(number) - 1;
        if (!Number.isInteger(row) || row < 0) throw new XmlError("row number");
        column = -1;
      } else if (tag === "c") {
        const ref = attributes["r"];
        const place = ref === undefined ? { row, column: column + 1 } : parseAddress(ref);
        if (place === undefined) throw new XmlError(`cell ${ref ?? ""}`);
        ({ row, column } = place);
        open = { type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0) };
      } else if (open !== null && (tag === "v" || tag === "f")) {
        inside = tag;
        if (tag === "f") open.formula ??= "";
        else open.value ??= "";
      } else if (tag === "rPh") phonetic += 1;
      else if (open !== null && tag === "t" && phonetic === 0) {
        inside = "t";
        open.inline ??= "";
      }
    },
    text: (text) => {
      if (open === null || inside === null) return;
      if (inside === "v") open.value = (open.value ?? "") + text;
      else if (inside === "f") open.formula = (open.formula ?? "") + text;
      else open.inline = (open.inline ?? "") + text;
    },
    close: (tag) => {
      if (tag === "v" || tag === "f" || tag === "t") inside = null;
      else if (tag === "rPh") phonetic -= 1;
      else if (tag === "c" && open !== null) {
        const cell = cellOf(open, strings, dates);
        open = null;
        if (cell === undefined) return;
        if (cells.size >= mostCells) throw new ZipError("tooLarge", "too many cells");
        const key = cellKey(row, column);
        if (cells.has(key)) throw new XmlError(`cell ${key} twice`);
        cells.set(key, cell);
        rows = Math.max(rows, row + 1);
      }
    },
  });
  return { cells, rows };
}

type OpenCell = {
  readonly type: string;
  readonly style: number;
  readonly value?: string;
  readonly inline?: string;
  readonly formula?: string;
};

function cellOf(cell: OpenCell, strings: readonly string[], dates: ReadonlySet<number>): RawCell | undefined {
  const formula = cell.formula === undefined ? {} : { formula: cell.formula };
  const value = valueOf(cell, strings);
  if (value === null && cell.formula === undefined) return undefined;
  return {
    value,
    ...formula,
    ...(cell.type === "e" && { error: true }),
    ...(typeof value === "number" && dates.has(cell.style) && { date: true }),
  };
}

function valueOf({ type, value, inline }: OpenCell, strings: readonly string[]): RawCell["value"] {
  if (type === "inlineStr") return inline === undefined ? null : decodeText(inline);
  if (value === undefined) return null;
  switch (type) {
    case "s": {
      const text = /^\d+$/.test(value.trim()) ? strings[Number(value)] : undefined;
      if (text === undefined) throw new XmlError("shared string");
      return text;
    }
    case "b":
      return value.trim() === "1" || value.trim() === "true";
    case "n": {
      const text = value.trim();
      if (text === "") return null;
      const number = Number(text);
      if (!/^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(text) || !Number.isFinite(number)) throw new XmlError("number");
      return number;
    }
    // str, e, and d: a date as ISO 8601, which no figure is.
    default:
      return decodeText(value);
  }
}

/** The texts that cells refer to by number; guides to pronunciation are left out. */
export function readSharedStrings(xml: string | undefined): readonly string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  let text = "";
  let inside = false;
  let phonetic = 0;
  scanXml(xml, {
    open: (tag) => {
      if (tag === "si") text = "";
      else if (tag === "rPh") phonetic += 1;
      else if (tag === "t") inside = phonetic === 0;
    },
    text: (part) => {
      if (inside) text += part;
    },
    close: (tag) => {
      if (tag === "t") inside = false;
      else if (tag === "rPh") phonetic -= 1;
      else if (tag === "si") strings.push(decodeText(text));
    },
  });
  return strings;
}
