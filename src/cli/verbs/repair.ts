import { repairFile } from "../../app/integrity";
import { UserError } from "../../app/user-error";
import { cli } from "../../messages/cli";
import { errors } from "../../messages/errors";
import { integrity } from "../../messages/integrity";
import type { Verb } from "../command";
import { oneFile, parseWords, required } from "../options";

/** The official form anew, with everything that could be read from a damaged one. */
export const repairVerb: Verb = async ({ args, files, print, tell, now }) => {
  const { values, positionals } = parseWords(args, { output: { type: "string", short: "o" } });
  const file = oneFile("repair", positionals);
  const output = required(values.output, "-o");
  if (!/\.xlsx$/iu.test(output)) throw new UserError(errors.outputKind(output, ".xlsx"));
  const { template, report, reading, faults, bytes, unread, notes } = await repairFile(
    await files.read(file),
    file,
    now(),
  );
  await files.write(output, bytes);
  if (values.json === true) {
    const { unit, year } = report;
    const { otherSheets } = reading;
    print(JSON.stringify({ file, output, template: template.id, unit, year, faults, unread, otherSheets }, null, 2));
  } else {
    for (const { message } of faults) print(message);
    print(integrity.repaired(faults.length));
  }
  for (const note of notes) tell(`${file}：${note}`);
  tell(cli.written(output));
  return 0;
};
