import { addressesIn, mailDraft } from "../../app/mail";
import { UserError } from "../../app/user-error";
import { cli } from "../../messages/cli";
import { errors } from "../../messages/errors";
import { submit } from "../../messages/submit";
import type { Verb } from "../command";
import { oneFile, parseWords, required } from "../options";

/** A mail draft with a sealed workbook attached. */
export const mailVerb: Verb = async ({ args, files, print, tell, now }) => {
  const { values, positionals } = parseWords(severalEach(args), {
    to: { type: "string", multiple: true },
    cc: { type: "string", multiple: true },
    attach: { type: "string", multiple: true },
    output: { type: "string", short: "o" },
  });
  const file = oneFile("mail", positionals);
  const output = required(values.output, "-o");
  if (!/\.eml$/iu.test(output)) throw new UserError(errors.outputKind(output, ".eml"));
  const to = (values.to ?? []).flatMap(addressesIn);
  if (to.length === 0) throw new UserError(errors.missingOption("--to"));
  const cc = (values.cc ?? []).flatMap(addressesIn);
  const attachments = [];
  for (const path of values.attach ?? [])
    attachments.push({ name: path.replace(/^.*[\\/]/u, ""), bytes: await files.read(path) });
  const workbook = { name: file, bytes: await files.read(file) };
  const { bytes, subject, body, names } = await mailDraft({ to, cc, workbook, attachments, date: now() });
  await files.write(output, bytes);
  if (values.json === true) print(JSON.stringify({ file, output, to, cc, subject, body, attachments: names }, null, 2));
  else print(submit.mail.summary(subject, [...to, ...cc], names));
  tell(cli.written(output));
  return 0;
};

const takesSeveral = ["--to", "--cc", "--attach"];

/** `--to A B` as `--to A --to B`: what follows one of these options up to the next option belongs to it. */
function severalEach(args: readonly string[]): readonly string[] {
  const words: string[] = [];
  let option: string | null = null;
  let isFirst = false;
  for (const word of args) {
    if (word.startsWith("-") && word !== "-") {
      option = takesSeveral.includes(word) ? word : null;
      isFirst = true;
      words.push(word);
    } else if (option === null || isFirst || !belongs(option, word)) {
      words.push(word);
      if (option !== null && !isFirst) option = null;
      isFirst = false;
    } else words.push(option, word);
  }
  return words;
}

/** Addresses are told from files by their @; a further attachment must not be the workbook that is to be sent. */
function belongs(option: string, word: string): boolean {
  return option === "--attach" ? !/\.xlsx$/iu.test(word) : word.includes("@") && !/\.xlsx$/iu.test(word);
}
