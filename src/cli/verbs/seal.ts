import { readTextFile } from "../../app/audit-text";
import { loadReport } from "../../app/load-report";
import { sealFile } from "../../app/seal-file";
import { UserError } from "../../app/user-error";
import { cli } from "../../messages/cli";
import { errors } from "../../messages/errors";
import { submit } from "../../messages/submit";
import type { Verb } from "../command";
import { oneFile, parseWords, required } from "../options";

/** A workbook to be sent; refuses with status 1 while anything stands in its way. */
export const sealVerb: Verb = async ({ args, files, print, tell, now }) => {
  const { values, positionals } = parseWords(args, {
    report: { type: "string" },
    prior: { type: "string" },
    by: { type: "string", default: "" },
    output: { type: "string", short: "o" },
  });
  const file = oneFile("seal", positionals);
  const output = required(values.output, "-o");
  if (!/\.xlsx$/iu.test(output)) throw new UserError(errors.outputKind(output, ".xlsx"));
  // The workbook at work stays as it is.
  if (plainPath(output) === plainPath(file)) throw new UserError(errors.sealOntoItself(output));
  const given =
    values.report === undefined ? null : { text: readTextFile(await files.read(values.report), values.report) };
  const prior =
    values.prior === undefined ? undefined : (await loadReport(await files.read(values.prior), values.prior)).report;
  const bytes = await files.read(file);
  const result = await sealFile({ bytes, name: file, given, prior }, { by: values.by, date: now() });
  if (!result.sealed) {
    const { obstacles } = result;
    if (values.json === true) print(JSON.stringify({ file, sealed: false, obstacles }, null, 2));
    else print([submit.file.refused(obstacles.length), ...obstacles.map(({ message }) => `· ${message}`)].join("\n"));
    return 1;
  }
  await files.write(output, result.bytes);
  const { manifest, content } = result.seal;
  if (values.json === true) {
    const { template, unit, year } = content;
    print(JSON.stringify({ file, output, sealed: true, template, unit, year, ...manifest, obstacles: [] }, null, 2));
  } else print(submit.file.sha256(manifest.sha256));
  tell(cli.written(output));
  return 0;
};

function plainPath(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/u, "");
}
