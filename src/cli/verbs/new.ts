import { futureYearRemark } from "../../app/future-year";
import { newForm } from "../../app/new-form";
import { UserError } from "../../app/user-error";
import { cli } from "../../messages/cli";
import { errors } from "../../messages/errors";
import type { Verb } from "../command";
import { parseWords, parseYear, required } from "../options";

export const newVerb: Verb = async ({ args, files, print, tell, now }) => {
  const { values, positionals } = parseWords(args, {
    template: { type: "string" },
    variant: { type: "string" },
    unit: { type: "string" },
    year: { type: "string" },
    values: { type: "string" },
    totals: { type: "string", default: "typed" },
    output: { type: "string", short: "o" },
  });
  const [extra] = positionals;
  if (extra !== undefined) throw new UserError(errors.unknownOption(extra));
  const unit = required(values.unit, "--unit");
  const year = parseYear(required(values.year, "--year"));
  const output = required(values.output, "-o");
  if (!/\.xlsx$/iu.test(output)) throw new UserError(errors.outputKind(output, ".xlsx"));
  const totals = values.totals;
  if (totals !== "typed" && totals !== "formula") throw new UserError(errors.unknownOption(`--totals ${totals}`));
  const source = values.values;
  const { bytes, template } = await newForm({
    unit,
    year,
    totals,
    date: now(),
    template: values.template,
    variant: values.variant,
    values: source === undefined ? undefined : { name: source, bytes: await files.read(source) },
  });
  await files.write(output, bytes);
  if (values.json === true) {
    const { id, variant = null } = template;
    print(JSON.stringify({ file: output, template: id, variant, unit, year }, null, 2));
  } else tell(cli.written(output));
  const remark = futureYearRemark(template, year, now().getFullYear());
  if (remark !== null) tell(remark);
  if (!template.verified) tell(cli.unverified(template.title));
  return 0;
};
