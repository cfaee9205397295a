import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import type { Narrative } from "../core/narrative/narrative";
import { narrativeText } from "../core/narrative/narrative-text";
import { htmlFragment } from "../formats/html/write-html";

/** The report to be pasted into the editor of a website, and its words alone for editors that take no more. */
export type WebContent = { readonly html: string; readonly text: string };

/** @throws Error with a sentence for people when the text does not agree with the figures */
export function webContent(template: Template, report: Report, narrative: Narrative, prior?: Report): WebContent {
  return { html: htmlFragment(template, report, narrative, prior), text: narrativeText(narrative) };
}
