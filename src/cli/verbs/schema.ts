import { reportFileJsonSchema } from "../../app/report-file";
import type { Verb } from "../command";
import { parseWords } from "../options";

export const schemaVerb: Verb = ({ args, print }) => {
  parseWords(args, {});
  print(JSON.stringify(reportFileJsonSchema(), null, 2));
  return Promise.resolve(0);
};
