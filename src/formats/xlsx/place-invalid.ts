import type { CellType, Template } from "../../core/model/template";
import { address } from "./a1";
import type { PlacedFigure } from "./place-grid";
import { figureDemands, typeOf } from "./place-validations";
import type { PlacedConditional } from "./placed-form";
import { tiles } from "./tiles";

/** Strokes that stand for a blank that was meant, each alone or repeated. */
const strokes = ["/", "／", "-", "－", "—", "–", "一"];

/**
 * Tints what cannot stand in a figure's cell: Excel asks data validation only when somebody types, so a pasted 四件 or
 * -3 is told by its colour, with or without the add-in.
 */
export function placeInvalid(template: Template, figures: readonly PlacedFigure[]): readonly PlacedConditional[] {
  const cells = figures.map((figure) => {
    const type = typeOf(template, figure.cell);
    return {
      area: { row: figure.row, column: figure.column, rows: 1, columns: 1 },
      key: `${type.kind} ${type.sign}`,
      of: type,
    };
  });
  return tiles(cells).map(({ area, of }) => ({
    area,
    formula: invalidFormula(address(area.row, area.column), of),
    look: "involved",
  }));
}

/** True for a number of the wrong kind, an error, and a text that is no stroke. */
export function invalidFormula(ref: string, type: Pick<CellType, "kind" | "sign">): string {
  const words = strokes.reduce((rest, stroke) => `SUBSTITUTE(${rest},"${stroke}","")`, ref);
  return `=IF(ISERROR(${ref}),TRUE,IF(ISNUMBER(${ref}),NOT(${figureDemands(ref, type)}),LEN(TRIM(${words}))>0))`;
}
