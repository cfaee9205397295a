import { cellId, type CellId } from "./cell";
import type { FactField } from "./facts";
import type { Layout } from "./layout";
import type { NarrativeForm } from "../narrative/sentence-rule";
import type { Rule } from "../rules/rule";

/** 件、条、万元 … as printed in the form; `null` where the form prints none. */
export type Unit = string;

export type NumberKind = "integer" | "decimal4";
export type Sign = "nonneg" | "any";

/** What may stand in a cell: given by its column, or by its row where the rows differ (tj2017). */
export type CellType = { readonly kind: NumberKind; readonly sign: Sign; readonly unit: Unit | null };

export type Column = Partial<CellType> & {
  readonly id: string;
  readonly label: string;
  readonly role: "leaf" | "total";
  /** Wordings met in real reports. */
  readonly aliases?: readonly string[];
  readonly note?: string;
  readonly group?: string;
};

export type Row = Partial<CellType> & {
  readonly id: string;
  readonly label: string;
  readonly level: number;
  readonly parent: string | null;
  /** Groups and headings hold no figures. */
  readonly role: "leaf" | "total" | "group" | "heading";
  readonly aliases?: readonly string[];
  readonly note?: string;
  /** The article of the 条例 that the row counts. */
  readonly law?: string;
  /** `recall`: wording from memory, not checked against the source. */
  readonly verified?: "confirmed" | "recall";
};

export type ColumnGroup = { readonly id: string; readonly label: string; readonly columns: readonly string[] };

/** One block of figures with common columns. 表二 consists of several. */
export type Table = {
  readonly id: string;
  readonly title: string;
  readonly firstColumnLabel?: string;
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly columnGroups?: readonly ColumnGroup[];
  readonly rows: readonly Row[];
};

export type Section = { readonly id: string; readonly title: string; readonly kind: "narrative" | "table" };

/** One worksheet of the form: which tables it shows, in which official layout. */
export type FormSheet = {
  readonly id: string;
  /** The sheet's tab, for example 表三. */
  readonly name: string;
  /** `{year}` is the year of the report. */
  readonly title: string;
  readonly sectionId: string | null;
  readonly tables: readonly string[];
  readonly layout: Layout;
  /** 表尾: who signs and fills in, below the grid. Inputs that are no figures, known by their labels. */
  readonly footer?: {
    readonly labels: readonly string[];
    /** Grid columns of a line: for a label, its input, the next label, its input … */
    readonly spans: readonly number[];
  };
};

/** A regional variation of the form: one row is divided into several. */
export type Variant = {
  readonly id: string;
  /** A few words, shown behind the title of the form. */
  readonly title: string;
  readonly note: string;
  /** Report years for which it was found in use; it is offered for these alone. */
  readonly years: readonly number[];
  readonly table: string;
  /** The row that is divided; it keeps its label and loses its figures. */
  readonly row: string;
  readonly by: readonly Row[];
  /** The column of its label is divided too: for the label itself, and for those of the new rows. */
  readonly labelWidths: readonly [number, number];
  /** The text, where sentences of the form name the divided row. */
  readonly narrative?: NarrativeForm;
};

/** One of the few figures by which a submission is known (主要数): the sum of its cells. */
export type ControlTotal = {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly cells: readonly CellId[];
};

export type Source = {
  readonly doc: string;
  readonly name: string;
  readonly date: string;
};

/** An official form (年报格式) of one generation. Data only: whatever differs between forms stands here. */
export type Template = {
  readonly id: string;
  /** The variant that was applied, see `applyVariant`; absent for the form as it was issued. */
  readonly variant?: string;
  readonly title: string;
  /** Report years that use the form; `to: null` while it is in force. */
  readonly reportYears: { readonly from: number; readonly to: number | null };
  /** Years of a newer form for which this one was still accepted: it is taken where it is asked for, never offered. */
  readonly tolerated?: readonly number[];
  readonly source: Source;
  /** False where labels are from memory; shown as 未核验. */
  readonly verified: boolean;
  /** `{unit}` and `{year}` are filled in. */
  readonly reportTitle: string;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly sheets: readonly FormSheet[];
  readonly rules: readonly Rule[];
  /** 正文要素: what the text needs and no table holds. */
  readonly facts: readonly FactField[];
  readonly narrative: NarrativeForm;
  readonly variants?: readonly Variant[];
  /** What a mail and the seal say of the figures; absent where the form has none. */
  readonly controlTotals?: readonly ControlTotal[];
};

/** Rows that hold figures, in the order of the form. */
export function figureRows(table: Table): readonly Row[] {
  return table.rows.filter(({ role }) => role === "leaf" || role === "total");
}

export function cellsOfTable(table: Table): readonly CellId[] {
  return figureRows(table).flatMap((row) => table.columns.map((column) => cellId(table.id, row.id, column.id)));
}

/** Every cell of the form in filling order: table by table, row by row. */
export function cellsOf(template: Template): readonly CellId[] {
  return template.tables.flatMap(cellsOfTable);
}
