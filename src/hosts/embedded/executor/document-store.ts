import type { DocumentProperties } from "../grid/imported";

export type XmlPart = { readonly id: string; readonly namespace: string; readonly xml: string };

/** What belongs to the workbook but not to its cells. Univer has no place for it; undo does not touch it, as in Excel. */
export type DocumentStore = {
  readonly settings: Map<string, unknown>;
  readonly xmlParts: Map<string, XmlPart>;
  /** By sheet id, then by key. */
  readonly sheetProperties: Map<string, Map<string, string>>;
  properties: DocumentProperties;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** Password of the workbook structure; null when it is not protected. */
  structurePassword: string | null;
  /** Comment and visibility of names, which Univer stores only in part. */
  isDirty: boolean;
};

export function createDocumentStore(properties: DocumentProperties = {}): DocumentStore {
  return {
    settings: new Map(),
    xmlParts: new Map(),
    sheetProperties: new Map(),
    properties,
    calculationMode: "Automatic",
    structurePassword: null,
    isDirty: false,
  };
}
