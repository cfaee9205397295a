import { AlignmentType, LineRuleType, type IStylesOptions } from "docx";

import { chinese, fonts } from "./fonts";
import { bodySize, bodySpacing, lineHeight, pt } from "./page";

const twoCharacters = { firstLine: 2 * (pt(bodySize) + bodySpacing), firstLineChars: 200 };
const exactly = (line: number): { readonly line: number; readonly lineRule: typeof LineRuleType.EXACT } => ({
  line,
  lineRule: LineRuleType.EXACT,
});
const halfPoints = (size: number): number => size * 2;

export const bodyStyle = "Body";
export const tableStyle = "TableText";
export const footerStyle = "PageNumber";

/** Styles of the document, so that an office can still change all of one kind at once. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: chinese(fonts.body), size: halfPoints(bodySize), language: { value: "en-US", eastAsia: "zh-CN" } },
    },
    title: {
      run: { font: chinese(fonts.title), size: halfPoints(22), bold: false, color: "000000" },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...exactly(pt(36)), after: lineHeight },
        keepNext: true,
      },
    },
    heading1: {
      run: { font: chinese(fonts.heading), size: halfPoints(bodySize), bold: false, color: "000000" },
      paragraph: { spacing: exactly(lineHeight), indent: twoCharacters, keepNext: true },
    },
    heading2: {
      run: { font: chinese(fonts.subheading), size: halfPoints(bodySize), bold: false, color: "000000" },
      paragraph: { spacing: exactly(lineHeight), indent: twoCharacters, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: bodyStyle,
      name: "正文（公文）",
      basedOn: "Normal",
      quickFormat: true,
      run: { characterSpacing: bodySpacing },
      paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: exactly(lineHeight), indent: twoCharacters },
    },
    {
      id: tableStyle,
      name: "表内文字",
      basedOn: "Normal",
      quickFormat: true,
      run: { font: chinese(fonts.table), size: halfPoints(10.5) },
    },
    {
      id: footerStyle,
      name: "页码",
      basedOn: "Normal",
      run: { font: chinese(fonts.table), size: halfPoints(14) },
    },
  ],
};
