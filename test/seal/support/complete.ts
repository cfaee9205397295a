import { readFileSync } from "node:fs";
import { parseReportFile } from "../../../src/app/report-file";
import { templateFor } from "../../../src/app/forms";
import { factId, type Fact, type FactSection, type Facts } from "../../../src/core/model/facts";
import type { Report } from "../../../src/core/model/report";
import type { Template } from "../../../src/core/model/template";

/** Says something for every input of the text, so that nothing is left to be filled in. */
export function completeFacts({ facts: fields }: Template): Facts {
  const facts: Partial<Record<FactSection, Fact[]>> = {};
  for (const field of fields.filter(({ partsOf }) => partsOf === undefined)) {
    const { section, label, unit, kind } = field;
    const words = kind === "text" ? { value: null, text: `${label}的有关情况` } : { value: 3 };
    (facts[section] ??= []).push({ id: factId(field, 1), label, unit, ...words });
  }
  return facts;
}

/** A published report with everything that it needs to be sealed. */
export function completeReport(file = "012-pingtan-2021"): { readonly template: Template; readonly report: Report } {
  const read = parseReportFile(readFileSync(`test/data/reports/${file}.json`, "utf8"), file);
  const template = templateFor(read);
  return { template, report: { ...read, facts: completeFacts(template) } };
}
