import { factSections, type Fact, type Facts } from "../../core/model/facts";
import type { Explanation, ZeroReport } from "../../core/model/report";
import type { UnitType } from "../../core/rules/rule";
import { formVersion, type FormIdentity } from "./custom-part";
import type { RawWorkbook } from "./open-workbook";
import { identityName, joinIdentity } from "./identity-carriers";

/** What a workbook says of itself: all of it, only the form's id, a version that we do not know, or nothing. */
export type FoundIdentity =
  | { readonly kind: "whole"; readonly identity: FormIdentity }
  | { readonly kind: "template"; readonly template: string }
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "none" };

/** Looks in the custom XML part, then in the cells that repeat it, then in the hidden name. */
export function findIdentity(workbook: RawWorkbook): FoundIdentity {
  for (const text of [...workbook.parts, ...cellTexts(workbook)]) {
    const json = parseJson(text);
    if (!isObject(json)) continue;
    const { version } = json;
    if (typeof version === "number" && version > formVersion) return { kind: "newer", version };
    const identity = identityOf(json);
    if (identity !== undefined) return { kind: "whole", identity };
  }
  for (const { name, refersTo } of workbook.names) {
    const constant = name.toLowerCase() === identityName.toLowerCase() ? /^"(\d+)\|([\w-]+)"$/.exec(refersTo) : null;
    if (constant === null) continue;
    const version = Number(constant[1]);
    return version > formVersion ? { kind: "newer", version } : { kind: "template", template: constant[2] ?? "" };
  }
  return { kind: "none" };
}

/** Every seal that the workbook carries, as it is there: in the custom XML part, and repeated in cells. */
export function findSeals(workbook: RawWorkbook): readonly unknown[] {
  return [...workbook.parts, ...cellTexts(workbook)].flatMap((text) => {
    const json = parseJson(text);
    const seal = isObject(json) ? json["seal"] : undefined;
    return seal === undefined || seal === null ? [] : [seal];
  });
}

/** Texts in the cells of each sheet; a sheet that was copied into another workbook brings its own. */
function cellTexts({ sheets }: RawWorkbook): readonly string[] {
  return sheets.flatMap(({ cells }) => {
    const texts = [...cells.values()].flatMap(({ value }) => (typeof value === "string" ? [value] : []));
    return joinIdentity(texts) ?? [];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isFigure(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function identityOf(json: Json): FormIdentity | undefined {
  const { version, template, variant, unit, year, unitType, rulemaking } = json;
  if (!isFigure(version) || !isText(template) || !isText(unit) || !isFigure(year)) return undefined;
  return {
    version,
    template,
    variant: isText(variant) ? variant : null,
    unit,
    year,
    unitType: isUnitType(unitType) ? unitType : null,
    rulemaking: typeof rulemaking === "boolean" ? rulemaking : null,
    zeroReport: zeroReportOf(json["zeroReport"]),
    facts: factsOf(json["facts"]),
    explanations: explanationsOf(json["explanations"]),
    seal: json["seal"] ?? null,
  };
}

function isUnitType(value: unknown): value is UnitType {
  return value === "government" || value === "department" || value === "township" || value === "agency";
}

function zeroReportOf(value: unknown): ZeroReport | null {
  return isObject(value) && isText(value["by"]) && isText(value["at"]) ? { by: value["by"], at: value["at"] } : null;
}

function explanationsOf(value: unknown): Record<string, Explanation> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([rule, given]) => {
      if (!isObject(given) || !isText(given["text"])) return [];
      const { text, left, right, by, at } = given;
      const reason: Explanation = {
        text,
        left: isFigure(left) ? left : null,
        right: isFigure(right) ? right : null,
        by: isText(by) ? by : "",
        at: isText(at) ? at : "",
      };
      return [[rule, reason]];
    }),
  );
}

function factsOf(value: unknown): Facts {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    factSections.flatMap((section) => {
      const list = value[section];
      return Array.isArray(list) ? [[section, list.flatMap((fact) => factOf(fact) ?? [])]] : [];
    }),
  );
}

function factOf(value: unknown): Fact | undefined {
  if (!isObject(value) || !isText(value["id"])) return undefined;
  const { id, label, unit, approx, pct, parts, text } = value;
  const divided = partsOf(parts);
  return {
    id,
    label: isText(label) ? label : "",
    value: isFigure(value["value"]) ? value["value"] : null,
    unit: isText(unit) ? unit : null,
    ...(isText(approx) && { approx }),
    ...(isFigure(pct) && { pct }),
    ...(divided !== undefined && { parts: divided }),
    ...(isText(text) && { text }),
  };
}

function partsOf(value: unknown): Fact["parts"] {
  if (Array.isArray(value)) return value.every(isFigure) ? value : undefined;
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every((entry): entry is [string, number] => isFigure(entry[1]))
    ? Object.fromEntries(entries)
    : undefined;
}
