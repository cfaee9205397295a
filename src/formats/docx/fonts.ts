import type { IFontAttributesProperties } from "docx";

import { escapeXml } from "../xlsx/xml";

/** The fonts of a 公文. All but 小标宋 come with every Chinese Windows and Office. */
export const fonts = {
  title: "方正小标宋简体",
  body: "仿宋",
  heading: "黑体",
  subheading: "楷体",
  table: "宋体",
} as const;

/** Figures and Latin letters. */
const latin = "Times New Roman";

/** The hint keeps quotation marks and dashes, which both scripts use, in the Chinese font. */
export function chinese(name: string): IFontAttributesProperties {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: name, hint: "eastAsia" };
}

/** What to show where a font is missing; Word takes the other name from here. */
const substitutes: readonly (readonly [name: string, substitute: string | null, family: string])[] = [
  [fonts.title, "华文中宋,宋体", "roman"],
  [fonts.body, "仿宋_GB2312", "modern"],
  [fonts.heading, "SimHei", "modern"],
  [fonts.subheading, "楷体_GB2312", "modern"],
  [fonts.table, "SimSun", "roman"],
];

const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The package part that names the fonts and their substitutes. */
export function fontTable(): { readonly path: string; readonly data: string } {
  const entries = substitutes.map(([name, substitute, family]) => {
    const other = substitute === null ? "" : `<w:altName w:val="${escapeXml(substitute)}"/>`;
    return `<w:font w:name="${escapeXml(name)}">${other}<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;
  });
  const own = `<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return {
    path: "word/fontTable.xml",
    data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${namespace}">${entries.join("")}${own}</w:fonts>`,
  };
}
