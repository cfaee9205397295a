import * as z from "zod/mini";

import type { CellId, CellValue } from "../core/model/cell";
import type { Explanation, Report } from "../core/model/report";
import { cellsOf, type Template } from "../core/model/template";
import { placeFacts } from "../core/narrative/place-facts";
import { readTold } from "../core/narrative/told";
import { checkAll } from "../core/rules/check";
import { findingsOf } from "../core/rules/evaluate";
import { errors } from "../messages/errors";
import { requireYear, ruleBook, templateFor } from "./forms";
import { explanation, looseFact, textSheet, unitType, zeroReport } from "./shapes";
import { UserError } from "./user-error";

/** The report file of `docs/report-file.md`: one unit, one year, by cell id. */
export const reportFileSchema = z.object({
  template: z.string(),
  variant: z.optional(z.nullable(z.string())),
  unit: z.string().check(z.minLength(1)),
  year: z.int().check(z.minimum(1900), z.maximum(2999)),
  unitType: z.optional(z.nullable(unitType)),
  rulemaking: z.optional(z.nullable(z.boolean())),
  zeroReport: z.optional(z.nullable(zeroReport)),
  values: z.record(z.string(), z.nullable(z.union([z.number(), z.string()]))),
  facts: z.optional(z.union([z.array(looseFact), z.record(z.string(), z.array(looseFact))])),
  explanations: z.optional(z.record(z.string(), z.union([z.string(), explanation]))),
  footer: z.optional(z.nullable(z.record(z.string(), z.string()))),
  text: z.optional(z.nullable(textSheet)),
  seal: z.optional(z.unknown()),
});

type ReportFile = z.infer<typeof reportFileSchema>;

/**
 * Reads a report file.
 * @param name as it is shown in error messages
 * @throws UserError one sentence naming what is wrong: no JSON, a missing part, an unknown form, year or cell
 */
export function parseReportFile(text: string, name: string): Report {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UserError(errors.badJson(name));
  }
  const parsed = reportFileSchema.safeParse(json);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new UserError(errors.notReport(name, path));
  }
  return toReport(parsed.data, name);
}

/** The report as it is printed by `read`: every cell of the form is named, blanks as null. */
export function toReportFile(report: Report, template: Template): Record<string, unknown> {
  const { values, ...rest } = report;
  return {
    ...rest,
    values: Object.fromEntries(cellsOf(template).map((cell) => [cell, values.get(cell) ?? null])),
    seal: null,
  };
}

function toReport(file: ReportFile, name: string): Report {
  const template = formOf(file, name);
  const known = new Set<string>(cellsOf(template));
  const stranger = Object.keys(file.values).find((cell) => !known.has(cell));
  if (stranger !== undefined) throw new UserError(errors.unknownCell(name, stranger, template.id));
  const report: Report = {
    template: file.template,
    variant: file.variant ?? null,
    unit: file.unit,
    year: file.year,
    unitType: file.unitType ?? null,
    rulemaking: file.rulemaking ?? null,
    zeroReport: file.zeroReport ?? null,
    values: new Map(Object.entries(file.values) as [CellId, CellValue][]),
    facts: placeFacts(file.facts ?? {}, template.facts),
    explanations: {},
    ...footerOf(file, template),
    ...textOf(file),
  };
  return { ...report, explanations: bindExplanations(report, template, file.explanations ?? {}) };
}

function footerOf({ footer }: ReportFile, { sheets }: Template): Pick<Report, "footer"> {
  const labels = sheets.flatMap((sheet) => sheet.footer?.labels ?? []);
  const said = Object.entries(footer ?? {}).filter(([label, text]) => labels.includes(label) && text.trim() !== "");
  return said.length === 0 ? {} : { footer: Object.fromEntries(said) };
}

/** The sheet 年报正文; what was kept beside its paragraphs only as far as it fits together. */
function textOf({ text }: ReportFile): Pick<Report, "text"> {
  if (text === null || text === undefined) return {};
  return { text: { ...text, rows: text.rows.map((row) => ({ ...row, told: readTold(row.told) })) } };
}

/** @throws UserError naming the file, when there is no such form or variant, or it is not one for that year */
function formOf({ template: id, variant = null, year }: ReportFile, name: string): Template {
  try {
    const template = templateFor({ template: id, variant });
    requireYear(template, year);
    return template;
  } catch (cause) {
    throw cause instanceof UserError ? new UserError(`${name}：${cause.message}`) : cause;
  }
}

/** A reason given as a plain string is bound at once to the figures that it is given for. */
function bindExplanations(
  report: Report,
  template: Template,
  given: Readonly<Record<string, string | Explanation>>,
): Record<string, Explanation> {
  const entries = Object.entries(given);
  if (entries.length === 0) return {};
  const figures = new Map(
    checkAll(ruleBook(template), report).flatMap((verdict) =>
      findingsOf(verdict).map((finding) => [finding.rule, finding] as const),
    ),
  );
  return Object.fromEntries(
    entries.map(([rule, reason]) => {
      if (typeof reason !== "string") return [rule, reason];
      const finding = figures.get(rule);
      return [rule, { text: reason, left: finding?.left ?? null, right: finding?.right ?? null, by: "", at: "" }];
    }),
  );
}

/** The JSON schema of a report file. */
export function reportFileJsonSchema(): object {
  return z.toJSONSchema(reportFileSchema);
}
