import type { CellId } from "../core/model/cell";
import type { Facts } from "../core/model/facts";
import type { Report } from "../core/model/report";
import type { Template } from "../core/model/template";
import type { Subject } from "../core/rules/evaluate";
import { isTotal, type RuleBook } from "../core/rules/expand";
import { placeFacts } from "../core/narrative/place-facts";
import {
  factsAnchor,
  footerAnchor,
  identityAnchor,
  reviewAnchor,
  tableAnchor,
  textAnchor,
  unitAnchor,
  yearAnchor,
  placeTables,
} from "../formats/xlsx/form-layout";
import type { PlacedTables } from "../formats/xlsx/placed-form";
import { footerInBlock } from "../formats/xlsx/read-footer";
import { factRowsOf, readFactRows, type FactsReading } from "../formats/xlsx/read-facts";
import { workbook } from "../messages/workbook";
import type { Against } from "./against";
import { ruleBook, templateFor } from "./forms";
import { parseIdentity, type Identity } from "./identity";
import { createMirror, type AnchorShape, type Mirror } from "./mirror";
import type { Area, Block } from "./ports";

/** The form in an open workbook: what it is, and what stands in it at the moment. */
export type FormInWorkbook = {
  readonly template: Template;
  /** The custom XML part as it was read. */
  readonly xml: string;
  readonly identity: Identity;
  readonly mirror: Mirror;
  /** What it is held against beside the rules of its form. */
  readonly against?: Against;
};

/** Every anchor that a form can have. */
export function anchorsOf(template: Template): readonly string[] {
  return [...figureAnchors(template), ...leftAlone];
}

/** What a check of the figures leaves as it was read before. */
const leftAlone = [factsAnchor, textAnchor, reviewAnchor];

/** The anchors of what is written from the figures: 校验与说明, and the cells that repeat the identity. */
export function recordAnchors(template: Template): readonly string[] {
  return [...figureAnchors(template), reviewAnchor, identityAnchor];
}

/** The anchors that a check of the figures needs: not the inputs of the text, which are many times as long. */
export function figureAnchors(template: Template): readonly string[] {
  const footer = template.sheets.some((sheet) => sheet.footer !== undefined) ? [footerAnchor] : [];
  return [...template.tables.map(({ id }) => tableAnchor(id)), unitAnchor, yearAnchor, ...footer];
}

/** Whether the workbook carries a seal, intact or not. */
export function isSealed({ identity }: Pick<FormInWorkbook, "identity">): boolean {
  return identity.seal !== undefined && identity.seal !== null;
}

/** @throws UserError when the form is not one that this Gouji knows */
export function formOf(xml: string): Pick<FormInWorkbook, "template" | "xml" | "identity"> {
  const identity = parseIdentity(xml);
  return { template: templateFor(identity), xml, identity };
}

/**
 * The form with what its blocks hold; inputs of the text, and the text, that were not read anew stay as they were.
 * @param asked the anchors that were asked for: one without a block is gone
 */
export function withBlocks(
  form: Pick<FormInWorkbook, "template" | "xml" | "identity"> & { readonly mirror?: Mirror },
  blocks: ReadonlyMap<string, Block>,
  asked: readonly string[] = anchorsOf(form.template),
): FormInWorkbook {
  const { template, xml, identity } = form;
  const kept = leftAlone.flatMap((name): readonly (readonly [string, Block])[] => {
    const block = form.mirror?.block(name);
    return block === undefined || asked.includes(name) ? [] : [[name, block]];
  });
  const all = new Map([...kept, ...blocks]);
  return { template, xml, identity, mirror: createMirror(shapesOf(placesOf(template)), all) };
}

const placed = new WeakMap<Template, PlacedTables>();

/** Where the form's figures stand when it is new; worked out once. */
export function placesOf(template: Template): PlacedTables {
  const form = placed.get(template) ?? placeTables(template);
  placed.set(template, form);
  return form;
}

/** What the rules are held against. */
export function subjectOf(form: FormInWorkbook): Report & Subject {
  const report = reportOf(form);
  return { ...report, prior: priorOf(form, report)?.values, computed: form.mirror.computed };
}

/** The rules of the form, with those of the superior office where there are any. */
export function bookOf({ template, against }: FormInWorkbook): RuleBook {
  return against?.task?.book ?? ruleBook(template);
}

/** Last year's figures; undefined where they are not known, or are those of another year. */
export function priorOf(
  { against }: Pick<FormInWorkbook, "against">,
  { year }: Pick<Report, "year">,
): Report | undefined {
  const prior = against?.prior?.report;
  return prior?.year === year - 1 ? prior : undefined;
}

/** Where formulas stand: no event tells when their results change. */
export function computedAreas({ mirror }: FormInWorkbook): readonly Area[] {
  return [...mirror.computed].flatMap((cell) => mirror.areaOf(cell) ?? []);
}

/** The report as the sheets show it now. Its values stay in step with the mirror. */
export function reportOf({ template, identity, mirror }: FormInWorkbook): Report {
  const { variant, unitType, rulemaking, zeroReport, explanations } = identity;
  const unit = mirror.block(unitAnchor)?.values[0]?.[0];
  const year = Number(mirror.block(yearAnchor)?.values[0]?.[0]);
  const footer = footerInBlock(placesOf(template), mirror.block(footerAnchor)?.values ?? []);
  return {
    template: template.id,
    variant,
    unit: typeof unit === "string" && unit.trim() !== "" ? unit.trim() : identity.unit,
    year: Number.isInteger(year) && year > 0 ? year : identity.year,
    unitType,
    rulemaking,
    zeroReport,
    values: mirror.values,
    facts: factsOf({ template, identity, mirror }),
    explanations,
    ...(footer && { footer }),
  };
}

/** What the 正文要素 sheet says; where it has been deleted, what the workbook was made with. */
function factsOf(form: Omit<FormInWorkbook, "xml">): Facts {
  const block = form.mirror.block(factsAnchor);
  return block === undefined ? knownFacts(form) : readFactsOf(form, block).facts;
}

/** The facts that the workbook was made with. */
function knownFacts({ template, identity }: Omit<FormInWorkbook, "xml" | "mirror">): Facts {
  return placeFacts(identity.facts, template.facts);
}

/** The sheet 正文要素 as it stands now. */
export function readFactsOf(form: Omit<FormInWorkbook, "xml">, block: Block): FactsReading {
  return readFactRows(form.template.facts, factRowsOf(block.values), knownFacts(form), workbook);
}

function shapesOf(form: PlacedTables): readonly AnchorShape[] {
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
      if (place === undefined) return [];
      return [{ cell, row: place.row - row, column: place.column - column, total: isTotal(form.template, cell) }];
    });
    return [{ name, rows, columns, cells: places }];
  });
}
