import { cellParts, type CellId } from "../../core/model/cell";
import type { CellType, Column, Row, Template } from "../../core/model/template";
import type { WorkbookMessages } from "../../messages/workbook";
import { address } from "./a1";
import type { PlacedFigure } from "./place-grid";
import type { PlacedValidation } from "./placed-form";
import { tiles } from "./tiles";

/** Excel takes 255 characters in a prompt and 32 in its title. */
const promptLength = 255;

/** What may be typed into the figures of a sheet, and a word of help where the form or the law is not obvious. */
export function placeValidations(
  template: Template,
  figures: readonly PlacedFigure[],
  messages: WorkbookMessages,
): readonly PlacedValidation[] {
  const cells = figures.map((figure) => {
    const { row, column, type } = describe(template, figure.cell);
    const help = prompt(row, column, messages);
    return {
      // Typing goes into the upper left cell of a merged figure.
      area: { row: figure.row, column: figure.column, rows: 1, columns: 1 },
      key: JSON.stringify([type.kind, type.sign, type.unit, help]),
      of: { type, help },
    };
  });
  return tiles(cells).map(({ area, of: { type, help } }) => ({
    area,
    formula: allowed(address(area.row, area.column), type),
    errorTitle: messages.mistyped,
    error: errorText(type, messages),
    ...(help !== "" && { prompt: { title: messages.inputTitle, text: help } }),
  }));
}

/**
 * A figure of the right kind, or a stroke that means blank. IF keeps INT from the stroke: Excel's OR and AND look at
 * all their arguments, and a single error refuses the entry.
 */
function allowed(ref: string, type: CellType): string {
  const figure = figureDemands(ref, type);
  const strokes = ["/", "-", "／", "－", "—"].map((stroke) => `${ref}="${stroke}"`).join(",");
  return `=IF(ISNUMBER(${ref}),${figure},OR(${strokes}))`;
}

/** What a number in the cell has to satisfy, as a native formula without the equals sign. */
export function figureDemands(ref: string, { kind, sign }: Pick<CellType, "kind" | "sign">): string {
  const demands = [...(sign === "nonneg" ? [`${ref}>=0`] : []), ...(kind === "integer" ? [`${ref}=INT(${ref})`] : [])];
  return demands.length === 0 ? "TRUE" : demands.length === 1 ? demands.join("") : `AND(${demands.join(",")})`;
}

function errorText({ kind, sign, unit }: CellType, messages: WorkbookMessages): string {
  if (kind === "integer") return sign === "any" ? messages.anyWholeNumber : messages.wholeNumber;
  return sign === "any" ? messages.anyAmount(unit) : messages.amount(unit);
}

/** The law alone goes without saying; it is added where a note is shown anyway. */
function prompt(row: Row, column: Column, messages: WorkbookMessages): string {
  const notes = [row.note, column.note].filter((note) => note !== undefined);
  if (notes.length === 0) return "";
  const law = row.law === undefined ? [] : [messages.law(row.law)];
  return [...notes, ...law].join("\n").slice(0, promptLength);
}

/** What may stand in a cell of the form. */
export function typeOf(template: Template, cell: CellId): CellType {
  return describe(template, cell).type;
}

function describe(template: Template, cell: CellId): { row: Row; column: Column; type: CellType } {
  const parts = cellParts(cell);
  const table = template.tables.find(({ id }) => id === parts.table);
  const row = table?.rows.find(({ id }) => id === parts.row);
  const column = table?.columns.find(({ id }) => id === parts.column);
  if (row === undefined || column === undefined) throw new Error(`${template.id} has no cell ${cell}`);
  const type = {
    kind: row.kind ?? column.kind ?? "integer",
    sign: row.sign ?? column.sign ?? "nonneg",
    unit: row.unit ?? column.unit ?? null,
  };
  return { row, column, type };
}
