import { figure, isBlank, type CellId, type CellValue } from "../model/cell";
import { isTotal } from "../rules/expand";
import type { Checked } from "./consequences";
import { toNumber } from "./exact";
import { current, type Change } from "./effect";
import { classifyTyping } from "./explain";
import type { FormPart } from "./form-model";
import { item } from "./item";
import type { Problem } from "./problem";
import { slipKinds, type Slip, type SlipKind } from "./slip";
import type { TableShape } from "./table-slips";

export function cellAt({ book }: Checked, part: FormPart, variable: number): CellId {
  return item(book.cells, item(part.cells, variable));
}

export function tableShape(checked: Checked, part: FormPart): TableShape {
  return {
    lines: typedLines(checked, part),
    isTotal: (variable) => isTotal(checked.book.template, cellAt(checked, part, variable)),
    isBlank: (variable) => isBlank(checked.subject.values.get(cellAt(checked, part, variable))),
  };
}

/** Without the totals that add themselves up: what stands there nobody wrote. */
function typedLines(checked: Checked, part: FormPart): FormPart["lines"] {
  const { derived } = checked;
  if (derived.size === 0) return part.lines;
  return part.lines.map((line) => line.filter((variable) => !derived.has(cellAt(checked, part, variable))));
}

const allKinds: ReadonlySet<SlipKind> = new Set(slipKinds);

/** What may have happened to one cell of a form. */
export function formSlip(checked: Checked, part: FormPart, problem: Problem, change: Change): Slip {
  const { book, subject } = checked;
  const cell = cellAt(checked, part, change.variable);
  const value = subject.values.get(cell);
  const isSum = isTotal(book.template, cell);
  if (isBlank(value)) return isSum ? { kind: "total", detail: "total" } : { kind: "missing", detail: "missing" };
  const given = figure(value);
  if (given === undefined) {
    return { kind: numberIn(value) === toNumber(change.to) ? "typo" : "other", detail: "text" };
  }
  const slip = classifyTyping(problem, change, allKinds, null);
  if (given === 0 && change.to.n > 0n && isSum) return { kind: slip.kind, detail: "zeroTotal" };
  if (slip.kind !== "other" || given === 0) return slip;
  if (figure(subject.prior?.get(cell)) === given) return { kind: "other", detail: "lastYear" };
  return neighbours(part, change.variable).some((near) => toNumber(current(problem, near)) === given)
    ? { kind: "other", detail: "neighbour" }
    : slip;
}

/** Words before a figure that say that it is negative: 减4, 减少 4. */
const lessWords = /(?:减少?|负|下降)\s*(?=\d)/gu;

/** The one figure in a text such as 5件, 减4 or １２; undefined where there is none, or more than one. */
export function numberIn(value: CellValue | undefined): number | undefined {
  if (typeof value !== "string") return undefined;
  const found =
    value
      .normalize("NFKC")
      .replace(/(\d),(?=\d{3})/gu, "$1")
      .replace(lessWords, "-")
      .match(/-?\d+(?:\.\d+)?/gu) ?? [];
  return found.length === 1 ? Number(found[0]) : undefined;
}

function neighbours(part: FormPart, variable: number): readonly number[] {
  const row = part.lines.findIndex((line) => line.includes(variable));
  const line = part.lines[row] ?? [];
  const at = line.indexOf(variable);
  return [line[at - 1], line[at + 1], part.lines[row - 1]?.[at], part.lines[row + 1]?.[at]].flatMap(
    (near) => near ?? [],
  );
}

/** A whole row that would have to vanish, because the total was made without it. */
export function formSlipOfMany(problem: Problem, part: FormPart, changes: readonly Change[]): Slip | undefined {
  const line = part.lines.find((candidate) => candidate.includes(changes[0]?.variable ?? -1)) ?? [];
  const rest = line.filter((variable) => !changes.some((change) => change.variable === variable));
  const isWholeRow =
    changes.length > 1 &&
    changes.every(({ variable, to }) => to.n === 0n && line.includes(variable)) &&
    rest.every((variable) => current(problem, variable).n === 0n);
  return isWholeRow ? { kind: "other", detail: "leftOut" } : undefined;
}
