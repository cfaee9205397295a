import { readFileSync } from "node:fs";
import { join } from "node:path";

import { templateFor } from "../../src/app/forms";
import { parseReportFile } from "../../src/app/report-file";
import type { CellId } from "../../src/core/model/cell";
import type { Facts } from "../../src/core/model/facts";
import { emptyReport, type Report } from "../../src/core/model/report";
import { cellsOf, type Template } from "../../src/core/model/template";
import { placeFacts, type LooseFact } from "../../src/core/narrative/place-facts";

/** A report file of test/data/reports. */
export function savedReport(name: string): Report {
  const file = join(__dirname, "../data/reports", `${name}.json`);
  return parseReportFile(readFileSync(file, "utf8"), name);
}

export function templateOf(report: Pick<Report, "template" | "variant">): Template {
  return templateFor(report);
}

/** A report whose cells are all 0 but for the given ones. */
export function reportWith(
  template: Template,
  values: Readonly<Record<string, number | string | null>>,
  facts: Readonly<Record<string, readonly LooseFact[]>> = {},
): Report {
  const report = emptyReport(template.id, "某某局", template.reportYears.from);
  return {
    ...report,
    values: new Map([
      ...cellsOf(template).map((cell) => [cell, 0] as const),
      ...(Object.entries(values) as [CellId, number][]),
    ]),
    facts: placeFacts(facts, template.facts) satisfies Facts,
  };
}
