import type { Rect } from "./placed-form";
import type { CellLook } from "./styles";

/** One cell to be written; a formula stands without `=` and brings the value that it has now. */
export type BookCell = {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | null;
  readonly formula?: string;
  readonly look: CellLook;
};

export type BookValidation = {
  readonly area: Rect;
  /** Without `=`. */
  readonly formula?: string;
  readonly list?: readonly string[];
  readonly errorTitle: string;
  readonly error: string;
  readonly prompt?: { readonly title: string; readonly text: string };
};

export type BookConditional = {
  readonly area: Rect;
  /** Without `=`. */
  readonly formula: string;
  readonly color: string;
  readonly fill: string;
};

export type BookSheet = {
  readonly name: string;
  readonly cells: readonly BookCell[];
  readonly merges: readonly Rect[];
  /** In characters, as Excel shows them. */
  readonly columnWidths: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** In points. */
  readonly rowHeights: readonly number[];
  /** Rows from here on grow with what is typed into them. */
  readonly growingFrom?: number;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly print: {
    readonly area: Rect;
    /** Rows `titleFrom` (0 where absent) … titleRows−1 are repeated on every page; none where it is 0. */
    readonly titleRows: number;
    readonly titleFrom?: number;
    readonly orientation: "portrait" | "landscape";
    readonly pagesTall: 0 | 1;
    /** With the margins of a 公文. */
    readonly isLetter?: true;
    readonly footer: string;
  };
  readonly validations: readonly BookValidation[];
  readonly conditionals: readonly BookConditional[];
  /** No cell can be typed into. Against accident: without a password, everything may be looked at and copied. */
  readonly isProtected?: true;
};

/** `refersTo` as in the file, without `=`: `'表三'!$D$6:$J$30` or a constant in quotes. */
export type BookName = { readonly name: string; readonly refersTo: string; readonly hidden?: true };

/** A workbook of ours, ready to be written by whichever library does it. */
export type BookData = {
  readonly title: string;
  /** Written as the time of making; there is no author. */
  readonly date: Date;
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  /** The custom XML part, a whole document; none in a workbook that carries no form. */
  readonly customXml?: string;
};

export type WorkbookWriter = (book: BookData) => Promise<Uint8Array>;
