import type { StyleName } from "./placed-form";

/** How cells look; colours as RRGGBB, sizes in points. */
export type CellLook = {
  readonly font: string;
  readonly size: number;
  readonly bold?: true;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: true;
  readonly horizontal: "left" | "center" | "right";
  readonly vertical: "top" | "center";
  readonly indent?: number;
  readonly wrap?: true;
  /** Characters from top to bottom. */
  readonly stacked?: true;
  /** Cells that a person fills in: they stay open when the sheet is protected. */
  readonly input?: true;
  readonly numberFormat?: string;
};

const song = { font: "宋体", vertical: "center" } as const;
const cell = { ...song, size: 10.5, border: true, wrap: true } as const;
const printed = { ...cell, size: 12 } as const;

/** The faintest yellow: seen on the screen, white on paper. */
export const inputTint = "FFFDF5";
const figure = { ...song, size: 12, border: true, horizontal: "center", input: true, fill: inputTint } as const;
const paragraph = { font: "仿宋", size: 16, horizontal: "left", vertical: "top", wrap: true, input: true } as const;
const grey = { ...song, color: "808080", size: 9 } as const;

/** The form as an office prints it: 宋体, thin black borders, only the tint shows where to write. */
export const looks: Readonly<Record<StyleName, CellLook>> = {
  title: { font: "黑体", size: 16, horizontal: "center", vertical: "center" },
  unit: { ...song, size: 10.5, horizontal: "left", input: true },
  year: { ...song, size: 10.5, horizontal: "right", input: true },
  head: { ...printed, horizontal: "center" },
  label: { ...printed, horizontal: "left" },
  labelCenter: { ...printed, horizontal: "center" },
  labelVertical: { ...song, size: 12, border: true, horizontal: "center", stacked: true },
  figure,
  total: figure,
  labelFooter: { ...song, size: 10.5, horizontal: "right" },
  // As text, so that a date or a telephone number stays as it was typed.
  footer: { ...song, size: 10.5, horizontal: "left", input: true, fill: inputTint, numberFormat: "@" },
  remark: { ...song, size: 9, horizontal: "left", wrap: true },
  checkHead: { ...grey, horizontal: "center", wrap: true },
  checkLabel: { ...grey, horizontal: "right" },
  checkNote: { ...grey, horizontal: "left" },
  // 差 turns red by a conditional format; what holds stays quiet.
  check: { ...grey, size: 10.5, color: "6B8E6B", horizontal: "center" },
  factHead: { ...cell, horizontal: "center", bold: true, fill: "F2F2F2" },
  factSection: { ...cell, horizontal: "left", bold: true, fill: "F2F2F2" },
  factLabel: { ...cell, horizontal: "left" },
  factPart: { ...cell, horizontal: "right" },
  factNumber: { ...cell, horizontal: "center", input: true, fill: inputTint },
  factWord: { ...cell, horizontal: "left", input: true, fill: inputTint },
  factHint: { ...grey, horizontal: "left", wrap: true },
  reviewCenter: { ...cell, horizontal: "center" },
  reviewSpare: { ...song, size: 10.5, horizontal: "left", wrap: true, input: true },
  textTitle: { ...paragraph, font: "宋体", size: 22, bold: true, horizontal: "center", vertical: "center" },
  textHeading: { ...paragraph, font: "黑体", vertical: "center" },
  textSubheading: { ...paragraph, font: "楷体" },
  textBody: paragraph,
  textTable: { ...grey, size: 10.5, horizontal: "center", wrap: true },
  factKey: { ...grey, horizontal: "left" },
};

/** Conditional looks: a broken check, and the sums that take part in it. */
export const conditionalLooks = {
  differs: { color: "C00000", fill: "FDE9E7" },
  involved: { color: "C00000", fill: "FDE9E7" },
} as const;
