import type { Area } from "./address";

/** A rectangle on a sheet; the sheet by its id, so that renaming does not lose it. */
export type RangeTarget = { readonly sheetId: string; readonly area: Area };
export type SheetTarget = { readonly sheetId: string };
/** Several rectangles of one sheet. */
export type AreasTarget = { readonly sheetId: string; readonly areas: readonly Area[] };
export type BorderTarget = RangeTarget & { readonly edge: string };
export type ConditionalTarget = { readonly sheetId: string; readonly ruleId: string };
/** The whole workbook's collection has no sheet. */
export type ScopeTarget = { readonly sheetId: string | null };
export type NameTarget = { readonly nameId: string };
export type KeyTarget = { readonly key: string };
export type SheetKeyTarget = SheetTarget & { readonly key: string };
export type NoTarget = Readonly<Record<string, never>>;

/** What each type of the object model stands on. The names are those of `Excel.*`. */
export type Targets = {
  Workbook: NoTarget;
  Application: NoTarget;
  Runtime: NoTarget;
  WorkbookProtection: NoTarget;
  DocumentProperties: NoTarget;
  WorksheetCollection: NoTarget;
  Worksheet: SheetTarget;
  WorksheetProtection: SheetTarget;
  WorksheetFreezePanes: SheetTarget;
  WorksheetCustomPropertyCollection: SheetTarget;
  WorksheetCustomProperty: SheetKeyTarget;
  PageLayout: SheetTarget;
  HeaderFooterGroup: SheetTarget;
  HeaderFooter: SheetTarget;
  Range: RangeTarget;
  RangeAreas: AreasTarget;
  RangeCollection: AreasTarget;
  RangeFormat: RangeTarget;
  RangeFill: RangeTarget;
  RangeFont: RangeTarget;
  RangeBorderCollection: RangeTarget;
  RangeBorder: BorderTarget;
  FormatProtection: RangeTarget;
  ConditionalFormatCollection: RangeTarget;
  ConditionalFormat: ConditionalTarget;
  CustomConditionalFormat: ConditionalTarget;
  CellValueConditionalFormat: ConditionalTarget;
  TextConditionalFormat: ConditionalTarget;
  PresetCriteriaConditionalFormat: ConditionalTarget;
  ConditionalFormatRule: ConditionalTarget;
  ConditionalRangeFormat: ConditionalTarget;
  ConditionalRangeFill: ConditionalTarget;
  ConditionalRangeFont: ConditionalTarget;
  DataValidation: RangeTarget;
  NamedItemCollection: ScopeTarget;
  NamedItem: NameTarget;
  CustomXmlPartCollection: NoTarget;
  CustomXmlPartScopedCollection: KeyTarget;
  CustomXmlPart: KeyTarget;
  SettingCollection: NoTarget;
  Setting: KeyTarget;
};

export type TypeName = keyof Targets;

/** An object of the model: which type, standing on what. Plain data, so it can be kept between batches. */
export type ApiRef = { readonly [K in TypeName]: { readonly type: K; readonly target: Targets[K] } }[TypeName];

export function ref<K extends TypeName>(type: K, target: Targets[K]): ApiRef {
  return { type, target } as ApiRef;
}

export function isRef(value: unknown): value is ApiRef {
  return typeof value === "object" && value !== null && "type" in value && "target" in value;
}
