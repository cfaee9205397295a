import { renameSheets } from "../grid/formula-text";
import { importWorksheets } from "../grid/import-xlsx";
import { insertSheets } from "../grid/insert-sheets";
import type { ImportedWorkbook } from "../grid/imported";
import { ApiError, invalidArgument, itemNotFound } from "./api-error";
import type { Book } from "./book";
import { addName, isValidName } from "./names";
import { requireOpenStructure } from "./worksheet";

/**
 * Puts sheets of an .xlsx file (base64) into the workbook, `wanted` ones or all, before the tab at `position`. Names of
 * the file that refer to inserted sheets come along where the workbook has none of that name. Custom XML parts and
 * document properties stay behind, as in Excel. Returns the ids of the new sheets.
 */
export async function insertFile(
  book: Book,
  base64: string,
  position: number,
  wanted: readonly string[] | null,
): Promise<readonly string[]> {
  requireOpenStructure(book);
  const file = await readFile(decode(base64));
  const missing = (wanted ?? []).find((name) => !file.sheets.some((sheet) => sheet.name === name));
  if (missing !== undefined) {
    throw itemNotFound(`worksheet ${missing} in the file`);
  }
  const sheets = file.sheets.filter((sheet) => wanted === null || wanted.includes(sheet.name));
  const ids = await book.writeAsync(() => insertSheets(book.grid, { ...file, sheets }, position));
  const newNames = new Map(sheets.map((sheet, index) => [sheet.name, book.sheet(ids[index] ?? "").getSheetName()]));
  addFileNames(book, file, newNames, new Map(sheets.map((sheet, index) => [sheet.name, ids[index] ?? ""])));
  return ids;
}

async function readFile(bytes: Uint8Array): Promise<ImportedWorkbook> {
  try {
    return await importWorksheets(bytes);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ApiError("FileFormatError", `The file could not be read as a workbook. (${detail})`);
  }
}

function decode(base64: string): Uint8Array {
  const body = base64.replace(/^data:[^,]*,/, "");
  try {
    return Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  } catch {
    throw invalidArgument("base64File");
  }
}

function addFileNames(
  book: Book,
  file: ImportedWorkbook,
  newNames: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, string>,
): void {
  for (const { name, formula, scope, hidden, comment } of file.names) {
    const refersToInserted = [...newNames.keys()].some((sheet) => mentions(formula, sheet));
    const sheetId = scope === null ? null : (ids.get(scope) ?? undefined);
    const belongs = sheetId === undefined ? false : sheetId !== null || refersToInserted;
    const taken = book.grid.workbook
      .getDefinedNames()
      .some((one) => one.getName().toLowerCase() === name.toLowerCase());
    if (belongs && isValidName(name) && !(taken && scope === null)) {
      addName(book, {
        name,
        formula: `=${renameSheets(formula, newNames)}`,
        sheetId: sheetId ?? null,
        hidden,
        ...(comment === undefined ? {} : { comment }),
      });
    }
  }
}

/** Whether a formula speaks of a sheet, quoted or not. */
function mentions(formula: string, sheet: string): boolean {
  return formula.includes(`'${sheet.replaceAll("'", "''")}'!`) || formula.includes(`${sheet}!`);
}
