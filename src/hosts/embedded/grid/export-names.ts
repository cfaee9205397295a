import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import { IDefinedNamesService } from "@univerjs/engine-formula";
import { formulaToFile, quoteSheetName } from "./formula-text";
import type { Grid } from "./grid";
import { readSheetState } from "./sheet-state";
import { escapeXml } from "./xml-scan";

type FileName = {
  readonly name: string;
  readonly text: string;
  readonly sheet: number | null;
  readonly hidden: boolean;
  readonly comment: string;
};

/**
 * The `definedNames` element of the workbook part: the living workbook's names, and the print areas and titles of its
 * sheets, which files keep as names. Empty where there are none. Written here because the library knows no hidden names
 * and does not quote sheet names.
 */
export function definedNamesXml(grid: Grid): string {
  const names = [...livingNames(grid), ...printNames(grid)];
  if (names.length === 0) return "";
  const elements = names.map(({ name, text, sheet, hidden, comment }) => {
    const attributes = [
      ` name="${escapeXml(name)}"`,
      sheet === null ? "" : ` localSheetId="${String(sheet)}"`,
      hidden ? ' hidden="1"' : "",
      comment === "" ? "" : ` comment="${escapeXml(comment)}"`,
    ];
    return `<definedName${attributes.join("")}>${escapeXml(text)}</definedName>`;
  });
  return `<definedNames>${elements.join("")}</definedNames>`;
}

function livingNames({ workbook }: Grid): readonly FileName[] {
  const order = workbook.getSheets().map((sheet) => sheet.getSheetId());
  const service = workbook.getActiveSheet().getInject().get(IDefinedNamesService);
  return Object.values(service.getDefinedNameMap(workbook.getId()) ?? {}).map((item) => {
    const scope = item.localSheetId;
    const local = scope !== undefined && scope !== SCOPE_WORKBOOK_VALUE_DEFINED_NAME ? order.indexOf(scope) : -1;
    return {
      name: item.name,
      text: formulaToFile(item.formulaOrRefString.replace(/^=/, "")),
      sheet: local === -1 ? null : local,
      hidden: item.hidden === true,
      comment: item.comment ?? "",
    };
  });
}

function printNames({ workbook }: Grid): readonly FileName[] {
  return workbook.getSheets().flatMap((sheet, index) => {
    const { printArea, titleColumns, titleRows } = readSheetState(sheet).pageSetup;
    const qualify = (areas: readonly string[]): string =>
      areas.map((area) => `${quoteSheetName(sheet.getSheetName())}!${withDollars(area)}`).join(",");
    const titles = [titleColumns, titleRows].filter((title) => title !== undefined);
    const name = (label: string, text: string): FileName => ({
      name: label,
      text,
      sheet: index,
      hidden: false,
      comment: "",
    });
    return [
      ...(printArea === undefined ? [] : [name("_xlnm.Print_Area", qualify(printArea.split(",")))]),
      ...(titles.length === 0 ? [] : [name("_xlnm.Print_Titles", qualify(titles))]),
    ];
  });
}

/** `A1:J30` → `$A$1:$J$30`, `3:5` → `$3:$5`, `A:B` → `$A:$B`. */
function withDollars(area: string): string {
  return area.replace(/[A-Z]+|\d+/gi, "$$$&");
}
