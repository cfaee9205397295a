import type { ICellData, IColumnData, IFreeze, IRange, IRowData, IStyleData } from "@univerjs/core";

/**
 * What an .xlsx file holds, in the shapes the grid works with. `importWorksheets` reads it, `insertSheets` puts it into
 * the living workbook, `exportWorkbook` collects it again. Rows and columns are 0-based, ranges inclusive, sizes in
 * CSS pixels (96 per inch), colours `#rrggbb`, formulas with a leading `=` and `GOUJI.X(…)` spelled as Excel shows it.
 */
export type ImportedWorkbook = {
  readonly sheets: readonly ImportedSheet[];
  readonly names: readonly ImportedName[];
  readonly customXmlParts: readonly CustomXmlPart[];
  readonly properties: DocumentProperties;
  /** 0-based index of the tab the file opens on. */
  readonly activeSheet: number;
};

export type ImportedSheet = {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly tabColor: string | null;
  readonly showGridlines: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  readonly defaultStyle: IStyleData;
  readonly rows: Readonly<Record<number, Partial<IRowData>>>;
  readonly columns: Readonly<Record<number, Partial<IColumnData>>>;
  readonly cells: Readonly<Record<number, Readonly<Record<number, ImportedCell>>>>;
  readonly merges: readonly IRange[];
  readonly freeze: IFreeze | null;
  readonly conditionalFormats: readonly ImportedConditionalFormat[];
  readonly dataValidations: readonly ImportedDataValidation[];
  readonly state: SheetState;
};

/** A cell as Univer stores it (value `v`, type `t`, formula `f`, style `s`); what Univer has no field for is in `custom`. */
export type ImportedCell = Omit<ICellData, "custom" | "s"> & { readonly s?: IStyleData; readonly custom?: CellExtras };

/** Rides in `ICellData.custom`, so it moves along when rows are inserted. A cell without `unlocked` is locked, as in Excel. */
export type CellExtras = { readonly unlocked?: boolean; readonly note?: CellNote };

export type CellNote = { readonly author: string; readonly text: string };

/** Sheet settings that the grid does not draw; kept in the worksheet's `custom` data (see sheet-state.ts). */
export type SheetState = {
  readonly protection: SheetProtection;
  readonly pageSetup: PageSetup;
  /** A hidden sheet that Excel does not even list; the grid knows only hidden. */
  readonly veryHidden?: boolean;
};

/** What a user may do on a protected sheet. Named as `Excel.WorksheetProtectionOptions`; absent means not allowed. */
export type ProtectionOptions = {
  readonly allowAutoFilter?: boolean;
  readonly allowDeleteColumns?: boolean;
  readonly allowDeleteRows?: boolean;
  readonly allowEditObjects?: boolean;
  readonly allowEditScenarios?: boolean;
  readonly allowFormatCells?: boolean;
  readonly allowFormatColumns?: boolean;
  readonly allowFormatRows?: boolean;
  readonly allowInsertColumns?: boolean;
  readonly allowInsertHyperlinks?: boolean;
  readonly allowInsertRows?: boolean;
  readonly allowPivotTables?: boolean;
  readonly allowSort?: boolean;
  readonly selectionMode?: "Normal" | "Unlocked" | "None";
};

export type SheetProtection = {
  readonly enabled: boolean;
  readonly options: ProtectionOptions;
  /** The password in clear text, known only when it was set in this session. */
  readonly password?: string;
};

/** Print set-up in the units of the file: margins in inches, `paperSize` as OOXML's code (9 = A4), scale in per cent. */
export type PageSetup = {
  /** One or more areas, A1 style without sheet name and `$`, e.g. `A1:J30`. */
  readonly printArea?: string;
  /** Rows repeated on every page, e.g. `1:4`; columns likewise, e.g. `A:B`. */
  readonly titleRows?: string;
  readonly titleColumns?: string;
  readonly orientation?: "portrait" | "landscape";
  readonly paperSize?: number;
  readonly scale?: number;
  /** Fit to so many pages; 0 means as many as needed. */
  readonly fitToWidth?: number;
  readonly fitToHeight?: number;
  readonly margins?: Partial<Record<"top" | "right" | "bottom" | "left" | "header" | "footer", number>>;
  readonly centerHorizontally?: boolean;
  readonly centerVertically?: boolean;
  readonly printGridlines?: boolean;
  readonly blackAndWhite?: boolean;
  readonly header?: string;
  readonly footer?: string;
};

/** A rule of Excel's conditional formats. `formulas` are without `=`, relative to the first cell of `ranges`. */
export type ImportedConditionalFormat = {
  readonly ranges: readonly IRange[];
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly kind: ConditionalKind;
  readonly operator?: ComparisonOperator;
  readonly formulas: readonly string[];
  readonly text?: string;
  readonly style: IStyleData;
};

export type ConditionalKind =
  | "expression"
  | "cellIs"
  | "containsText"
  | "notContainsText"
  | "beginsWith"
  | "endsWith"
  | "containsBlanks"
  | "notContainsBlanks"
  | "duplicateValues"
  | "uniqueValues";

export type ComparisonOperator =
  | "between"
  | "notBetween"
  | "equal"
  | "notEqual"
  | "greaterThan"
  | "lessThan"
  | "greaterThanOrEqual"
  | "lessThanOrEqual";

export type ImportedDataValidation = {
  readonly ranges: readonly IRange[];
  readonly type: "list" | "whole" | "decimal" | "date" | "time" | "textLength" | "custom";
  readonly operator?: ComparisonOperator;
  /** Without `=`; a typed list is `甲,乙` (comma separated, without quotes), a list from cells `$A$1:$A$5`. */
  readonly formula1?: string;
  readonly formula2?: string;
  readonly listFromCells: boolean;
  readonly allowBlank: boolean;
  readonly errorStyle: "stop" | "warning" | "information";
  readonly showError: boolean;
  readonly errorTitle?: string;
  readonly errorMessage?: string;
  readonly showPrompt: boolean;
  readonly promptTitle?: string;
  readonly promptMessage?: string;
};

export type ImportedName = {
  readonly name: string;
  /** What it refers to, without `=`: `'表三'!$C$7:$I$31`, a constant or a formula. */
  readonly formula: string;
  /** Sheet name of a sheet-scoped name, null for the workbook. */
  readonly scope: string | null;
  readonly hidden: boolean;
  readonly comment?: string;
};

export type CustomXmlPart = {
  /** The part's item id with braces, as in itemProps; null where the file has none. */
  readonly id: string | null;
  /** Namespace of the root element, null where it has none. */
  readonly namespace: string | null;
  readonly xml: string;
};

export type DocumentProperties = {
  readonly title?: string;
  readonly subject?: string;
  readonly author?: string;
  readonly keywords?: string;
  readonly comments?: string;
  readonly category?: string;
  readonly company?: string;
  readonly manager?: string;
  readonly lastAuthor?: string;
  /** ISO 8601. */
  readonly created?: string;
  readonly custom?: Readonly<Record<string, string | number | boolean>>;
};

/** What a saved file holds besides the grid itself. Names come from the living workbook. */
export type ExportExtras = {
  readonly customXmlParts: readonly CustomXmlPart[];
  readonly properties: DocumentProperties;
};
