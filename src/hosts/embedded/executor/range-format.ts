import {
  BooleanNumber,
  HorizontalAlign,
  type ICellData,
  type IStyleData,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import { SetStyleCommand } from "@univerjs/sheets";
import { INDENT_BASE, INDENT_STEP } from "../grid/import-styles";
import { invalidArgument, notImplemented } from "./api-error";
import { asFlag, asNumber, asText, booleanNumber, oneOf } from "./arguments";
import { type Book, existing } from "./book";
import { colorOf, toColor } from "./colors";
import { checkWritable, isLocked } from "./locked-cells";
import type { ObjectType, Property } from "./object-type";
import { sizeMethods, sizeProperties } from "./range-sizes";
import { setCells } from "./range-values";
import { cellsOf } from "./sheet-cells";
import { type RangeTarget, ref } from "./targets";
import { lines, writable } from "./writable-area";

/** A setting of cells that Univer keeps in their style: null when the cells differ, as in Excel. */
function styleProperty(
  key: keyof IStyleData,
  read: (style: IStyleData) => unknown,
  write: (value: unknown, style: IStyleData) => IStyleData[keyof IStyleData],
): Property<RangeTarget> {
  return {
    get: (range, book) => common(range, book, (style) => read(style)),
    set: (range, value, book) => {
      setStyle(range, key, write(value, firstStyle(range, book)), book);
    },
  };
}

function firstStyle({ sheetId, area }: RangeTarget, book: Book): IStyleData {
  return cellsOf(book.sheet(sheetId)).style(area.startRow, area.startColumn);
}

/** What all cells share, null when they differ. Cells beyond the grid's edge are not asked. */
export function common<T>(
  { sheetId, area }: RangeTarget,
  book: Book,
  read: (style: IStyleData, row: number, column: number) => T,
): T | null {
  const sheet = book.sheet(sheetId);
  const inside = existing(sheet, area);
  const { startRow, endRow, startColumn, endColumn } = inside ?? {
    ...area,
    endRow: area.startRow,
    endColumn: area.startColumn,
  };
  const cells = cellsOf(sheet);
  const first = read(cells.style(startRow, startColumn), startRow, startColumn);
  const wanted = JSON.stringify(first);
  for (let row = startRow; row <= endRow; row++) {
    for (let column = startColumn; column <= endColumn; column++) {
      if (JSON.stringify(read(cells.style(row, column), row, column)) !== wanted) {
        return null;
      }
    }
  }
  return first;
}

/** Writes one style entry to all cells of a range that the grid has; the grid grows for ranges with an end. */
export function setStyle(
  range: RangeTarget,
  key: keyof IStyleData,
  value: IStyleData[keyof IStyleData],
  book: Book,
): void {
  checkWritable(book, range, "format");
  book.command(SetStyleCommand.id, range.sheetId, { range: writable(range, book), style: { type: key, value } });
}

const HORIZONTAL = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
} as const;

const VERTICAL = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM } as const;

function nameOf<T>(names: Readonly<Record<string, T>>, value: T | null | undefined, fallback: string): string {
  return Object.entries(names).find(([, one]) => one === value)?.[0] ?? fallback;
}

const VERTICAL_TEXT = 180;

export const rangeFormatType: ObjectType<RangeTarget> = {
  navigation: {
    fill: (range) => ref("RangeFill", range),
    font: (range) => ref("RangeFont", range),
    borders: (range) => ref("RangeBorderCollection", range),
    protection: (range) => ref("FormatProtection", range),
  },
  properties: {
    horizontalAlignment: styleProperty(
      "ht",
      (style) => nameOf(HORIZONTAL, style.ht, "General"),
      (value) => HORIZONTAL[oneOf(value, Object.keys(HORIZONTAL) as (keyof typeof HORIZONTAL)[])],
    ),
    verticalAlignment: styleProperty(
      "vt",
      (style) => nameOf(VERTICAL, style.vt, "Bottom"),
      (value) => VERTICAL[oneOf(value, Object.keys(VERTICAL) as (keyof typeof VERTICAL)[])],
    ),
    wrapText: styleProperty(
      "tb",
      (style) => style.tb === WrapStrategy.WRAP,
      (value) => (asFlag(value) ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW),
    ),
    textOrientation: styleProperty(
      "tr",
      // Univer counts degrees clockwise, Excel counter-clockwise; 180 means letters one below the other.
      (style) => (style.tr?.v === BooleanNumber.TRUE ? VERTICAL_TEXT : 0 - (style.tr?.a ?? 0)),
      (value) => {
        const angle = asNumber(value);
        if (angle === VERTICAL_TEXT) {
          return { a: 0, v: BooleanNumber.TRUE };
        }
        if (angle < -90 || angle > 90) {
          throw invalidArgument("the text orientation is between -90 and 90, or 180");
        }
        return { a: 0 - angle, v: BooleanNumber.FALSE };
      },
    ),
    indentLevel: styleProperty(
      "pd",
      (style) => Math.max(0, Math.round(((style.pd?.l ?? INDENT_BASE) - INDENT_BASE) / INDENT_STEP)),
      (value) => {
        const level = asNumber(value);
        if (!Number.isInteger(level) || level < 0 || level > 250) {
          throw invalidArgument("the indent level is between 0 and 250");
        }
        return { l: INDENT_BASE + level * INDENT_STEP };
      },
    ),
    ...sizeProperties,
  },
  methods: sizeMethods,
};

export const rangeFillType: ObjectType<RangeTarget> = {
  properties: {
    color: styleProperty(
      "bg",
      (style) => toColor(style.bg?.rgb) ?? "#FFFFFF",
      (value) => ({ rgb: colorOf(value) }),
    ),
  },
  methods: {
    clear: (range, _args, book) => {
      setStyle(range, "bg", null, book);
    },
  },
};

const UNDERLINE = { None: BooleanNumber.FALSE, Single: BooleanNumber.TRUE } as const;

export const rangeFontType: ObjectType<RangeTarget> = {
  properties: {
    name: styleProperty("ff", (style) => style.ff ?? "等线", asText),
    size: styleProperty("fs", (style) => style.fs ?? 11, asNumber),
    bold: styleProperty(
      "bl",
      (style) => style.bl === BooleanNumber.TRUE,
      (value) => booleanNumber(value),
    ),
    italic: styleProperty(
      "it",
      (style) => style.it === BooleanNumber.TRUE,
      (value) => booleanNumber(value),
    ),
    strikethrough: styleProperty(
      "st",
      (style) => style.st?.s === BooleanNumber.TRUE,
      (value) => ({ s: booleanNumber(value) }),
    ),
    underline: styleProperty(
      "ul",
      (style) => (style.ul?.s === BooleanNumber.TRUE ? "Single" : "None"),
      (value) => {
        const kind = asText(value);
        if (!Object.hasOwn(UNDERLINE, kind)) {
          throw notImplemented(`RangeFont.underline = "${kind}"`);
        }
        return { s: UNDERLINE[kind as keyof typeof UNDERLINE] };
      },
    ),
    color: styleProperty(
      "cl",
      (style) => toColor(style.cl?.rgb) ?? "#000000",
      (value) => ({ rgb: colorOf(value) }),
    ),
  },
};

export const formatProtectionType: ObjectType<RangeTarget> = {
  properties: {
    locked: {
      get: (range, book) => {
        const matrix = book.sheet(range.sheetId).getSheet().getCellMatrix();
        return common(range, book, (_style, row, column) => isLocked(matrix.getValue(row, column)?.custom));
      },
      set: (range, value, book) => {
        const locked = asFlag(value);
        checkWritable(book, range, "format");
        setLocked(range, locked, book);
      },
    },
  },
};

function setLocked(range: RangeTarget, locked: boolean, book: Book): void {
  const sheet = book.sheet(range.sheetId);
  const area = writable(range, book);
  const matrix = sheet.getSheet().getCellMatrix();
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const row of lines(area, "rows")) {
    for (const column of lines(area, "columns")) {
      const { unlocked, ...rest } = (matrix.getValue(row, column)?.custom ?? {}) as { unlocked?: boolean };
      if ((unlocked === true) === locked) {
        (cells[row] ??= {})[column] = { custom: locked ? rest : { ...rest, unlocked: true } };
      }
    }
  }
  setCells(book, range.sheetId, area, cells);
}
