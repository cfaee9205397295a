import {
  BaselineOffset,
  BooleanNumber,
  HorizontalAlign,
  type IBorderData,
  type IBorderStyleData,
  type IColorStyle,
  type IStyleData,
  type ITextRotation,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import {
  type AlignmentStyle,
  type BorderSide,
  type BorderStyle,
  type CellStyle,
  type Color,
  type FillStyle,
  type FontStyle,
  resolveThemeColor,
} from "hucre";
import { BORDER_STYLES } from "./border-styles";
import { INDEXED_COLORS } from "./indexed-colors";

/** The colours of the workbook's theme, as the library hands them over; empty where the file has no theme. */
export type Theme = readonly string[];

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};

const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  justify: VerticalAlign.MIDDLE,
  distributed: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

/** A cell format of the file as Univer draws it. Whether the cell is locked is kept apart (see CellExtras). */
export function importStyle(style: CellStyle, theme: Theme): IStyleData {
  return {
    ...importFont(style.font ?? {}, theme),
    ...importFill(style.fill, theme),
    ...importBorder(style.border, theme),
    ...importAlignment(style.alignment ?? {}),
    ...(style.numFmt === undefined || style.numFmt === "General" ? {} : { n: { pattern: style.numFmt } }),
  };
}

/** A differential format (conditional formats): its solid fill stands in the background colour, unlike a cell's. */
export function importDifferentialStyle(style: CellStyle, theme: Theme): IStyleData {
  const { fill } = style;
  const color = fill?.type === "pattern" ? importColor(fill.bgColor ?? fill.fgColor, theme) : undefined;
  const font = style.font === undefined ? {} : importFont(style.font, theme);
  return { ...font, ...importBorder(style.border, theme), ...(color === undefined ? {} : { bg: color }) };
}

/** A font of the file; also used for the runs of rich text. */
export function importFont(font: FontStyle, theme: Theme): IStyleData {
  const color = importColor(font.color, theme);
  const underlined = font.underline !== undefined && font.underline !== false;
  const double = font.underline === "double" || font.underline === "doubleAccounting";
  return {
    ...(font.name === undefined ? {} : { ff: font.name }),
    ...(font.size === undefined ? {} : { fs: font.size }),
    ...(font.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(font.italic === true ? { it: BooleanNumber.TRUE } : {}),
    ...(underlined ? { ul: { s: BooleanNumber.TRUE, t: double ? TextDecoration.DOUBLE : TextDecoration.SINGLE } } : {}),
    ...(font.strikethrough === true ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(font.vertAlign === undefined
      ? {}
      : { va: font.vertAlign === "superscript" ? BaselineOffset.SUPERSCRIPT : BaselineOffset.SUBSCRIPT }),
    ...(color === undefined ? {} : { cl: color }),
  };
}

function importFill(fill: FillStyle | undefined, theme: Theme): IStyleData {
  if (fill === undefined) return {};
  // Univer has flat fills only: of a gradient the first colour stays, of a pattern its main colour.
  const source = fill.type === "gradient" ? fill.stops[0]?.color : fill.pattern === "none" ? undefined : fill.fgColor;
  const color = importColor(source, theme);
  return color === undefined ? {} : { bg: color };
}

function importBorder(border: BorderStyle | undefined, theme: Theme): IStyleData {
  if (border === undefined) return {};
  const sides: IBorderData = {
    ...importSide("t", border.top, theme),
    ...importSide("r", border.right, theme),
    ...importSide("b", border.bottom, theme),
    ...importSide("l", border.left, theme),
    ...(border.diagonalDown === true ? importSide("tl_br", border.diagonal, theme) : {}),
    ...(border.diagonalUp === true ? importSide("bl_tr", border.diagonal, theme) : {}),
  };
  return Object.keys(sides).length === 0 ? {} : { bd: sides };
}

function importSide(key: keyof IBorderData, side: BorderSide | undefined, theme: Theme): IBorderData {
  if (side === undefined) return {};
  const line: IBorderStyleData = {
    s: BORDER_STYLES[side.style],
    cl: importColor(side.color, theme) ?? { rgb: "#000000" },
  };
  return { [key]: line };
}

function importAlignment(alignment: AlignmentStyle): IStyleData {
  const horizontal = alignment.horizontal === undefined ? undefined : HORIZONTAL[alignment.horizontal];
  const vertical = alignment.vertical === undefined ? VerticalAlign.BOTTOM : VERTICAL[alignment.vertical];
  const rotation = importRotation(alignment.textRotation ?? 0);
  const indent = alignment.indent ?? 0;
  const indentSide = alignment.horizontal === "right" ? "r" : "l";
  return {
    ...(horizontal === undefined ? {} : { ht: horizontal }),
    vt: vertical ?? VerticalAlign.BOTTOM,
    tb: alignment.wrapText === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    ...(rotation === null ? {} : { tr: rotation }),
    // Excel's indent is three spaces of the default font, about 9 px, on top of the usual 2 px.
    ...(indent === 0 ? {} : { pd: { [indentSide]: INDENT_BASE + INDENT_STEP * indent } }),
  };
}

export const INDENT_BASE = 2;
export const INDENT_STEP = 9;

/** The file counts 0–90 upwards and 91–180 downwards, 255 is letters one below the other; Univer's angles go clockwise. */
function importRotation(rotation: number): ITextRotation | null {
  if (rotation === 0) return null;
  if (rotation === 255) return { a: 0, v: BooleanNumber.TRUE };
  return { a: rotation <= 90 ? -rotation : rotation - 90 };
}

/** A colour of the file as `#rrggbb`; undefined where the file leaves it to the program (automatic). */
export function importColor(color: Color | undefined, theme: Theme): IColorStyle | undefined {
  const rgb = rgbOf(color, theme);
  return rgb === undefined ? undefined : { rgb: `#${rgb.slice(-6).toLowerCase()}` };
}

// SpreadsheetML numbers the theme's colours light before dark, the theme part stores them dark before light.
const THEME_ORDER = [1, 0, 3, 2] as const;

function rgbOf(color: Color | undefined, theme: Theme): string | undefined {
  if (color === undefined) return undefined;
  if (color.rgb !== undefined) return color.rgb;
  if (color.theme !== undefined && theme.length > 0) {
    return resolveThemeColor([...theme], THEME_ORDER[color.theme] ?? color.theme, color.tint);
  }
  return color.indexed === undefined ? undefined : INDEXED_COLORS[color.indexed];
}
