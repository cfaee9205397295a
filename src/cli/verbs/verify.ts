import { verifyFile } from "../../app/verify";
import { changeLines, verifyReport } from "../../app/verify-report";
import { submit } from "../../messages/submit";
import type { Verb } from "../command";
import { oneFile, parseWords } from "../options";

/** Whether a workbook is as it was sealed, by nothing but itself. */
export const verifyVerb: Verb = async ({ args, files, print }) => {
  const { values, positionals } = parseWords(args, {});
  const file = oneFile("verify", positionals);
  const found = await verifyFile(await files.read(file), file);
  if (values.json === true) print(JSON.stringify(verifyReport(found), null, 2));
  else {
    const { verify } = submit;
    const { manifest } = found.seal ?? {};
    print(
      [
        !found.sealed ? verify.unsealed(file) : found.intact ? verify.intact(file) : verify.changed(file),
        ...(manifest === undefined ? [] : [verify.sealedAt(submit.time(manifest.sealedAt), manifest.by)]),
        ...changeLines(found).map(({ text }) => `· ${text}`),
      ].join("\n"),
    );
  }
  return found.intact ? 0 : 1;
};
