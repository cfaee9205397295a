import type { CellId } from "../../core/model/cell";
import type { CheckFormula } from "./placed-form";
import type { Report } from "../../core/model/report";
import type { Template } from "../../core/model/template";

/** What a file that is no .xlsx workbook was recognised as. */
export type OtherFile = "empty" | "xls" | "encrypted" | "xlsb" | "ods" | "docx" | "html" | "pdf" | "zip" | "other";

/** Why no report could be read. */
export type ReadFailure =
  | { readonly code: "notWorkbook"; readonly found: OtherFile }
  /** A workbook that breaks off or was altered; `detail` names the part, for the maintainers. */
  | { readonly code: "damaged"; readonly detail: string }
  | { readonly code: "tooLarge" }
  | { readonly code: "noForm" }
  /** The workbook says which form it holds, but none of its tables can be recognised by labels any more. */
  | { readonly code: "labelsLost" }
  | { readonly code: "newerForm"; readonly version: number }
  | { readonly code: "unknownTemplate"; readonly template: string }
  | { readonly code: "unknownVariant"; readonly template: string; readonly variant: string }
  /** Several forms fit, or a table stands in several sheets with different figures. */
  | { readonly code: "ambiguous"; readonly templates: readonly string[]; readonly sheets: readonly string[] }
  | { readonly code: "noYear" };

/** What happened to the form itself. The cells named were not read, or were read from another place than before. */
export type Damage =
  | { readonly kind: "tableMissing"; readonly table: string; readonly cells: readonly CellId[] }
  | { readonly kind: "rowMissing"; readonly table: string; readonly row: string; readonly cells: readonly CellId[] }
  | {
      readonly kind: "columnMissing";
      readonly table: string;
      readonly column: string;
      readonly cells: readonly CellId[];
    }
  | { readonly kind: "labelChanged"; readonly place: string; readonly expected: string; readonly found: string }
  /** A row of figures inside a table that belongs to no line of the form. */
  | { readonly kind: "rowAdded"; readonly table: string; readonly place: string; readonly found: string }
  | { readonly kind: "factsMissing" }
  /** The part that says which form this is was lost; the form was recognised by its labels. */
  | { readonly kind: "identityLost" };

/** What stood in a cell differs from how it was read, or may surprise. */
export type Oddity =
  /** A number typed as text was read as the number. */
  | { readonly kind: "textNumber"; readonly cell: CellId; readonly place: string; readonly raw: string }
  /** A formula whose result is not in the file: the cell was read as blank. */
  | { readonly kind: "noResult"; readonly cell: CellId; readonly place: string; readonly raw: string }
  | { readonly kind: "errorValue"; readonly cell: CellId; readonly place: string; readonly raw: string }
  /** The figure stood beside its cell, where a merged cell had been split. */
  | { readonly kind: "displaced"; readonly cell: CellId; readonly place: string; readonly raw: string }
  /** The number is shown as a date; `raw` is the number. */
  | { readonly kind: "date"; readonly cell: CellId; readonly place: string; readonly raw: string }
  | { readonly kind: "unitDiffers"; readonly place: string; readonly raw: string }
  | { readonly kind: "yearDiffers"; readonly place: string; readonly raw: string }
  /** Another sheet shows the same table; it was not read. */
  | { readonly kind: "copy"; readonly place: string; readonly raw: string }
  /** A reason on the sheet 校验与说明 in a row that belongs to no rule; it was not read. */
  | { readonly kind: "reasonText"; readonly place: string; readonly raw: string }
  /** An input of the text that is no number where one belongs. */
  | { readonly kind: "factText"; readonly place: string; readonly raw: string };

/** A figure that the sheet computes. */
export type FormulaCell = { readonly cell: CellId; readonly place: string; readonly formula: string };

export type FormReading = {
  readonly ok: true;
  readonly report: Report;
  readonly template: Template;
  readonly damage: readonly Damage[];
  readonly oddities: readonly Oddity[];
  readonly formulasInCells: readonly FormulaCell[];
};

export type ReadResult = FormReading | { readonly ok: false; readonly failure: ReadFailure };

/** What has become of a formula that the form came with. */
export type FormulaFault = {
  /** Taken out, overwritten by a constant, or made to add up other cells. */
  readonly kind: "lost" | "constant" | "changed";
  /** A check cell with the rule that it shows, or a total that used to add itself up. */
  readonly of: { readonly rule: string } | { readonly total: CellId };
  readonly sheet: string;
  /** `K6`. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** What belongs there; absent for totals, which hold figures. */
  readonly formula?: CheckFormula;
};

/** A reading with what {@link FormReading} leaves out because it changes no figure. */
export type InspectReading = FormReading & {
  readonly formulas: readonly FormulaFault[];
  /** Sheets of the workbook that are none of the form's. */
  readonly otherSheets: readonly string[];
};

export type InspectResult = InspectReading | { readonly ok: false; readonly failure: ReadFailure };
