import { isBlank, type CellId, type CellValue } from "../model/cell";
import type { Verdicts } from "../rules/check";
import type { Subject } from "../rules/evaluate";
import { isTotal, type RuleBook } from "../rules/expand";
import { textSuggestions, warningSuggestions } from "./beyond-balance";
import { consequences, type Checked } from "./consequences";
import { derivedTotals } from "./derived";
import { toNumber } from "./exact";
import { explain, type Explanation, type Group } from "./explain";
import { fills } from "./fills";
import { formModel, hasFault, partProblem, type FormPart } from "./form-model";
import { cellAt, formSlip, formSlipOfMany, tableShape } from "./form-slip";
import { item } from "./item";
import type { SlipDetail, SlipKind } from "./slip";
import { tableSlips } from "./table-slips";

export type CellChange = { readonly cell: CellId; readonly from: CellValue; readonly to: number };

/** What may be wrong and what should stand there. Carries figures, never sentences. */
export type Suggestion = {
  /** It is the only explanation. */
  readonly certain: boolean;
  readonly kind: SlipKind;
  readonly detail: SlipDetail;
  readonly changes: readonly CellChange[];
  /** False where any figure beyond `to` would do as well, so that `to` is only the nearest one. */
  readonly exact: boolean;
  /** Broken rules that hold once the changes are made, by id. */
  readonly resolves: readonly string[];
  /** For the fill of a blank: the rules that it follows from. */
  readonly because: readonly string[];
};

/** Broken rules without an explanation: they are not one slip (`many`), or the time was up (`late`). */
export type Unexplained = { readonly rules: readonly string[]; readonly reason: "many" | "late" };

export type Localisation = {
  readonly suggestions: readonly Suggestion[];
  readonly unexplained: readonly Unexplained[];
};

/** More wrong cells than this in one table are no slip; the search ends here. */
const mostCells = 6;

/** Among more ties than this nobody can choose. */
const mostTies = 60;

/** The suggestions of {@link localise} alone. */
export function suggest(
  book: RuleBook,
  subject: Subject,
  verdicts: Verdicts,
  deadline: () => boolean,
): readonly Suggestion[] {
  return localise(book, subject, verdicts, deadline).suggestions;
}

/**
 * Which cells of a report are wrong, what should stand there, and which blanks follow from the rules.
 * Explanations of 强制 findings first, likeliest first, then of 核实 findings, fills of blanks last. No suggestion makes a
 * 强制 rule fail.
 * @param verdicts those of `checkAll` for the same subject
 * @param deadline true once the time is up; what is not known by then is said to be unexplained
 */
export function localise(book: RuleBook, subject: Subject, verdicts: Verdicts, deadline: () => boolean): Localisation {
  const checked: Checked = { book, subject, verdicts, derived: derivedTotals(book, subject, verdicts) };
  const found: (readonly Suggestion[])[] = [];
  const unexplained: Unexplained[] = [];
  for (const part of formModel(book).parts) {
    if (!hasFault(part, verdicts)) continue;
    const own = explainPart(checked, part, deadline);
    found.push(own.suggestions);
    if (own.unexplained !== undefined) unexplained.push(own.unexplained);
  }
  found.sort((a, b) => Number(b[0]?.certain ?? false) - Number(a[0]?.certain ?? false));
  const slips = found.flat();
  const blamed = new Set(slips.flatMap(({ changes }) => changes.map(({ cell }) => cell)));
  const isNew = ({ changes }: Suggestion): boolean =>
    !changes.some(({ cell }) => blamed.has(cell) || checked.derived.has(cell));
  const texts = textSuggestions(checked).filter(isNew);
  const warnings = warningSuggestions(checked).filter(isNew);
  const known = new Set(slips.map(keyOf));
  const blanks = fillSuggestions(checked).filter((fill) => !known.has(keyOf(fill)));
  return {
    suggestions: [
      ...slips.filter((suggestion) => !isFill(suggestion)),
      ...texts,
      ...warnings,
      ...slips.filter(isFill),
      ...blanks,
    ],
    unexplained,
  };
}

function isFill({ changes }: Suggestion): boolean {
  return changes.every(({ from }) => isBlank(from));
}

function keyOf({ changes }: Suggestion): string {
  return changes
    .map(({ cell, to }) => `${cell}=${String(to)}`)
    .sort()
    .join(" ");
}

function explainPart(
  checked: Checked,
  part: FormPart,
  deadline: () => boolean,
): { readonly suggestions: readonly Suggestion[]; readonly unexplained: Unexplained | undefined } {
  const { book, verdicts } = checked;
  const { problem, rules } = partProblem(checked, part);
  const { search, groups } = explain(problem, {
    deadline,
    maxWeight: mostCells,
    classify: (_, change) => formSlip(checked, part, problem, change),
    classifyMany: (_, changes) => formSlipOfMany(problem, part, changes),
    hypotheses: tableSlips(problem, tableShape(checked, part)),
  });
  const suggestions = partSuggestions(checked, part, groups);
  const explained = new Set(suggestions.flatMap(({ resolves }) => resolves));
  const left = rules.flatMap((rule) => {
    const { id } = item(book.rules, rule);
    return verdicts[rule]?.state === "broken" && !explained.has(id) ? [id] : [];
  });
  if (left.length === 0) return { suggestions, unexplained: undefined };
  return { suggestions, unexplained: { rules: left, reason: search.kind === "late" ? "late" : "many" } };
}

/** Explanations of each group in their order; before them, where groups lie in one table, the best of all together. */
function partSuggestions(checked: Checked, part: FormPart, groups: readonly Group[]): readonly Suggestion[] {
  const ranked = groups.map((group) => rank(checked, part, group)).filter((list) => list.length > 0);
  const best = ranked.flatMap((list) => list.slice(0, 1));
  const together = best.length > 1 ? joint(checked, best) : [];
  const depth = Math.max(0, ...ranked.map((list) => list.length));
  const layers = Array.from({ length: depth }, (_, index) => ranked.flatMap((list) => list.slice(index, index + 1)));
  return [...together, ...layers.flat()];
}

type Candidate = {
  readonly suggestion: Suggestion;
  readonly cost: number;
  readonly broken: number;
  readonly warnings: number;
};

function rank(checked: Checked, part: FormPart, { explanations, complete }: Group): readonly Suggestion[] {
  const tried = explanations.slice(0, mostTies);
  const candidates = tried.flatMap((explanation) => toCandidate(checked, part, explanation) ?? []);
  const isOnly = complete && tried.length === explanations.length && candidates.length === 1;
  // What would make a 核实 or 提示 fail gives way to what does not, but is not suppressed where it is all there is.
  const clean = candidates.filter(({ broken }) => broken === 0);
  return (clean.length > 0 ? clean : candidates)
    .sort((a, b) => a.cost - b.cost || b.warnings - a.warnings)
    .map(({ suggestion }) => (isOnly ? suggestion : { ...suggestion, certain: false }));
}

/** The explanation in cells; certain as far as its figures are the only possible ones. */
function toCandidate(checked: Checked, part: FormPart, { pieces, cost }: Explanation): Candidate | undefined {
  const [first] = pieces;
  if (first === undefined) return undefined;
  const exact = pieces.every(({ unique }) => unique);
  const changes = pieces
    .flatMap((piece) => piece.changes)
    .map(({ variable, to }): CellChange => {
      const cell = cellAt(checked, part, variable);
      return { cell, from: checked.subject.values.get(cell) ?? null, to: toNumber(to) };
    });
  // The nearest figure that would be allowed is no information where only the range of a single cell is at stake.
  const isEmpty =
    !exact && first.slip.kind === "other" && pieces.every(({ faults }) => faults.every((fault) => fault < 0));
  const { resolves, warnings, broken, isAllowed } = consequences(checked, changes);
  if (!isAllowed || isEmpty) return undefined;
  const slip = pieces.every((piece) => piece.slip.kind === first.slip.kind)
    ? first.slip
    : ({ kind: "other", detail: "several" } as const);
  return { suggestion: { certain: exact, ...slip, changes, exact, resolves, because: [] }, cost, broken, warnings };
}

/** The best of several independent groups of one table as a single step. */
function joint(checked: Checked, parts: readonly Suggestion[]): readonly Suggestion[] {
  const [first] = parts;
  if (first === undefined) return [];
  const changes = parts.flatMap((suggestion) => suggestion.changes);
  const { resolves, isAllowed } = consequences(checked, changes);
  if (!isAllowed) return [];
  const sameKind = parts.every(({ kind }) => kind === first.kind);
  const sameDetail = parts.every(({ detail }) => detail === first.detail);
  return [
    {
      certain: parts.every(({ certain }) => certain),
      kind: sameKind ? first.kind : "other",
      detail: sameDetail && parts.every((part) => part.changes.length === 1) ? first.detail : "several",
      changes,
      exact: parts.every(({ exact }) => exact),
      resolves,
      because: [],
    },
  ];
}

/** Fills that follow from the same rule go together. */
function fillSuggestions(checked: Checked): readonly Suggestion[] {
  const { book, subject } = checked;
  const together = new Map<string, Suggestion>();
  for (const { cell, value, because, follows } of fills(book, subject)) {
    const kind = isTotal(book.template, cell) ? "total" : "missing";
    const key = kind === "total" ? cell : because.join(" ");
    const before = together.get(key);
    const change: CellChange = { cell, from: subject.values.get(cell) ?? null, to: value };
    together.set(key, {
      certain: follows && before?.certain !== false,
      kind,
      detail: kind,
      changes: [...(before?.changes ?? []), change],
      exact: true,
      resolves: [],
      because,
    });
  }
  return [...together.values()].map((found) => ({ ...found, resolves: consequences(checked, found.changes).resolves }));
}
