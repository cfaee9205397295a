import { BorderStyleTypes, type IBorderData, type IBorderStyleData, type Nullable } from "@univerjs/core";
import { SetStyleCommand } from "@univerjs/sheets";
import { type Area, columnCount, rowCount } from "./address";
import { invalidArgument } from "./api-error";
import { asText, oneOf } from "./arguments";
import { type Book, existing } from "./book";
import { colorOf, toColor } from "./colors";
import { checkWritable } from "./locked-cells";
import type { ObjectType } from "./object-type";
import { cellsOf } from "./sheet-cells";
import { type ApiRef, type BorderTarget, type RangeTarget, ref } from "./targets";
import { writable } from "./writable-area";

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Edge = (typeof EDGES)[number];
type Side = "t" | "b" | "l" | "r" | "tl_br" | "bl_tr";

/** Excel's line styles with their weights, and Univer's one name for both. */
const LINES: readonly (readonly [style: string, weight: string, type: BorderStyleTypes])[] = [
  ["Continuous", "Thin", BorderStyleTypes.THIN],
  ["Continuous", "Hairline", BorderStyleTypes.HAIR],
  ["Continuous", "Medium", BorderStyleTypes.MEDIUM],
  ["Continuous", "Thick", BorderStyleTypes.THICK],
  ["Dot", "Thin", BorderStyleTypes.DOTTED],
  ["Dash", "Thin", BorderStyleTypes.DASHED],
  ["Dash", "Medium", BorderStyleTypes.MEDIUM_DASHED],
  ["DashDot", "Thin", BorderStyleTypes.DASH_DOT],
  ["DashDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["DashDotDot", "Thin", BorderStyleTypes.DASH_DOT_DOT],
  ["DashDotDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["SlantDashDot", "Medium", BorderStyleTypes.SLANT_DASH_DOT],
  ["Double", "Thick", BorderStyleTypes.DOUBLE],
];

type CellSide = { readonly row: number; readonly column: number; readonly side: Side };

/** The sides of cells that an edge of a range consists of. */
function sidesOf(area: Area, edge: Edge): CellSide[] {
  const sides: CellSide[] = [];
  for (let row = area.startRow; row <= area.endRow; row++) {
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      for (const side of cellSides(area, row, column, edge)) {
        sides.push({ row, column, side });
      }
    }
  }
  return sides;
}

function cellSides(area: Area, row: number, column: number, edge: Edge): readonly Side[] {
  const only = (condition: boolean, side: Side): readonly Side[] => (condition ? [side] : []);
  switch (edge) {
    case "EdgeTop":
      return only(row === area.startRow, "t");
    case "EdgeBottom":
      return only(row === area.endRow, "b");
    case "EdgeLeft":
      return only(column === area.startColumn, "l");
    case "EdgeRight":
      return only(column === area.endColumn, "r");
    case "InsideHorizontal":
      return [...only(row < area.endRow, "b"), ...only(row > area.startRow, "t")];
    case "InsideVertical":
      return [...only(column < area.endColumn, "r"), ...only(column > area.startColumn, "l")];
    case "DiagonalDown":
      return ["tl_br"];
    case "DiagonalUp":
      return ["bl_tr"];
  }
}

const OPPOSITE: Readonly<Partial<Record<Side, readonly [rows: number, columns: number, side: Side]>>> = {
  t: [-1, 0, "b"],
  b: [1, 0, "t"],
  l: [0, -1, "r"],
  r: [0, 1, "l"],
};

function lineOf(book: Book, sheetId: string, { row, column, side }: CellSide): Nullable<IBorderStyleData> {
  const stored = cellsOf(book.sheet(sheetId));
  const own = stored.style(row, column).bd?.[side];
  const opposite = OPPOSITE[side];
  if (own !== undefined && own !== null) {
    return own;
  }
  if (opposite === undefined || row + opposite[0] < 0 || column + opposite[1] < 0) {
    return null;
  }
  return stored.style(row + opposite[0], column + opposite[1]).bd?.[opposite[2]] ?? null;
}

/** The line of an edge; undefined when its cells differ. */
function commonLine(target: BorderTarget, book: Book): Nullable<IBorderStyleData> {
  const area = existing(book.sheet(target.sheetId), target.area);
  const lines =
    area === null ? [] : sidesOf(area, target.edge as Edge).map((side) => lineOf(book, target.sheetId, side));
  const [first = null] = lines;
  return lines.every((line) => JSON.stringify(line) === JSON.stringify(first)) ? first : undefined;
}

/** Changes the line of every cell side of the edge. A removed line is also removed from the neighbours' sides. */
function changeLines(
  target: BorderTarget,
  book: Book,
  change: (line: IBorderStyleData) => IBorderStyleData | null,
): void {
  checkWritable(book, target, "format");
  const area = writable(target, book);
  const stored = cellsOf(book.sheet(target.sheetId));
  const cells = new Map<string, { readonly row: number; readonly column: number; bd: IBorderData }>();
  const put = ({ row, column, side }: CellSide, line: IBorderStyleData | null): void => {
    const key = `${String(row)},${String(column)}`;
    const cell = cells.get(key) ?? { row, column, bd: { ...stored.style(row, column).bd } };
    cell.bd = { ...cell.bd, [side]: line };
    cells.set(key, cell);
  };
  for (const side of sidesOf(area, target.edge as Edge)) {
    const line = change(lineOf(book, target.sheetId, side) ?? { s: BorderStyleTypes.THIN, cl: { rgb: "#000000" } });
    put(side, line);
    const opposite = OPPOSITE[side.side];
    const [row, column] = [side.row + (opposite?.[0] ?? 0), side.column + (opposite?.[1] ?? 0)];
    const hasOther = opposite !== undefined && row >= 0 && column >= 0 && stored.style(row, column).bd?.[opposite[2]];
    if (line === null && hasOther) {
      put({ row, column, side: opposite[2] }, null);
    }
  }
  store(book, target.sheetId, [...cells.values()]);
}

type BorderedCell = { readonly row: number; readonly column: number; readonly bd: IBorderData };

/** One command for the rectangle around all changed cells, so that one undo takes them back. */
function store(book: Book, sheetId: string, cells: readonly BorderedCell[]): void {
  if (cells.length === 0) {
    return;
  }
  const [rows, columns] = [cells.map((cell) => cell.row), cells.map((cell) => cell.column)];
  const range = { startRow: min(rows), endRow: max(rows), startColumn: min(columns), endColumn: max(columns) };
  const stored = cellsOf(book.sheet(sheetId));
  const value = Array.from({ length: rowCount(range) }, (_, row) =>
    Array.from({ length: columnCount(range) }, (_unused, column) => {
      const place = { row: range.startRow + row, column: range.startColumn + column };
      const changed = cells.find((cell) => cell.row === place.row && cell.column === place.column);
      return changed?.bd ?? stored.style(place.row, place.column).bd ?? null;
    }),
  );
  book.command(SetStyleCommand.id, sheetId, { range, style: { type: "bd", value } });
}

function min(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function max(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}

function names(line: IBorderStyleData): readonly [style: string, weight: string] {
  const found = LINES.find(([, , type]) => type === line.s);
  return found === undefined ? ["None", "Thin"] : [found[0], found[1]];
}

function typeFor(style: string, weight: string): BorderStyleTypes {
  const exact = LINES.find(([one, other]) => one === style && other === weight);
  const [, , type] = exact ?? LINES.find(([one]) => one === style) ?? [];
  if (type === undefined) {
    throw invalidArgument(`border ${style}`);
  }
  return type;
}

export const rangeBorderType: ObjectType<BorderTarget> = {
  properties: {
    sideIndex: { get: ({ edge }) => edge },
    style: {
      get: (target, book) => {
        const line = commonLine(target, book);
        return line === undefined ? null : line === null ? "None" : names(line)[0];
      },
      set: (target, value, book) => {
        const style = oneOf(value, ["None", ...new Set(LINES.map(([name]) => name))]);
        changeLines(target, book, (line) => (style === "None" ? null : { ...line, s: typeFor(style, names(line)[1]) }));
      },
    },
    weight: {
      get: (target, book) => {
        const line = commonLine(target, book);
        return line === undefined ? null : line === null ? "Thin" : names(line)[1];
      },
      set: (target, value, book) => {
        const weight = oneOf(value, ["Hairline", "Thin", "Medium", "Thick"]);
        changeLines(target, book, (line) => ({
          ...line,
          s: typeFor(weight === "Hairline" ? "Continuous" : names(line)[0], weight),
        }));
      },
    },
    color: {
      get: (target, book) => {
        const line = commonLine(target, book);
        return line === undefined ? null : (toColor(line?.cl.rgb) ?? "#000000");
      },
      set: (target, value, book) => {
        const rgb = colorOf(value);
        changeLines(target, book, (line) => ({ ...line, cl: { rgb } }));
      },
    },
  },
};

function border(range: RangeTarget, edge: unknown): ApiRef {
  return ref("RangeBorder", { ...range, edge: oneOf(asText(edge), EDGES) });
}

export const rangeBorderCollectionType: ObjectType<RangeTarget> = {
  items: (range) => EDGES.map((edge) => border(range, edge)),
  item: (range, key) => border(range, key),
  methods: {
    getItem: (range, args) => border(range, args.value(0)),
    getItemAt: (range, args) => border(range, EDGES[args.integer(0)]),
  },
  properties: { count: { get: () => EDGES.length } },
};
