import type { HeaderFooter, PageSetup as FilePageSetup, PaperSize, SheetProtection as FileProtection } from "hucre";
import type { PageSetup, ProtectionOptions, SheetProtection } from "./imported";
import { isTrue, scanXml, type XmlTag } from "./xml-scan";

/** What the workbook library leaves out of a sheet's XML. Heights are points, widths characters, as in the file. */
export type SheetXmlExtras = {
  readonly defaultRowHeight: number | null;
  readonly defaultColumnWidth: number | null;
  /** Heights by 0-based row, also those that Excel fitted to the text itself. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly paperSize: number | null;
  readonly blackAndWhite: boolean;
};

/** Reads the settings that stand in attributes of a worksheet part. */
export function readSheetXml(xml: string): SheetXmlExtras {
  const rowHeights = new Map<number, number>();
  let format: XmlTag["attributes"] = {};
  let pageSetup: XmlTag["attributes"] = {};
  for (const { name, attributes } of scanXml(xml)) {
    if (name === "row" && attributes["r"] !== undefined && attributes["ht"] !== undefined) {
      rowHeights.set(Number(attributes["r"]) - 1, Number(attributes["ht"]));
    } else if (name === "sheetFormatPr") format = attributes;
    else if (name === "pageSetup") pageSetup = attributes;
  }
  return {
    defaultRowHeight: numberOrNull(format["defaultRowHeight"]),
    defaultColumnWidth: numberOrNull(format["defaultColWidth"]),
    rowHeights,
    paperSize: numberOrNull(pageSetup["paperSize"]),
    blackAndWhite: isTrue(pageSetup["blackAndWhite"]),
  };
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined || text === "" ? null : Number(text);
}

/** OOXML's codes of the paper sizes that the workbook library names. */
export const PAPER_CODES: Readonly<Record<PaperSize, number>> = {
  letter: 1,
  tabloid: 3,
  legal: 5,
  executive: 7,
  a3: 8,
  a4: 9,
  a5: 11,
  b4: 12,
  b5: 13,
};

/** The print set-up in the terms of ImportedSheet; only what the file says. */
export function importPageSetup(
  setup: FilePageSetup | undefined,
  texts: HeaderFooter | undefined,
  extras: SheetXmlExtras,
): PageSetup {
  const paperSize = extras.paperSize ?? (setup?.paperSize === undefined ? null : PAPER_CODES[setup.paperSize]);
  const fit =
    setup?.fitToPage === true ? { fitToWidth: setup.fitToWidth ?? 1, fitToHeight: setup.fitToHeight ?? 1 } : {};
  return {
    ...fit,
    ...definedOnly({
      printArea: withoutDollars(setup?.printArea),
      titleRows: withoutDollars(setup?.printTitlesRow),
      titleColumns: withoutDollars(setup?.printTitlesColumn),
      orientation: setup?.orientation,
      paperSize: paperSize ?? undefined,
      scale: setup?.scale,
      margins: setup?.margins,
      centerHorizontally: setup?.horizontalCentered,
      centerVertically: setup?.verticalCentered,
      printGridlines: setup?.showGridLines,
      blackAndWhite: extras.blackAndWhite ? true : undefined,
      header: notEmpty(texts?.oddHeader),
      footer: notEmpty(texts?.oddFooter),
    }),
  };
}

function withoutDollars(text: string | undefined): string | undefined {
  return text?.replaceAll("$", "");
}

function notEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined, so that an absent setting is an absent key. */
export function definedOnly<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

/**
 * The protection of a sheet. The library reports what is allowed where the file says so; where it says nothing, Excel's
 * defaults hold: selecting is allowed, everything else is not.
 */
export function importProtection(protection: FileProtection | undefined): SheetProtection {
  if (protection?.sheet !== true) return { enabled: false, options: {} };
  const options: ProtectionOptions = {
    allowAutoFilter: protection.autoFilter === true,
    allowDeleteColumns: protection.deleteColumns === true,
    allowDeleteRows: protection.deleteRows === true,
    allowEditObjects: protection.objects !== true,
    allowEditScenarios: protection.scenarios !== true,
    allowFormatCells: protection.formatCells === true,
    allowFormatColumns: protection.formatColumns === true,
    allowFormatRows: protection.formatRows === true,
    allowInsertColumns: protection.insertColumns === true,
    allowInsertHyperlinks: protection.insertHyperlinks === true,
    allowInsertRows: protection.insertRows === true,
    allowPivotTables: protection.pivotTables === true,
    allowSort: protection.sort === true,
    selectionMode:
      protection.selectUnlockedCells === false
        ? "None"
        : protection.selectLockedCells === false
          ? "Unlocked"
          : "Normal",
  };
  return { enabled: true, options };
}
