import type { Area } from "../../app/ports";

/** Zero-based position of `D12`, `$D$12:F15`, `3:3` or `B:C` (whole rows and columns reach to the sheet's edge). */
export function parseAddress(sheet: string, address: string): Area | undefined {
  const local = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const [first = "", last = first] = local.split(":");
  const from = corner(first);
  const to = corner(last);
  if (from === undefined || to === undefined) return undefined;
  const row = from.row ?? 0;
  const column = from.column ?? 0;
  const rows = (to.row ?? lastRow) - row + 1;
  const columns = (to.column ?? lastColumn) - column + 1;
  return rows < 1 || columns < 1 ? undefined : { sheet, row, column, rows, columns };
}

const lastRow = 1_048_575;
const lastColumn = 16_383;

type Corner = { readonly row: number | undefined; readonly column: number | undefined };

function corner(text: string): Corner | undefined {
  const parts = /^([A-Z]{0,3})(\d{0,7})$/iu.exec(text);
  if (parts === null) return undefined;
  const [, letters = "", digits = ""] = parts;
  if (letters === "" && digits === "") return undefined;
  return {
    column: letters === "" ? undefined : columnIndex(letters),
    row: digits === "" ? undefined : Number(digits) - 1,
  };
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
