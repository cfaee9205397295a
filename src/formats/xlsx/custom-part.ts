import type { Facts } from "../../core/model/facts";
import type { Explanation, Report, ZeroReport } from "../../core/model/report";
import type { UnitType } from "../../core/rules/rule";
import type { Seal } from "../../core/seal/seal";
import { decodeText, encodeText } from "./cell-text";
import { escapeXml, scanXml } from "./xml";

/** Namespace of the custom XML part by which a workbook is known to carry a form. */
export const partNamespace = "urn:gouji:report";

/** Raised when older versions of Gouji would misread the form. */
export const formVersion = 1;

/** What a workbook says about its form beside the figures: the identity, and what no sheet shows. */
export type FormIdentity = {
  readonly version: number;
  readonly template: string;
  readonly variant: string | null;
  readonly unit: string;
  readonly year: number;
  readonly unitType: UnitType | null;
  readonly rulemaking: boolean | null;
  readonly zeroReport: ZeroReport | null;
  readonly facts: Facts;
  readonly explanations: Readonly<Record<string, Explanation>>;
  /** The seal as it was found, whatever it holds; null in a workbook at work. */
  readonly seal: unknown;
};

/** Everything of a report that is not a figure, and its seal if it has one, as JSON with fixed order of keys. */
export function identityText(report: Report, seal?: Seal): string {
  const { template, variant, unit, year, unitType, rulemaking, zeroReport, facts, explanations } = report;
  return JSON.stringify({
    version: formVersion,
    template,
    variant,
    unit,
    year,
    unitType,
    rulemaking,
    zeroReport,
    facts,
    explanations,
    ...(seal && { seal }),
  });
}

/** The custom XML part: version and form as attributes, for other tools, and the whole as text. */
export function writeCustomPart(report: Report, seal?: Seal): string {
  const attributes = { version: String(formVersion), template: report.template, year: String(report.year) };
  const text = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
  const body = escapeXml(encodeText(identityText(report, seal)));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><report xmlns="${partNamespace}"${text}>${body}</report>`;
}

/**
 * The text of a custom XML part of ours; undefined for parts of others.
 * @throws XmlError when the part is no XML
 */
export function customPartText(xml: string): string | undefined {
  const roots: boolean[] = [];
  const texts: string[] = [];
  scanXml(xml, {
    open: (name, _, { namespace }) => roots.push(name === "report" && namespace === partNamespace),
    text: (part) => texts.push(part),
  });
  return roots[0] === true ? decodeText(texts.join("")) : undefined;
}
