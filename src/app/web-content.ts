import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { narrativeText } from "../core/narrative/narrative-text";
import { htmlFragment } from "../formats/html/write-html";
import { requireCurrent, type ReportText } from "./report-text";

/** The report to be pasted into the editor of a website, and its words alone for editors that take no more. */
export type WebContent = { readonly html: string; readonly text: string };

/** @throws Error with a sentence for people when the text does not agree with the figures */
export function webContent(template: Template, report: Report, text: ReportText, prior?: Report): WebContent {
  requireCurrent(text);
  const { narrative } = text;
  return { html: htmlFragment(template, report, narrative, prior), text: narrativeText(narrative) };
}
