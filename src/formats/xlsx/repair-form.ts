import type { CellId } from "../../core/model/cell";
import type { Report } from "../../core/model/report";
import { isTotal } from "../../core/rules/expand";
import { inspectForm } from "./read-form";
import type { FormReading } from "./read-result";
import { writeForm, type WriteOptions } from "./write-form";

export type RepairedForm = {
  readonly bytes: Uint8Array;
  /** Totals that stay typed in a form of formulas: what stands there is not the sum of the parts that could be read. */
  readonly typed: readonly CellId[];
};

/**
 * The official form anew, with every figure, fact and reason that was read: labels, check cells and lost lines are as
 * they should be, cells that could not be read are blank. Totals add themselves up where most of them did.
 * The file is read back before it is handed out.
 * @throws Error when it does not say the same
 */
export async function repairForm(
  { template, report, formulasInCells }: Pick<FormReading, "template" | "report" | "formulasInCells">,
  options: Pick<WriteOptions, "date" | "prior" | "book">,
): Promise<RepairedForm> {
  const all = [...report.values.keys()].filter((cell) => isTotal(template, cell));
  const computed = new Set(formulasInCells.map(({ cell }) => cell));
  const totals = all.filter((cell) => computed.has(cell)).length * 2 > all.length ? "formula" : "typed";
  const bytes = await writeForm(template, report, { ...options, totals });
  const back = await inspectForm(bytes, [template]);
  if (!back.ok) throw new Error(`The repaired form cannot be read: ${back.failure.code}`);
  const differs = difference(report, back.report);
  if (differs !== undefined) throw new Error(`The repaired form differs in ${differs}`);
  const left = back.formulas.flatMap(({ of, kind }) => ("total" in of && kind === "constant" ? [of.total] : []));
  if (left.length < back.formulas.length || back.damage.length > 0) throw new Error("The repaired form has faults");
  return { bytes, typed: left };
}

/** The first part in which two reports differ; blanks and absent cells are the same. */
function difference(wanted: Report, found: Report): string | undefined {
  for (const cell of new Set([...wanted.values.keys(), ...found.values.keys()])) {
    if ((wanted.values.get(cell) ?? null) !== (found.values.get(cell) ?? null)) return cell;
  }
  const parts = [
    "unit",
    "year",
    "unitType",
    "rulemaking",
    "zeroReport",
    "variant",
    "facts",
    "explanations",
    "footer",
  ] as const;
  return parts.find((part) => canonical(wanted[part]) !== canonical(found[part]));
}

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
