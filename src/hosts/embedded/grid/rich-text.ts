import type { IDocumentBody, IDocumentData, ITextRun } from "@univerjs/core";
import type { RichTextRun } from "hucre";
import { exportFont } from "./export-styles";
import { importFont, type Theme } from "./import-styles";

/** A cell with several fonts as the document Univer keeps for it; line breaks become paragraphs. */
export function richTextDocument(runs: readonly RichTextRun[], theme: Theme): IDocumentData {
  const textRuns: ITextRun[] = [];
  let dataStream = "";
  for (const run of runs) {
    const st = dataStream.length;
    dataStream += run.text.replace(/\r?\n/g, "\r");
    textRuns.push({ st, ed: dataStream.length, ts: importFont(run.font ?? {}, theme) });
  }
  dataStream += "\r\n";
  const paragraphs = [...dataStream.matchAll(/\r/g)].map((match) => ({ startIndex: match.index }));
  return {
    id: "d",
    documentStyle: {},
    body: { dataStream, textRuns, paragraphs, sectionBreaks: [{ startIndex: dataStream.length - 1 }] },
  };
}

/** The runs of a cell's document, paragraphs parted by line breaks; a single run without a font of its own is plain text. */
export function richTextRuns({ dataStream, textRuns = [] }: IDocumentBody): readonly RichTextRun[] {
  const text = dataStream.replace(/\r?\n?$/, "").replaceAll("\r", "\n");
  const edges = [0, ...textRuns.flatMap(({ st, ed }) => [st, ed]), text.length];
  const cuts = [...new Set(edges)].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const style = textRuns.find(({ st, ed }) => st <= start && end <= ed)?.ts;
    return { text: text.slice(start, end), ...(style === undefined ? {} : { font: exportFont(style) }) };
  });
}
