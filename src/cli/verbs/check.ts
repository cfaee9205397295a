import { textOfPrior, textToCheck, withTextRules } from "../../app/audit-check";
import { readTextFile } from "../../app/audit-text";
import { checkReport, checkWith, type Checked, type CheckOptions, type CheckReport } from "../../app/check-report";
import { checkReportFile } from "../../app/check-report-file";
import { loadReport } from "../../app/load-report";
import { parseTaskFile } from "../../app/own-rules";
import { reportText } from "../../app/report-text";
import { readPriors, type PriorFor } from "../../app/priors";
import { UserError } from "../../app/user-error";
import type { Outcome } from "../../core/rules/check";
import { isTotal } from "../../core/rules/expand";
import { tally } from "../../core/rules/tally";
import { cli } from "../../messages/cli";
import { errors } from "../../messages/errors";
import { severityName } from "../../messages/finding";
import { integrity } from "../../messages/integrity";
import { tallyWords } from "../../messages/tally";
import type { Context, Status, Verb } from "../command";
import { parseWords } from "../options";
import { timeLimit } from "../time-limit";

type Answer =
  | {
      readonly file: string;
      readonly checked: Checked;
      readonly answer: CheckReport;
      /** 【待填】 left in the text; 0 where a text of its own was given. */
      readonly placeholders: number;
    }
  | { readonly file: string; readonly error: string };

export const checkVerb: Verb = async (context) => {
  const { values, positionals } = parseWords(context.args, {
    prior: { type: "string" },
    rules: { type: "string" },
    text: { type: "string" },
    output: { type: "string", short: "o" },
  });
  if (positionals.length === 0) throw new UserError(errors.missingFile("check"));
  const { output } = values;
  if (output !== undefined && !/\.xlsx$/iu.test(output)) throw new UserError(errors.outputKind(output, ".xlsx"));
  if (values.text !== undefined && positionals.length > 1) throw new UserError(errors.oneText);
  const options = await given(context, values);
  const answers: Answer[] = [];
  for (const file of positionals) answers.push(await answer(context, file, options));
  await writeReport(context, output, answers);
  if (values.json === true) {
    // A single file that cannot be read has no answer: nothing is printed, the sentence goes to standard error.
    const [first] = answers;
    if (positionals.length > 1) context.print(JSON.stringify(answers.map(forPrograms), null, 2));
    else if (first !== undefined && !("error" in first)) context.print(JSON.stringify(forPrograms(first), null, 2));
  }
  for (const found of answers) {
    if ("error" in found) context.tell(found.error);
    else if (values.json !== true) context.print(words(found));
  }
  return status(answers);
};

function forPrograms(found: Answer): object {
  return "error" in found ? found : { file: found.file, ...found.answer };
}

/** The reports that could be read; none is written where there is none. */
async function writeReport(
  { files, tell, now }: Context,
  output: string | undefined,
  answers: readonly Answer[],
): Promise<void> {
  const checked = answers.flatMap((found) => ("error" in found ? [] : [found.checked]));
  if (output === undefined || checked.length === 0) return;
  await files.write(output, await checkReportFile(checked, now()));
  tell(cli.written(output));
}

type Given = Omit<CheckOptions, "prior"> & {
  /** Last year's report of each unit. */
  readonly priorFor: PriorFor;
  /** The report text, where it does not stand in the workbook. */
  readonly text: string | undefined;
};

/** What all files are held against. */
async function given(
  { files, tell }: Context,
  { prior, rules, text }: Readonly<Partial<Record<"prior" | "rules" | "text", string | undefined>>>,
): Promise<Given> {
  return {
    text: text === undefined ? undefined : readTextFile(await files.read(text), text),
    priorFor: prior === undefined ? () => ({ prior: undefined, remark: null }) : await readPriors(files, prior, tell),
    task: rules === undefined ? undefined : await parseTaskFile(await files.read(rules), rules),
  };
}

/** Among many files one that is wrong all over must not hold up the rest. */
const secondsToLocate = 1;

async function answer({ files, tell, now }: Context, file: string, options: Given): Promise<Answer> {
  try {
    const { template, report, remarks, computed } = await loadReport(await files.read(file), file);
    const sums = [...computed].filter((cell) => isTotal(template, cell)).length;
    for (const remark of [...remarks, ...(sums > 0 ? [integrity.computedTotals(sums)] : [])])
      tell(`${file}：${remark}`);
    const { prior, remark } = options.priorFor(report);
    if (remark !== null) tell(`${file}：${remark}`);
    const checked = checkWith(template, report, { ...options, prior, computed });
    const figures = checkReport(checked, timeLimit(now, secondsToLocate));
    const subject = { template, report, prior, priorText: textOfPrior(prior) };
    const text = textToCheck(subject, options.text);
    const placeholders =
      options.text === undefined ? reportText(template, report, prior).narrative.placeholders.length : 0;
    return {
      file,
      checked,
      answer: text === undefined ? figures : withTextRules(figures, subject, text),
      placeholders,
    };
  } catch (cause) {
    if (cause instanceof UserError) return { file, error: cause.message };
    throw cause;
  }
}

function status(answers: readonly Answer[]): Status {
  if (answers.some((found) => "error" in found)) return 2;
  return answers.some((found) => "answer" in found && found.answer.verdict === "fail") ? 1 : 0;
}

function words({ file, checked, answer: found, placeholders }: Extract<Answer, { readonly checked: Checked }>): string {
  const { unit, year, verdict, findings, suggestions } = found;
  const counts = tally(checked.book, found);
  return [
    `${file}  ${unit}  ${String(year)}年度：${outcomeWords(verdict, placeholders)}`,
    ...(findings.length === 0 ? [cli.noFindings] : []),
    ...findings.map(({ severity, message }) => `【${severityName[severity]}】${message}`),
    ...suggestions.map(({ message }) => cli.suggestion(message)),
    tallyWords.held(counts) + tallyWords.undecided(counts),
  ].join("\n");
}

/** Nobody is told that a report can be sent whose text still lacks something. */
function outcomeWords(verdict: Outcome, placeholders: number): string {
  return verdict === "pass" && placeholders > 0 ? cli.textMissing(placeholders) : cli.outcome[verdict];
}
