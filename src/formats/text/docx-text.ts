import { openZip, ZipError } from "../xlsx/zip";
import { scanXml, XmlError } from "../xlsx/xml";
import { isDecodingError } from "./decode-text";
import { TextError } from "./text-error";

const main = "word/document.xml";
const kind = "[Content_Types].xml";

/**
 * The text of a Word file: a paragraph a line, the cells of a table row apart by tabs. What was deleted under tracked
 * changes, field codes and the second copy of drawings are left out. Nothing that the file points to is followed.
 * @throws TextError
 */
export function docxText(bytes: Uint8Array): string {
  try {
    const archive = openZip(bytes);
    const part = archive.read(main);
    if (part === undefined || archive.read(kind) === undefined) throw new TextError("kind", `${main} is missing`);
    return textOf(new TextDecoder("utf-8", { fatal: true }).decode(part));
  } catch (cause) {
    if (cause instanceof TextError) throw cause;
    if (cause instanceof ZipError)
      throw new TextError(
        cause.reason === "tooLarge" ? "tooLarge" : cause.reason === "noZip" ? "kind" : "damaged",
        cause.message,
      );
    if (cause instanceof XmlError || isDecodingError(cause)) throw new TextError("damaged", String(cause));
    throw cause;
  }
}

/** Elements whose content is no text of the document. */
const unseen = new Set([
  "del",
  "delText",
  "instrText",
  "Fallback",
  "moveFrom",
  "rPr",
  "pPr",
  "sectPr",
  "tblPr",
  "trPr",
  "tcPr",
]);

function textOf(xml: string): string {
  const out: string[] = [];
  let hidden = 0;
  let inText = 0;
  // Within a cell paragraphs stay on the line of the row.
  const cells: boolean[] = [];
  scanXml(xml, {
    open: (name) => {
      if (unseen.has(name)) hidden += 1;
      if (hidden > 0) return;
      if (name === "t") inText += 1;
      else if (name === "tab") out.push("\t");
      else if (name === "br" || name === "cr") out.push(cells.length > 0 ? "" : "\n");
      else if (name === "noBreakHyphen") out.push("-");
      else if (name === "tc") cells.push(true);
    },
    close: (name) => {
      if (unseen.has(name)) {
        hidden -= 1;
        return;
      }
      if (hidden > 0) return;
      if (name === "t") inText -= 1;
      else if (name === "p" && cells.length === 0) out.push("\n");
      else if (name === "tc") {
        cells.pop();
        if (cells.length === 0) out.push("\t");
      } else if (name === "tr" && cells.length === 0) out.push("\n");
    },
    text: (text) => {
      if (hidden === 0 && inText > 0) out.push(text);
    },
  });
  return out.join("");
}
