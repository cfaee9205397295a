/**
 * The cells of a text from the clipboard, as spreadsheets put it there: columns parted by tabs, rows by line breaks, a
 * cell in quotes where it holds one of these. Rows may differ in length; a final line break begins no row.
 */
export function parseClipboardText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const line of splitRows(text.replace(/\r\n?/g, "\n").replace(/\n$/, ""))) rows.push(line.map(unquote));
  return rows;
}

const CELL = /"(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*/y;

function splitRows(text: string): string[][] {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (;;) {
    const at = CELL.lastIndex;
    const cell = CELL.exec(text)?.[0] ?? "";
    rows.at(-1)?.push(cell);
    const next = text[at + cell.length];
    if (next === undefined) return rows;
    if (next === "\n") rows.push([]);
    CELL.lastIndex = at + cell.length + 1;
  }
}

/** Only a cell that needed its quotes loses them; `"甲"` typed by a person stays as it is. */
function unquote(cell: string): string {
  const inner = /^"((?:[^"]|"")*)"$/.exec(cell)?.[1];
  return inner !== undefined && /[\t\n"]/.test(inner) ? inner.replaceAll('""', '"') : cell;
}
