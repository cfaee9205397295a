import { review as words } from "../../messages/review";
import { address } from "./a1";
import type { Content, PlacedCell, PlacedSheet, Rect, StyleName } from "./placed-form";
import { reviewCells, reviewColumns, type ReviewColumn, type ReviewItem } from "./review-items";
import { looks } from "./styles";
import { columnsPixels, lineCount, linesHeight } from "./text-size";

const widths: Readonly<Record<ReviewColumn, number>> = {
  number: 5,
  rule: 42,
  severity: 6,
  place: 20,
  difference: 8,
  text: 36,
  by: 9,
  at: 12,
  state: 9,
  key: 12,
  data: 12,
};

const styles: Readonly<Record<ReviewColumn, StyleName>> = {
  number: "reviewCenter",
  rule: "factLabel",
  severity: "reviewCenter",
  place: "factLabel",
  difference: "reviewCenter",
  text: "factWord",
  by: "factNumber",
  at: "factNumber",
  state: "reviewCenter",
  key: "factKey",
  data: "factKey",
};

/** Columns that a person fills in. */
const inputs: readonly ReviewColumn[] = ["text", "by", "at"];

/** Title, unit and year, explanation, head. */
const topRows = 4;
const leastHeight = 24;
/** Rows with borders, even where there is less to say. */
const leastRows = 8;
/** Rows of the anchored block in a form to be worked on: an open workbook may come to have so many findings. */
const roomyRows = 60;

export const reviewSheetId = "review";

/** One line of what a sealed workbook says of itself: its name, and what there is to say. */
export type ManifestLine = { readonly name: string; readonly text: string };

export type PlacedReview = { readonly sheet: PlacedSheet; readonly block: Rect };

/**
 * The sheet 校验与说明. Its block begins below the head, columns as in {@link reviewColumns}.
 * @param manifest stands below the table and ends the sheet; without it there are spare rows for an open workbook
 */
export function placeReviewSheet(items: readonly ReviewItem[], manifest: readonly ManifestLine[] = []): PlacedReview {
  const cells: PlacedCell[] = [];
  const heights = [34, 24, 34, 26];
  const at = (column: ReviewColumn): number => reviewColumns.indexOf(column);
  const put = (row: number, column: ReviewColumn, style: StyleName, content: Content): void => {
    cells.push({ row, column: at(column), rows: 1, columns: 1, style, content });
  };
  const wide = at("key");
  const line = (row: number, from: number, columns: number, style: StyleName, content: Content): void => {
    cells.push({ row, column: from, rows: 1, columns, style, content });
  };
  line(0, 0, wide, "title", text(words.title));
  line(1, 0, at("text"), "unit", { kind: "unit" });
  line(1, at("text"), wide - at("text"), "year", { kind: "year" });
  line(2, 0, wide, "factHint", text(words.guide));
  for (const column of reviewColumns) {
    const isHidden = column === "key" || column === "data";
    put(topRows - 1, column, isHidden ? "factKey" : "factHead", text(words.heads[column]));
  }

  const lined = Math.max(items.length, leastRows);
  for (let index = 0; index < lined; index += 1) {
    const row = topRows + index;
    const item = items[index];
    const values = item === undefined ? undefined : reviewCells(item, index + 1);
    for (const column of reviewColumns) {
      const value = values?.[column] ?? (index === 0 && column === "rule" && items.length === 0 ? words.none : "");
      put(row, column, styles[column], inputs.includes(column) ? input(value) : shown(value));
    }
    heights.push(item === undefined ? leastHeight : heightOf(item));
  }
  const spare = manifest.length > 0 ? 0 : Math.max(0, roomyRows - lined);
  for (let index = 0; index < spare; index += 1) {
    for (const column of reviewColumns) {
      const isHidden = column === "key" || column === "data";
      put(topRows + lined + index, column, isHidden ? "factKey" : "reviewSpare", { kind: "empty" });
    }
  }
  const rows = lined + spare;
  const end = manifest.length === 0 ? topRows + lined : placeManifest(topRows + rows, manifest, line, heights, wide);
  const state = at("state");
  const first = address(topRows, state);
  const alarming = (["mustFix", "open", "expired"] as const).map((name) => `${first}="${words.states[name]}"`);
  return {
    sheet: {
      id: reviewSheetId,
      name: words.sheet,
      cells,
      columnWidths: reviewColumns.map((column) => widths[column]),
      hiddenColumns: [at("key"), at("data")],
      rowHeights: heights,
      growingFrom: topRows,
      freeze: { rows: topRows, columns: 0 },
      print: {
        area: { row: 0, column: 0, rows: end, columns: wide },
        titleRows: topRows,
        orientation: "landscape",
        pagesTall: 0,
      },
      validations: [],
      conditionals: [
        {
          area: { row: topRows, column: state, rows, columns: 1 },
          formula: `=OR(${alarming.join(",")})`,
          look: "differs",
        },
      ],
    },
    block: { row: topRows, column: 0, rows, columns: reviewColumns.length },
  };
}

type PutLine = (row: number, from: number, columns: number, style: StyleName, content: Content) => void;

/** Below the table, after a gap. Returns the first row behind it. */
function placeManifest(
  from: number,
  manifest: readonly ManifestLine[],
  line: PutLine,
  heights: number[],
  wide: number,
): number {
  const nameColumns = reviewColumns.indexOf("severity");
  heights.push(leastHeight / 2);
  line(from + 1, 0, wide, "factSection", text(words.manifest));
  heights.push(leastHeight);
  manifest.forEach(({ name, text: said }, index) => {
    line(from + 2 + index, 0, nameColumns, "factLabel", text(name));
    line(from + 2 + index, nameColumns, wide - nameColumns, "factLabel", shown(said));
    const between = reviewColumns.slice(nameColumns, wide).map((column) => widths[column]);
    heights.push(heightFor(said, between));
  });
  return from + 2 + manifest.length;
}

function text(value: string): Content {
  return value === "" ? { kind: "empty" } : { kind: "text", text: value };
}

/** What Gouji wrote itself, but with words of a person in it. */
function shown(value: string | number): Content {
  return value === "" ? { kind: "empty" } : { kind: "input", value };
}

function input(value: string | number): Content {
  return { kind: "input", value: value === "" ? null : value };
}

function heightOf({ sentence, place, explanation }: ReviewItem): number {
  return Math.max(
    heightFor(sentence, [widths.rule]),
    heightFor(place, [widths.place]),
    heightFor(explanation?.text ?? "", [widths.text]),
    heightFor(explanation?.by ?? "", [widths.by]),
  );
}

/** Excel shows no row higher than 409 points. */
function heightFor(value: string, columns: readonly number[]): number {
  const { size } = looks.factLabel;
  const needed = linesHeight(lineCount(value, columnsPixels(columns), size), size);
  return Math.min(400, Math.max(leastHeight, needed));
}
