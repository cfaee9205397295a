import type { TextLine } from "../formats/xlsx/text-sheet-rows";

/** What a host's cell holds: Excel's `values`, where a blank is the empty string. */
export type RawCell = string | number | boolean;

/** A rectangle of a worksheet; rows and columns count from 0, `sheet` is the host's own id of the sheet. */
export type Area = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

/** What stands in a rectangle: the results, and for each cell its formula with a leading `=`, or what was typed. */
export type Contents = {
  readonly values: readonly (readonly RawCell[])[];
  readonly formulas: readonly (readonly RawCell[])[];
};

/** An anchored rectangle with what stands in it. */
export type Block = Area & Contents;

/** What happened in the sheet, as cheaply as the host can tell it. */
export type SheetChange =
  /** One cell; its value came with the event, no round trip was needed. */
  | {
      readonly kind: "cell";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly value: RawCell;
    }
  /** Several cells; they have to be read. */
  | { readonly kind: "area"; readonly area: Area }
  /** Rows, columns or sheets came or went: every address may have moved. */
  | { readonly kind: "structure" };

/** A rectangle of a sheet that the file names. */
export type NamedArea = Area & { readonly name: string };

/** Formulas for a rectangle whose upper left cell is given. */
export type FormulaBlock = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly string[])[];
};

/** A form ready to be put into a workbook. Sheets are named as in the file; the host knows what they are called there. */
export type FormFile = {
  readonly bytes: Uint8Array;
  /** In the order of the file. */
  readonly sheets: readonly string[];
  readonly anchors: readonly NamedArea[];
  /** Check cells as custom functions, to replace the native twins of the file where the host can compute them. */
  readonly liveChecks: readonly FormulaBlock[];
  /** The custom XML part. */
  readonly xml: string;
  /** Hidden names with a constant: `="1|nb2021"`. */
  readonly marks: readonly { readonly name: string; readonly formula: string }[];
  /** Where filling begins. */
  readonly start: Area;
};

/** One cell with what it shall hold. */
export type CellWrite = { readonly area: Area; readonly value: RawCell };

/** Columns of the sheet 年报正文 within its block. */
export type TextBlock = Area & { readonly keyColumn: number; readonly dataColumn: number };

/** Everything in use of a sheet, from its upper left cell in use. */
export type SheetCells = Contents & {
  /** The host's own id of the sheet. */
  readonly sheet: string;
  /** The tab. */
  readonly name: string;
  readonly row: number;
  readonly column: number;
};

/** The workbook that the clerk has open. Every method is one round trip unless it says otherwise. */
export type WorkbookPort = {
  /** The custom XML part that says which form is in the workbook; null where there is none. Up to two round trips. */
  readonly readIdentity: () => Promise<string | null>;
  /** The anchored blocks with what stands in them; an anchor that was deleted is absent. */
  readonly readBlocks: (anchors: readonly string[]) => Promise<ReadonlyMap<string, Block>>;
  readonly readAreas: (areas: readonly Area[]) => Promise<readonly Contents[]>;
  /** Whole sheets, by their ids or tabs; a sheet that is gone is absent. */
  readonly readSheets: (sheets: readonly string[]) => Promise<readonly SheetCells[]>;
  /** Writes labels and formulas as they stand here, and names areas anew: two round trips. */
  readonly mend: (cells: readonly CellWrite[], anchors: readonly NamedArea[]) => Promise<void>;
  /** Adds the form's sheets, anchors and custom XML part, and goes to its first cell: a few round trips. */
  readonly insertForm: (form: FormFile) => Promise<void>;
  readonly select: (area: Area) => Promise<void>;
  /** Writes single cells; only on the clerk's command, never from an event. */
  readonly writeCells: (edits: readonly CellWrite[]) => Promise<void>;
  /** Replaces all lines of the sheet 年报正文, with their looks; a block that is too short grows. */
  readonly writeText: (block: TextBlock, lines: readonly TextLine[]) => Promise<void>;
  /** Takes the protection of these sheets off; it has no password. */
  readonly unprotect: (sheets: readonly string[]) => Promise<void>;
  /** Replaces the custom XML part. Up to two round trips. */
  readonly writeIdentity: (xml: string) => Promise<void>;
  /** The custom XML part that keeps the change log; null where there is none. Up to two round trips. */
  readonly readLog: () => Promise<string | null>;
  /** Replaces the part of the change log. Up to two round trips. */
  readonly writeLog: (xml: string) => Promise<void>;
  /** Calls back after every edit by a person or program; returns how to stop. Handlers never write. */
  readonly watch: (onChange: (change: SheetChange) => void) => Promise<() => Promise<void>>;
  /** Calls back with the first area whenever somebody selects other cells; returns how to stop. */
  readonly watchSelection: (onSelect: (area: Area) => void) => Promise<() => Promise<void>>;
  /** A small memory that stays with the workbook (the view in use). */
  readonly remember: (key: string, value: string) => Promise<void>;
  readonly recall: (key: string) => Promise<string | null>;
};

/** Where documents go that a person keeps. */
export type SavePort = {
  readonly save: (name: string, bytes: Uint8Array, type: string) => Promise<void>;
  /** Opens a workbook as a new one, which the person saves herself; absent where the host cannot. */
  readonly openWorkbook?: (bytes: Uint8Array) => Promise<void>;
};
