import type { Explanation, Report } from "../../core/model/report";
import type { Template } from "../../core/model/template";
import { findingsOf, evaluate, type Subject } from "../../core/rules/evaluate";
import { ruleOf, bindRules, type RuleBook } from "../../core/rules/expand";
import { review as words } from "../../messages/review";
import { parseRange } from "./a1";
import { restore } from "./cell-text";
import { reviewAnchor } from "./form-layout";
import { normalizeLabel } from "./normalize-label";
import type { RawSheet, RawWorkbook } from "./open-workbook";
import { reviewColumns, type ReviewColumn, type ReviewRecord } from "./review-items";
import { cellKey } from "./cell-key";

/** One row of the sheet 校验与说明 as it stands there; blanks are empty. */
export type ReviewRow = Readonly<Partial<Record<ReviewColumn, string | number>>> & {
  /** The reason that stood there when the row was last read; where it is absent the row's own record tells. */
  readonly told?: Explanation | null;
};

export type ReviewReading = {
  readonly explanations: Report["explanations"];
  /** Reasons in rows that belong to no rule; `row` counts the rows given, from 0. */
  readonly stray: readonly { readonly row: number; readonly text: string }[];
};

/** Rows of a host's block that begins at the anchor of the sheet. */
export function reviewRowsOf(block: readonly (readonly (string | number | boolean)[])[]): readonly ReviewRow[] {
  return block.map((line) =>
    Object.fromEntries(
      reviewColumns.map((column, index) => {
        const value = line[index] ?? "";
        return [
          column,
          typeof value === "string" ? restore(value) : typeof value === "boolean" ? String(value) : value,
        ];
      }),
    ),
  );
}

type Known = Report["explanations"];

/**
 * The reasons after what people wrote into the sheet: what was edited there wins over `known`, what was not stays as it
 * is known, and a reason whose text was taken out is withdrawn. An edited reason is bound to the figures that its rule
 * has now; where these cannot be told, to those that its row shows.
 * @param known the reasons that the workbook itself carries; undefined where it has lost them
 */
export function readReviewRows(
  rows: readonly ReviewRow[],
  known: Known | undefined,
  figures: (rule: string) => Pick<Explanation, "left" | "right"> | undefined,
): ReviewReading {
  const found = new Map<string, Explanation>(Object.entries(known ?? {}));
  const edited = new Set<string>();
  const stray: { row: number; text: string }[] = [];
  rows.forEach((row, index) => {
    const key = textOf(row.key);
    const sheet = { text: textOf(row.text), by: textOf(row.by), at: dayOf(row.at) };
    const written = recordOf(row.data);
    const record = row.told === undefined ? written : { shown: written?.shown ?? null, told: row.told };
    if (key === "") {
      if (sheet.text !== "" && sheet.text !== plain(record?.told?.text)) stray.push({ row: index, text: sheet.text });
      return;
    }
    const own = known?.[key];
    const told = record === undefined ? own : (record.told ?? undefined);
    if (known === undefined && told !== undefined && !edited.has(key)) found.set(key, told);
    const changed = {
      text: sheet.text !== plain(told?.text),
      signed: sheet.by !== plain(told?.by) || sheet.at !== dayOf(told?.at),
    };
    if (!changed.text && !changed.signed) return;
    if (edited.has(key) && sheet.text !== "" && sheet.text !== found.get(key)?.text) {
      // The row was copied and both were edited: neither is dropped.
      stray.push({ row: index, text: sheet.text });
      return;
    }
    edited.add(key);
    const base = own ?? told;
    if (sheet.text === "") {
      if (changed.text) found.delete(key);
    } else if (!changed.text && base !== undefined) {
      found.set(key, { ...base, by: sheet.by, at: sheet.at });
    } else {
      const [left, right] = record?.shown ?? [base?.left ?? null, base?.right ?? null];
      const bound = figures(key) ?? { left, right };
      found.set(key, { text: sheet.text, left: bound.left, right: bound.right, by: sheet.by, at: sheet.at });
    }
  });
  return { explanations: Object.fromEntries(found), stray };
}

/** The sums that a rule of the form has now; undefined where it holds or cannot be told. */
export function figuresNow(
  template: Template,
  subject: Subject,
): (rule: string) => Pick<Explanation, "left" | "right"> | undefined {
  let book: RuleBook | undefined;
  return (rule) => {
    book ??= bindRules(template);
    const bound = ruleOf(book, rule);
    const found = bound === undefined ? [] : findingsOf(evaluate(bound, subject));
    const finding = found.find((one) => one.rule === rule);
    return finding && { left: finding.left, right: finding.right };
  };
}

/** The rows of the sheet in a file, wherever it stands now. */
export type LocatedReview = {
  readonly sheet: RawSheet;
  readonly firstRow: number;
  readonly rows: readonly ReviewRow[];
};

/** Head words that must be found to take a row for the head. */
const leastHeads = 5;
const mostRows = 2000;

/** Finds the sheet by the words of its head; of several, the one that the name points to or the first. */
export function locateReview({ sheets, names }: RawWorkbook): LocatedReview | undefined {
  const found = sheets.flatMap((sheet) => {
    const head = headOf(sheet);
    return head === undefined ? [] : [{ sheet, ...head }];
  });
  const refersTo = names.find(({ name }) => name.toLowerCase() === reviewAnchor.toLowerCase())?.refersTo ?? "";
  const at = refersTo.lastIndexOf("!");
  const named = refersTo.slice(0, Math.max(0, at)).replace(/^'|'$/gu, "").replaceAll("''", "'");
  const chosen = found.find(({ sheet }) => sheet.name === named) ?? found[0];
  if (chosen === undefined) return undefined;
  const { sheet, row, columns } = chosen;
  const firstRow = row + 1;
  const block = sheet.name === named ? parseRange(refersTo.slice(at + 1)) : undefined;
  // A name that still fits tells where the table ends; what stands below it is no reason.
  const end = block?.row === firstRow ? block.row + block.rows : firstRow + mostRows;
  const rows = Array.from({ length: Math.max(0, Math.min(end, sheet.rows) - firstRow) }, (_, index) =>
    rowOf(sheet, firstRow + index, columns),
  );
  return { sheet, firstRow, rows };
}

type Columns = ReadonlyMap<ReviewColumn, number>;

const headWords = new Map<string, ReviewColumn>(
  reviewColumns.map((column) => [normalizeLabel(words.heads[column]), column]),
);

function headOf(sheet: RawSheet): { readonly row: number; readonly columns: Columns } | undefined {
  const rows = new Map<number, Map<ReviewColumn, number>>();
  for (const [place, { value }] of sheet.cells) {
    if (typeof value !== "string" || value.length > 20) continue;
    const field = headWords.get(normalizeLabel(value));
    if (field === undefined) continue;
    const [row = 0, column = 0] = place.split(",").map(Number);
    const line = rows.get(row) ?? new Map<ReviewColumn, number>();
    rows.set(row, line);
    if (!line.has(field)) line.set(field, column);
  }
  const [best] = [...rows].sort(([, a], [, b]) => b.size - a.size);
  if (best === undefined || best[1].size < leastHeads || !best[1].has("text")) return undefined;
  return { row: best[0], columns: best[1] };
}

function rowOf(sheet: RawSheet, row: number, columns: Columns): ReviewRow {
  return Object.fromEntries(
    [...columns].map(([field, column]) => {
      const value = sheet.cells.get(cellKey(row, column))?.value ?? "";
      return [field, typeof value === "string" ? restore(value) : typeof value === "boolean" ? String(value) : value];
    }),
  );
}

/** Programs change line ends and blanks around a text; that is no edit. */
function plain(text: string | undefined): string {
  return (text ?? "").replace(/\r\n?/gu, "\n").trim();
}

function textOf(value: string | number | undefined): string {
  return plain(String(value ?? ""));
}

/** Days before 1970 in Excel's calendar. */
const epoch = 25_569;

/** A day as a person writes it, as ISO; other words stay as they are. */
function dayOf(value: string | number | undefined): string {
  if (typeof value === "number" && value > epoch && value < 80_000)
    return isoDay(new Date(Math.floor(value - epoch) * 86_400_000));
  const text = textOf(value);
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return text;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function recordOf(data: string | number | undefined): ReviewRecord | undefined {
  if (typeof data !== "string" || data.trim() === "") return undefined;
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null) return undefined;
  const { told, shown } = json as { readonly told?: unknown; readonly shown?: unknown };
  return { told: explanationOf(told), shown: shownOf(shown) };
}

function explanationOf(value: unknown): Explanation | null {
  if (typeof value !== "object" || value === null) return null;
  const { text, left, right, by, at } = value as Readonly<Record<keyof Explanation, unknown>>;
  if (typeof text !== "string" || typeof by !== "string" || typeof at !== "string") return null;
  return { text, by, at, left: numberOf(left), right: numberOf(right) };
}

function shownOf(value: unknown): ReviewRecord["shown"] {
  if (!Array.isArray(value)) return null;
  const [left, right] = value as readonly unknown[];
  return [numberOf(left), numberOf(right)];
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
