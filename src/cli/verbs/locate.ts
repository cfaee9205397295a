import { locateSystem, type SystemAnswer } from "../../app/locate-system";
import { locateWords } from "../../messages/suggestion";
import type { Verb } from "../command";
import { timeLimit } from "../time-limit";
import { oneFile, parseWords } from "../options";

/** A system may be much larger than a form, and nobody waits with the cursor in a cell. */
const seconds = 20;

export const locateVerb: Verb = async ({ args, files, print, now }) => {
  const { values, positionals } = parseWords(args, {});
  const file = oneFile("locate", positionals);
  const text = new TextDecoder().decode(await files.read(file));
  const answer = locateSystem(text, file, timeLimit(now, seconds));
  print(values.json === true ? JSON.stringify(answer, null, 2) : words(answer));
  return 0;
};

function words({ violated, minimumWeight, sets, suggestions, complete }: SystemAnswer): string {
  const lines = [
    ...violated.map(locateWords.violated),
    ...(violated.length === 0 && minimumWeight === 0 ? [locateWords.fine] : []),
    ...(sets.length > 0 && minimumWeight !== null ? [locateWords.sets(minimumWeight, sets)] : []),
    ...(minimumWeight === null ? [complete ? locateWords.hopeless : locateWords.late] : []),
    ...suggestions.map(({ message }) => message),
  ];
  return lines.join("\n");
}
