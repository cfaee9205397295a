import { loadReport } from "../../app/load-report";
import { narrateReport } from "../../app/narrate-report";
import { UserError } from "../../app/user-error";
import { cli } from "../../messages/cli";
import { errors } from "../../messages/errors";
import { narrativeText } from "../../core/narrative/narrative-text";
import type { Verb } from "../command";
import { oneFile, parseWords } from "../options";

export const narrateVerb: Verb = async ({ args, files, print, tell }) => {
  const { values, positionals } = parseWords(args, {
    prior: { type: "string" },
    text: { type: "boolean" },
    output: { type: "string", short: "o" },
  });
  const file = oneFile("narrate", positionals);
  const output = values.output;
  if (output !== undefined && !/\.(?:docx|html?)$/iu.test(output))
    throw new UserError(errors.outputKind(output, cli.reportKinds));
  const loaded = await loadReport(await files.read(file), file);
  const prior =
    values.prior === undefined ? undefined : (await loadReport(await files.read(values.prior), values.prior)).report;
  const { narrative, document, page } = narrateReport(loaded.template, loaded.report, prior);
  if (output !== undefined) {
    await files.write(output, await (/\.docx$/iu.test(output) ? document() : page()));
    tell(cli.written(output));
  }
  if (values.json === true) print(JSON.stringify(narrative, null, 2));
  else if (values.text === true || output === undefined) print(narrativeText(narrative));
  return 0;
};
