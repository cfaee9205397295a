import type { Report } from "../../core/model/report";
import type { Template } from "../../core/model/template";
import type { Narrative, Paragraph } from "../../core/narrative/narrative";
import { element, escapeText, voidElement } from "./element";
import { pageStyle, pastedStyle } from "./html-style";
import { htmlNotes, htmlTable, type Look } from "./html-table";
import { verifyHtml } from "./verify-html";

/**
 * The report as one page for the office's website: headings, paragraphs and tables by their meaning, no script, nothing
 * fetched from anywhere, legible on its own and printed on A4. What was written is read back.
 * @param prior last year's report, where the narrative compares with it
 * @throws Error with a sentence for people when the page does not agree with the figures or the text
 */
export function writeHtml(template: Template, report: Report, narrative: Narrative, prior?: Report): string {
  const head = [
    voidElement("meta", { charset: "utf-8" }),
    voidElement("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, escapeText(narrative.title)),
    element("style", {}, pageStyle),
  ];
  const body = element("main", {}, `\n${article(template, report, narrative, "page")}\n`);
  const page = `<!DOCTYPE html>\n${element(
    "html",
    { lang: "zh-CN" },
    `\n${element("head", {}, `\n${head.join("\n")}\n`)}\n${element("body", {}, `\n${body}\n`)}\n`,
  )}\n`;
  verifyHtml(page, { template, report, prior }, narrative);
  return page;
}

/**
 * The same without the page around it, to be pasted into the editor of a website: tables bring their lines along.
 * @throws Error as `writeHtml`
 */
export function htmlFragment(template: Template, report: Report, narrative: Narrative, prior?: Report): string {
  const text = article(template, report, narrative, "pasted");
  verifyHtml(text, { template, report, prior }, narrative);
  return text;
}

function article(template: Template, report: Report, narrative: Narrative, look: Look): string {
  const sections = narrative.sections.map((section) => {
    const own = template.sections.find(({ id }) => id === section.id);
    const sheets = own === undefined ? [] : template.sheets.filter(({ sectionId }) => sectionId === section.id);
    const content = [
      element("h2", look === "page" ? { id: section.id } : {}, escapeText(section.title)),
      ...section.paragraphs.map((paragraph) => paragraphElement(paragraph, look)),
      ...sheets.flatMap((sheet) =>
        own === undefined
          ? []
          : [htmlTable(template, sheet, own, report, look), htmlNotes(template, sheet, report, look)].filter(Boolean),
      ),
    ].join("\n");
    return look === "page" ? element("section", { "aria-labelledby": section.id }, `\n${content}\n`) : content;
  });
  const title = element(
    "h1",
    look === "pasted" ? { style: pastedStyle.title } : {},
    titleLines(narrative.title, report.unit, look),
  );
  const preamble = narrative.preamble.map((paragraph) => paragraphElement(paragraph, look));
  return element("article", {}, `\n${[title, ...preamble, ...sections].join("\n")}\n`);
}

/** The unit on a line of its own. */
function titleLines(title: string, unit: string, look: Look): string {
  if (!title.startsWith(unit) || title === unit || unit === "") return escapeText(title);
  const line = look === "pasted" ? { style: pastedStyle.line } : {};
  return [unit, title.slice(unit.length)].map((text) => element("span", line, escapeText(text))).join("");
}

function paragraphElement({ kind, text }: Pick<Paragraph, "kind" | "text">, look: Look): string {
  if (kind === "heading") return element("h3", {}, escapeText(text));
  const pieces = text
    .split(/(【待填：[^】]*】)/u)
    .map((piece, index) => (index % 2 === 1 ? element("mark", {}, escapeText(piece)) : escapeText(piece)));
  return element("p", look === "pasted" ? { style: pastedStyle.paragraph } : {}, pieces.join(""));
}
