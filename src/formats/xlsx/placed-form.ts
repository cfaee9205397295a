import type { CellId } from "../../core/model/cell";
import type { Template } from "../../core/model/template";

/** A rectangle of cells; rows and columns count from 0. */
export type Rect = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

/** A rectangle of one worksheet, which is named by its tab in the file. */
export type SheetRect = Rect & { readonly sheet: string };

/** A rectangle of the sheet at hand, with the defined name for it. */
export type NamedRect = Rect & { readonly name: string };

/** A rectangle that the workbook knows by a defined name: `GOUJI.t3`. */
export type Anchor = SheetRect & { readonly name: string };

export type StyleName =
  | "title"
  | "unit"
  | "year"
  | "head"
  | "label"
  | "labelCenter"
  | "labelVertical"
  | "figure"
  | "total"
  | "labelFooter"
  | "footer"
  | "remark"
  | "checkHead"
  | "checkLabel"
  | "checkNote"
  | "check"
  | "factHead"
  | "factSection"
  | "factLabel"
  | "factPart"
  | "factNumber"
  | "factWord"
  | "factHint"
  | "factKey"
  | "textTitle"
  | "textHeading"
  | "textSubheading"
  | "textBody"
  | "textTable"
  | "reviewCenter"
  | "reviewSpare";

/** A check cell's formula, in both spellings, with a leading `=`. */
export type CheckFormula = {
  /** For workbooks that leave the add-in. */
  readonly native: string;
  /** For the working copy: `=GOUJI.ROWCHECK(D6:I6,J6)`. */
  readonly custom: string;
};

export type Content =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  /** A cell for a figure; `sum` adds up its parts where totals are formulas (自动合计). */
  | { readonly kind: "figure"; readonly cell: CellId; readonly sum?: string; readonly parts?: readonly CellId[] }
  /** A title that names the year, `{year}` in the pattern; the formula takes it from where the sheet shows it. */
  | { readonly kind: "title"; readonly pattern: string; readonly formula: string }
  /** An input of the 表尾, by its label. */
  | { readonly kind: "footer"; readonly label: string }
  | { readonly kind: "unit" }
  | { readonly kind: "year" }
  /**
   * The verdict of a rule, by its id with template and bracket. `shown` is what the cell shows where no rule of the
   * form tells it: the sums of the 正文要素 sheet.
   */
  | { readonly kind: "check"; readonly rule: string; readonly formula: CheckFormula; readonly shown?: string }
  /** A piece of what the workbook says of itself, in a hidden column. */
  | { readonly kind: "identity"; readonly piece: number }
  /** What a person entered, or may enter. */
  | { readonly kind: "input"; readonly value: string | number | null };

/** One cell with its merged extent. */
export type PlacedCell = Rect & {
  readonly style: StyleName;
  readonly content: Content;
  /** Steps by which the text stands further in. */
  readonly indent?: number;
};

/** A rule for what may be typed; `formula` (with `=`) is written for the upper left cell of the rectangle. */
export type PlacedValidation = {
  readonly area: Rect;
  readonly formula: string | null;
  /** A list to choose from instead of a formula. */
  readonly list?: readonly string[];
  readonly errorTitle: string;
  readonly error: string;
  readonly prompt?: { readonly title: string; readonly text: string };
};

/** A conditional format; `formula` (with `=`) is written for the upper left cell of the rectangle. */
export type PlacedConditional = {
  readonly area: Rect;
  readonly formula: string;
  readonly look: "differs" | "involved";
};

export type PlacedSheet = {
  readonly id: string;
  /** The tab. */
  readonly name: string;
  readonly cells: readonly PlacedCell[];
  /** Excel's column widths in characters of 12 pt 宋体. */
  readonly columnWidths: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** In points. */
  readonly rowHeights: readonly number[];
  /** Rows from here on grow with what is typed into them. */
  readonly growingFrom?: number;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly print: {
    readonly area: Rect;
    /** Rows 0 … titleRows−1 are repeated on every page; none where it is 0. */
    readonly titleRows: number;
    readonly orientation: "portrait" | "landscape";
    /** Pages from top to bottom; 0 = as many as it takes. */
    readonly pagesTall: 0 | 1;
    /** With the margins and page numbers of a 公文, as the Word document has them. */
    readonly isLetter?: true;
  };
  readonly validations: readonly PlacedValidation[];
  readonly conditionals: readonly PlacedConditional[];
};

/** Where the sheets with figures stand, before any figure is known. */
export type PlacedTables = {
  readonly template: Template;
  readonly sheets: readonly PlacedSheet[];
  readonly values: ReadonlyMap<CellId, SheetRect>;
  /** The blocks of figures, unit and year. */
  readonly anchors: readonly Anchor[];
};

/** Where everything of a form stands in its worksheets. */
export type PlacedForm = PlacedTables & {
  /** Where filling begins. */
  readonly start: SheetRect;
};
