import { listTemplates } from "../../app/forms";
import { cli } from "../../messages/cli";
import type { Verb } from "../command";
import { parseWords } from "../options";

export const templatesVerb: Verb = ({ args, print }) => {
  const { values } = parseWords(args, {});
  const list = listTemplates();
  if (values.json === true) print(JSON.stringify(list, null, 2));
  else {
    for (const { id, title, from, to, cells, verified } of list) {
      print(`${id}  ${title}${cli.verified(verified)}  ${cli.years(from, to)}  ${String(cells)}格`);
    }
  }
  return Promise.resolve(0);
};
