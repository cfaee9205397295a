import {
  BaselineOffset,
  BooleanNumber,
  type BorderStyleTypes,
  HorizontalAlign,
  type IBorderStyleData,
  type IColorStyle,
  type IStyleData,
  type Nullable,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { AlignmentStyle, BorderLineStyle, BorderSide, BorderStyle, CellStyle, Color, FontStyle } from "hucre";
import { BORDER_STYLES } from "./border-styles";
import { INDENT_BASE, INDENT_STEP } from "./import-styles";

const LINES = new Map<BorderStyleTypes, BorderLineStyle>(
  (Object.entries(BORDER_STYLES) as [BorderLineStyle, BorderStyleTypes][]).map(([line, style]) => [style, line]),
);

/** What Univer draws as a cell format of the file; `unlocked` is the cell's own flag (see CellExtras). */
export function exportStyle(style: IStyleData, unlocked: boolean): CellStyle {
  const fill = exportColor(style.bg);
  const border = exportBorder(style.bd);
  return {
    font: exportFont(style),
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: fill } }),
    ...(border === undefined ? {} : { border }),
    alignment: exportAlignment(style),
    ...(style.n === undefined || style.n === null ? {} : { numFmt: style.n.pattern }),
    ...(unlocked ? { protection: { locked: false } } : {}),
  };
}

/** A differential format (conditional formats): only what differs, the solid fill in the background colour. */
export function exportDifferentialStyle(style: IStyleData): CellStyle {
  const fill = exportColor(style.bg);
  const border = exportBorder(style.bd);
  const font = exportFont(style);
  return {
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", bgColor: fill } }),
    ...(border === undefined ? {} : { border }),
  };
}

/** A font of the file; also used for the runs of rich text. */
export function exportFont(style: IStyleData): FontStyle {
  const color = exportColor(style.cl);
  return {
    ...(style.ff === undefined || style.ff === null ? {} : { name: style.ff }),
    ...(style.fs === undefined ? {} : { size: style.fs }),
    ...(style.bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(style.it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(style.ul?.s === BooleanNumber.TRUE
      ? { underline: style.ul.t === TextDecoration.DOUBLE ? "double" : true }
      : {}),
    ...(style.st?.s === BooleanNumber.TRUE ? { strikethrough: true } : {}),
    ...(style.va === BaselineOffset.SUPERSCRIPT ? { vertAlign: "superscript" } : {}),
    ...(style.va === BaselineOffset.SUBSCRIPT ? { vertAlign: "subscript" } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

function exportBorder(border: IStyleData["bd"]): BorderStyle | undefined {
  if (border === undefined || border === null) return undefined;
  const down = exportSide(border.tl_br);
  const up = exportSide(border.bl_tr);
  const sides: BorderStyle = {
    ...side("top", border.t),
    ...side("right", border.r),
    ...side("bottom", border.b),
    ...side("left", border.l),
    ...side("diagonal", border.tl_br ?? border.bl_tr),
    ...(down === undefined ? {} : { diagonalDown: true }),
    ...(up === undefined ? {} : { diagonalUp: true }),
  };
  return Object.keys(sides).length === 0 ? undefined : sides;
}

function side(name: "top" | "right" | "bottom" | "left" | "diagonal", line: Nullable<IBorderStyleData>): BorderStyle {
  const exported = exportSide(line);
  return exported === undefined ? {} : { [name]: exported };
}

function exportSide(line: Nullable<IBorderStyleData>): BorderSide | undefined {
  const style = line === undefined || line === null ? undefined : LINES.get(line.s);
  if (style === undefined) return undefined;
  return { style, color: exportColor(line?.cl) ?? { rgb: "000000" } };
}

const HORIZONTAL: Readonly<Partial<Record<HorizontalAlign, NonNullable<AlignmentStyle["horizontal"]>>>> = {
  [HorizontalAlign.LEFT]: "left",
  [HorizontalAlign.CENTER]: "center",
  [HorizontalAlign.RIGHT]: "right",
  [HorizontalAlign.JUSTIFIED]: "justify",
  [HorizontalAlign.BOTH]: "justify",
  [HorizontalAlign.DISTRIBUTED]: "distributed",
};

const VERTICAL: Readonly<Partial<Record<VerticalAlign, NonNullable<AlignmentStyle["vertical"]>>>> = {
  [VerticalAlign.TOP]: "top",
  [VerticalAlign.MIDDLE]: "center",
  [VerticalAlign.BOTTOM]: "bottom",
};

function exportAlignment(style: IStyleData): AlignmentStyle {
  const horizontal = style.ht === undefined || style.ht === null ? undefined : HORIZONTAL[style.ht];
  const vertical = style.vt === undefined || style.vt === null ? undefined : VERTICAL[style.vt];
  const rotation = exportRotation(style.tr);
  const padding = Math.max(style.pd?.l ?? 0, style.pd?.r ?? 0);
  const indent = Math.round((padding - INDENT_BASE) / INDENT_STEP);
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(style.tb === WrapStrategy.WRAP ? { wrapText: true } : {}),
    ...(rotation === 0 ? {} : { textRotation: rotation }),
    ...(indent > 0 ? { indent } : {}),
  };
}

function exportRotation(rotation: IStyleData["tr"]): number {
  if (rotation === undefined || rotation === null) return 0;
  if (rotation.v === BooleanNumber.TRUE) return 255;
  return rotation.a <= 0 ? -rotation.a : 90 + rotation.a;
}

function exportColor(color: Nullable<IColorStyle>): Color | undefined {
  const rgb = hexColor(color?.rgb ?? "");
  return rgb === undefined ? undefined : { rgb };
}

/** Reads the ways in which Univer may hold a colour, `#rgb`, `#rrggbb` or `rgb(r, g, b)`, as `RRGGBB`. */
export function hexColor(text: string): string | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short !== null) {
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")
      .toUpperCase();
  }
  const long = /^#?([0-9a-f]{6})$/i.exec(text);
  if (long?.[1] !== undefined) return long[1].toUpperCase();
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(text);
  return parts
    ?.slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
