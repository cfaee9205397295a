import type { IDocumentData, ITextRun } from "@univerjs/core";
import type { RichTextRun } from "hucre";
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
