import { rulesVersion } from "../core/rules/rules-version";
import { controlTotals } from "../core/seal/control-totals";
import { makeSeal, type Seal } from "../core/seal/seal";
import { canonicalWords, sealedContent } from "../core/seal/sealed-content";
import { longestText } from "../formats/xlsx/cell-text";
import { submit } from "../messages/submit";
import { isoChinaTime } from "./dates";
import { sha256 } from "./digest";
import { reportFileName } from "./file-names";
import { sealChecklist, type Obstacle, type SealSubject } from "./seal-checklist";
import { manifestLines } from "./seal-manifest";
import { verifyFile } from "./verify";

/** Who seals, and when. */
export type Sealer = { readonly by: string; readonly date: Date };

export type SealResult =
  | { readonly sealed: true; readonly seal: Seal; readonly bytes: Uint8Array; readonly name: string }
  /** Refused: all of it has to be done first. */
  | { readonly sealed: false; readonly obstacles: readonly Obstacle[] };

/**
 * Seals a report: a workbook of its own that holds the forms, 年报正文 and 校验与说明 with the manifest, and nothing
 * else. What was written is verified before it is handed out.
 * @throws Error when the sealed workbook does not say what was sealed
 */
export async function sealReport(subject: SealSubject, { by, date }: Sealer): Promise<SealResult> {
  const obstacles = sealChecklist(subject);
  if (obstacles.length > 0) return { sealed: false, obstacles };
  const { book, report, prior, text } = subject;
  const { template } = book;
  const rows = text.sheet.rows.map((row) => ({ ...row, text: canonicalWords(row.text) }));
  if (rows.some((row) => row.text.length > longestParagraph)) return { sealed: false, obstacles: [tooLong] };
  const content = sealedContent(
    template,
    report,
    rows.map((row) => row.text),
  );
  const stated = {
    rules: rulesVersion(book),
    controlTotals: controlTotals(template, report.values),
    sealedAt: isoChinaTime(date),
    by: by.trim(),
  };
  const seal = await makeSeal(content, stated, sha256);
  const { writeSealed } = await import("../formats/xlsx/write-sealed");
  const bytes = await writeSealed(
    { template, report, text: { ...text.sheet, rows }, seal },
    { manifest: manifestLines(template, seal), date, book, prior: prior?.values },
  );
  const name = `${reportFileName(report)}.xlsx`;
  const { intact } = await verifyFile(bytes, name);
  if (!intact) throw new Error(`${name} does not say what was sealed`);
  return { sealed: true, seal, bytes, name };
}

/** What a cell of Excel holds, with room for the indentation and for how it is spelled in a file. */
const longestParagraph = longestText - 1000;

const tooLong: Obstacle = { kind: "text", rule: null, cells: [], message: submit.obstacle.tooLong };
