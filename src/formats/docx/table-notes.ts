import { Paragraph, TextRun } from "docx";

import type { Report } from "../../core/model/report";
import type { FormSheet, Template } from "../../core/model/template";
import { documentMessages } from "../../messages/document";
import { chinese, fonts } from "./fonts";
import { pt } from "./page";
import { printable } from "./printable";
import { tableStyle } from "./styles";

/** What stands below a table: that its form is 未核验, and the 表尾 with whatever was filled in. */
export function tableNotes(template: Template, { footer }: FormSheet, report: Report): readonly Paragraph[] {
  const labels = footer?.labels ?? [];
  const perLine = (footer?.spans.length ?? 2) / 2;
  const signed = Array.from({ length: Math.ceil(labels.length / perLine) }, (_, line) =>
    labels
      .slice(line * perLine, (line + 1) * perLine)
      .map((label) => documentMessages.footerField(label, report.footer?.[label] ?? "")),
  );
  return [...(template.verified ? [] : [[documentMessages.unverified]]), ...signed].map(
    (fields, index) =>
      new Paragraph({
        style: tableStyle,
        spacing: { before: index === 0 ? pt(4) : 0 },
        tabStops: fields.slice(1).map((_, at) => ({ type: "left", position: pt(220 * (at + 1)) })),
        children: fields.map(
          (text, at) => new TextRun({ text: (at > 0 ? "\t" : "") + printable(text), font: chinese(fonts.table) }),
        ),
      }),
  );
}
