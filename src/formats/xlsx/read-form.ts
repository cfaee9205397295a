import { cellParts } from "../../core/model/cell";
import type { Facts } from "../../core/model/facts";
import type { Report } from "../../core/model/report";
import type { Template } from "../../core/model/template";
import { workbook as messages } from "../../messages/workbook";
import { parseRange } from "./a1";
import type { FormIdentity } from "./custom-part";
import { shapesOf, type SheetShape } from "./form-shape";
import { inspectFormulas } from "./inspect-formulas";
import { tableAnchor } from "./form-layout";
import { placeForm } from "./place-form";
import { locateAll, wordsOf, type Located, type SheetWords } from "./locate-sheet";
import { locateFacts } from "./locate-facts";
import { NoWorkbookError, openWorkbook, type RawWorkbook } from "./open-workbook";
import type { SheetRect } from "./placed-form";
import { readFactRows } from "./read-facts";
import { figuresNow, locateReview, readReviewRows } from "./review-read";
import { readFooter } from "./read-footer";
import { readFigures, type Figures } from "./read-figures";
import { findIdentity } from "./read-identity";
import type { Damage, InspectResult, Oddity, ReadFailure, ReadResult } from "./read-result";
import { readUnitAndYear } from "./read-unit";
import { recognize } from "./recognize-file";
import { locateText, readTextSheet } from "./text-sheet-read";
import { XmlError } from "./xml";
import { ZipError } from "./zip";

/**
 * Reads a report from a workbook that has been through anything: re-saved by other programs, sheets renamed and moved,
 * rows and columns inserted, names and custom parts lost. Tables are found by their labels, where several places fit
 * by their defined names. A figure whose place is not certain is not read, and named in `damage`.
 *
 * Never throws for what a file may hold; what is not readable comes back as a failure with a code.
 */
export async function readForm(bytes: Uint8Array, templates: readonly Template[]): Promise<ReadResult> {
  try {
    return await Promise.resolve(readWorkbook(openWorkbook(bytes), templates));
  } catch (error) {
    return { ok: false, failure: failureOf(error, bytes) };
  }
}

/**
 * Reads a report like {@link readForm}, and tells what has become of the formulas that the form came with and which
 * sheets are none of the form's.
 */
export async function inspectForm(bytes: Uint8Array, templates: readonly Template[]): Promise<InspectResult> {
  try {
    return await Promise.resolve(inspectWorkbook(openWorkbook(bytes), templates));
  } catch (error) {
    return { ok: false, failure: failureOf(error, bytes) };
  }
}

function failureOf(error: unknown, bytes: Uint8Array): ReadFailure {
  if (error instanceof NoWorkbookError) return { code: "notWorkbook", found: recognize(bytes, error.parts) };
  if (error instanceof XmlError) return { code: "damaged", detail: error.message };
  if (!(error instanceof ZipError)) throw error;
  if (error.reason === "noZip") return { code: "notWorkbook", found: recognize(bytes, []) };
  if (error.reason === "encrypted") return { code: "notWorkbook", found: "encrypted" };
  return error.reason === "tooLarge" ? { code: "tooLarge" } : { code: "damaged", detail: error.message };
}

/** The form of one template, as far as a workbook holds it. */
type Match = {
  readonly template: Template;
  readonly sheets: readonly { readonly shape: SheetShape; readonly places: readonly Located[] }[];
  /** Labels found, and labels there are. */
  readonly found: number;
  readonly labels: number;
};

function readWorkbook(workbook: RawWorkbook, templates: readonly Template[]): ReadResult {
  const found = find(workbook, templates);
  return found.ok ? assemble(found, workbook) : found;
}

function inspectWorkbook(workbook: RawWorkbook, templates: readonly Template[]): InspectResult {
  const found = find(workbook, templates);
  if (!found.ok) return found;
  const reading = assemble(found, workbook);
  if (!reading.ok) return reading;
  const located = found.chosen.sheets.map((sheet) => sheet.located);
  const own = [
    ...located,
    locateFacts(workbook, messages),
    locateReview(workbook),
    locateText(found.template, workbook),
  ].map((place) => place?.sheet.name);
  return {
    ...reading,
    formulas: located.flatMap((sheet) => inspectFormulas(found.template, sheet)),
    otherSheets: workbook.sheets.map(({ name }) => name).filter((name) => !own.includes(name)),
  };
}

type Found = {
  readonly ok: true;
  readonly template: Template;
  readonly chosen: Chosen;
  readonly identity: FormIdentity | undefined;
};

/** Which form the workbook holds, and where. */
function find(
  workbook: RawWorkbook,
  templates: readonly Template[],
): Found | { readonly ok: false; readonly failure: ReadFailure } {
  const fail = (failure: ReadFailure): { readonly ok: false; readonly failure: ReadFailure } => ({
    ok: false,
    failure,
  });
  const identity = findIdentity(workbook);
  if (identity.kind === "newer") return fail({ code: "newerForm", version: identity.version });
  const named =
    identity.kind === "whole"
      ? identity.identity.template
      : identity.kind === "template"
        ? identity.template
        : undefined;
  const issued = named === undefined ? templates : templates.filter(({ id }) => id === named);
  if (named !== undefined && issued.length === 0) return fail({ code: "unknownTemplate", template: named });
  const wanted = identity.kind === "whole" ? identity.identity.variant : undefined;
  const possible = issued.filter(({ variant = null }) => wanted === undefined || variant === wanted);
  if (possible.length === 0) return fail({ code: "unknownVariant", template: named ?? "", variant: wanted ?? "" });

  const words = workbook.sheets.map(wordsOf);
  const matches = bestVariants(possible.map((template) => match(template, words)).filter(({ found }) => found > 0));
  const best = Math.max(0, ...matches.map(({ found, labels }) => found / labels));
  const [first, ...rivals] = matches.filter(({ found, labels }) => found / labels === best);
  if (first === undefined) return fail(named === undefined ? { code: "noForm" } : { code: "labelsLost" });
  if (rivals.length > 0) {
    const ids = [first, ...rivals].map(({ template }) => template.id);
    return fail({ code: "ambiguous", templates: ids, sheets: [] });
  }
  const chosen = choose(first, workbook);
  if ("code" in chosen) return fail(chosen);
  return {
    ok: true,
    template: first.template,
    chosen,
    identity: identity.kind === "whole" ? identity.identity : undefined,
  };
}

function match(template: Template, words: readonly SheetWords[]): Match {
  const shapes = shapesFor(template);
  const sheets = shapes.map((shape) => ({ shape, places: words.flatMap((sheet) => locateAll(shape, sheet)) }));
  const found = sheets.reduce((sum, { places }) => sum + Math.max(0, ...places.map((place) => place.found)), 0);
  return { template, sheets, found, labels: shapes.reduce((sum, { labels }) => sum + labels.length, 0) };
}

/** Of the variants of one form that with the most labels: it has all labels of the form, and some of its own. */
function bestVariants(matches: readonly Match[]): readonly Match[] {
  const best = new Map<string, Match>();
  for (const next of matches) {
    const known = best.get(next.template.id);
    if (known === undefined || next.found > known.found) best.set(next.template.id, next);
  }
  return [...best.values()];
}

const known = new WeakMap<Template, readonly SheetShape[]>();

/** The sheets of a form, worked out once: reports come by the hundred. */
export function shapesFor(template: Template): readonly SheetShape[] {
  const shapes = known.get(template) ?? shapesOf(placeForm(template));
  known.set(template, shapes);
  return shapes;
}

type Chosen = {
  readonly sheets: readonly { readonly located: Located; readonly figures: Figures }[];
  readonly missing: readonly SheetShape[];
  readonly copies: readonly Oddity[];
};

/** Of several places that fit, the one that the names point to; else they must say the same. */
function choose({ sheets }: Match, workbook: RawWorkbook): Chosen | ReadFailure {
  const chosen: Chosen["sheets"][number][] = [];
  const missing: SheetShape[] = [];
  const copies: Oddity[] = [];
  for (const { shape, places } of sheets) {
    const anchors = anchorsOf(shape, workbook);
    const ranked = places
      .map((located) => ({ located, points: pointing(located, anchors) }))
      .sort((a, b) => b.points - a.points || b.located.found - a.located.found);
    const [best, ...others] = ranked;
    if (best === undefined) {
      missing.push(shape);
      continue;
    }
    const figures = readFigures(best.located);
    for (const { located, points } of others) {
      const rival = points === best.points && located.found === best.located.found;
      if (rival && !sameFigures(figures, readFigures(located)))
        return { code: "ambiguous", templates: [], sheets: [best.located.sheet.name, located.sheet.name] };
      copies.push({ kind: "copy", place: located.sheet.name, raw: shape.sheet.name });
    }
    chosen.push({ located: best.located, figures });
  }
  return { sheets: chosen, missing, copies };
}

type AnchorPlace = { readonly place: SheetRect; readonly first: { readonly row: number; readonly column: number } };

/** Where the names of a sheet's tables point to, beside where their blocks begin in the form. */
function anchorsOf(shape: SheetShape, { names }: RawWorkbook): readonly AnchorPlace[] {
  const tables = new Set(shape.figures.map(({ cell }) => cellParts(cell).table));
  return [...tables].flatMap((table) => {
    const own = shape.figures.filter(({ cell }) => cellParts(cell).table === table);
    const first = { row: Math.min(...own.map(({ row }) => row)), column: Math.min(...own.map(({ column }) => column)) };
    const wanted = tableAnchor(table).toLowerCase();
    // A name of the whole workbook comes before one that was copied along with a sheet.
    const sorted = names
      .filter(({ name }) => name.toLowerCase() === wanted)
      .sort((a, b) => Number(a.sheet !== null) - Number(b.sheet !== null));
    return sorted.slice(0, 1).flatMap(({ refersTo }) => {
      const place = parseReference(refersTo);
      return place === undefined ? [] : [{ place, first }];
    });
  });
}

/** 2 where a name points exactly here, 1 where it points to this sheet, 0 otherwise. */
function pointing({ sheet, rows, columns }: Located, anchors: readonly AnchorPlace[]): number {
  const here = anchors.filter(({ place }) => place.sheet === sheet.name);
  const exact = here.some(
    ({ place, first }) => rows.get(first.row) === place.row && columns.get(first.column) === place.column,
  );
  return exact ? 2 : here.length > 0 ? 1 : 0;
}

const quoted = /^'((?:[^']|'')+)'!(.+)$/;
const bare = /^([^'!]+)!(.+)$/;

function parseReference(text: string): SheetRect | undefined {
  const found = quoted.exec(text) ?? bare.exec(text);
  const area = parseRange(found?.[2] ?? "");
  return found === null || area === undefined ? undefined : { ...area, sheet: (found[1] ?? "").replaceAll("''", "'") };
}

function sameFigures(a: Figures, b: Figures): boolean {
  return a.values.size === b.values.size && [...a.values].every(([cell, value]) => b.values.get(cell) === value);
}

function assemble({ template, chosen, identity }: Found, workbook: RawWorkbook): ReadResult {
  const { sheets, missing, copies } = chosen;
  // What is sealed carries its text, not the inputs of it.
  const isSealed = identity?.seal !== undefined && identity.seal !== null;
  const inputs = isSealed
    ? { facts: identity.facts, missing: false, oddities: [] }
    : readInputs(template, workbook, identity?.facts ?? {});
  const named = readUnitAndYear(
    sheets.map(({ located }) => located),
    workbook,
    identity,
  );
  if (named.year === undefined) return { ok: false, failure: { code: "noYear" } };
  const text = readTextSheet(template, workbook);
  const footer = readFooter(sheets.map(({ located }) => located));
  const damage: readonly Damage[] = [
    ...(identity === undefined ? [{ kind: "identityLost" } as const] : []),
    ...missing.flatMap(missingTables),
    ...(inputs.missing ? [{ kind: "factsMissing" } as const] : []),
    ...sheets.flatMap(({ figures }) => figures.damage),
  ];
  const report: Report = {
    template: template.id,
    variant: template.variant ?? null,
    unit: named.unit,
    year: named.year,
    unitType: identity?.unitType ?? null,
    rulemaking: identity?.rulemaking ?? null,
    zeroReport: identity?.zeroReport ?? null,
    values: new Map(sheets.flatMap(({ figures }) => [...figures.values])),
    facts: inputs.facts,
    explanations: identity?.explanations ?? {},
    ...(footer && { footer }),
    ...(text && { text }),
  };
  const reasons = readReasons(template, workbook, report, identity?.explanations);
  return {
    ok: true,
    template,
    report: { ...report, explanations: reasons.explanations },
    damage,
    oddities: [
      ...sheets.flatMap(({ figures }) => figures.oddities),
      ...inputs.oddities,
      ...reasons.oddities,
      ...named.oddities,
      ...copies,
    ],
    formulasInCells: sheets.flatMap(({ figures }) => figures.formulas),
  };
}

/** The reasons that the workbook carries, with what people wrote into the sheet 校验与说明. */
function readReasons(
  template: Template,
  workbook: RawWorkbook,
  report: Report,
  known: Report["explanations"] | undefined,
): Pick<Report, "explanations"> & { readonly oddities: readonly Oddity[] } {
  const located = locateReview(workbook);
  if (located === undefined) return { explanations: known ?? {}, oddities: [] };
  const { sheet, firstRow, rows } = located;
  const { explanations, stray } = readReviewRows(rows, known, figuresNow(template, report));
  return {
    explanations,
    oddities: stray.map(({ row, text }) => ({
      kind: "reasonText",
      place: `${sheet.name}!${String(firstRow + row + 1)}`,
      raw: text,
    })),
  };
}

/** The inputs of the text as their sheet has them now; where it is gone, as they were when the workbook was written. */
function readInputs(
  { facts: fields }: Template,
  workbook: RawWorkbook,
  known: Facts,
): { readonly facts: Facts; readonly missing: boolean; readonly oddities: readonly Oddity[] } {
  if (fields.length === 0) return { facts: known, missing: false, oddities: [] };
  const located = locateFacts(workbook, messages);
  if (located === undefined) return { facts: known, missing: true, oddities: [] };
  const { facts, unread } = readFactRows(fields, located.rows, known, messages);
  return {
    facts,
    missing: false,
    oddities: unread.map(({ row, raw }) => ({
      kind: "factText",
      place: `${located.sheet.name}!${String(located.firstRow + row + 1)}`,
      raw,
    })),
  };
}

/** The tables of a sheet that is gone. */
export function missingTables({ figures }: SheetShape): readonly Damage[] {
  const tables = [...new Set(figures.map(({ cell }) => cellParts(cell).table))];
  return tables.map((table) => ({
    kind: "tableMissing",
    table,
    cells: figures.map(({ cell }) => cell).filter((cell) => cellParts(cell).table === table),
  }));
}
