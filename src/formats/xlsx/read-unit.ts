import { parseRange } from "./a1";
import { restore } from "./cell-text";
import { unitAnchor, yearAnchor } from "./form-layout";
import type { Located } from "./locate-sheet";
import type { RawWorkbook } from "./open-workbook";
import { placeOf } from "./read-figures";
import type { Oddity } from "./read-result";
import { cellKey } from "./cell-key";
import type { RawCell } from "./sheet-xml";

export type UnitAndYear = {
  readonly unit: string;
  readonly year: number | undefined;
  readonly oddities: readonly Oddity[];
};

/**
 * Unit and year as the sheets show them, which is what a person sees and corrects; where they show none, as the
 * workbook's identity says. Sheets that disagree are named: they may come from different files.
 */
export function readUnitAndYear(
  sheets: readonly Located[],
  workbook: RawWorkbook,
  identity: { readonly unit: string; readonly year: number } | undefined,
): UnitAndYear {
  const units = seen(sheets, "unit", unitOf);
  const years = seen(sheets, "year", yearOf);
  const unit = anchored(workbook, unitAnchor, unitOf, units) ?? identity?.unit ?? "";
  const year = anchored(workbook, yearAnchor, yearOf, years) ?? identity?.year;
  return {
    unit,
    year,
    oddities: [
      ...units
        .filter(({ value }) => value !== unit)
        .map(({ place, value }): Oddity => ({ kind: "unitDiffers", place, raw: value })),
      ...years
        .filter(({ value }) => value !== year)
        .map(({ place, value }): Oddity => ({ kind: "yearDiffers", place, raw: String(value) })),
    ],
  };
}

type Seen<T> = { readonly place: string; readonly value: T };

/** The line above each sheet's table, moved along with its head. */
function seen<T>(
  sheets: readonly Located[],
  kind: "unit" | "year",
  read: (raw: RawCell) => T | undefined,
): readonly Seen<T>[] {
  return sheets.flatMap(({ shape, sheet, rows, columns }) => {
    const cell = shape.sheet.cells.find(({ content }) => content.kind === kind);
    const head = rows.get(shape.firstRow);
    if (cell === undefined || head === undefined) return [];
    const row = head + cell.row - shape.firstRow;
    // The line has no labels of its own: it moves with the nearest column that was found.
    const known = Math.max(0, ...[...columns.keys()].filter((column) => column <= cell.column));
    const column = (columns.get(known) ?? known) + cell.column - known;
    const raw = sheet.cells.get(cellKey(row, column));
    const value = raw === undefined ? undefined : read(raw);
    return value === undefined ? [] : [{ place: placeOf(sheet.name, row, column), value }];
  });
}

/** The cell that the name points to when it is one of those above the tables, else what these say first. */
function anchored<T>(
  { names, sheets }: RawWorkbook,
  name: string,
  read: (raw: RawCell) => T | undefined,
  values: readonly Seen<T>[],
): T | undefined {
  const refersTo = names.find((found) => found.name.toLowerCase() === name.toLowerCase())?.refersTo ?? "";
  const at = refersTo.lastIndexOf("!");
  const sheetName = refersTo.slice(0, Math.max(0, at)).replace(/^'|'$/g, "").replaceAll("''", "'");
  const area = parseRange(refersTo.slice(at + 1));
  const sheet = sheets.find((found) => found.name === sheetName);
  if (sheet !== undefined && area !== undefined) {
    const place = placeOf(sheet.name, area.row, area.column);
    const same = values.find((value) => value.place === place);
    if (same !== undefined) return same.value;
    const raw = values.length === 0 ? sheet.cells.get(cellKey(area.row, area.column)) : undefined;
    const value = raw === undefined ? undefined : read(raw);
    if (value !== undefined) return value;
  }
  return values[0]?.value;
}

const unitPrefix = /^\s*(?:填报单位|单位名称|填表单位|单位)\s*[:：]\s*/u;

function unitOf({ value, error }: RawCell): string | undefined {
  if (typeof value !== "string" || error === true) return undefined;
  const unit = restore(value).replace(unitPrefix, "");
  return unit.trim() === "" ? undefined : unit;
}

function yearOf({ value }: RawCell): number | undefined {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.normalize("NFKC") : "";
  const found = /^\s*((?:19|20|21)\d{2})\s*(?:年度?)?\s*$/u.exec(text);
  return found === null ? undefined : Number(found[1]);
}
