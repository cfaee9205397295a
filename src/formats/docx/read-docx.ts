import { strFromU8 } from "fflate";

import { scanXml } from "../xlsx/xml";
import { openZip } from "../xlsx/zip";

/** A cell with its place in the grid of its table; rows and columns count from 0. */
export type DocxCell = {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  /** Paragraphs apart by line feeds. */
  readonly text: string;
};

/** One table: cells that begin in their row; what a merge continues is left out. */
export type DocxTable = { readonly cells: readonly DocxCell[] };

/** The body of a document in its order. */
export type DocxBlock =
  { readonly kind: "paragraph"; readonly text: string } | { readonly kind: "table"; readonly table: DocxTable };

type OpenCell = { columns: number; continued: boolean; lines: string[] };

/**
 * Text and tables of a .docx file, tables inside tables excepted.
 * @throws ZipError or XmlError when the bytes are no such file
 */
export function readDocx(bytes: Uint8Array): readonly DocxBlock[] {
  const part = openZip(bytes).read("word/document.xml");
  if (part === undefined) throw new Error("word/document.xml is missing");
  const blocks: DocxBlock[] = [];
  let cells: DocxCell[] = [];
  let cell: OpenCell | undefined;
  let text = "";
  let inText = false;
  let row = -1;
  let column = 0;
  scanXml(strFromU8(part), {
    open: (name, attributes) => {
      if (name === "tbl") [cells, row] = [[], -1];
      else if (name === "tr") [row, column] = [row + 1, 0];
      else if (name === "tc") cell = { columns: 1, continued: false, lines: [] };
      else if (name === "gridSpan" && cell) cell.columns = Number(attributes["val"]);
      else if (name === "vMerge" && cell) cell.continued = attributes["val"] !== "restart";
      else if (name === "p") text = "";
      else if (name === "br") text += "\n";
      else if (name === "t") inText = true;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "p") {
        if (cell) cell.lines.push(text);
        else blocks.push({ kind: "paragraph", text });
      } else if (name === "tc" && cell) {
        const { columns, continued, lines } = cell;
        if (!continued) cells.push({ row, column, columns, text: lines.join("\n") });
        column += columns;
        cell = undefined;
      } else if (name === "tbl") blocks.push({ kind: "table", table: { cells } });
    },
  });
  return blocks;
}
