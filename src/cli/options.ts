import { parseArgs, type ParseArgsConfig } from "node:util";

import { UserError } from "../app/user-error";
import { errors } from "../messages/errors";

type Options = NonNullable<ParseArgsConfig["options"]>;

type Config<O extends Options> = {
  readonly args: string[];
  readonly options: O & { readonly json: { readonly type: "boolean" } };
  readonly allowPositionals: true;
  readonly strict: true;
};

/** The words after a verb. @throws UserError for an option that the verb does not know */
export function parseWords<O extends Options>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<Config<O>>> {
  try {
    return parseArgs<Config<O>>({
      args: [...args],
      options: { ...options, json: { type: "boolean" } },
      allowPositionals: true,
      strict: true,
    });
  } catch (cause) {
    throw new UserError(errors.unknownOption(unknownWord(cause)));
  }
}

/** Node words its complaint in English; the clerk needs only the word that is wrong. */
function unknownWord(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return /'([^']+)'/u.exec(message)?.[1] ?? message;
}

/** @throws UserError naming the option that is missing */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === "") throw new UserError(errors.missingOption(option));
  return value;
}

/** @throws UserError unless the text is a year of four digits */
export function parseYear(text: string): number {
  if (!/^\d{4}$/u.test(text)) throw new UserError(errors.badYear(text));
  return Number(text);
}

/** @throws UserError when a verb was given no file, or more than it takes */
export function oneFile(verb: string, positionals: readonly string[]): string {
  const [file, extra] = positionals;
  if (file === undefined) throw new UserError(errors.missingFile(verb));
  if (extra !== undefined) throw new UserError(errors.unknownOption(extra));
  return file;
}
