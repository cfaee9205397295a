import { listTemplates } from "../../app/forms";
import { cli } from "../../messages/cli";
import type { Verb } from "../command";
import { parseWords } from "../options";

export const templatesVerb: Verb = ({ args, print }) => {
  const { values } = parseWords(args, {});
  const list = listTemplates();
  if (values.json === true) print(JSON.stringify(list, null, 2));
  else {
    for (const { id, title, from, to, cells, verified, variants } of list) {
      print(`${id}  ${title}${cli.verified(verified)}  ${cli.years(from, to)}  ${cli.cells(cells)}`);
      for (const variant of variants) print(`  --variant ${variant.id}  ${variant.title}（${variant.note}）`);
    }
  }
  return Promise.resolve(0);
};
