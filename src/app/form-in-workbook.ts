import type { CellId } from "../core/model/cell";
import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import { placeFacts } from "../core/narrative/place-facts";
import { placeForm, tableAnchor, unitAnchor, yearAnchor } from "../formats/xlsx/form-layout";
import type { PlacedForm } from "../formats/xlsx/placed-form";
import { errors } from "../messages/errors";
import { templates } from "../templates";
import { findTemplate, templateIds } from "./forms";
import { parseIdentity, type Identity } from "./identity";
import { createMirror, type AnchorShape, type Mirror } from "./mirror";
import type { Block } from "./ports";
import { UserError } from "./user-error";

/** The form in an open workbook: what it is, and what stands in it at the moment. */
export type FormInWorkbook = {
  readonly template: Template;
  /** The custom XML part as it was read. */
  readonly xml: string;
  readonly identity: Identity;
  readonly mirror: Mirror;
};

/** Every anchor that a form of ours can have: one question to the host finds them all. */
export const anchors: readonly string[] = [
  ...new Set(templates.flatMap((template) => template.tables.map(({ id }) => tableAnchor(id)))),
  unitAnchor,
  yearAnchor,
];

/**
 * @param xml the workbook's custom XML part
 * @throws UserError when the form is not one that this Gouji knows
 */
export function openForm(xml: string, blocks: ReadonlyMap<string, Block>): FormInWorkbook {
  const identity = parseIdentity(xml);
  const template = findTemplate(identity.template);
  if (template === undefined) throw new UserError(errors.unknownTemplate(identity.template, templateIds()));
  return { template, xml, identity, mirror: createMirror(shapesOf(placeForm(template)), blocks) };
}

/** The report as the sheets show it now. Its values stay in step with the mirror. */
export function reportOf({ template, identity, mirror }: FormInWorkbook): Report {
  const { variant, unitType, rulemaking, zeroReport, explanations } = identity;
  const unit = mirror.block(unitAnchor)?.[0]?.[0];
  const year = Number(mirror.block(yearAnchor)?.[0]?.[0]);
  return {
    template: template.id,
    variant,
    unit: typeof unit === "string" && unit.trim() !== "" ? unit.trim() : identity.unit,
    year: Number.isInteger(year) && year > 0 ? year : identity.year,
    unitType,
    rulemaking,
    zeroReport,
    values: mirror.values,
    facts: placeFacts(identity.facts, template.facts),
    explanations,
  };
}

function shapesOf(form: PlacedForm): readonly AnchorShape[] {
  const cells = new Map<string, CellId[]>();
  for (const cell of form.values.keys()) {
    const name = tableAnchor(cell.slice(0, cell.indexOf(".")));
    const list = cells.get(name);
    if (list === undefined) cells.set(name, [cell]);
    else list.push(cell);
  }
  return form.anchors.flatMap(({ name, row, column, rows, columns }) => {
    const inside = cells.get(name);
    if (inside === undefined) return [];
    const places = inside.flatMap((cell) => {
      const place = form.values.get(cell);
      return place === undefined ? [] : [{ cell, row: place.row - row, column: place.column - column }];
    });
    return [{ name, rows, columns, cells: places }];
  });
}
