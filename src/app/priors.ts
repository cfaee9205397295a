import type { Report } from "../core/model/report";
import { priors as words } from "../messages/priors";
import { loadReport } from "./load-report";
import type { FilePort } from "./file-ports";
import { UserError } from "./user-error";

/** Last year's report for one of several reports. `remark` says why there is none, where that is worth saying. */
export type PriorFor = (report: Report) => { readonly prior: Report | undefined; readonly remark: string | null };

/**
 * Last year's reports: one file that serves for all, or a folder in which each report finds its own by unit and year.
 * @throws UserError when the file cannot be read, or the folder holds no report
 */
export async function readPriors(files: FilePort, path: string, tell: (text: string) => void): Promise<PriorFor> {
  const inside = await files.list(path);
  if (inside === null) {
    const { report } = await loadReport(await files.read(path), path);
    return () => ({ prior: report, remark: null });
  }
  const reports: { readonly file: string; readonly report: Report }[] = [];
  for (const file of inside.filter((name) => /\.(?:xlsx|json)$/iu.test(name))) {
    try {
      reports.push({ file, report: (await loadReport(await files.read(file), file)).report });
    } catch (cause) {
      // One file that is no report must not hold up the others.
      if (!(cause instanceof UserError)) throw cause;
      tell(cause.message);
    }
  }
  if (reports.length === 0) throw new UserError(words.emptyFolder(path));
  return ({ unit, year }) => {
    const own = reports.filter(({ report }) => sameUnit(report.unit, unit) && report.year === year - 1);
    const [only, other] = own;
    if (only === undefined) return { prior: undefined, remark: words.none(unit, year - 1) };
    if (other !== undefined)
      return {
        prior: undefined,
        remark: words.several(
          unit,
          year - 1,
          own.map(({ file }) => file),
        ),
      };
    return { prior: only.report, remark: null };
  };
}

/** Names of units are typed by hand: width of letters and spaces do not matter. */
function sameUnit(a: string, b: string): boolean {
  const plain = (name: string): string => name.normalize("NFKC").replace(/\s+/gu, "");
  return plain(a) === plain(b);
}
