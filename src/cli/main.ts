import type { FilePort } from "../app/file-ports";
import { UserError } from "../app/user-error";
import { cli } from "../messages/cli";
import { errors } from "../messages/errors";
import type { Context, Status, Verb } from "./command";
import { auditVerb } from "./verbs/audit";
import { checkVerb } from "./verbs/check";
import { locateVerb } from "./verbs/locate";
import { mailVerb } from "./verbs/mail";
import { narrateVerb } from "./verbs/narrate";
import { newVerb } from "./verbs/new";
import { readVerb } from "./verbs/read";
import { repairVerb } from "./verbs/repair";
import { schemaVerb } from "./verbs/schema";
import { sealVerb } from "./verbs/seal";
import { verbHelp } from "./verb-help";
import { templatesVerb } from "./verbs/templates";
import { verifyVerb } from "./verbs/verify";

const verbs: Readonly<Record<string, Verb>> = {
  templates: templatesVerb,
  new: newVerb,
  read: readVerb,
  check: checkVerb,
  locate: locateVerb,
  narrate: narrateVerb,
  audit: auditVerb,
  repair: repairVerb,
  seal: sealVerb,
  verify: verifyVerb,
  mail: mailVerb,
  schema: schemaVerb,
};

/**
 * Runs one command. Never throws: what could not be done is one line for people and status 2.
 * @param words the arguments behind the program's name
 */
export async function run(
  words: readonly string[],
  files: FilePort,
  out: Pick<Context, "print" | "tell" | "now">,
): Promise<Status> {
  const [name, ...args] = words;
  const [asked = ""] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    out.print(isVerb(asked) ? verbHelp(cli.help, asked) : cli.help);
    return 0;
  }
  const verb = isVerb(name) ? verbs[name] : undefined;
  if (verb === undefined) {
    out.tell(errors.unknownVerb(name));
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    out.print(verbHelp(cli.help, name));
    return 0;
  }
  try {
    return await verb({ args, files, ...out });
  } catch (cause) {
    out.tell(cause instanceof UserError ? cause.message : errors.unexpected(String(cause)));
    return 2;
  }
}

function isVerb(name: string): boolean {
  return Object.hasOwn(verbs, name);
}
