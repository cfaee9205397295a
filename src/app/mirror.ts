import type { CellId, CellValue } from "../core/model/cell";
import { plainNumber } from "../formats/xlsx/plain-number";
import { bounding, intersection } from "./areas";
import type { Area, Block, Contents, RawCell } from "./ports";

/** Where a table's figures stand: the cell of the form at each place of its block. */
export type AnchorShape = {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Offsets from the block's upper left cell. */
  readonly cells: readonly {
    readonly cell: CellId;
    readonly row: number;
    readonly column: number;
    /** A total: somebody may well write a formula there. */
    readonly total: boolean;
  }[];
};

type Place = {
  readonly area: Area;
  readonly values: RawCell[][];
  readonly formulas: RawCell[][];
  readonly shape: AnchorShape | undefined;
};

/**
 * What stands in the form's blocks, kept in step with the sheet so that an edit need not read it again.
 * Mutable on purpose: it is the one picture of the sheet, owned by one session.
 */
export type Mirror = {
  readonly values: ReadonlyMap<CellId, CellValue>;
  /** Cells that hold a formula. No event tells when its result changes. */
  readonly computed: ReadonlySet<CellId>;
  /** Anchors that are missing or whose block has lost or gained rows or columns. */
  readonly damaged: readonly string[];
  /** The block of an anchor as it stands now. */
  readonly block: (name: string) => Block | undefined;
  /** Takes over what stands in an area; tells which cells of the form changed, and whether anything else did. */
  readonly put: (area: Area, contents: Contents) => Changed;
  /** Whether a formula may stand in an area, of which an event tells only the result. */
  readonly mayCompute: (area: Area) => boolean;
  /** The part of an area that belongs to the form: at most one rectangle, on the area's sheet. */
  readonly relevant: (area: Area) => Area | undefined;
  readonly areaOf: (cell: CellId) => Area | undefined;
};

export type Changed = { readonly cells: readonly ValueChange[]; readonly others: boolean };

/** A cell of the form with what it held and what it holds. */
export type ValueChange = { readonly cell: CellId; readonly from: CellValue; readonly to: CellValue };

/** A value of a cell as Excel gives it, as the report holds it: a text that plainly is a number counts as that number. */
export function fromRaw(raw: RawCell): CellValue {
  if (typeof raw === "number") return raw;
  if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
  return raw === "" ? null : (plainNumber(raw) ?? raw);
}

/** A value as it was typed. */
export function typed(value: RawCell): Contents {
  return { values: [[value]], formulas: [[value]] };
}

export function createMirror(shapes: readonly AnchorShape[], blocks: ReadonlyMap<string, Block>): Mirror {
  const values = new Map<CellId, CellValue>();
  const areas = new Map<CellId, Area>();
  const places = new Map<string, Place>();
  const damaged: string[] = [];
  const totals = new Set(shapes.flatMap(({ cells }) => cells.flatMap(({ cell, total }) => (total ? [cell] : []))));
  const computed = new Set<CellId>();

  for (const [name, { values: rows, formulas, sheet, row, column, rows: height, columns: width }] of blocks) {
    const shape = shapes.find((anchor) => anchor.name === name);
    const area: Area = { sheet, row, column, rows: height, columns: width };
    places.set(name, {
      area,
      values: rows.map((line) => [...line]),
      formulas: formulas.map((line) => [...line]),
      shape,
    });
  }
  for (const shape of shapes) {
    const place = places.get(shape.name);
    if (place?.area.rows !== shape.rows || place.area.columns !== shape.columns) {
      damaged.push(shape.name);
      places.delete(shape.name);
      continue;
    }
    for (const { cell, row, column } of shape.cells) {
      const { area } = place;
      values.set(cell, fromRaw(place.values[row]?.[column] ?? ""));
      if (isFormula(place.formulas[row]?.[column], place.values[row]?.[column])) computed.add(cell);
      areas.set(cell, { sheet: area.sheet, row: area.row + row, column: area.column + column, rows: 1, columns: 1 });
    }
  }

  return {
    values,
    computed,
    damaged,
    block: (name) => {
      const place = places.get(name);
      return place === undefined ? undefined : { ...place.area, values: place.values, formulas: place.formulas };
    },
    areaOf: (cell) => areas.get(cell),
    mayCompute: (area) =>
      [...totals, ...computed].some((cell) => {
        const place = areas.get(cell);
        return place !== undefined && intersection(area, place) !== undefined;
      }),
    relevant: (area) => {
      const parts = [...places.values()]
        .map((place) => intersection(area, place.area))
        .filter((part) => part !== undefined);
      return parts.length === 0 ? undefined : parts.reduce(bounding);
    },
    put: (area, incoming) => {
      const cells: ValueChange[] = [];
      let others = false;
      for (const place of places.values()) {
        const part = intersection(area, place.area);
        if (part === undefined) continue;
        for (let row = part.row; row < part.row + part.rows; row += 1) {
          for (let column = part.column; column < part.column + part.columns; column += 1) {
            const raw = incoming.values[row - area.row]?.[column - area.column];
            const line = place.values[row - place.area.row];
            const formulas = place.formulas[row - place.area.row];
            if (raw === undefined || line === undefined || formulas === undefined) continue;
            others ||= place.shape === undefined && line[column - place.area.column] !== raw;
            line[column - place.area.column] = raw;
            formulas[column - place.area.column] = incoming.formulas[row - area.row]?.[column - area.column] ?? raw;
          }
        }
        if (place.shape !== undefined) {
          const before = computed.size;
          cells.push(...takeOver(place, values, computed));
          others ||= computed.size !== before;
        }
      }
      return { cells, others };
    },
  };
}

/** A text that begins with an equals sign is its own result. */
function isFormula(content: RawCell | undefined, result: RawCell | undefined): boolean {
  return typeof content === "string" && content.startsWith("=") && content !== result;
}

function takeOver(place: Place, values: Map<CellId, CellValue>, computed: Set<CellId>): readonly ValueChange[] {
  const changed: ValueChange[] = [];
  for (const { cell, row, column } of place.shape?.cells ?? []) {
    const to = fromRaw(place.values[row]?.[column] ?? "");
    if (isFormula(place.formulas[row]?.[column], place.values[row]?.[column])) computed.add(cell);
    else computed.delete(cell);
    const from = values.get(cell) ?? null;
    if (from === to) continue;
    values.set(cell, to);
    changed.push({ cell, from, to });
  }
  return changed;
}
