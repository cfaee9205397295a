import { checkWith } from "./check-report";
import { forms, templateFor } from "./forms";
import { failureText, isReportFile } from "./load-report";
import { parseReportFile } from "./report-file";
import { sealReport, type Sealer, type SealResult } from "./seal";
import type { SealSubject } from "./seal-checklist";
import { foreignText, sealTextOf } from "./seal-text";
import { UserError } from "./user-error";
import { damageOf } from "./verify";

/** A text that was edited elsewhere, as it was read from its file. */
export type GivenText = { readonly text: string };

/**
 * Seals the report in a workbook or a report file.
 * @param given the report text where it was edited outside the workbook; its numbers are held against the tables
 * @throws UserError when the file holds no report
 */
export async function sealFile(
  bytes: Uint8Array,
  name: string,
  given: GivenText | null,
  sealer: Sealer,
): Promise<SealResult> {
  return sealReport(await subjectOf(bytes, name, given), sealer);
}

async function subjectOf(bytes: Uint8Array, name: string, given: GivenText | null): Promise<SealSubject> {
  const { template, report, damage } = await load(bytes, name);
  const text = given === null ? sealTextOf(template, report) : foreignText(template, report, given.text);
  return { ...checkWith(template, report), text, damage };
}

type Loaded = Pick<SealSubject, "report" | "damage"> & {
  readonly template: ReturnType<typeof templateFor>;
};

async function load(bytes: Uint8Array, name: string): Promise<Loaded> {
  if (isReportFile(bytes)) {
    const report = parseReportFile(new TextDecoder().decode(bytes), name);
    return { template: templateFor(report), report, damage: [] };
  }
  const { inspectForm } = await import("../formats/xlsx/read-form");
  const form = await inspectForm(bytes, forms);
  if (!form.ok) throw new UserError(failureText(form.failure, name));
  const { template, report } = form;
  return { template, report, damage: damageOf({ ...form, formulas: [] }) };
}
