import { scanXml } from "../xlsx/xml";

/** A cell with its place in the grid of its table, as a browser lays it out. */
type PageCell = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
};

type Page = {
  /** Headings and paragraphs outside tables. */
  readonly texts: readonly string[];
  readonly tables: readonly (readonly PageCell[])[];
};

const textElements = new Set(["h1", "h2", "h3", "p"]);

/**
 * Texts and tables of a page that we wrote: it is well-formed XML behind its document type.
 * @throws XmlError when it is not
 */
export function readPage(page: string): Page {
  const texts: string[] = [];
  const tables: PageCell[][] = [];
  let taken = new Set<string>();
  let row = -1;
  let text = "";
  let spans = { rows: 1, columns: 1 };
  scanXml(page.replace(/^<!DOCTYPE html>\s*/u, ""), {
    open: (name, attributes) => {
      if (name === "table") {
        tables.push([]);
        taken = new Set();
        row = -1;
      } else if (name === "tr") row += 1;
      else if (name === "td" || name === "th") {
        text = "";
        spans = { rows: Number(attributes["rowspan"] ?? 1), columns: Number(attributes["colspan"] ?? 1) };
      } else if (textElements.has(name)) text = "";
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (textElements.has(name)) texts.push(text);
      else if (name === "td" || name === "th") {
        let column = 0;
        while (taken.has(`${String(row)} ${String(column)}`)) column += 1;
        for (let r = row; r < row + spans.rows; r += 1)
          for (let c = column; c < column + spans.columns; c += 1) taken.add(`${String(r)} ${String(c)}`);
        tables.at(-1)?.push({ row, column, ...spans, text });
      }
    },
  });
  return { texts, tables };
}
