import { isReportFile, loadReport } from "../../app/load-report";
import { toReportFile } from "../../app/report-file";
import { manifestOf } from "../../app/verify";
import { cli } from "../../messages/cli";
import { cellName } from "../../messages/finding";
import { cellsOf } from "../../core/model/template";
import type { Verb } from "../command";
import { oneFile, parseWords } from "../options";

export const readVerb: Verb = async ({ args, files, print, tell }) => {
  const { values, positionals } = parseWords(args, {});
  const file = oneFile("read", positionals);
  const bytes = await files.read(file);
  const { template, report, remarks } = await loadReport(bytes, file);
  for (const remark of remarks) tell(`${file}：${remark}`);
  if (values.json === true) {
    const seal = isReportFile(bytes) ? null : await manifestOf(bytes);
    print(JSON.stringify({ ...toReportFile(report, template), seal }, null, 2));
  } else {
    print(`${report.unit}  ${String(report.year)}年度  ${template.title}`);
    for (const cell of cellsOf(template)) {
      const value = report.values.get(cell) ?? null;
      print(`${cellName(template, cell)}：${value === null ? cli.blank : String(value)}`);
    }
  }
  return 0;
};
