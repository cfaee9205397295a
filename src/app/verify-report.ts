import type { CellId } from "../core/model/cell";
import type { Template } from "../core/model/template";
import type { CellChange, DetailChange, ReasonChange, TextChange } from "../core/seal/compare";
import type { ControlTotals } from "../core/seal/control-totals";
import { cellName } from "../messages/finding";
import { ruleStatement } from "../messages/review";
import { submit } from "../messages/submit";
import { ruleBook } from "./forms";
import type { Verification } from "./verify";

/** The answer of `verify`. */
export type VerifyReport = {
  readonly sealed: boolean;
  readonly intact: boolean;
  readonly template: string;
  readonly unit: string;
  readonly year: number;
  readonly changedCells: readonly CellChange[];
  readonly changedText: readonly TextChange[];
  readonly changedReasons: readonly ReasonChange[];
  readonly changedDetails: readonly DetailChange[];
  readonly remarks: readonly string[];
  readonly controlTotals: ControlTotals;
  readonly sealedAt: string | null;
  readonly by: string | null;
  readonly rules: string | null;
  readonly sha256: string | null;
};

/** What `verify` answers to programs. */
export function verifyReport(verification: Verification): VerifyReport {
  const { sealed, intact, template, report, seal, changes, remarks, controlTotals } = verification;
  const { manifest } = seal ?? {};
  return {
    sealed,
    intact,
    template: template.id,
    unit: report.unit,
    year: report.year,
    changedCells: changes.cells,
    changedText: changes.text,
    changedReasons: changes.reasons,
    changedDetails: changes.details,
    remarks,
    controlTotals,
    sealedAt: manifest?.sealedAt ?? null,
    by: manifest?.by ?? null,
    rules: manifest?.rules ?? null,
    sha256: manifest?.sha256 ?? null,
  };
}

/** One thing that was changed, in words; `cell` where it is a figure of the form. */
export type ChangeLine = { readonly text: string; readonly cell: CellId | null };

/** What was changed, a sentence each. */
export function changeLines({ template, changes, remarks }: Verification): readonly ChangeLine[] {
  const words = submit.verify;
  const others = [
    ...changes.text.map(({ from, to }) => words.text(from, to)),
    ...changes.reasons.map(({ rule, from, to }) =>
      words.reason(ruleWords(template, rule), from?.text ?? null, to?.text ?? null),
    ),
    ...changes.details.map(({ name, from, to }) => words.detail(words.details[name] ?? name, from, to)),
    ...remarks,
  ];
  return [
    ...changes.cells.map(({ cell, from, to }) => ({
      text: words.cell(cellName(template, cell), words.value(from), words.value(to)),
      cell,
    })),
    ...others.map((text) => ({ text, cell: null })),
  ];
}

function ruleWords(template: Template, rule: string): string {
  const book = ruleBook(template);
  const bound = book.byId.get(rule);
  return bound === undefined ? rule : `“${ruleStatement(book, bound)}”`;
}
