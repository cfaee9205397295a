import { textOfPrior } from "../../app/audit-check";
import {
  auditText,
  isAcceptable,
  isTextFile,
  readTextFile,
  type AuditReport,
  type AuditSubject,
} from "../../app/audit-text";
import { loadReport } from "../../app/load-report";
import { auditWords } from "../../messages/audit";
import { cli } from "../../messages/cli";
import { severityName } from "../../messages/finding";
import type { Context, Verb } from "../command";
import { oneFile, parseWords, required } from "../options";

export const auditVerb: Verb = async ({ args, files, print, tell }) => {
  const { values, positionals } = parseWords(args, { against: { type: "string" }, prior: { type: "string" } });
  const file = oneFile("audit", positionals);
  const against = required(values.against, "--against");
  const text = readTextFile(await files.read(file), file);
  const { template, report, remarks } = await loadReport(await files.read(against), against);
  for (const remark of remarks) tell(`${against}：${remark}`);
  const answer = auditText({ template, report, ...(await lastYear(files, values.prior)) }, text);
  const { claims, findings } = answer;
  print(values.json === true ? JSON.stringify({ claims, findings }, null, 2) : words(file, answer));
  return isAcceptable(answer) ? 0 : 1;
};

/** Last year's report, or last year's text where the file is a document. */
async function lastYear(
  files: Context["files"],
  file: string | undefined,
): Promise<Pick<AuditSubject, "prior" | "priorText">> {
  if (file === undefined) return {};
  const bytes = await files.read(file);
  if (isTextFile(file)) return { priorText: readTextFile(bytes, file) };
  const { report } = await loadReport(bytes, file);
  return { prior: report, priorText: textOfPrior(report) };
}

function words(file: string, { claims, findings }: AuditReport): string {
  const counts = { consistent: 0, inconsistent: 0, unverifiable: 0 };
  for (const { verdict } of claims) counts[verdict] += 1;
  const shown = [
    ...claims.filter(({ verdict }) => verdict === "inconsistent"),
    ...claims.filter(({ verdict, expected }) => verdict === "unverifiable" && expected !== null),
  ];
  return [
    auditWords.head(file, counts),
    ...shown.map(({ verdict, text, sentence, message }) => auditWords.claim(verdict, text, sentence, message)),
    ...(findings.length === 0 && shown.length === 0 ? [cli.noFindings] : []),
    ...findings.map(({ severity, message }) => `【${severityName[severity]}】${message}`),
  ].join("\n");
}
