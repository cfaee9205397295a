import { figure, isBlank, type CellId, type CellValue } from "../model/cell";
import type { Values } from "../model/report";
import { recheck, type Verdicts } from "../rules/check";
import type { Subject } from "../rules/evaluate";
import { isTotal, type RuleBook } from "../rules/expand";
import { toNumber } from "./exact";
import { classifyTyping, current, explain, type Change, type Explanation, type Group } from "./explain";
import { fills } from "./fills";
import { formModel, hasFault, partProblem, type FormPart } from "./form-model";
import { item } from "./item";
import type { Problem } from "./problem";
import { slipKinds, type Slip, type SlipDetail, type SlipKind } from "./slip";
import { tableSlips, type TableShape } from "./table-slips";

export type CellChange = { readonly cell: CellId; readonly from: CellValue; readonly to: number };

/** What may be wrong and what should stand there. Carries figures, never sentences. */
export type Suggestion = {
  /** It is the only explanation. */
  readonly certain: boolean;
  readonly kind: SlipKind;
  readonly detail: SlipDetail;
  readonly changes: readonly CellChange[];
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
 * Likeliest explanations of 强制 findings first, fills of blanks last. No suggestion makes a 强制 rule fail.
 * @param verdicts those of `checkAll` for the same subject
 * @param deadline true once the time is up; what is not known by then is said to be unexplained
 */
export function localise(book: RuleBook, subject: Subject, verdicts: Verdicts, deadline: () => boolean): Localisation {
  const model = formModel(book);
  const found: Suggestion[][] = [];
  const unexplained: Unexplained[] = [];
  for (const part of model.parts) {
    if (!hasFault(part, verdicts)) continue;
    const { problem, rules } = partProblem(book, model, part, subject, verdicts);
    const { search, groups } = explain(problem, {
      deadline,
      maxWeight: mostCells,
      classify: (_, change) => classify(book, subject, part, problem, change),
      classifyMany: (_, changes) => classifyMany(problem, part, changes),
      hypotheses: tableSlips(problem, tableShape(book, subject, part)),
    });
    const own = partSuggestions(book, subject, verdicts, part, groups);
    found.push([...own]);
    const explained = new Set(own.flatMap(({ resolves }) => resolves));
    const left = [...rules, ...part.domains].flatMap((rule) => {
      const id = item(book.rules, rule).id;
      return verdicts[rule]?.state === "broken" && !explained.has(id) ? [id] : [];
    });
    if (left.length > 0) unexplained.push({ rules: left, reason: search.kind === "late" ? "late" : "many" });
  }
  found.sort((a, b) => Number(b[0]?.certain ?? false) - Number(a[0]?.certain ?? false));
  const slips = found.flat();
  const known = new Set(slips.map(keyOf));
  const blanks = fillSuggestions(book, subject, verdicts).filter((fill) => !known.has(keyOf(fill)));
  const isFill = ({ changes }: Suggestion): boolean => changes.every(({ from }) => from === null);
  return {
    suggestions: [...slips.filter((suggestion) => !isFill(suggestion)), ...slips.filter(isFill), ...blanks],
    unexplained,
  };
}

function keyOf({ changes }: Suggestion): string {
  return changes
    .map(({ cell, to }) => `${cell}=${String(to)}`)
    .sort()
    .join(" ");
}

function cellAt(book: RuleBook, part: FormPart, variable: number): CellId {
  return item(book.cells, item(part.cells, variable));
}

function tableShape(book: RuleBook, subject: Subject, part: FormPart): TableShape {
  return {
    lines: part.lines,
    isTotal: (variable) => isTotal(book.template, cellAt(book, part, variable)),
    isBlank: (variable) => isBlank(subject.values.get(cellAt(book, part, variable))),
  };
}

const allKinds: ReadonlySet<SlipKind> = new Set(slipKinds);

function classify(book: RuleBook, subject: Subject, part: FormPart, problem: Problem, change: Change): Slip {
  const cell = cellAt(book, part, change.variable);
  const given = figure(subject.values.get(cell));
  if (given === undefined) {
    return isTotal(book.template, cell) ? { kind: "total", detail: "total" } : { kind: "missing", detail: "missing" };
  }
  const slip = classifyTyping(problem, change, allKinds, null);
  if (given === 0 && change.to.n > 0n && isTotal(book.template, cell)) return { kind: slip.kind, detail: "zeroTotal" };
  if (slip.kind !== "other") return slip;
  if (given === 0) return slip;
  if (subject.prior !== undefined && figure(subject.prior.get(cell)) === given)
    return { kind: "other", detail: "lastYear" };
  return neighbours(part, change.variable).some((near) => toNumber(current(problem, near)) === given)
    ? { kind: "other", detail: "neighbour" }
    : slip;
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
function classifyMany(problem: Problem, part: FormPart, changes: readonly Change[]): Slip | undefined {
  const line = part.lines.find((candidate) => candidate.includes(changes[0]?.variable ?? -1)) ?? [];
  const rest = line.filter((variable) => !changes.some((change) => change.variable === variable));
  const isWholeRow =
    changes.length > 1 &&
    changes.every(({ variable, to }) => to.n === 0n && line.includes(variable)) &&
    rest.every((variable) => current(problem, variable).n === 0n);
  return isWholeRow ? { kind: "other", detail: "leftOut" } : undefined;
}

type Candidate = {
  readonly suggestion: Suggestion;
  readonly cost: number;
  readonly broken: number;
  readonly warnings: number;
};

/** Explanations of each group in their order; before them, where groups lie in one table, the best of all together. */
function partSuggestions(
  book: RuleBook,
  subject: Subject,
  verdicts: Verdicts,
  part: FormPart,
  groups: readonly Group[],
): readonly Suggestion[] {
  const ranked = groups.map((group) => rank(book, subject, verdicts, part, group)).filter((list) => list.length > 0);
  const best = ranked.flatMap((list) => list.slice(0, 1));
  const together = best.length > 1 ? joint(book, subject, verdicts, best) : [];
  const depth = Math.max(0, ...ranked.map((list) => list.length));
  const layers = Array.from({ length: depth }, (_, index) => ranked.flatMap((list) => list.slice(index, index + 1)));
  return [...together, ...layers.flat()];
}

function rank(
  book: RuleBook,
  subject: Subject,
  verdicts: Verdicts,
  part: FormPart,
  { explanations, complete }: Group,
): readonly Suggestion[] {
  const tried = explanations.slice(0, mostTies);
  const candidates = tried.flatMap((explanation) => toCandidate(book, subject, verdicts, part, explanation) ?? []);
  const isKnown = complete && tried.length === explanations.length;
  const isOnly = isKnown && candidates.length === 1;
  // What would make a 核实 or 提示 fail gives way to what does not, but is not suppressed where it is all there is.
  const clean = candidates.filter(({ broken }) => broken === 0);
  return (clean.length > 0 ? clean : candidates)
    .sort((a, b) => a.cost - b.cost || b.warnings - a.warnings)
    .map(({ suggestion }) => (isOnly ? suggestion : { ...suggestion, certain: false }));
}

/** The explanation in cells; certain as far as its figures are the only possible ones. */
function toCandidate(
  book: RuleBook,
  subject: Subject,
  verdicts: Verdicts,
  part: FormPart,
  { pieces, cost }: Explanation,
): Candidate | undefined {
  const [first] = pieces;
  if (first === undefined) return undefined;
  const changes = pieces
    .flatMap((piece) => piece.changes)
    .map(({ variable, to }): CellChange => {
      const cell = cellAt(book, part, variable);
      return { cell, from: subject.values.get(cell) ?? null, to: toNumber(to) };
    });
  const { healed, broken, isAllowed } = consequences(book, subject, verdicts, changes);
  if (!isAllowed) return undefined;
  const slip = pieces.every((piece) => piece.slip.kind === first.slip.kind)
    ? first.slip
    : ({ kind: "other", detail: "unknown" } as const);
  const suggestion: Suggestion = {
    certain: pieces.every(({ unique }) => unique),
    ...slip,
    changes,
    resolves: healed.map((rule) => item(book.rules, rule).id),
    because: [],
  };
  const warnings = healed.filter((rule) => item(book.rules, rule).rule.severity === "warning").length;
  return { suggestion, cost, broken, warnings };
}

/** The rules that come right and those that fail for it; not allowed if a 强制 rule is among the latter. */
function consequences(
  book: RuleBook,
  subject: Subject,
  verdicts: Verdicts,
  changes: readonly CellChange[],
): { readonly healed: readonly number[]; readonly broken: number; readonly isAllowed: boolean } {
  const values: Values = new Map([...subject.values, ...changes.map(({ cell, to }): [CellId, number] => [cell, to])]);
  const after = recheck(
    book,
    verdicts,
    { ...subject, values },
    changes.map(({ cell }) => cell),
  );
  const healed: number[] = [];
  let broken = 0;
  let isAllowed = true;
  after.forEach((verdict, rule) => {
    const before = verdicts[rule];
    if (verdict === before) return;
    if (before?.state === "broken" && verdict.state === "passed") healed.push(rule);
    if (before?.state !== "broken" && verdict.state === "broken") {
      broken += 1;
      if (item(book.rules, rule).rule.severity === "error") isAllowed = false;
    }
  });
  return { healed, broken, isAllowed };
}

/** The best of several independent groups of one table as a single step. */
function joint(
  book: RuleBook,
  subject: Subject,
  verdicts: Verdicts,
  parts: readonly Suggestion[],
): readonly Suggestion[] {
  const [first] = parts;
  if (first === undefined) return [];
  const changes = parts.flatMap((suggestion) => suggestion.changes);
  const { healed, isAllowed } = consequences(book, subject, verdicts, changes);
  if (!isAllowed) return [];
  const sameKind = parts.every(({ kind }) => kind === first.kind);
  const sameDetail = parts.every(({ detail }) => detail === first.detail);
  return [
    {
      certain: parts.every(({ certain }) => certain),
      kind: sameKind ? first.kind : "other",
      detail: sameKind && sameDetail ? first.detail : "unknown",
      changes,
      resolves: healed.map((rule) => item(book.rules, rule).id),
      because: [],
    },
  ];
}

/** Fills that follow from the same rule go together. */
function fillSuggestions(book: RuleBook, subject: Subject, verdicts: Verdicts): readonly Suggestion[] {
  const together = new Map<string, Suggestion>();
  for (const { cell, value, because, follows } of fills(book, subject)) {
    const total = isTotal(book.template, cell);
    const key = total ? cell : because.join(" ");
    const before = together.get(key);
    const change: CellChange = { cell, from: subject.values.get(cell) ?? null, to: value };
    together.set(key, {
      certain: follows && before?.certain !== false,
      kind: total ? "total" : "missing",
      detail: total ? "total" : "missing",
      changes: [...(before?.changes ?? []), change],
      resolves: [],
      because,
    });
  }
  return [...together.values()].map((suggestion) => {
    const { healed } = consequences(book, subject, verdicts, suggestion.changes);
    return { ...suggestion, resolves: healed.map((rule) => item(book.rules, rule).id) };
  });
}
