import { getNumfmtParseValueFilter, type ICellData, type IRange } from "@univerjs/core";
import { SheetPasteCommand, SheetPasteShortKeyCommand } from "@univerjs/preset-sheets-core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { parseClipboardText } from "./clipboard-text";
import type { Grid } from "./grid";

type Pasted = { readonly htmlContent?: string; readonly textContent?: string };

/**
 * Makes a paste from outside bring values only, so that a form keeps its borders and tints. Univer on its own resets the
 * format of every cell it pastes text into, and drops blank cells at the ends of the text, which would shift columns.
 * What was copied in the grid itself is pasted by Univer, formats included.
 */
export function pasteValuesOnly(grid: Grid): void {
  const { univerAPI } = grid;
  univerAPI.addEvent(univerAPI.Event.BeforeCommandExecute, (event) => {
    if (event.id === SheetPasteShortKeyCommand.id) {
      const { htmlContent = "", textContent = "" } = (event.params ?? {}) as Pasted;
      if (textContent === "" || isOwnCopy(htmlContent)) return;
      event.cancel = true;
      pasteText(grid, textContent);
    } else if (event.id === SheetPasteCommand.id && event.params === undefined) {
      // 粘贴 of the menu: read the clipboard, then go the same way as Ctrl+V.
      event.cancel = true;
      void readClipboard().then((pasted) => univerAPI.executeCommand(SheetPasteShortKeyCommand.id, pasted));
    }
  });
}

function isOwnCopy(html: string): boolean {
  return html.includes("data-copy-id=");
}

async function readClipboard(): Promise<Pasted> {
  const [item] = await navigator.clipboard.read();
  const read = async (type: string): Promise<string> =>
    item?.types.includes(type) === true ? (await item.getType(type)).text() : "";
  return { htmlContent: await read("text/html"), textContent: await read("text/plain") };
}

/** Writes the cells of a text into the sheet in one step that can be undone, and selects them. */
function pasteText({ workbook }: Grid, text: string): void {
  const active = workbook.getActiveRange();
  if (active === null) return;
  const { startRow, startColumn } = active.getRange();
  // A merged cell is one cell, however many it covers.
  const selected = active.isMerged()
    ? { startRow, startColumn, endRow: startRow, endColumn: startColumn }
    : active.getRange();
  const sheet = workbook.getActiveSheet();
  const rows = parseClipboardText(text);
  const width = Math.max(...rows.map((row) => row.length));
  const target = targetOf(selected, rows.length, width);
  makeRoom(sheet, target);
  const range = sheet.getRange(target);
  const cells = Array.from({ length: target.endRow - target.startRow + 1 }, (_, row) =>
    Array.from({ length: target.endColumn - target.startColumn + 1 }, (_unused, column) =>
      cellOf(rows[row % rows.length]?.[column % width] ?? ""),
    ),
  );
  range.setValues(cells);
  range.activate();
}

/** One value fills the whole selection, a block that fits into it several times is repeated; else it starts at its corner. */
function targetOf(selected: IRange, rows: number, columns: number): IRange {
  const { startRow, startColumn } = selected;
  const fits = (selected.endRow - startRow + 1) % rows === 0 && (selected.endColumn - startColumn + 1) % columns === 0;
  if (fits) return { startRow, startColumn, endRow: selected.endRow, endColumn: selected.endColumn };
  return { startRow, startColumn, endRow: startRow + rows - 1, endColumn: startColumn + columns - 1 };
}

function makeRoom(sheet: FWorksheet, { endRow, endColumn }: IRange): void {
  if (endRow >= sheet.getMaxRows()) sheet.setRowCount(endRow + 1);
  if (endColumn >= sheet.getMaxColumns()) sheet.setColumnCount(endColumn + 1);
}

/** A pasted text as if it had been typed: a formula, a number in any way of writing it, or a text. */
function cellOf(text: string): ICellData {
  const blank: ICellData = { v: null, f: null, si: null, p: null };
  if (text === "") return blank;
  if (text.startsWith("=") && text.length > 1) return { ...blank, f: text };
  const number = getNumfmtParseValueFilter(text.trim())?.v;
  return { ...blank, v: typeof number === "number" ? number : text };
}
