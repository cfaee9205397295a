import type { Report } from "../core/model/report";
import { summarize } from "../core/rules/check";
import { checkWith } from "./check-report";
import { forms, templateFor } from "./forms";
import { failureText, isReportFile } from "./load-report";
import { parseReportFile } from "./report-file";
import { sealReport, type Sealer, type SealResult } from "./seal";
import type { SealSubject } from "./seal-checklist";
import { foreignText, sealTextOf } from "./seal-text";
import { UserError } from "./user-error";
import { damageOf } from "./verify";

export type SealRequest = {
  /** A workbook or a report file. */
  readonly bytes: Uint8Array;
  /** As it is shown in error messages. */
  readonly name: string;
  /** The report text where it was edited outside the workbook; its numbers are held against the tables. */
  readonly given: { readonly text: string } | null;
  /** Last year's report. */
  readonly prior: Report | undefined;
};

/**
 * Seals the report in a workbook or a report file.
 * @throws UserError when the file holds no report
 */
export async function sealFile({ bytes, name, given, prior }: SealRequest, sealer: Sealer): Promise<SealResult> {
  const { template, report, damage } = await load(bytes, name);
  const text = given === null ? sealTextOf(template, report, prior) : foreignText(template, report, given.text);
  const { book, verdicts } = checkWith(template, report, { prior });
  const { findings } = summarize(book, verdicts);
  return sealReport({ book, report, prior, findings, text, damage }, sealer);
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
